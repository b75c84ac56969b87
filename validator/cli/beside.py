"""What a run says beside its report: how far it is, what it does (-v), and what it comes to (--statistics)."""

import argparse
import sys
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Final, TextIO

from validator.api.checking import Checker
from validator.cli.command_line import complain
from validator.cli.configuration import Value
from validator.cli.output import DEFAULT_FORMAT, SILENT
from validator.cli.progress import Progress
from validator.errors import UsageError
from validator.findings import FileReport

if TYPE_CHECKING:
    from validator.cli.statistics import Statistics
    from validator.cli.verbose import Account

STDIN: Final = "-"


def add_options(parser: argparse.ArgumentParser) -> None:
    """How much is said."""
    group = parser.add_argument_group("how much is said")
    add_quiet(
        group, "only findings, and what was not judged; -qq: only the exit code and the files of --output"
    )
    add = group.add_argument
    add("-v", "--verbose", action="store_true", help="also what is read, as what, and what was not judged")
    add("--statistics", action="store_true", help="counts by rule, and the rules that were never applied")


def add_quiet(group: "argparse._ArgumentGroup", about: str) -> None:
    """How to have less said."""
    group.add_argument("-q", "--quiet", action="count", default=0, help=about)
    group.add_argument(
        "--no-progress", action="store_true", help="no line on the terminal while a run takes long"
    )


def check_options(arguments: argparse.Namespace) -> None:
    """UsageError where the options contradict each other."""
    if arguments.quiet and arguments.verbose:
        raise UsageError("quiet: --verbose asks for the opposite; leave one of them out")
    if arguments.quiet >= SILENT and arguments.statistics:
        raise UsageError("quiet: -qq would hide the --statistics; leave one of them out")


class Beside:
    """Takes in every report of a run, after it was written."""

    def __init__(self, checker: Checker, values: dict[str, Value], arguments: argparse.Namespace) -> None:
        self._to_stdout = (arguments.format or DEFAULT_FORMAT) == DEFAULT_FORMAT
        self._statistics = _statistics(checker)
        self._account = _account(checker, values) if arguments.verbose else None
        self.progress = Progress(terminal(arguments), partial(_total, checker, arguments.paths))

    def add(self, report: FileReport) -> None:
        """One more file is done."""
        if self._account is not None:
            self._account.add(report)
        if self._statistics is not None:
            self._statistics.add(report)
        self.progress.step()

    def end(self) -> None:
        """What it comes to, once the report is complete."""
        if self._statistics is not None:
            # A report for programs is a contract, and stays alone on its stream.
            _write(self._statistics.lines(), sys.stdout if self._to_stdout else sys.stderr)
        if self._account is not None:
            self._account.end()


def _statistics(checker: Checker) -> "Statistics | None":
    if checker.reach is None:
        return None
    from validator.cli.statistics import Statistics  # here, as few runs ask for them

    return Statistics(checker.reach)


def _account(checker: Checker, values: dict[str, Value]) -> "Account":
    from validator.cli.verbose import Account  # as above

    origins = sorted({value.origin for value in values.values()})
    return Account(complain, checker.settings.dialect, origins, len(checker.rules()))


def _total(checker: Checker, paths: list[str]) -> int:
    files = [path for path in paths if path != STDIN]
    return sum(1 for _ in checker.targets(files)) + len(paths) - len(files)


def terminal(arguments: argparse.Namespace) -> TextIO | None:
    """Where the progress line is shown, if at all."""
    refused = arguments.no_progress or arguments.quiet or getattr(arguments, "verbose", False)
    return sys.stderr if not refused and sys.stderr.isatty() else None


def _write(lines: Iterable[str], stream: TextIO) -> None:
    stream.flush()
    stream.buffer.write("".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))
    stream.buffer.flush()
