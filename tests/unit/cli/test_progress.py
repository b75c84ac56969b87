"""The progress line: when it appears, what it says, and that it goes away, by a clock that stands where we put it."""

import io

import pytest

from validator.cli.progress import Progress, line_of


class Clock:
    """A clock that is told the time."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.BytesIO):
    """A stream of bytes that is a terminal; `order` also has what else was written."""

    def isatty(self) -> bool:
        return True


def run(*steps: float, total: int = 40) -> tuple[str, list[str]]:
    """What stands on the terminal at the end, and every line that was shown, for steps at these seconds."""
    clock, terminal = Clock(), io.StringIO()
    with Progress(terminal, lambda: total, clock=clock) as progress:
        for moment in steps:
            clock.now = moment
            progress.step()
    written = terminal.getvalue()
    return written.rsplit("\r", 1)[-1], [line.rstrip() for line in written.split("\r") if line.strip()]


def test_a_run_that_is_soon_over_shows_nothing_and_counts_nothing_beforehand() -> None:
    counted: list[int] = []
    terminal = io.StringIO()
    with Progress(terminal, lambda: counted.append(1) or 3, clock=Clock()) as progress:
        progress.step(3)
    assert (terminal.getvalue(), counted) == ("", [])


def test_a_long_one_shows_how_far_it_is_and_takes_the_line_away() -> None:
    left, lines = run(0.5, 1.5, 1.55, 3.0)
    assert (left, len(lines)) == ("", 2)  # the third step came too soon after the second
    assert lines[-1].endswith("4 of 40 files, 1.3 a second, 27 s left")


@pytest.mark.parametrize(
    ("done", "total", "seconds", "width", "line"),
    [
        (1, 4, 2, 79, "[#######.......................] 1 of 4 files, 0.5 a second, 6 s left"),
        (4, 4, 2, 79, "[##############################] 4 of 4 files, 2.0 a second, 0 s left"),
        (
            5000,
            100_000,
            10,
            79,
            "[#...........................] 5,000 of 100,000 files, 500 a second, 3 min left",
        ),
        (60, 5000, 60, 59, "60 of 5,000 files, 1.0 a second, 1 h 22 min left"),
        (60, 5000, 60, 20, "60 of 5,000 files, 1"),
        (0, 5, 2, 79, "[..............................] 0 of 5 files, 0.0 a second"),
        (9, 4, 3, 79, "[##############################] 9 of 9 files, 3.0 a second, 0 s left"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_line_whole(done: int, total: int, seconds: float, width: int, line: str) -> None:
    assert line_of(done, total, seconds, "files", width) == line
    assert len(line) <= width


def test_what_an_earlier_run_has_done_is_no_speed_of_this_one() -> None:
    clock, terminal = Clock(), io.StringIO()
    with Progress(terminal, lambda: 100, "partitions", before=90, pace="documents", clock=clock) as progress:
        for moment in (1.0, 2.0):
            clock.now = moment
            progress.step(paced=1500)
    lines = [line.strip() for line in terminal.getvalue().split("\r") if line.strip()]
    assert [line.partition("] ")[2] for line in lines] == [
        "91 of 100 partitions, 1,500 documents a second, 9 s left",
        "92 of 100 partitions, 1,500 documents a second, 8 s left",
    ]


def test_a_shorter_line_leaves_nothing_of_a_longer_one() -> None:
    clock, terminal = Clock(), io.StringIO()
    with Progress(terminal, lambda: 1000, clock=clock) as progress:
        for moment, count in ((1.0, 1), (100.0, 989)):
            clock.now = moment
            progress.step(count)
        first, second = terminal.getvalue().split("\r")[1:]
        assert (len(first) > len(second.rstrip()), len(first) == len(second)) == (True, True)


def test_what_is_written_to_the_same_terminal_takes_the_place_of_the_line() -> None:
    clock, both = Clock(), Terminal()
    text = io.TextIOWrapper(both, encoding="utf-8", write_through=True)
    with Progress(text, lambda: 9, clock=clock) as progress:
        stream = progress.beside(both)
        clock.now = 2.0
        progress.step()
        stream.write(b"")
        stream.write(b"a finding\n")
        progress.step()
        stream.flush()
    parts = both.getvalue().decode().split("\r")
    assert [part.strip() for part in parts] == [
        "",
        "[###...........................] 1 of 9 files, 0.5 a second, 16 s left",
        "",
        "a finding",
        "[######........................] 2 of 9 files, 1.0 a second, 7 s left",
        "",
        "",
    ]


def test_an_interrupted_run_leaves_nothing_behind() -> None:
    clock, terminal = Clock(), io.StringIO()
    with pytest.raises(KeyboardInterrupt), Progress(terminal, lambda: 9, clock=clock) as progress:
        clock.now = 2.0
        progress.step()
        raise KeyboardInterrupt
    assert terminal.getvalue().split("\r")[2:] == [" " * len(terminal.getvalue().split("\r")[1]), ""]


def test_another_stream_is_left_alone() -> None:
    pipe = io.BytesIO()
    assert Progress(io.StringIO(), lambda: 1).beside(pipe) is pipe
    assert Progress(None, lambda: 1).beside(Terminal()).__class__ is Terminal


def test_without_a_terminal_nothing_is_ever_shown() -> None:
    clock = Clock()
    with Progress(None, lambda: 1, clock=clock) as progress:
        clock.now = 1e9
        progress.step()
        progress.hide()
