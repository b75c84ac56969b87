"""`redmark baseline prune`: takes out of a baseline what is no longer found."""

import argparse
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from validator.api.checking import Checker
from validator.cli import packs
from validator.cli.command_line import complain
from validator.cli.output import write_whole
from validator.engine.baseline import entries_of, read_baseline, written
from validator.engine.settings import Settings
from validator.engine.tally import INCOMPLETE
from validator.errors import UsageError

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


def run(arguments: argparse.Namespace) -> int:
    """Checks again, and keeps the entries that were found. Nothing is written when a file could not be judged."""
    if arguments.action not in ACTIONS:
        raise UsageError(
            f"baseline: there is no action '{arguments.action}'; 'prune' takes out what is mended"
        )
    path = Path(arguments.file)
    baseline = read_baseline(path)
    checker = Checker(replace(Settings(), baseline=baseline), packs=packs.folders(arguments))
    kept = baseline.entries & set(entries_of(checker.check_paths(arguments.paths)))
    if checker.tally.faults:
        for fault in checker.tally.faults:
            complain(fault)
        complain("the baseline was not changed: what could not be judged may still be there")
        return INCOMPLETE
    write_whole(path, "".join(written(kept)).encode())
    complain(f"{len(baseline.entries) - len(kept)} entries taken out, {len(kept)} kept")
    return 0
