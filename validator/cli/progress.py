"""How far a long run is: one line on a terminal, which goes away again.

with Progress(sys.stderr, lambda: 5_000) as progress:
    work(done=progress.step)
"""

import os
from collections.abc import Callable
from time import monotonic
from typing import BinaryIO, Final, Protocol, Self, TextIO

SILENT_FOR: Final = 1.0  # seconds: a run that is over by then shows nothing
BETWEEN: Final = 0.1  # seconds from one line to the next
LONGEST_BAR: Final = 30
_NARROW: Final = 60  # columns; below that there is no room for a bar
_USUAL: Final = 80  # columns of a terminal that does not say
_NEVER: Final = float("inf")


class Stream(Protocol):
    """Where a report is written."""

    def write(self, data: bytes, /) -> int:
        """Writes all of it."""

    def flush(self) -> None:
        """Hands on what was kept back."""


class Progress:
    """Counts steps, and shows them on `terminal` when the work takes long. Without a terminal it shows nothing.

    `total` is asked once, when the first line is due, so that a short run need not count beforehand. `before`: steps
    that an earlier run has done. `pace`: what the speed is counted in, where that is not the unit.
    """

    def __init__(
        self,
        terminal: TextIO | None,
        total: Callable[[], int],
        unit: str = "files",
        *,
        before: int = 0,
        pace: str = "",
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._terminal, self._total, self._unit, self._clock = terminal, total, unit, clock
        self._pace, self._paced = pace, 0
        self._of = 0
        self._before = self._done = before
        self._shown = ""
        self._began = clock()
        self._due = self._began + SILENT_FOR if terminal is not None else _NEVER

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.hide()

    def step(self, count: int = 1, paced: int = 0) -> None:
        """So many more are done, and so much of what the speed is counted in."""
        self._done += count
        self._paced += paced
        now = self._clock()
        if now >= self._due:
            self._show(now)

    def hide(self) -> None:
        """Takes the line away, so that something else can be written in its place."""
        if self._shown:
            self._write(f"\r{' ' * len(self._shown)}\r")
            self._shown = ""
            self._due = self._clock()  # it comes back with the next step

    def beside(self, stream: BinaryIO) -> Stream:
        """The stream; where it is a terminal too, the line makes room for what is written to it."""
        return _Beside(stream, self) if self._terminal is not None and stream.isatty() else stream

    def _show(self, now: float) -> None:
        self._of = self._of or self._total()
        width = _columns(self._terminal) - 1  # a full last column would begin a new line
        seconds = now - self._began
        speed = _rate(self._paced / seconds, self._pace) if self._pace else ""
        line = line_of(self._done, self._of, seconds, self._unit, width, before=self._before, speed=speed)
        rest = " " * (len(self._shown) - len(line))
        self._write(f"\r{line}{rest}")
        self._shown, self._due = line, now + BETWEEN

    def _write(self, text: str) -> None:
        if self._terminal is not None:
            self._terminal.write(text)
            self._terminal.flush()


class _Beside:
    """A stream on the terminal of the progress line; nothing is kept back, or it would come out behind the line."""

    def __init__(self, stream: BinaryIO, progress: Progress) -> None:
        self._stream, self._progress = stream, progress

    def write(self, data: bytes, /) -> int:
        if data:
            self._progress.hide()
        written = self._stream.write(data)
        self._stream.flush()
        return written

    def flush(self) -> None:
        self._stream.flush()


def line_of(
    done: int, total: int, seconds: float, unit: str, width: int, *, before: int = 0, speed: str = ""
) -> str:
    """The line: a bar where there is room, how many of how many, how fast, and how long it may still take."""
    total = max(total, done)
    rate = (done - before) / seconds
    left = f", {_time((total - done) / rate)} left" if rate else ""
    words = f"{done:,} of {total:,} {unit}, {speed or _rate(rate)}{left}"
    room = min(LONGEST_BAR, width - len(words) - 3)
    if width < _NARROW or room < 1:
        return words[:width]
    full = room * done // max(total, 1)
    return f"[{'#' * full}{'.' * (room - full)}] {words}"


def _rate(rate: float, what: str = "") -> str:
    each = f"{what} a second".lstrip()
    return f"{rate:,.0f} {each}" if rate >= 10 else f"{rate:.1f} {each}"


def _time(seconds: float) -> str:
    """To the second below a minute, to the minute above: more would be false."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"


def _columns(terminal: TextIO | None) -> int:
    """The width of the terminal; it may have changed since the line before."""
    try:
        return os.get_terminal_size(terminal.fileno()).columns or _USUAL if terminal else _USUAL
    except OSError:
        return _USUAL
