"""One partition from its documents to its tables."""

from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Final

import msgspec

from validator.api.checking import Checker
from validator.api.processes import ALONE, Processes
from validator.corpus.partition import BrokenSourceError, Columns, CorpusError, Done, Partition
from validator.corpus.records import Record, records
from validator.corpus.results import DOCUMENTS as DOCUMENTS_FOLDER
from validator.corpus.results import DONE, Results, file_name
from validator.corpus.results import FINDINGS as FINDINGS_FOLDER
from validator.corpus.tables import DOCUMENTS, FINDINGS, Table, document_row, finding_rows
from validator.engine.inspection import unreadable
from validator.engine.settings import Settings
from validator.engine.tally import faults_of
from validator.errors import UnreadableError
from validator.findings import SEVERITIES, FileReport, Tool

DIED: Final = "the process that checked it died"


class Task(msgspec.Struct, frozen=True):
    """What is the same for all partitions of a run. It travels to other processes and machines."""

    out: str
    columns: Columns
    settings: Settings
    packs: tuple[str, ...] = ()
    tool: Tool | None = None  # which every process must be; None: not asked


class Work(msgspec.Struct, frozen=True):
    """A partition to check. `carefully`: each document in a process of its own, as one of them killed a process."""

    partition: Partition
    carefully: bool = False


def worker(task: Task) -> Callable[[Work], Done]:
    """The function that checks partitions; the rules are made ready once."""
    checker = Checker(task.settings, packs=map(Path, task.packs))
    if task.tool is not None and task.tool != checker.tool:
        raise CorpusError("another version of Redmark or of its rules is installed there")
    results = Results(task.out)
    return lambda work: _checked(work, task, checker, results)


def _checked(work: Work, task: Task, checker: Checker, results: Results) -> Done:
    number = work.partition.number
    try:
        documents = records(work.partition, task.columns, task.settings.max_bytes)
        if work.carefully:
            reports = _reports_carefully(documents, task)
        else:
            reports = ((record, _report(checker, record)) for record in documents)
        done = _written(number, reports, results)
    except (BrokenSourceError, CorpusError) as error:
        return Done(number, fault=str(error))
    results.write(f"{DONE}/{file_name(number, '.json')}", msgspec.json.encode(done))
    return done


def _report(checker: Checker, record: Record) -> FileReport:
    if record.fault:
        return unreadable(UnreadableError(record.name, record.fault))
    return checker.judged(record.data, record.name)


def _reports_carefully(documents: Iterator[Record], task: Task) -> Iterator[tuple[Record, FileReport]]:
    """One by one, by a process that may die."""
    waiting: deque[Record] = deque()

    def asked() -> Iterator[tuple[Record, int]]:
        for record in documents:
            waiting.append(record)
            yield record, ALONE

    with Processes(1, partial(_single, task), FileReport, _lost) as one:
        for report in one.results(asked()):
            yield waiting.popleft(), report


def _single(task: Task) -> Callable[[Record], FileReport]:
    return partial(_report, Checker(task.settings, packs=map(Path, task.packs)))


def _lost(record: Record) -> FileReport:
    return unreadable(UnreadableError(record.name, DIED))


def _written(number: int, reports: Iterator[tuple[Record, FileReport]], results: Results) -> Done:
    """Writes the tables of a partition, and counts."""
    counts = Counter[str]()
    with ExitStack() as stack:
        name = file_name(number, ".parquet")
        documents, findings = (
            stack.enter_context(Table(stack.enter_context(results.written(f"{folder}/{name}")), columns))
            for folder, columns in ((DOCUMENTS_FOLDER, DOCUMENTS), (FINDINGS_FOLDER, FINDINGS))
        )
        for position, (record, report) in enumerate(reports):
            row = document_row(number, position, report, len(record.data))
            documents.add(row)
            for finding in finding_rows(number, position, report):
                findings.add(finding)
            counts["documents"] += 1
            counts["bytes"] += len(record.data)
            counts[_STATUS[report.status]] += 1
            counts["incomplete"] += any(faults_of(report, named=False))
            counts.update({severity: row[severity] for severity in SEVERITIES})
    return msgspec.structs.replace(Done(number), **counts)


_STATUS: Final = {"checked": "checked", "not-recognised": "not_recognised", "unreadable": "unreadable"}
