"""`redmark check`: judge documents and report."""

import argparse
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from validator.api.checking import Checker
from validator.cli import packs
from validator.cli.command_line import INCOMPLETE, complain
from validator.cli.configuration import Value, add_options, checker_of, configured, settings_of, shown
from validator.cli.output import DEFAULT_FORMAT, checked_format, outputs, write_whole
from validator.engine.baseline import Entry, entries_of, written
from validator.engine.settings import DIALECTS, EXCERPTS
from validator.engine.suppressions import FILE_NAME
from validator.engine.tally import FINDINGS
from validator.errors import UsageError
from validator.findings import SEVERITIES, FileReport
from validator.parsers import KINDS
from validator.readers.targets import SUFFIXES
from validator.reporters import REPORTERS
from validator.reporters.text import printable_path

STDIN: Final = "-"
MISSING: Final = "no such file or directory"
_FORMATS: Final = "|".join(sorted(REPORTERS))
_EXAMPLES: Final = f"""\
A folder is searched for files ending in {", ".join(SUFFIXES)}; hidden ones are left out.

examples:
  redmark check cable.txt
  redmark check cables/ --format jsonl --output text:report.txt
  redmark check - --stdin-filename cable.txt < cable.txt
  redmark check body.txt --as-of 1976-03-01 --fail-on error --ignore tags-unknown
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of design.md section 7."""
    parser.epilog = _EXAMPLES
    parser.add_argument("paths", nargs="*", metavar="PATH", help="file or folder; - reads standard input")
    configure_choices(parser)
    parser.add_argument(
        "--list-files", action="store_true", help="print the files that would be checked, and check nothing"
    )
    parser.add_argument(
        "--write-baseline", metavar="FILE", help="list everything that is found in this file, and exit 0"
    )


def configure_choices(parser: argparse.ArgumentParser) -> None:
    """The options of every command that judges documents."""
    _configure_report(parser)
    _configure_rules(parser)
    _configure_input(parser)
    add_options(parser.add_argument_group("settings").add_argument)


