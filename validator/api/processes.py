"""Many files in several processes: reports come back in the order of the files, and a process that dies costs one file.

A pool of the standard library gives up all of its work when one of its processes dies, and does not say on what. Here
each process has a pipe of its own, so that it is known what it was at.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing import Pipe, get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final, TypeAlias

import msgspec

from validator.engine.inspection import unreadable
from validator.errors import UnreadableError
from validator.findings import FileReport

DIED: Final = "the process that checked it died"
_CHUNK: Final = 400_000  # weight, sent to a process at once
_MOST_FILES: Final = 500
_AHEAD: Final = 3  # chunks for each process that may be finished before their turn

Check: TypeAlias = Callable[[Path], FileReport]
_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(list[FileReport])


class _Chunk(msgspec.Struct, frozen=True):
    """Files that go to a process together. `first`: the number of the first of them among all files."""

    first: int
    paths: tuple[Path, ...]


class _Worker(msgspec.Struct):
    """A process, our end of its pipe, and what it is at."""

    process: BaseProcess
    pipe: Connection
    chunk: _Chunk | None = None


class Processes:
    """A context in which files are checked by `jobs` processes. None of them outlives it, nor this process."""

    def __init__(self, jobs: int, check: Callable[[], Check]) -> None:
        """`check` is called once in every process, for the function that checks a file there."""
        self._jobs, self._check = jobs, check
        # A forked process has all rules ready; where there is no fork, `check` must be picklable and loads them.
        self._forks = "fork" in get_all_start_methods()
        self._start = (get_context("fork") if self._forks else get_context("spawn")).Process
        self._workers: list[_Worker] = []

    def __enter__(self) -> "Processes":
        return self

    def __exit__(self, *_: object) -> None:
        _end(self._workers)

    def reports(self, paths: Iterable[tuple[Path, int]]) -> Iterator[FileReport]:
        """The reports in the order of the paths, each given with its weight.

        Only so many paths are asked for as can be worked on soon.
        """
        work = _Work(_chunks(paths), self._jobs * _AHEAD)
        self._feed(work)
        while any(worker.chunk for worker in self._workers):
            for worker in self._answering():
                self._take(worker, work)
            yield from work.delivered()
            self._feed(work)

    def _feed(self, work: "_Work") -> None:
        """Gives every idle process something to do; starts those that are missing."""
        while len(self._workers) < self._jobs:
            self._workers.append(self._started())
        for worker in self._workers:
            chunk = work.next() if worker.chunk is None else None
            if chunk is not None:
                worker.chunk = chunk
                # A process that died is found out when it is listened to.
                with suppress(OSError):
                    worker.pipe.send([os.fspath(path) for path in chunk.paths])

    def _answering(self) -> list[_Worker]:
        ready = wait([worker.pipe for worker in self._workers if worker.chunk])
        return [worker for worker in self._workers if worker.pipe in ready]

    def _take(self, worker: _Worker, work: "_Work") -> None:
        """Takes in what a process has done, or finds it dead."""
        chunk, worker.chunk = worker.chunk, None
        if chunk is None:
            return
        try:
            reports = _DECODER.decode(worker.pipe.recv_bytes())
        except (EOFError, OSError):
            self._workers.remove(worker)
            _end([worker])
            work.died(chunk)
        else:
            work.done(chunk, reports)

    def _started(self) -> _Worker:
        ours, theirs = Pipe()
        # A forked process would hold the other ends open, and nobody would notice that this one has died.
        inherited = [ours, *(worker.pipe for worker in self._workers)] if self._forks else []
        process = self._start(target=_work, args=(theirs, inherited, self._check))
        process.start()
        theirs.close()
        return _Worker(process, ours)


class _Work:
    """What is still to be done, and what is done and waits for its turn."""

    def __init__(self, chunks: Iterator[_Chunk], most_open: int) -> None:
        self._chunks, self._most_open = chunks, most_open
        self._again: deque[_Chunk] = deque()
        self._open: deque[int] = deque()  # the last numbers of the chunks that are not delivered, in order
        self._done: dict[int, FileReport] = {}
        self._turn = 0

    def next(self) -> _Chunk | None:
        """What to do now; None while too much waits for its turn, and when all is given out."""
        if self._again:
            return self._again.popleft()
        chunk = next(self._chunks, None) if len(self._open) < self._most_open else None
        if chunk is not None:
            self._open.append(chunk.first + len(chunk.paths) - 1)
        return chunk

    def done(self, chunk: _Chunk, reports: list[FileReport]) -> None:
        """Takes in the reports of a chunk."""
        self._done.update(enumerate(reports, chunk.first))

    def died(self, chunk: _Chunk) -> None:
        """The process that had a chunk died: each of its files is tried alone, and one that was is given up."""
        if len(chunk.paths) == 1:
            self.done(chunk, [unreadable(UnreadableError(str(chunk.paths[0]), DIED))])
        else:
            self._again += [_Chunk(number, (path,)) for number, path in enumerate(chunk.paths, chunk.first)]

    def delivered(self) -> Iterator[FileReport]:
        """The reports whose turn it is."""
        while self._turn in self._done:
            yield self._done.pop(self._turn)
            self._turn += 1
        while self._open and self._open[0] < self._turn:
            self._open.popleft()


def _chunks(paths: Iterable[tuple[Path, int]]) -> Iterator[_Chunk]:
    first, some, heavy = 0, list[Path](), 0
    for path, weight in paths:
        some.append(path)
        heavy += weight
        if heavy >= _CHUNK or len(some) == _MOST_FILES:
            yield _Chunk(first, tuple(some))
            first, some, heavy = first + len(some), [], 0
    if some:
        yield _Chunk(first, tuple(some))


def _end(workers: Iterable[_Worker]) -> None:
    for worker in workers:
        worker.process.kill()
    for worker in workers:
        worker.process.join()
        worker.pipe.close()


def _work(pipe: Connection, inherited: list[Connection], make_check: Callable[[], Check]) -> None:
    """Checks what comes through the pipe until it is closed. Ctrl-C is for the process at the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in inherited:
        other.close()
    check = make_check()
    with suppress(EOFError, OSError):
        while True:
            pipe.send_bytes(_ENCODER.encode([check(Path(path)) for path in pipe.recv()]))
