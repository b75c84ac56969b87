"""`redmark baseline prune`: takes out of a baseline what is no longer found."""

import argparse
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from validator.cli import check, packs
from validator.cli.command_line import complain
from validator.cli.configuration import add_options, checker_of, configured, settings_of
from validator.cli.output import write_whole
from validator.engine.baseline import Baseline, Entry, entries_of, read_baseline, written
from validator.engine.tally import INCOMPLETE
from validator.errors import UsageError
from validator.findings import FileReport

ACTIONS: Final = ("prune",)
_EXAMPLES: Final = """\
examples:
  redmark check cables/ --write-baseline baseline.jsonl
  redmark check cables/ --baseline baseline.jsonl
  redmark baseline prune baseline.jsonl cables/
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """What to do, with which baseline, over which documents."""
    parser.epilog = _EXAMPLES
    parser.add_argument("action", metavar="prune", help="take out what is no longer found")
    parser.add_argument("file", metavar="FILE", help="the baseline")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="the documents that it is about")
    packs.add_option(parser)
    add_options(parser.add_argument_group("settings").add_argument)


def run(arguments: argparse.Namespace) -> int:
    """Checks again as `check` does, and keeps what was found; writes nothing when a file could not be judged."""
    if arguments.action not in ACTIONS:
        raise UsageError(
            f"baseline: there is no action '{arguments.action}'; 'prune' takes out what is mended"
        )
    values = configured(arguments)
    if arguments.show_config:
        return check.show(values)
    path = Path(arguments.file)
    baseline = read_baseline(path)
    settings = replace(settings_of(values, reveal=False), baseline=baseline)
    checker = checker_of(settings, values, arguments)
    reports = list(checker.check_paths(arguments.paths))
    if checker.tally.faults:
        for fault in checker.tally.faults:
            complain(fault)
        complain("the baseline was not changed: what could not be judged may still be there")
        return INCOMPLETE
    kept = _kept(baseline, reports)
    write_whole(path, "".join(written(kept)).encode())
    gone = len(baseline.entries) - len(kept)
    complain(f"{gone} {'entry' if gone == 1 else 'entries'} taken out, {len(kept)} kept")
    return 0


def _kept(baseline: Baseline, reports: list[FileReport]) -> frozenset[Entry]:
    """What is still found, and what is said of files that are there and were not checked now."""
    checked = {report.path for report in reports}
    if baseline.entries and checked.isdisjoint(entry.path for entry in baseline.entries):
        raise UsageError(
            "baseline: it lists none of the files that were checked; its paths are those of the folder in which it "
            "was written, so run it there. Nothing was changed"
        )
    elsewhere = (
        entry for entry in baseline.entries if entry.path not in checked and Path(entry.path).exists()
    )
    return baseline.entries & {*entries_of(reports), *elsewhere}
