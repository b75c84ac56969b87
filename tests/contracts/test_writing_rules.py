"""docs/writing-rules.md: every command in it is run, in order and in one folder, and says what the page shows.

A block under "File `PATH`:" is written to that file; under "In `PATH`, in place of what stands there:" its keys take
the place of those of the file; a block of the language `console` is run, and ends with 0 or as `<!-- exit N -->` before it says (of
several commands the last, or `N,N` all). `…` in an output stands for anything on a line, or for any lines where it has
one to itself. REDMARK_SHOW_OUTPUT=1 prints what the commands say now.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.running import ROOT
from tests.unit.rulebook.test_seeded_mistakes import MISTAKES

PAGE = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
MARK = (
    r"File `(?P<file>[^`]+)`:\n\n",
    r"In `(?P<change>[^`]+)`, in place of what stands there:\n\n",
    r"<!-- exit (?P<exit>[0-9,]+) -->\n",
    r"<!-- (?P<shown>only shown) -->\n",
)
BLOCK = re.compile(
    rf"(?:^(?:{'|'.join(MARK)}))?^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
SECTION = re.compile(r"^(?=\w+:)", re.MULTILINE)
MISTAKE = re.compile(r"^\| `(?P<wrong>[^`]+)` \| `(?P<answer>.+)` \|$", re.MULTILINE)


class Block(NamedTuple):
    """A block of code: what is to be done with it, and where on the page it stands."""

    line: int
    what: str
    of: str
    language: str
    text: str


def blocks() -> Iterator[Block]:
    for found in BLOCK.finditer(PAGE):
        line = PAGE.count("\n", 0, found.start("language")) + 1
        marks = (
            (what, of) for what, of in found.groupdict().items() if what not in ("language", "text") and of
        )
        yield Block(line, *next(marks, ("", "")), found["language"], found["text"])


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a console with what it says."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, said = part.partition("\n")
        yield command, said


def changed(before: str, changes: str) -> str:
    """The file with the top-level keys of the changes in place of its own."""
    parts = {
        part.partition(":")[0]: part for text in (before, changes) for part in SECTION.split(text) if part
    }
    return "".join(part if part.endswith("\n") else f"{part}\n" for part in parts.values())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder to work in, beside one that holds the command."""
    base = tmp_path_factory.mktemp("writing")
    (base / "bin").mkdir()
    command = base / "bin" / "redmark"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m validator "$@"\n')
    command.chmod(0o755)
    (base / "work").mkdir()
    return base / "work"


def run(command: str, folder: Path) -> tuple[str, int]:
    path = f"{folder.parent / 'bin'}:{os.environ['PATH']}"
    env = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "GITHUB_ACTIONS": ""}
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
    )
    return done.stdout.decode(), done.returncode


def says(said: str, shown: str) -> bool:
    """Whether an output is the one that is shown."""
    forms = (
        "(?:.*\n)*" if line == "…\n" else ".*".join(map(re.escape, line.split("…")))
        for line in shown.splitlines(keepends=True)
    )
    return re.fullmatch("".join(forms), said) is not None


def exits(block: Block, number: int) -> list[int]:
    """What the commands of a block end with."""
    told = [int(code) for code in block.of.split(",")] if block.what == "exit" else []
    return [0] * (number - len(told)) + told


def test_every_command_says_what_the_page_shows(folder: Path) -> None:
    ran = 0
    for block in blocks():
        where = f"docs/writing-rules.md:{block.line}"
        path = folder / block.of
        if block.what == "file":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text)
        elif block.what == "change":
            path.write_text(changed(path.read_text(), block.text))
        elif block.language == "console":
            typed = [*commands(block.text)]
            for (command, shown), expected in zip(typed, exits(block, len(typed)), strict=True):
                said, code = run(command, folder)
                if os.environ.get("REDMARK_SHOW_OUTPUT"):
                    sys.__stdout__.write(f"{where}: exit {code}\n$ {command}\n{said}\n")  # type: ignore[union-attr]
                    continue
                assert says(said, shown), f"{where}: $ {command}\n{said}"
                assert code == expected, f"{where}: $ {command}"
                ran += 1
        else:
            assert block.what == "shown", f"{where}: a block that nothing is done with"
    assert ran > 10


def test_every_mistake_is_answered_as_the_page_says() -> None:
    listed = {found["wrong"].replace("\\|", "|"): found["answer"] for found in MISTAKE.finditer(PAGE)}
    known = {
        wrong.split("\n")[-1].strip(): answer.split(": ", 1)[1] for _, wrong, answer in MISTAKES.values()
    }
    assert len(listed) >= 8
    assert {wrong: known.get(wrong) for wrong in listed} == listed
