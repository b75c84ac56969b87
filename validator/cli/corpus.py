"""`redmark corpus`: check collections of any size, and ask what was found."""

import argparse
import sys
from collections.abc import Callable
from typing import Final

from validator.cli import beside, check, packs
from validator.cli.command_line import INCOMPLETE, complain
from validator.cli.configuration import configured, jobs_of, settings_of
from validator.cli.corpus_questions import (
    configure_diff,
    configure_report,
    configure_status,
    whole_number,
)
from validator.cli.output import SILENT
from validator.cli.progress import Progress
from validator.corpus.accounting import run_in
from validator.corpus.checking import Task
from validator.corpus.partition import Columns
from validator.corpus.results import Results
from validator.corpus.running import WEIGHT, Execute, Totals, alone, locally, prepared
from validator.corpus.running import run as run_over
from validator.engine.settings import Settings
from validator.errors import UsageError
from validator.findings import SEVERITIES

_EXAMPLES: Final = """\
A source is a folder, a pattern, a .tar, .zip, .jsonl, .csv or .parquet file (also .gz), or a URL that fsspec
opens. The results are Parquet files in the folder OUT. A run that was stopped goes on where it was.

examples:
  redmark corpus run cables/ --out results
  redmark corpus run 'shards/*.parquet' --text-column body --out results
  redmark corpus status results
  redmark corpus report results --output html:report.html
  redmark corpus diff results-of-may results-of-june

exit codes: run: as of check. report, status: 0, 4 where the run is not finished.
            diff: 0 no difference, 1 differences, 4 where one of the runs is not finished. All: 2 usage
"""

_QUIET: Final = "no summary; -qq: only the exit code"


def configure(parser: argparse.ArgumentParser) -> None:
    """The actions, each with its own options."""
    parser.epilog = _EXAMPLES
    actions = parser.add_subparsers(metavar="ACTION", required=True, dest="action")
    for name, (about, configure_action) in _ACTIONS.items():
        configure_action(actions.add_parser(name, help=about, allow_abbrev=False))


def _configure_run(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(act=_run)
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="where the documents are")
    parser.add_argument("--out", metavar="FOLDER", required=True, help="where the results go")
    parser.add_argument("--text-column", metavar="COLUMN", help="column or key that holds the text")
    parser.add_argument("--name-column", metavar="COLUMN", help="column or key that holds the name")
    parser.add_argument(
        "--partition-bytes", metavar="N", default=str(WEIGHT), help=f"size of a partition (default {WEIGHT})"
    )
    parser.add_argument(
        "--cluster", metavar="dask://HOST:PORT", help="a Dask scheduler whose workers do the work"
    )
    check.configure_choices(parser)
    beside.add_quiet(parser.add_argument_group("how much is said"), _QUIET)


_ACTIONS: Final[dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]]] = {
    "run": ("check a collection", _configure_run),
    "status": ("how far a run is", configure_status),
    "report": ("what a run found", configure_report),
    "diff": ("what two runs found differently", configure_diff),
}


def run(arguments: argparse.Namespace) -> int:
    """Does the action."""
    code: int = arguments.act(arguments)
    return code


def _run(arguments: argparse.Namespace) -> int:
    values = configured(arguments)
    if arguments.show_config:
        return check.show(values)
    _check_options(arguments)
    settings = settings_of(values, reveal=False)
    folders = (*values["extends"].value, *map(str, packs.folders(arguments)))
    columns = Columns(arguments.text_column, arguments.name_column)
    weight = whole_number("partition-bytes", arguments.partition_bytes)
    totals = _ran(arguments, Task(arguments.out, columns, settings, folders), weight)
    if not arguments.quiet:
        sys.stdout.write(_told(totals))
    if arguments.quiet < SILENT:
        for fault in totals.faults:
            complain(fault)
    return _exit_code(totals, settings)


def _ran(arguments: argparse.Namespace, task: Task, weight: int) -> Totals:
    results = Results(arguments.out)
    with alone(results):
        ready = prepared(results, arguments.sources, task, weight)
        here = locally(ready, jobs_of(arguments.jobs))
        there = _on_cluster(ready, arguments.cluster) if arguments.cluster else here
        with _progress(results, arguments) as progress:
            return run_over(results, there, lambda done: progress.step(paced=done.documents), here)


def _progress(results: Results, arguments: argparse.Namespace) -> Progress:
    """Of partitions, as nobody knows the number of documents before; the speed is told in documents."""
    return Progress(
        beside.terminal(arguments),
        lambda: run_in(results).partitions,
        "partitions",
        before=len(results.numbers_done()),
        pace="documents",
    )


def _check_options(arguments: argparse.Namespace) -> None:
    """UsageError for options of `check` that a run would have to pass over."""
    for option in ("format", "output", "reveal"):
        if getattr(arguments, option):
            raise UsageError(
                f"corpus run: --{option}: the results are tables; 'redmark corpus report' reports"
            )


def _on_cluster(task: Task, address: str) -> Execute:
    from validator.corpus.cluster import on_cluster  # loads Dask

    return on_cluster(task, address)


def _told(totals: Totals) -> str:
    found = ", ".join(f"{getattr(totals, severity):,} {severity}" for severity in reversed(SEVERITIES))
    return (
        f"{totals.documents:,} documents, {totals.bytes / 1e6:,.1f} MB: {totals.checked:,} checked,"
        f" {totals.not_recognised:,} of no known kind, {totals.unreadable:,} not read; findings: {found}\n"
    )


def _exit_code(totals: Totals, settings: Settings) -> int:
    """As of a check: what was not judged outweighs what was found."""
    if totals.faults or totals.incomplete or not (totals.checked or settings.allow_empty):
        return INCOMPLETE
    failing = SEVERITIES[SEVERITIES.index(settings.fail_on) :]
    return int(any(getattr(totals, severity) for severity in failing))
