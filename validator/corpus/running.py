"""A run over a collection on this machine: what is done stays done, whatever ends the run."""

import hashlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

import msgspec

from validator.api.checking import Checker
from validator.api.processes import ALONE, Processes
from validator.corpus.checking import Task, Work, worker
from validator.corpus.partition import CorpusError, Done, Partition
from validator.corpus.places import is_url
from validator.corpus.results import FORMAT, PLAN, RUN, Results, Run
from validator.corpus.sources import check_sources, partitions
from validator.engine.settings import Settings
from validator.findings import Tool

WEIGHT: Final = 8_000_000
"""Bytes of a partition: a second of work, of which a run that is killed loses what was under way."""

LOST: Final = "the process that checked it died"
_LOCK: Final = ".lock"

Execute: TypeAlias = Callable[[Iterator[Work]], Iterator[Done]]
"""Does pieces of work, in any order; a piece that was lost comes back with the fault LOST."""


class Totals(msgspec.Struct):
    """What came of a run; `faults` are the partitions that could not be finished, in a line each."""

    partitions: int = 0
    documents: int = 0
    checked: int = 0
    not_recognised: int = 0
    unreadable: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0
    incomplete: int = 0
    bytes: int = 0
    faults: list[str] = []

    def add(self, done: Done) -> None:
        """Counts a partition."""
        if done.fault:
            self.faults.append(done.fault)
            return
        self.partitions += 1
        for name in _COUNTED:
            setattr(self, name, getattr(self, name) + getattr(done, name))


_COUNTED: Final = tuple(name for name in Done.__struct_fields__ if name not in ("number", "fault"))


def prepared(results: Results, sources: list[str], task: Task, weight: int = WEIGHT) -> Task:
    """The plan in the folder, made where there is none; the task, completed by who judges.

    CorpusError where the folder holds a plan for something else.
    """
    check_sources(sources)
    # Rules and settings are found wanting here, once, and are ready for the processes that are forked.
    tool = Checker(task.settings, packs=map(Path, task.packs)).tool
    asked = Run(
        FORMAT, tuple(sources), task.columns, tool, task.settings.reported, _judged_by(task.settings, tool), 0
    )
    there = results.run()
    if there is not None:
        _check_same(there, asked, results)
        return msgspec.structs.replace(task, tool=tool)
    count = 0
    with results.written(PLAN) as file:
        for partition in partitions(sources, task.settings.choice, weight):
            file.write(msgspec.json.encode(partition) + b"\n")
            count += 1
    planned = msgspec.structs.replace(asked, partitions=count)
    results.write(RUN, msgspec.json.format(msgspec.json.encode(planned), indent=2) + b"\n")
    return msgspec.structs.replace(task, tool=tool)


def run(
    results: Results, execute: Execute, step: Callable[[Done], None], carefully: Execute | None = None
) -> Totals:
    """Checks what is left of a plan. `step` is told of each partition that this run has done.

    What killed a process is done once more, document by document, by `carefully`.
    """
    totals = Totals()
    lost: dict[int, Partition] = {}

    def count(done: Done) -> None:
        totals.add(done)
        step(done)

    before = set()
    for done in results.done():
        before.add(done.number)
        totals.add(done)
    left = {}

    def work() -> Iterator[Work]:
        for partition in results.plan():
            if partition.number not in before:
                left[partition.number] = partition
                yield Work(partition)

    for done in execute(work()):
        partition = left.pop(done.number)
        if done.fault == LOST:
            lost[done.number] = partition
        else:
            count(done)
    again = (Work(partition, carefully=True) for _, partition in sorted(lost.items()))
    for done in (carefully or execute)(again):
        count(done)
    return totals


def locally(task: Task, jobs: int) -> Execute:
    """Several processes of this machine."""

    def execute(work: Iterator[Work]) -> Iterator[Done]:
        first = list(islice(work, 1))
        if first:
            with Processes(jobs, partial(worker, task), Done, _lost) as processes:
                yield from processes.results((each, ALONE) for each in chain(first, work))

    return execute


@contextmanager
def alone(results: Results) -> Iterator[None]:
    """No other run works on the folder meanwhile; what a killed one left half written is cleared away."""
    if is_url(results.place):
        yield  # a bucket has no locks; two runs there would write the same files twice
        return
    folder = Path(results.place)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / _LOCK).open("wb") as lock:
            _lock(lock, folder)
            for part in folder.glob("*/.*.part"):
                part.unlink()
            yield
    except OSError as error:
        raise CorpusError(f"corpus: {folder}: {(error.strerror or str(error)).lower()}") from error


def _lock(file: BinaryIO, folder: Path) -> None:
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise CorpusError(f"corpus: another run is at work in {folder}") from error


def _lost(work: Work) -> Done:
    return Done(work.partition.number, fault=LOST)


def _judged_by(settings: Settings, tool: Tool) -> str:
    """A hash of all that decides what is found; of a list of withheld words only that there is one."""
    told = msgspec.structs.replace(settings, withheld=None, include=(), exclude=())
    parts = (tool, told, settings.withheld is not None)
    return hashlib.sha256(msgspec.json.encode(parts, order="sorted")).hexdigest()


def _check_same(there: Run, asked: Run, results: Results) -> None:
    compared = (
        ("other sources", there.sources, asked.sources),
        ("other columns", there.columns, asked.columns),
        ("another version of Redmark or of its rules", there.tool, asked.tool),
        ("other settings", there.judged_by, asked.judged_by),
    )
    for what, old, new in compared:
        if old != new:
            raise CorpusError(
                f"corpus: {results.place} holds a run with {what}; give another folder to --out"
            )
