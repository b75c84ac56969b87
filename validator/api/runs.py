"""A run over many files: in this process while it is short, and in several as soon as it proves to be long."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from validator.engine.inspection import unreadable
from validator.findings import FileReport
from validator.readers.targets import Target

Check: TypeAlias = Callable[[Path], FileReport]
Reported: TypeAlias = tuple[Target, FileReport]

SLOW_SUFFIXES: Final = (".docx", ".pdf")
_SLOW: Final = 300_000  # a file that is painted or unpacked weighs at least as much as so many bytes of text
_LONG: Final = 4_000_000
"""The weight of a run in which further processes, which cost some 50 ms, are worth their while."""


class Runs:
    """Reports for targets, in their order, by up to `jobs` processes. `make` is called once in each of them."""

    def __init__(self, jobs: int, make: Callable[[], Check]) -> None:
        self._jobs, self._make = jobs, make

    def reports(self, targets: Iterable[Target]) -> Iterator[Reported]:
        """The report for each target, in their order, whatever the number of processes."""
        check, left, done = self._make(), iter(targets), 0
        for target in left:
            yield target, unreadable(target.fault) if target.fault else check(target.path)
            if self._jobs > 1:
                done += weight(target.path)
                if done >= _LONG:
                    yield from self._in_processes(left)

    def _in_processes(self, targets: Iterator[Target]) -> Iterator[Reported]:
        from validator.api.processes import Processes  # 10 ms, which a short run does without

        asked: deque[Target] = deque()
        with Processes(self._jobs, self._make) as processes:
            for report in processes.reports((path, weight(path)) for path in _paths(targets, asked)):
                yield from _faults(asked)
                yield asked.popleft(), report
        yield from _faults(asked)


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def weight(path: Path) -> int:
    """About how much work a file is, in bytes of text; 0 where it cannot be told."""
    try:
        size = path.stat().st_size
    except OSError:
        return 0
    return max(size, _SLOW) if path.suffix.lower() in SLOW_SUFFIXES else size


def _paths(targets: Iterator[Target], asked: deque[Target]) -> Iterator[Path]:
    """The paths of the targets that can be read; every target is noted when it is asked for."""
    for target in targets:
        asked.append(target)
        if not target.fault:
            yield target.path


def _faults(asked: deque[Target]) -> Iterator[Reported]:
    """The reports for targets that cannot be read and whose turn it is."""
    while asked and (fault := asked[0].fault):
        yield asked.popleft(), unreadable(fault)
