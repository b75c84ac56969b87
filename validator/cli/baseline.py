"""`redmark baseline prune`: takes out of a baseline what is no longer found."""

import argparse
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from validator.cli import check, packs
from validator.cli.command_line import complain
from validator.cli.configuration import add_options, checker_of, configured, settings_of
from validator.cli.output import write_whole
from validator.engine.baseline import entries_of, read_baseline, written
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
    kept = baseline.entries & set(entries_of(checker.check_paths(arguments.paths)))
    if checker.tally.faults:
        for fault in checker.tally.faults:
            complain(fault)
        complain("the baseline was not changed: what could not be judged may still be there")
        return INCOMPLETE
    write_whole(path, "".join(written(kept)).encode())
    complain(f"{len(baseline.entries) - len(kept)} entries taken out, {len(kept)} kept")
    return 0
