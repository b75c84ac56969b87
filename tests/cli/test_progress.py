"""The progress line on a real terminal: not before a second, not in the report, and gone at the end."""

import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.running import BAD, GOOD, redmark
from tests.cli.terminal import OnTerminal, on_terminal
from validator.cli.progress import SILENT_FOR

LINE = "2 of 3 files, "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.txt").write_text(BAD)
    (tmp_path / "good.txt").write_text(GOOD)
    return tmp_path


def slowly(running: OnTerminal) -> None:
    """Once the first file is done, lets the run wait for standard input for as long as nothing may be shown."""
    time.sleep(SILENT_FOR)
    running.stdin.write(GOOD.encode())
    running.stdin.close()


def shown(folder: Path, *arguments: str, env: dict[str, str] | None = None) -> str:
    """All that a slow run of three files shows, one of them standard input."""
    with on_terminal("check", "bad.txt", "-", "good.txt", *arguments, cwd=folder, env=env) as running:
        running.wait_for("bad.txt:9:1:")
        slowly(running)
        text = running.rest()
        assert running.process.wait() == 1
        return text


def test_it_is_shown_between_the_lines_of_the_report_and_goes_away(folder: Path) -> None:
    text = shown(folder)
    assert LINE in text
    before, _, after = text.rpartition("\r[")
    assert "\x1b" not in after
    ends = ["", "3 files checked: 0 errors, 1 warning, 0 info", ""]
    assert [line.strip() for line in after.split("\r")][1:] == ends
    assert before.startswith("\x1b[1mbad.txt:9:1:")


def test_it_has_no_colour_of_its_own(folder: Path) -> None:
    text = shown(folder, env={"NO_COLOR": "1"})
    assert (LINE in text, "\x1b" in text) == (True, False)


@pytest.mark.parametrize("option", ["--no-progress", "--verbose", "--quiet"])
def test_it_can_be_refused(option: str, folder: Path) -> None:
    assert " of 3 files" not in shown(folder, option)


def test_a_short_run_shows_none(folder: Path) -> None:
    with on_terminal("check", "bad.txt", "good.txt", cwd=folder, env={"NO_COLOR": "1"}) as running:
        assert "\r[" not in running.rest()


def test_it_never_gets_into_a_report(folder: Path) -> None:
    for number in range(40):  # enough for a first part of the report to leave the process
        (folder / f"bad{number:02}.txt").write_text(BAD)
    names = sorted(path.name for path in folder.iterdir())
    arguments = ("check", *names, "-", "--format", "jsonl")
    with on_terminal(*arguments, cwd=folder, stdout=subprocess.PIPE) as running:
        assert running.process.stdout is not None
        first = running.process.stdout.read(1)
        slowly(running)
        report = first + running.process.stdout.read()
        assert " of 43 files, " in running.rest()
    assert report.decode() == redmark(*arguments, cwd=folder, stdin=GOOD.encode()).out


def test_without_a_terminal_there_is_none(folder: Path) -> None:
    """The same wait, with standard error in a pipe."""
    command = ("check", "bad.txt", "-")
    ran = redmark(*command, cwd=folder, stdin=GOOD.encode())
    assert (ran.code, ran.err) == (1, "")
