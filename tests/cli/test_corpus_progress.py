"""The line of progress of `redmark corpus run` on a real terminal, and how to have less said."""

import os
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import BAD, GOOD, redmark
from tests.cli.terminal import on_terminal
from validator.cli.progress import SILENT_FOR

pytest.importorskip("pyarrow", reason="the extra 'corpus' is not installed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a run waits for a named pipe")

RUN = ("corpus", "run", "a.txt", "b.txt", "c.txt", "--out", "out", "--partition-bytes", "1", "--jobs", "1")
TOLD = "3 documents, 0.0 MB: 3 checked, 0 of no known kind, 0 not read; findings: 0 error, 1 warning, 0 info"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(BAD)
    os.mkfifo(tmp_path / "b.txt")  # the run waits here until the test writes
    (tmp_path / "c.txt").write_text(GOOD)
    return tmp_path


def shown(folder: Path, *options: str) -> str:
    with on_terminal(*RUN, *options, cwd=folder, env={"NO_COLOR": "1"}) as running:
        with (folder / "b.txt").open("w") as pipe:  # opens once the run reads it
            time.sleep(SILENT_FOR)
            pipe.write(GOOD)
        return running.rest()


def test_a_slow_run_shows_how_far_it_is_and_takes_the_line_away(folder: Path) -> None:
    text = shown(folder)
    assert " of 3 partitions, " in text
    assert " documents a second" in text
    assert [part.strip() for part in text.split("\r")][-3:] == ["", TOLD, ""]


@pytest.mark.parametrize("option", ["--no-progress", "-q", "-qq"])
def test_it_can_be_refused(folder: Path, option: str) -> None:
    text = shown(folder, option)
    assert "partitions" not in text
    assert (TOLD in text) == (option == "--no-progress")


def test_without_a_terminal_there_is_none_and_quiet_says_what_failed(folder: Path) -> None:
    (folder / "b.txt").unlink()
    (folder / "b.txt").write_text(GOOD)
    ran = redmark(*RUN, cwd=folder)
    assert (ran.code, ran.out, ran.err) == (1, f"{TOLD}\n", "")
    (folder / "d.jsonl.gz").write_bytes(b"damaged")
    for option, faults in (("-q", 1), ("-qq", 0)):
        ran = redmark("corpus", "run", "d.jsonl.gz", "--out", "other", option, cwd=folder)
        assert (ran.code, ran.out, ran.err.count("d.jsonl.gz: damaged")) == (4, "", faults)
