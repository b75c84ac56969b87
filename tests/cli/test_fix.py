"""`redmark fix`: what it mends, what it leaves, and the trail it keeps."""

import json
from pathlib import Path

import pytest

from tests.cli.running import redmark

MEMO = """\
SECRET // NOFORN

12 January 2017

SUBJECT: (U) Harbor fees

1. (s//nf) The port authority raised its fees.

2. (S//NOFORN) Two shipping agents had expected more.

SECRET//NF
"""
MENDED = """\
SECRET//NOFORN

12 January 2017

SUBJECT: (U) Harbor fees

1. (S//NF) The port authority raised its fees.

2. (S//NF) Two shipping agents had expected more.

SECRET//NOFORN
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "memo.txt").write_text(MEMO)
    return tmp_path


def test_a_difference_is_shown_and_nothing_written(folder: Path) -> None:
    ran = redmark("fix", "memo.txt", "--diff", cwd=folder)
    assert (ran.code, (folder / "memo.txt").read_text()) == (1, MEMO)
    assert "-SECRET // NOFORN\n+SECRET//NOFORN\n" in ran.out


def test_what_the_project_does_not_check_is_not_mended(folder: Path) -> None:
    found = json.loads(redmark("check", "memo.txt", "--format", "json", cwd=folder).out)["files"][0][
        "findings"
    ]
    ignored = sorted({one["rule"] for one in found if "fix" in one})
    (folder / "redmark.toml").write_text(f"ignore = {json.dumps(ignored)}\n")
    ran = redmark("fix", "memo.txt", "--diff", cwd=folder)
    assert (bool(ignored), ran.code, ran.out) == (True, 0, "")
    assert redmark("fix", "memo.txt", "--diff", "--isolated", cwd=folder).code == 1


def test_paths_that_the_project_excludes_are_not_mended(folder: Path) -> None:
    (folder / "redmark.toml").write_text('exclude = ["memo.txt"]\nallow-empty = true\n')
    assert redmark("fix", ".", "--diff", cwd=folder).code == 0


def test_what_is_written_is_mended_and_stays_so(folder: Path) -> None:
    assert redmark("fix", ".", "--write", cwd=folder).code == 0
    assert (folder / "memo.txt").read_text() == MENDED
    assert redmark("fix", ".", "--write", cwd=folder).code == 0
    assert (folder / "memo.txt").read_text() == MENDED
    assert redmark("fix", ".", "--diff", cwd=folder).code == 0


def test_every_edit_leaves_a_trail(folder: Path) -> None:
    redmark("fix", "memo.txt", "--write", "--audit", "edits.jsonl", cwd=folder)
    edits = [json.loads(line) for line in (folder / "edits.jsonl").read_text().splitlines()]
    first = edits[0]
    assert (first["path"], first["rule"], first["line"], first["before"], first["after"]) == (
        "memo.txt",
        "spacing-wrong",
        1,
        " // ",
        "//",
    )
    assert len(edits) == 4
    assert len({edit["sha256_after"] for edit in edits}) == 1


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_end_as_they_did(newline: str, folder: Path) -> None:
    (folder / "memo.txt").write_bytes(MEMO.replace("\n", newline).encode())
    redmark("fix", "memo.txt", "--write", cwd=folder)
    assert (folder / "memo.txt").read_bytes() == MENDED.replace("\n", newline).encode()


def test_what_is_not_utf8_is_left_and_said(folder: Path) -> None:
    data = MEMO.replace("agents", "ägents").encode("cp1252")
    (folder / "memo.txt").write_bytes(data)
    ran = redmark("fix", "memo.txt", "--write", cwd=folder)
    assert ((folder / "memo.txt").read_bytes(), "only UTF-8 text" in ran.err) == (data, True)


def test_one_of_diff_and_write_is_needed(folder: Path) -> None:
    assert redmark("fix", "memo.txt", cwd=folder).code == 2
    assert redmark("fix", "memo.txt", "--diff", "--write", cwd=folder).code == 2


def test_a_missing_file_is_incomplete(folder: Path) -> None:
    assert redmark("fix", "none.txt", "--diff", cwd=folder).code == 4


def test_a_trail_that_cannot_be_written_leaves_the_file(folder: Path) -> None:
    ran = redmark("fix", "memo.txt", "--write", "--audit", "none/edits.jsonl", cwd=folder)
    assert (ran.code, (folder / "memo.txt").read_text()) == (2, MEMO)


def test_a_release_is_a_record(folder: Path) -> None:
    released = f"RELEASE IN FULL\n\n{MEMO}"
    (folder / "memo.txt").write_text(released)
    ran = redmark("fix", "memo.txt", "--write", cwd=folder)
    assert ("a release is a record" in ran.err, (folder / "memo.txt").read_text()) == (True, released)
    redmark("fix", "memo.txt", "--write", "--force", cwd=folder)
    assert (folder / "memo.txt").read_text() == f"RELEASE IN FULL\n\n{MENDED}"
