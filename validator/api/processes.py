"""Many pieces of work in several processes: results come in the order of the pieces, and a process that dies costs one.

A pool of the standard library gives up all of its work when one of its processes dies, and does not say on what. Here
each process has a pipe of its own, so that it is known what it was at.
"""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing import Pipe, get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Final, Generic, TypeVar

import msgspec

Item = TypeVar("Item")
Result = TypeVar("Result")

ALONE: Final = 400_000
"""The weight of what goes to a process at once; what weighs as much by itself goes alone."""

_MOST_ITEMS: Final = 500
_AHEAD: Final = 3  # chunks for each process that may be finished before their turn

_ENCODER: Final = msgspec.msgpack.Encoder()


class _Chunk(msgspec.Struct, Generic[Item], frozen=True):
    """Pieces that go to a process together. `first`: the number of the first of them among all."""

    first: int
    items: tuple[Item, ...]


class _Worker(msgspec.Struct, Generic[Item]):
    """A process, our end of its pipe, and what it is at."""

    process: BaseProcess
    pipe: Connection
    chunk: _Chunk[Item] | None = None


class Processes(Generic[Item, Result]):
    """A context in which work is done by `jobs` processes. None of them outlives it, nor this process."""

    def __init__(
        self,
        jobs: int,
        make: Callable[[], Callable[[Item], Result]],
        result: Any,
        lost: Callable[[Item], Result],
    ) -> None:
        """`make` is called once in every process, for the function that does a piece there.

        `result` is the type of what it gives, which must be one that msgspec decodes. `lost` gives the result for
        a piece on which a process died twice, the second time alone.
        """
        self._jobs, self._make, self._lost = jobs, make, lost
        self._decoder = msgspec.msgpack.Decoder(list[result])
        # A forked process has all rules ready; where there is no fork, `make` must be picklable and loads them.
        self._forks = "fork" in get_all_start_methods()
        self._start = (get_context("fork") if self._forks else get_context("spawn")).Process
        self._workers: list[_Worker[Item]] = []

    def __enter__(self) -> "Processes[Item, Result]":
        return self

    def __exit__(self, *_: object) -> None:
        _end(self._workers)

    def results(self, items: Iterable[tuple[Item, int]]) -> Iterator[Result]:
        """The results in the order of the pieces, each of which is given with its weight.

        Only so many pieces are asked for as can be worked on soon.
        """
        work = _Work(_chunks(items), self._jobs * _AHEAD, self._lost)
        self._feed(work)
        while any(worker.chunk for worker in self._workers):
            for worker in self._answering():
                self._take(worker, work)
            yield from work.delivered()
            self._feed(work)

    def _feed(self, work: "_Work[Item, Result]") -> None:
        """Gives every idle process something to do; starts those that are missing."""
        while len(self._workers) < self._jobs:
            self._workers.append(self._started())
        for worker in self._workers:
            chunk = work.next() if worker.chunk is None else None
            if chunk is not None:
                worker.chunk = chunk
                # A process that died is found out when it is listened to.
                with suppress(OSError):
                    worker.pipe.send(chunk.items)

    def _answering(self) -> list[_Worker[Item]]:
        ready = wait([worker.pipe for worker in self._workers if worker.chunk])
        return [worker for worker in self._workers if worker.pipe in ready]

    def _take(self, worker: _Worker[Item], work: "_Work[Item, Result]") -> None:
        """Takes in what a process has done, or finds it dead."""
        chunk, worker.chunk = worker.chunk, None
        if chunk is None:
            return
        try:
            results: list[Result] = self._decoder.decode(worker.pipe.recv_bytes())
        except (EOFError, OSError):
            self._workers.remove(worker)
            _end([worker])
            work.died(chunk)
        else:
            work.done(chunk, results)

    def _started(self) -> _Worker[Item]:
        ours, theirs = Pipe()
        # A forked process would hold the other ends open, and nobody would notice that this one has died.
        inherited = [ours, *(worker.pipe for worker in self._workers)] if self._forks else []
        process = self._start(target=_work, args=(theirs, inherited, self._make))
        process.start()
        theirs.close()
        return _Worker(process, ours)


class _Work(Generic[Item, Result]):
    """What is still to be done, and what is done and waits for its turn."""

    def __init__(
        self, chunks: Iterator[_Chunk[Item]], most_open: int, lost: Callable[[Item], Result]
    ) -> None:
        self._chunks, self._most_open, self._lost = chunks, most_open, lost
        self._again: deque[_Chunk[Item]] = deque()
        self._open: deque[int] = deque()  # the last numbers of the chunks that are not delivered, in order
        self._done: dict[int, Result] = {}
        self._turn = 0

    def next(self) -> _Chunk[Item] | None:
        """What to do now; None while too much waits for its turn, and when all is given out."""
        if self._again:
            return self._again.popleft()
        chunk = next(self._chunks, None) if len(self._open) < self._most_open else None
        if chunk is not None:
            self._open.append(chunk.first + len(chunk.items) - 1)
        return chunk

    def done(self, chunk: _Chunk[Item], results: list[Result]) -> None:
        """Takes in the results of a chunk."""
        self._done.update(enumerate(results, chunk.first))

    def died(self, chunk: _Chunk[Item]) -> None:
        """The process that had a chunk died: each piece of it is tried alone, and one that was is given up."""
        if len(chunk.items) == 1:
            self.done(chunk, [self._lost(chunk.items[0])])
        else:
            self._again += [_Chunk(number, (item,)) for number, item in enumerate(chunk.items, chunk.first)]

    def delivered(self) -> Iterator[Result]:
        """The results whose turn it is."""
        while self._turn in self._done:
            yield self._done.pop(self._turn)
            self._turn += 1
        while self._open and self._open[0] < self._turn:
            self._open.popleft()


def _chunks(items: Iterable[tuple[Item, int]]) -> Iterator[_Chunk[Item]]:
    first, some, heavy = 0, list[Item](), 0
    for item, weight in items:
        some.append(item)
        heavy += weight
        if heavy >= ALONE or len(some) == _MOST_ITEMS:
            yield _Chunk(first, tuple(some))
            first, some, heavy = first + len(some), [], 0
    if some:
        yield _Chunk(first, tuple(some))


def _end(workers: Iterable[_Worker[Item]]) -> None:
    for worker in workers:
        worker.process.kill()
    for worker in workers:
        worker.process.join()
        worker.pipe.close()


def _work(
    pipe: Connection, inherited: list[Connection], make: Callable[[], Callable[[Item], Result]]
) -> None:
    """Does what comes through the pipe until it is closed. Ctrl-C is for the process at the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in inherited:
        other.close()
    do = make()
    with suppress(EOFError, OSError):
        while True:
            pipe.send_bytes(_ENCODER.encode(list(map(do, pipe.recv()))))
