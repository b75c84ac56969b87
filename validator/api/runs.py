"""A run over many files: in this process while it is short, and in several as soon as it proves to be long."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, Protocol, TypeAlias

import msgspec

from validator.engine.inspection import unreadable
from validator.errors import UnreadableError
from validator.findings import FileReport
from validator.readers.targets import Target

Check: TypeAlias = Callable[[Path], FileReport]
Reported: TypeAlias = tuple[Target, FileReport]

DIED: Final = "the process that checked it died"
SLOW_SUFFIXES: Final = (".docx", ".pdf")
_SLOW: Final = 300_000  # a file that is painted or unpacked weighs at least as much as so many bytes of text
_LONG: Final = 4_000_000
"""The weight of a run in which further processes, which cost some 50 ms, are worth their while."""


class Kept(Protocol):
    """Reports of earlier runs."""

    def key(self, path: Path) -> bytes | None:
        """The key of a file as it is now; None where its report is not kept."""

    def get(self, key: bytes) -> FileReport | None:
        """The report kept under a key."""

    def put(self, key: bytes, report: FileReport) -> None:
        """Keeps a report."""

    def close(self) -> None:
        """Ends the use of them."""


class Runs:
    """Reports for targets, in their order, by up to `jobs` processes. `make` is called once in each of them."""

    def __init__(
        self, jobs: int, make: Callable[[], Check], keep: Callable[[], Kept | None] | None = None
    ) -> None:
        """`keep` opens what has reports of earlier runs; it is called when the first file that is kept is met."""
        self._jobs, self._make, self._keep = jobs, make, keep
        self._kept: Kept | None = None

    def reports(self, targets: Iterable[Target]) -> Iterator[Reported]:
        """The report for each target, in their order, whatever the number of processes."""
        try:
            for asked, report in self._reports(map(self._asked, targets)):
                if self._kept and asked.key and asked.report is None:
                    self._kept.put(asked.key, report)
                yield asked.target, report
        finally:
            if self._kept:
                self._kept.close()

    def _asked(self, target: Target) -> "_Asked":
        if self._keep is None or target.fault or not _is_slow(target.path):
            return _Asked(target)
        self._kept = self._kept or self._keep()
        if self._kept is None:
            self._keep = None
            return _Asked(target)
        key = self._kept.key(target.path)
        return _Asked(target, key, self._kept.get(key) if key else None)

    def _reports(self, asked: Iterator["_Asked"]) -> Iterator[tuple["_Asked", FileReport]]:
        check, done = self._make(), 0
        for one in asked:
            yield one, one.known() or check(one.target.path)
            if self._jobs > 1:
                done += 0 if one.known() else weight(one.target.path)
                if done >= _LONG:
                    yield from self._in_processes(asked)

    def _in_processes(self, asked: Iterator["_Asked"]) -> Iterator[tuple["_Asked", FileReport]]:
        from validator.api.processes import Processes  # 10 ms, which a short run does without

        waiting: deque[_Asked] = deque()
        with Processes(self._jobs, self._make, FileReport, _lost) as processes:
            for report in processes.results((path, weight(path)) for path in _unknown(asked, waiting)):
                yield from _known(waiting)
                yield waiting.popleft(), report
        yield from _known(waiting)


class _Asked(msgspec.Struct, frozen=True):
    """A target, and what an earlier run said of it."""

    target: Target
    key: bytes | None = None
    report: FileReport | None = None

    def known(self) -> FileReport | None:
        """The report, where nothing is to be done for it."""
        return unreadable(self.target.fault) if self.target.fault else self.report


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def weight(path: Path) -> int:
    """About how much work a file is, in bytes of text; 0 where it cannot be told."""
    try:
        size = path.stat().st_size
    except OSError:
        return 0
    return max(size, _SLOW) if _is_slow(path) else size


def _lost(path: Path) -> FileReport:
    return unreadable(UnreadableError(str(path), DIED))


def _is_slow(path: Path) -> bool:
    return path.suffix.lower() in SLOW_SUFFIXES


def _unknown(asked: Iterator[_Asked], waiting: deque[_Asked]) -> Iterator[Path]:
    """The paths of the files that are to be checked; each target is noted when it is asked for."""
    for one in asked:
        waiting.append(one)
        if one.known() is None:
            yield one.target.path


def _known(waiting: deque[_Asked]) -> Iterator[tuple[_Asked, FileReport]]:
    """The reports for targets that were not to be checked and whose turn it is."""
    while waiting and (report := waiting[0].known()):
        yield waiting.popleft(), report
