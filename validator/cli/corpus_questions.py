"""`redmark corpus report`, `diff` and `status`: what runs found, read from the folders that they left."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from validator.cli.command_line import INCOMPLETE
from validator.cli.output import DEFAULT_FORMAT, checked_format, split, write_whole
from validator.corpus.accounting import TOP, account_of, plan_of, run_in
from validator.corpus.comparing import EXAMPLES, differences_of
from validator.corpus.diff_text import text_diff
from validator.corpus.partition import CorpusError
from validator.corpus.report_html import html_report
from validator.corpus.report_json import DIFF_SCHEMA, REPORT_SCHEMA, json_report
from validator.corpus.report_text import text_report, text_status
from validator.corpus.results import Results
from validator.errors import UsageError

TEXT_TOP: Final = 20
DIFFERENT: Final = 1
_REPORTS: Final = ("html", "json", "text")
_DIFFS: Final = ("json", "text")
_MANY: Final = 1_000_000  # so long a list is no mistake of typing, but no report either

Write: TypeAlias = Callable[[], bytes]


def configure_report(parser: argparse.ArgumentParser) -> None:
    """The folder, and what the report is to be."""
    parser.set_defaults(act=_report)
    parser.add_argument("results", metavar="FOLDER", help="the folder that a run wrote, or its URL")
    _configure_output(parser, _REPORTS)
    parser.add_argument(
        "--top", metavar="N", help=f"rows of a list at most (default {TOP}, in text {TEXT_TOP})"
    )


def configure_diff(parser: argparse.ArgumentParser) -> None:
    """The two folders."""
    parser.set_defaults(act=_diff)
    parser.add_argument("old", metavar="OLD", help="the folder of the earlier run")
    parser.add_argument("new", metavar="NEW", help="the folder of the later run")
    _configure_output(parser, _DIFFS)
    parser.add_argument(
        "--top", metavar="N", default=str(EXAMPLES), help=f"examples of each kind (default {EXAMPLES})"
    )


def configure_status(parser: argparse.ArgumentParser) -> None:
    """The folder."""
    parser.set_defaults(act=_status)
    parser.add_argument("results", metavar="FOLDER", help="the folder that a run writes, or its URL")


def whole_number(option: str, text: str, most: int | None = None) -> int:
    """A number from the command line. CorpusError where it is none, or above the most."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise CorpusError(f"corpus: {option}: '{text}' is no whole number above 0")
    if most is not None and int(text) > most:
        raise CorpusError(f"corpus: {option}: {text} is above {most}")
    return int(text)


def _configure_output(parser: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    parser.add_argument(
        "--format", metavar="|".join(formats), help=f"what goes to standard output (default {DEFAULT_FORMAT})"
    )
    parser.add_argument(
        "--output", metavar="FORMAT:FILE", action="append", default=[], help="also write a file (repeatable)"
    )


def _report(arguments: argparse.Namespace) -> int:
    top = whole_number("top", arguments.top, _MANY) if arguments.top else None
    targets = _targets(arguments, _REPORTS)
    account = account_of(Results(arguments.results), top or TOP)
    _write(
        targets,
        {
            "html": lambda: html_report(account, top or TOP),
            "json": lambda: json_report(account, REPORT_SCHEMA),
            "text": lambda: text_report(account, top or TEXT_TOP),
        },
    )
    return 0 if account.complete else INCOMPLETE


def _diff(arguments: argparse.Namespace) -> int:
    top, targets = whole_number("top", arguments.top, _MANY), _targets(arguments, _DIFFS)
    told = differences_of(Results(arguments.old), Results(arguments.new), top)
    _write(targets, {"json": lambda: json_report(told, DIFF_SCHEMA), "text": lambda: text_diff(told)})
    if not told.complete:
        return INCOMPLETE
    return 0 if told.same else DIFFERENT


def _status(arguments: argparse.Namespace) -> int:
    results = Results(arguments.results)
    plan = plan_of(results, run_in(results))
    sys.stdout.buffer.write(text_status(plan, results.done()))
    return 0 if plan.complete else INCOMPLETE


def _targets(arguments: argparse.Namespace, formats: tuple[str, ...]) -> list[tuple[str, Path | None]]:
    """What is to be written where, None for standard output; asked before any work is done."""
    targets: list[tuple[str, Path | None]] = [
        (checked_format(arguments.format or DEFAULT_FORMAT, formats), None)
    ]
    for asked in arguments.output:
        name, path = split(asked, formats)
        if not path.parent.is_dir():
            raise UsageError(f"output: {path}: no such file or directory")
        targets.append((name, path))
    return targets


def _write(targets: list[tuple[str, Path | None]], writers: Mapping[str, Write]) -> None:
    """All reports are made before one is written, so that a fault leaves none."""
    made = {name: writers[name]() for name, _ in targets}
    for name, path in targets:
        if path is None:
            sys.stdout.buffer.write(made[name])
        else:
            write_whole(path, made[name])
