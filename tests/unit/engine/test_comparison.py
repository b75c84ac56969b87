"""A document beside its redacted copy: what is listed, and what is a worry."""

from pathlib import Path

import pytest

from tests.battery.pdf_side_channels import boxes
from tests.battery.pdf_structure import page
from validator import compare_files
from validator.engine.alignment import Change, changes

MEMO = """\
SECRET

12 January 2017

SUBJECT: (U) Harbor fees

1. (U) The port authority raised its fees after a talk with Ann Example of Nordhaven.

2. (S) Two shipping agents had expected more.

3. (U) The agents wait.

SECRET
"""


def compared(tmp_path: Path, old: str, new: str) -> list[tuple[str, int]]:
    folder = tmp_path
    (folder / "old.txt").write_text(old, encoding="utf-8")
    (folder / "new.txt").write_text(new, encoding="utf-8")
    (report,) = compare_files(folder / "old.txt", folder / "new.txt").files
    return [(one.rule, one.span.start.line) for one in report.findings if one.pack == "comparison"]


CASES = {
    "nothing changed": (MEMO, []),
    "a marked deletion": (MEMO.replace("Ann Example of Nordhaven", "[REDACTED]"), [("text-taken-out", 7)]),
    "a block": (MEMO.replace("Ann Example of Nordhaven", "██████"), [("text-taken-out", 7)]),
    "an exemption": (MEMO.replace("Ann Example of Nordhaven", "(b)(6)"), [("text-taken-out", 7)]),
    "a deletion without a mark": (
        MEMO.replace(" with Ann Example of Nordhaven", ""),
        [("deletion-not-marked", 7), ("text-taken-out", 7)],
    ),
    "words put in": (MEMO.replace("agents wait.", "agents wait in a bar."), [("words-added-in-copy", 11)]),
    "blanks and lines set anew": (MEMO.replace("The agents wait.", "The   agents\nwait."), []),
    "another banner": (
        MEMO.replace("SECRET\n", "UNCLASSIFIED\n"),
        [
            ("deletion-not-marked", 1),
            ("marking-differs-from-original", 1),
            ("text-taken-out", 1),
            ("words-added-in-copy", 1),
            ("deletion-not-marked", 13),
            ("text-taken-out", 13),
            ("words-added-in-copy", 13),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_copy(name: str, tmp_path: Path) -> None:
    copy, expected = CASES[name]
    assert compared(tmp_path, MEMO, copy) == expected


def test_a_name_that_still_stands_elsewhere_is_an_error(tmp_path: Path) -> None:
    old = MEMO.replace("The agents wait.", "The agents wait, as does Ann Example.")
    new = old.replace("Ann Example of Nordhaven", "[REDACTED]")
    assert ("deleted-words-elsewhere", 11) in compared(tmp_path, old, new)


def test_a_paragraph_that_was_dropped_changes_the_numbers(tmp_path: Path) -> None:
    new = MEMO.replace("2. (S) Two shipping agents had expected more.\n\n3.", "2.")
    assert ("numbering-differs-from-original", 1) in compared(tmp_path, MEMO, new)


def test_in_a_pdf_marks_are_drawn_and_not_judged(tmp_path: Path) -> None:
    folder = tmp_path
    (folder / "old.pdf").write_bytes(page("The agent Ann Example met us."))
    (folder / "new.pdf").write_bytes(boxes(80))
    (report,) = compare_files(folder / "old.pdf", folder / "new.pdf").files
    assert "text-taken-out" in {one.rule for one in report.findings}
    assert "deletion-not-marked" not in {one.rule for one in report.findings}
    assert any(entry.reason.startswith("marks at the places of deletions") for entry in report.not_checked)


def test_a_file_that_cannot_be_read_is_a_result(tmp_path: Path) -> None:
    report = compare_files(f"{tmp_path}/none.txt", f"{tmp_path}/none.txt")
    assert (report.exit_code, report.files[0].status) == (4, "unreadable")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c", "a b c", []),
        ("a b c", "a c", [Change(2, 3, 1, 1, 1, 0)]),
        ("a c", "a b c", [Change(1, 1, 2, 3, 0, 1)]),
        ("a b\nc d", "a x\nc d", [Change(2, 3, 2, 3, 1, 1)]),
        ("", "a", [Change(0, 0, 0, 1, 0, 1)]),
    ],
)
def test_changes_are_found_word_by_word(old: str, new: str, expected: list[Change]) -> None:
    assert list(changes(old, new)) == expected


def test_a_long_stretch_that_differs_is_one_change() -> None:
    old, new = "a " * 5_000, "b " * 5_000
    assert [(one.words, one.new_words) for one in changes(old, new)] == [(5_000, 5_000)]
