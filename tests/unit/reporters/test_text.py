"""The report for people, compared whole."""

import pytest
from msgspec.structs import replace

from tests.unit.reporters.made import CHECKED, CLEAN, MISSING, SETTINGS, SUMMARY, TOOL, UNKNOWN
from validator.findings import FileReport, Summary
from validator.reporters.text import TextReporter, printable_path

PLAIN = TextReporter(TOOL, SETTINGS, False)

WITH_FINDINGS = """\
cables/a.txt:1:1: info: This is a partial extract. [partial-extract]
cables/a.txt:9:4: error: Paragraph 2 is marked SECRET, above the overall CONFIDENTIAL. [portion-mark-above-banner]
     9 | 2. (S) ••• •••
       |    ^^^
  hint: Raise the overall classification.
  see:  32 CFR 2001.21(b); a; and 2 more
cables/a.txt: not checked: the document has no date; --as-of DATE settles it (1 rule: reason-missing)
cables/a.txt: not checked: the document has no header (5 rules: a, b, c and 2 more)

"""


@pytest.mark.parametrize(
    ("report", "text"),
    [
        (CHECKED, WITH_FINDINGS),
        (CLEAN, ""),
        (MISSING, "missing.txt: cannot be read: no such file or directory\n\n"),
        (UNKNOWN, "notes.md: not checked: the kind of document was not recognised\n\n"),
    ],
    ids=lambda value: value.path if isinstance(value, FileReport) else "",
)
def test_a_file(report: FileReport, text: str) -> None:
    assert PLAIN.file(report).decode() == text


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (SUMMARY, "1 file checked: 1 error, 0 warnings, 1 info, 1 unreadable\n"),
        (
            Summary(3, 2, 1, 0, 0, 1, 0),
            "2 files checked: 0 errors, 1 warning, 0 info, 1 file not recognised\n",
        ),
    ],
)
def test_the_counts_end_the_report(summary: Summary, line: str) -> None:
    assert PLAIN.tail(summary, 4).decode() == line


def test_colour_only_when_asked() -> None:
    coloured = TextReporter(TOOL, SETTINGS, True).file(CHECKED)
    assert b"\x1b[31;1merror:\x1b[0m" in coloured
    assert b"\x1b" not in PLAIN.file(CHECKED)


def test_a_path_cannot_drive_the_terminal() -> None:
    assert printable_path("a\x1b[2J\nb\udc80.txt") == r"a\x1b[2J\nb\udc80.txt"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("::stop-commands::x", "./::stop-commands::x"),
        (" ::a", "./ ::a"),
        ("a##[stop-commands]x", r"a\x23#[stop-commands]x"),
        ("a::b", "a::b"),
    ],
)
def test_a_path_is_no_command_to_a_job(path: str, shown: str) -> None:
    lines = PLAIN.file(replace(MISSING, path=path)).decode()
    assert lines == f"{shown}: cannot be read: no such file or directory\n\n"
