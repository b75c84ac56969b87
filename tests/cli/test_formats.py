"""Formats on the command line: side by side, in GitHub Actions, and whatever a file is called."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import BAD, GOOD, ROOT, redmark
from validator.reporters import REPORTERS

JOB = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "page.md"}
ANNOTATION = (
    "::warning file=bad.txt,line=9,endLine=9,col=1,endColumn=37,title=paragraph-number-gap::"
    "Missing before paragraph 3: paragraph 2.%0A"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "bad.txt").write_text(BAD)
    return tmp_path


def test_all_formats_in_one_run_are_those_of_single_runs(folder: Path) -> None:
    asked = [word for name in REPORTERS for word in ("--output", f"{name}:out/{name}")]
    (folder / "out").mkdir()
    together = redmark("check", "good.txt", "bad.txt", "missing.txt", *asked, cwd=folder)
    assert together.code == 4
    for name in REPORTERS:
        alone = redmark("check", "good.txt", "bad.txt", "missing.txt", "--format", name, cwd=folder)
        assert ((folder / "out" / name).read_text(), alone.code) == (alone.out, 4)


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_the_order_of_sets_and_hashes_changes_nothing(folder: Path, name: str) -> None:
    runs = [
        redmark("check", ".", "--format", name, cwd=folder, env={"PYTHONHASHSEED": seed}).out
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]


def test_help_names_every_format() -> None:
    assert "|".join(sorted(REPORTERS)) in "".join(redmark("check", "--help").out.split())


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_a_file_name_that_is_no_text_is_shown_as_an_escape(tmp_path: Path, name: str) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(BAD)
    shown = {"sarif": "caf%5Cudce9.txt", "text": r"caf\udce9.txt", "html": r"caf\udce9.txt"}
    in_json = name in {"gitlab", "json", "jsonl", "rdjsonl"}
    expected = shown.get(name, r"caf\\udce9.txt" if in_json else r"caf\udce9.txt")
    assert expected in redmark("check", ".", "--format", name, cwd=tmp_path).out


class TestInGitHubActions:
    def test_annotations_come_with_the_text(self, folder: Path) -> None:
        ran = redmark("check", "bad.txt", cwd=folder, env=JOB)
        assert ran.out.startswith("bad.txt:9:1: warning: Missing")
        assert ANNOTATION in ran.out

    def test_the_page_of_the_job_is_added_to(self, folder: Path) -> None:
        (folder / "page.md").write_text("before\n")
        for _ in range(2):
            redmark("check", "bad.txt", cwd=folder, env=JOB)
        page = (folder / "page.md").read_text()
        assert page.startswith("before\n## Redmark\n")
        assert page.count("| warning | bad.txt&#58;9&#58;1 |") == 2

    def test_a_format_that_is_asked_for_stands_alone(self, folder: Path) -> None:
        ran = redmark("check", "bad.txt", "--format", "json", cwd=folder, env=JOB)
        assert json.loads(ran.out)["exit_code"] == 1
        assert not (folder / "page.md").exists()

    def test_without_a_page_there_are_annotations_only(self, folder: Path) -> None:
        ran = redmark("check", "bad.txt", "--format", "github", cwd=folder, env={"GITHUB_STEP_SUMMARY": ""})
        assert ran.out.startswith(ANNOTATION)
        assert sorted(path.name for path in folder.iterdir()) == ["bad.txt", "good.txt"]

    def test_ten_of_a_level_are_shown_and_the_others_counted_over_all_files(self, folder: Path) -> None:
        (folder / "many").mkdir()
        for number in range(16):
            (folder / "many" / f"bad{number:02}.txt").write_text(BAD)
        ran = redmark("check", "many", "--output", "json:all.json", cwd=folder, env=JOB)
        lines = ran.out.splitlines()
        assert sum(line.startswith("::warning ") for line in lines) == 10
        assert "::notice title=not shown here::6 more warnings; see the log." in lines
        assert sum("[paragraph-number-gap]" in line for line in lines) == 16  # the text has them all
        assert (folder / "page.md").read_text().count("| warning |") == 16
        assert len(json.loads((folder / "all.json").read_text())["files"]) == 16

    def test_quiet_leaves_the_annotations_and_the_page(self, folder: Path) -> None:
        ran = redmark("check", "bad.txt", "-q", cwd=folder, env=JOB)
        assert (ran.out.startswith("bad.txt:9:1: warning: "), ANNOTATION in ran.out) == (True, True)
        assert (folder / "page.md").exists()

    def test_twice_quiet_leaves_nothing(self, folder: Path) -> None:
        ran = redmark("check", "bad.txt", "-qq", cwd=folder, env=JOB)
        assert (ran.code, ran.out, ran.err, (folder / "page.md").exists()) == (1, "", "", False)

    def test_a_page_that_cannot_be_written_is_said(self, folder: Path) -> None:
        ran = redmark("check", "bad.txt", cwd=folder, env=JOB | {"GITHUB_STEP_SUMMARY": "no/page.md"})
        assert (ran.code, ran.err) == (2, "redmark: output: no/page.md: no such file or directory\n")


def test_only_the_format_in_use_is_imported(folder: Path) -> None:
    code = (
        "import sys; from validator.cli import run; sys.argv = ['redmark', 'check', 'good.txt', *sys.argv[1:]]; run();"
        "print(*sorted(name for name in sys.modules if name.startswith('validator.reporters.')), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    names = [name.rpartition(".")[2] for name in done.stderr.split()]
    assert names == ["colour", "places", "text"]
