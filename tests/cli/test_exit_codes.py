"""The exit codes of design.md section 7: what each means, and never 0 where something was not judged."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import BAD, GOOD, PROSE, ROOT, redmark


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "bad.txt").write_text(BAD)
    (tmp_path / "prose.txt").write_text(PROSE)
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "empty").mkdir()
    (tmp_path / "mixed").mkdir()
    (tmp_path / "mixed" / "good.txt").write_text(GOOD)
    (tmp_path / "mixed" / "prose.md").write_text(PROSE)
    (tmp_path / "prose").mkdir()
    (tmp_path / "prose" / "prose.md").write_text(PROSE)
    (tmp_path / "broken.txt").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("good.txt", 0),
        ("bad.txt", 1),
        ("good.txt bad.txt", 1),
        ("bad.txt --fail-on error", 0),
        ("bad.txt --ignore paragraph-number-gap", 0),
        ("good.txt --fail-on info --select text", 0),
        ("mixed", 0),
        ("empty --allow-empty", 0),
        ("prose --allow-empty", 0),
        ("good.txt --as-of 2006-01-01", 0),
    ],
)
def test_what_was_judged(folder: Path, arguments: str, code: int) -> None:
    ran = redmark("check", *arguments.split(), cwd=folder)
    assert (ran.code, ran.err) == (code, "")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ("missing.txt", "missing.txt: no such file or directory"),
        (
            "empty",
            "empty: no file ending in .cable, .docx, .eml, .htm, .html, .markdown, .md, .pdf, .text, .txt; --allow-empty accepts that",
        ),
        ("broken.txt", "broken.txt: no such file or directory"),
        ("pipe.txt", "pipe.txt: not a regular file; name a file or a folder"),
        ("binary.txt", "binary.txt: binary, not text"),
        ("scan.pdf", "scan.pdf: damaged, or no PDF"),
        ("good.txt/inside", "good.txt/inside: not a directory"),
        ("prose.txt", "prose.txt: the kind of document was not recognised"),
        ("good.txt --max-bytes 10", "good.txt: larger than 10 bytes; raise --max-bytes to read it"),
        ("bad.txt missing.txt", "missing.txt: no such file or directory"),
        ("mixed mixed/prose.md", "mixed/prose.md: the kind of document was not recognised"),
    ],
)
def test_what_was_not_judged_is_4_and_a_line(folder: Path, arguments: str, line: str) -> None:
    ran = redmark("check", *arguments.split(), cwd=folder)
    assert ran.code == 4
    assert ran.err.startswith(f"redmark: {line}")


def test_a_folder_in_which_nothing_is_recognised_is_4(folder: Path) -> None:
    ran = redmark("check", "prose", cwd=folder)
    assert ran.code == 4
    assert ran.err == (
        "redmark: nothing was checked; --allow-empty accepts that, --kind says what a document is\n"
    )


def test_a_file_that_may_not_be_read_is_4(folder: Path) -> None:
    locked = folder / "good.txt"
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("this user, probably root, may read everything")
    ran = redmark("check", "good.txt", cwd=folder)
    assert (ran.code, ran.err) == (4, "redmark: good.txt: permission denied\n")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ("chek good.txt", "there is no command 'chek'; did you mean 'check'?"),
        ("check", "check: no path given; name a file or folder, or - for standard input"),
        ("check good.txt --fromat json", "there is no option '--fromat'; did you mean '--format'?"),
        ("check good.txt --format jsn", "format: there is no 'jsn'; did you mean 'json'?"),
        ("check good.txt --fail-on warn", "fail-on: there is no 'warn'; did you mean 'warning'?"),
        ("check good.txt --as-of 06-01-01", "as-of: '06-01-01' is no date; write it like 1976-03-01"),
        (
            "check good.txt --select paragraf-number-gap",
            "select: there is no rule, pack or tag 'paragraf-number-gap'; did you mean 'paragraph-number-gap'?",
        ),
        ("check good.txt --max-bytes many", "max-bytes: 'many' is no whole number"),
        (
            "check good.txt --output report.json",
            "output: 'report.json' is not FORMAT:FILE; write it like json:report.json",
        ),
        ("check good.txt --output json:no/such.json", "output: no/such.json: no such file or directory"),
        ("check good.txt --reveal", "reveal: only a terminal may show that; leave out --output and --format"),
        ("explain paragraph-gap", "explain: there is no rule 'paragraph-gap'"),
        ("check --fail-on", "argument --fail-on: expected one argument; 'redmark check --help' shows how"),
    ],
)
def test_a_wrong_command_line_is_2_and_a_line(folder: Path, arguments: str, line: str) -> None:
    ran = redmark(*arguments.split(), cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"redmark: {line}")
    assert ran.err.count("\n") == 1


PACK = 'packfile: 1\nname: ours\ntitle: Ours\nversion: "1.0"\ndefault: true\nsource: here\n'


def breaks_nothing(folder: Path) -> None:
    (folder / "pack.yaml").write_text(PACK)


def breaks_the_pack(folder: Path) -> None:
    (folder / "pack.yaml").write_text(PACK.replace("title", "titel"))


def breaks_a_rule(folder: Path) -> None:
    (folder / "pack.yaml").write_text(PACK)
    (folder / "a-rule.yaml").write_text("rulefile: 1\nseverity: eror\n")


@pytest.mark.parametrize(("breaks", "code"), [(breaks_nothing, 0), (breaks_the_pack, 3), (breaks_a_rule, 3)])
@pytest.mark.parametrize("command", ["check good.txt --pack ours", "rules --pack ours", "test ours"])
def test_an_invalid_rule_file_is_3(
    folder: Path, breaks: Callable[[Path], None], code: int, command: str
) -> None:
    (folder / "ours").mkdir()
    breaks(folder / "ours")
    ran = redmark(*command.split(), cwd=folder)
    assert ran.code == code
    assert all(line.startswith("redmark: ") and "ours" in line for line in ran.err.splitlines())
    assert bool(ran.err) is (code == 3)


def test_of_mixed_files_those_of_no_known_kind_can_be_passed_over_and_are_said(tmp_path: Path) -> None:
    (tmp_path / "prose.txt").write_text(PROSE)
    (tmp_path / "good.txt").write_text(GOOD)
    ran = redmark("check", "prose.txt", "good.txt", "--allow-unrecognised", cwd=tmp_path)
    assert (ran.code, "prose.txt: not checked: the kind of document was not recognised" in ran.out) == (
        0,
        True,
    )
    assert redmark("check", "prose.txt", "--allow-unrecognised", cwd=tmp_path).code == 0
    assert redmark("check", "prose.txt", "good.txt", cwd=tmp_path).code == 4


@pytest.mark.parametrize(
    ("closed", "paths", "code", "said"),
    [
        ("<&-", "-", 4, "redmark: <stdin>: the kind of document was not recognised\n"),
        ("<&-", "bad.txt", 1, ""),
        (">&-", "bad.txt", 4, "redmark: the report cannot be written: standard output is closed\n"),
        ("2>&-", "bad.txt", 1, ""),
    ],
)
def test_a_stream_that_is_closed_is_no_traceback(
    closed: str, paths: str, code: int, said: str, tmp_path: Path
) -> None:
    (tmp_path / "bad.txt").write_text(BAD)
    line = f"'{sys.executable}' -m validator check {paths} {closed}"
    done = subprocess.run(
        ["sh", "-c", line],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (code, said)