def _configure_report(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("report").add_argument
    levels, texts = "|".join(SEVERITIES), "|".join(EXCERPTS)
    add("--format", metavar=_FORMATS, help=f"what goes to standard output (default {DEFAULT_FORMAT})")
    add(
        "--output",
        metavar="FORMAT:FILE",
        action="append",
        default=[],
        help="also write a file (repeatable)",
    )
    add("--fail-on", metavar=levels, help="exit 1 from here on (default warning)")
    add("--excerpts", metavar=texts, help="text of documents (default masked)")
    add("--reveal", action="store_true", help="show what sensitive rules found; on a terminal only")


def _configure_rules(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("rules")
    add = group.add_argument
    add("--select", metavar="NAME", action="append", default=[], help="only these rules, packs or tags")
    add("--ignore", metavar="NAME", action="append", default=[], help="not these rules, packs or tags")
    packs.add_option(group)
    add(
        "--side-channels",
        action="store_true",
        default=None,
        help="also judge what widths and positions give away",
    )
    add(
        "--withheld",
        metavar="FILE",
        help="words that must not occur in any layer of a file, one entry a line",
    )
    add("--baseline", metavar="FILE", help="set aside what this file lists")
    add(
        "--suppressions",
        metavar="FILE",
        help=f"reviewed exceptions (default {FILE_NAME}, where there is one)",
    )
    add("--dialect", metavar="|".join(DIALECTS), help="judge by these rules (default auto)")
    add("--as-of", metavar="DATE", help="date of documents that show none, such as 1976-03-01")


def _configure_input(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("input").add_argument
    add("--kind", metavar="|".join(KINDS), help="kind of document (default auto)")
    add("--stdin-filename", metavar="NAME", default="<stdin>", help="name for standard input in reports")
    add(
        "--exclude",
        metavar="PATTERN",
        action="append",
        default=[],
        help="paths that are not checked (repeatable)",
    )
    add("--include", metavar="PATTERN", action="append", default=[], help="only such paths (repeatable)")
    add(
        "--no-gitignore",
        dest="gitignore",
        action="store_const",
        const=False,
        help="check what Git ignores in a folder, too",
    )
    add(
        "--allow-unrecognised",
        action="store_true",
        default=None,
        help="exit 0 though a file is of no known kind; it is still said",
    )
    add(
        "--allow-empty",
        action="store_true",
        default=None,
        help="exit 0 even where there was nothing to check",
    )
    add("--jobs", metavar="N|auto", default="auto", help="processes for a long run (default auto)")
    add(
        "--no-cache",
        dest="cache",
        action="store_false",
        help="read Word and PDF files again, though an earlier run has judged them",
    )
    add("--max-bytes", metavar="N", help="read no larger file (default 128 MiB)")


def run(arguments: argparse.Namespace) -> int:
    """Checks, reports, and complains of what stayed unjudged."""
    values = configured(arguments)
    if arguments.show_config:
        return show(values)
    if not arguments.paths:
        raise UsageError("check: no path given; name a file or folder, or - for standard input")
    check_reveal(arguments)
    settings = settings_of(values, reveal=arguments.reveal)
    checker = checker_of(settings, values, arguments)
    if arguments.list_files:
        return list_files(checker, arguments.paths)
    noted: set[Entry] = set()
    with outputs(arguments.format, arguments.output, checker.tool, settings.reported) as out:
        out.head()
        for report in _reports(checker, arguments):
            out.file(report)
            if arguments.write_baseline:
                noted.update(entries_of([report]))
        out.tail(checker.tally.summary(), checker.tally.exit_code())
    complain_of(checker, arguments)
    if arguments.write_baseline:
        write_whole(Path(arguments.write_baseline), "".join(written(noted)).encode())
    code = checker.tally.exit_code()
    return 0 if arguments.write_baseline and code == FINDINGS else code


def show(values: dict[str, Value]) -> int:
    """Prints the settings instead of a check."""
    sys.stdout.buffer.write(
        "".join(f"{line}\n" for line in shown(values)).encode("utf-8", "backslashreplace")
    )
    return 0


def list_files(checker: Checker, paths: list[str]) -> int:
    """Prints the files that a check would read, one a line."""
    targets = checker.targets(path for path in paths if path != STDIN)
    code = 0
    for target in targets:
        fault = (
            str(target.fault) if target.fault else "" if target.path.exists() else f"{target.path}: {MISSING}"
        )
        if fault:
            complain(printable_path(fault))
            code = INCOMPLETE
        else:
            sys.stdout.buffer.write(
                f"{printable_path(str(target.path))}\n".encode("utf-8", "backslashreplace")
            )
    for note in targets.notes():
        complain(note)
    return code


def _reports(checker: Checker, arguments: argparse.Namespace) -> Iterator[FileReport]:
    for is_stdin, paths in groupby(arguments.paths, STDIN.__eq__):
        if is_stdin:
            data = sys.stdin.buffer.read(checker.settings.max_bytes + 1)
            yield checker.check_bytes(data, arguments.stdin_filename)
        else:
            yield from checker.check_paths(paths)
    yield from checker.closing()


def complain_of(checker: Checker, arguments: argparse.Namespace) -> None:
    """A line on standard error for each thing left unjudged, unless the same terminal just showed it."""
    shown = checked_format(arguments.format or DEFAULT_FORMAT) == "text" and sys.stdout.isatty()
    if not (shown and sys.stderr.isatty()):
        for fault in checker.tally.faults:
            complain(printable_path(fault))
    for note in checker.tally.left_out:
        complain(note)
    if checker.tally.checked_nothing() and not checker.tally.faults:
        complain("nothing was checked; --allow-empty accepts that, --kind says what a document is")


def check_reveal(arguments: argparse.Namespace) -> None:
    """UsageError where what is hidden would be written to a file or a pipe."""
    if not arguments.reveal:
        return
    to_terminal = sys.stdout.isatty() and not arguments.output and arguments.format in (None, "text")
    if not to_terminal:
        raise UsageError("reveal: only a terminal may show that; leave out --output and --format")
