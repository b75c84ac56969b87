"""What `redmark check` writes, and where."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import BAD, GOOD, PROSE, ROOT, redmark

SCHEMA = json.loads((ROOT / "schemas" / "report.schema.json").read_text())

TEXT = """\
bad.txt:9:1: warning: Missing before paragraph 3: paragraph 2. [paragraph-number-gap]
     9 | 3. ••• ••• ••• ••• •••.
       | ^^^^^^^^^^^^^^^^^^^^^^^
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "bad.txt").write_text(BAD)
    return tmp_path


def test_text_shows_the_masked_line(folder: Path) -> None:
    ran = redmark("check", "bad.txt", cwd=folder)
    assert TEXT in ran.out
    assert ran.out.splitlines()[-1] == "1 file checked: 0 errors, 1 warning, 0 info"


@pytest.mark.parametrize("paths", [["."], ["good.txt", "missing.txt"], ["missing.txt"]], ids=" ".join)
def test_json_is_valid_by_its_schema(folder: Path, paths: list[str]) -> None:
    ran = redmark("check", *paths, "--format", "json", cwd=folder)
    report = json.loads(ran.out)
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    assert report["exit_code"] == ran.code


def test_json_lines_are_one_file_a_line(folder: Path) -> None:
    ran = redmark("check", ".", "--format", "jsonl", cwd=folder)
    first, *files, last = map(json.loads, ran.out.splitlines())
    assert first["tool"]["name"] == "redmark"
    assert [line["file"]["path"] for line in files] == ["bad.txt", "good.txt"]
    assert last["exit_code"] == ran.code == 1


def test_same_input_same_bytes(folder: Path) -> None:
    runs = [redmark("check", ".", "--format", "json", cwd=folder).out for _ in range(2)]
    assert runs[0] == runs[1]


def test_several_reports_in_one_run(folder: Path) -> None:
    arguments = ("check", "bad.txt", "--output", "json:a.json", "--output", "jsonl:b.jsonl")
    ran = redmark(*arguments, cwd=folder)
    assert (ran.code, TEXT in ran.out) == (1, True)
    whole = json.loads((folder / "a.json").read_text())
    lines = [json.loads(line) for line in (folder / "b.jsonl").read_text().splitlines()]
    assert whole["files"] == [lines[1]["file"]]


def test_a_file_is_written_whole_or_not_at_all(folder: Path) -> None:
    (folder / "a.json").write_text("old")
    arguments = ("check", "bad.txt", "--output", "json:a.json", "--output", "json:no/such.json")
    assert redmark(*arguments, cwd=folder).code == 2
    assert (folder / "a.json").read_text() == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["a.json", "bad.txt", "good.txt"]


class TestStandardInput:
    def test_it_is_read(self) -> None:
        ran = redmark("check", "-", "--stdin-filename", "cable.txt", stdin=BAD.encode())
        assert (ran.code, ran.out[:14]) == (1, "cable.txt:9:1:")

    def test_it_must_be_a_document(self) -> None:
        ran = redmark("check", "-", stdin=PROSE.encode())
        assert (ran.code, ran.err) == (4, "redmark: <stdin>: the kind of document was not recognised\n")

    def test_it_goes_together_with_files(self, folder: Path) -> None:
        ran = redmark("check", "good.txt", "-", "--format", "jsonl", cwd=folder, stdin=GOOD.encode())
        paths = [json.loads(line)["file"]["path"] for line in ran.out.splitlines()[1:-1]]
        assert (ran.code, paths) == (0, ["good.txt", "<stdin>"])


class TestTerminals:
    def test_no_colour_into_a_pipe(self, folder: Path) -> None:
        assert "\x1b" not in redmark("check", "bad.txt", cwd=folder).out

    def test_on_a_terminal_there_is_colour_and_nothing_is_said_twice(self, folder: Path) -> None:
        ours, theirs = pty.openpty()
        env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "NO_COLOR": ""}
        command = [sys.executable, "-m", "validator", "check", "bad.txt", "missing.txt", "--reveal"]
        done = subprocess.run(command, cwd=folder, env=env, stdout=theirs, stderr=theirs, timeout=60)
        os.close(theirs)
        shown = os.read(ours, 100_000).decode()
        os.close(ours)
        assert (done.returncode, "\x1b[33;1mwarning:" in shown, shown.count("no such file")) == (4, True, 1)

    def test_colour_can_be_forced_and_refused(self, folder: Path) -> None:
        forced = redmark("check", "bad.txt", cwd=folder, env={"FORCE_COLOR": "1"})
        refused = redmark("check", "bad.txt", cwd=folder, env={"FORCE_COLOR": "1", "NO_COLOR": "1"})
        assert ("\x1b[" in forced.out, "\x1b[" in refused.out) == (True, False)

    def test_output_is_utf8_whatever_the_locale(self, folder: Path) -> None:
        ran = redmark("check", "bad.txt", cwd=folder, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
        assert TEXT in ran.out

    def test_a_file_name_that_is_no_text(self, folder: Path) -> None:
        name = os.fsdecode(b"caf\xe9.txt")
        (folder / name).write_text(GOOD)
        ran = redmark("check", ".", "--format", "json", cwd=folder)
        assert [file["path"] for file in json.loads(ran.out)["files"]][1] == r"caf\udce9.txt"

    def test_a_reader_that_goes_away_is_no_traceback(self, folder: Path) -> None:
        for number in range(300):
            (folder / f"{number:04}.txt").write_text(BAD)
        command = f"{sys.executable} -m validator check . --format json | head -n 1"
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, shell=True, cwd=folder, env=env, capture_output=True, timeout=60)
        assert (done.stdout, done.stderr) == (b"{\n", b"")
