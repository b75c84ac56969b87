"""One check at a time, of the newest text: what was asked for meanwhile waits, and a newer wish replaces an older."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Final

PAUSE: Final = (
    0.1  # seconds without a change before a check: nobody wants a fault told in the middle of a word
)
LONGEST_PAUSE: Final = 0.5


class Turns:
    """Calls `check` with the URI of a document whose turn it is, and `failed` where that raised an error.

    The pause is as long as the last check of the document took, so that a large file is not judged at every letter.
    """

    def __init__(
        self,
        check: Callable[[str], None],
        failed: Callable[[str, BaseException], None],
        pause: float = PAUSE,
    ) -> None:
        self._check, self._failed, self._pause = check, failed, pause
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="redmark-check")
        self._lock = threading.Lock()
        self._waiting: dict[str, threading.Timer] = {}
        self._took: dict[str, float] = {}
        self._stopped = False

    def ask(self, uri: str, *, at_once: bool = False) -> None:
        """Wishes for a check; without `at_once` after a pause."""
        pause = 0.0 if at_once else max(self._pause, min(self._took.get(uri, 0.0), LONGEST_PAUSE))
        timer = threading.Timer(pause, self._start, (uri,))
        timer.daemon = True
        with self._lock:
            before, self._waiting[uri] = self._waiting.get(uri), timer
        if before is not None:
            before.cancel()
        timer.start()

    def first(self, action: Callable[[], None]) -> None:
        """Does something before all checks, in their thread."""
        self._worker.submit(action).add_done_callback(partial(self._done, ""))

    def stop(self) -> None:
        """No further check; one that runs is waited for by whoever ends the process."""
        with self._lock:
            self._stopped = True
            waiting = tuple(self._waiting.values())
        for timer in waiting:
            timer.cancel()
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _start(self, uri: str) -> None:
        with self._lock:
            self._waiting.pop(uri, None)
            turn = None if self._stopped else self._worker.submit(self._timed, uri)
        if turn is not None:
            turn.add_done_callback(partial(self._done, uri))

    def _timed(self, uri: str) -> None:
        began = time.monotonic()
        self._check(uri)
        self._took[uri] = time.monotonic() - began

    def _done(self, uri: str, future: "Future[None]") -> None:
        error = None if future.cancelled() else future.exception()
        if error is not None:
            self._failed(uri, error)
