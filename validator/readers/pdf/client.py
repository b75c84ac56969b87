"""The reader's side of the worker process: starts it, keeps the clock, ends it."""

import atexit
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from validator.readers.pdf import protocol

_ROOT = Path(__file__).resolve().parents[3]  # the folder that holds the package `validator`
_PATIENCE = 5.0  # seconds that a worker has to end by itself


class WorkerGone(Exception):
    """The worker died or was killed in the middle of a request. `late` tells that the clock killed it."""

    def __init__(self, late: bool) -> None:
        self.late = late
        super().__init__("too slow" if late else "died")


class Worker:
    """One child process. A request that is not answered in time, or is left half way, costs it its life."""

    def __init__(self) -> None:
        # -P keeps the current folder out of the path: it may hold a hostile msgspec.py.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "validator.readers.pdf.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": _search_path()},
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests, self._replies = self._process.stdin, self._process.stdout
        self._clock = _Clock(self._process)
        self.owner = os.getpid()

    @property
    def pid(self) -> int:
        """The process number."""
        return self._process.pid

    def alive(self) -> bool:
        """Whether it can be asked; a copy of us made by a fork must not use our pipes."""
        return self.owner == os.getpid() and self._process.poll() is None

    def ask(self, request: protocol.Request, seconds: float) -> protocol.Reply:
        """The one reply to a request. WorkerGone when there is none within so many seconds."""
        return next(iter([*self.stream(request, 1, seconds)]))

    def stream(self, request: protocol.Request, replies: int, seconds: float) -> Iterator[protocol.Reply]:
        """So many replies to one request, each within so many seconds of the one before."""
        finished = False
        try:
            self._clock.set(seconds)
            self._send(request)
            for _ in range(replies):
                self._clock.set(seconds)
                reply = protocol.receive_reply(self._replies)
                if reply is None:
                    raise WorkerGone(self._clock.struck)
                yield reply
            finished = True
        finally:
            self._clock.clear()
            if not finished:  # also Ctrl-C: what is left in the pipe answers nobody
                self.kill()

    def _send(self, request: protocol.Request) -> None:
        try:
            protocol.send(self._requests, request)
        except OSError as error:
            raise WorkerGone(self._clock.struck) from error

    def kill(self) -> None:
        """Ends it at once."""
        self._process.kill()
        self._process.wait()
        self._close_pipes()

    def close(self) -> None:
        """Lets it end by itself."""
        self._close_pipes()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()

    def _close_pipes(self) -> None:
        self._clock.end()
        for pipe in (self._requests, self._replies):
            with suppress(OSError):  # half a request to a dead worker cannot be flushed
                pipe.close()


class _Clock(threading.Thread):
    """Kills a process when its time is up. Setting it costs nothing, as the thread looks only now and then."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        super().__init__(daemon=True)
        self._process = process
        self._deadline: float | None = None
        self._changed = threading.Event()
        self._ended = False
        self.struck = False
        self.start()

    def set(self, seconds: float) -> None:
        """Strikes after so many seconds, unless it is set again or cleared before."""
        asleep = self._deadline is None
        self._deadline = time.monotonic() + seconds
        if asleep:
            self._changed.set()

    def clear(self) -> None:
        """Strikes no more."""
        self._deadline = None

    def end(self) -> None:
        """Ends the thread."""
        self._ended = True
        self._changed.set()

    def run(self) -> None:
        """Sleeps until the deadline, which may have moved meanwhile."""
        while not self._ended:
            deadline = self._deadline
            left = None if deadline is None else deadline - time.monotonic()
            if left is not None and left <= 0:
                self.struck = True
                self._process.kill()
                return
            self._changed.wait(left)
            self._changed.clear()


class WorkerPool:
    """The worker of this process. It is started by the first PDF and serves all that follow."""

    def __init__(self) -> None:
        self._worker: Worker | None = None
        self.lock = threading.Lock()  # one document at a time

    def worker(self) -> Worker:
        """A worker that lives."""
        if self._worker is None or not self._worker.alive():
            self._worker = Worker()
            atexit.unregister(self.close)
            atexit.register(self.close)
        return self._worker

    def close(self) -> None:
        """Ends the worker; the next PDF starts another."""
        if self._worker is not None and self._worker.alive():
            self._worker.close()
        self._worker = None


def _search_path() -> str:
    """Ours first, so that the worker runs the code of its parent, from a checkout as from a wheel."""
    inherited = os.environ.get("PYTHONPATH", "")
    return os.pathsep.join([str(_ROOT), inherited] if inherited else [str(_ROOT)])
