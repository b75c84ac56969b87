"""Sections of a telegram: present, lost with their text, or only without their opening line."""

import pytest

from tests.unit.parsers.made import AUTHORITY, FIELDS, fields, parsed

HEADING = "C O N F I D E N T I A L SECTION 01 OF 03 EASTMERE 002204\n\n" + FIELDS + AUTHORITY
SECOND, THIRD = "EASTMERE 00002204  002 OF 003\n\n", "EASTMERE 00002204  003 OF 003\n\n"


def text(number: int) -> str:
    return f"{number}. (C) TEXT.\n\n"


# text: (number, state) of each section; an absent one stands at the next that is there
TELEGRAMS = {
    "all there": (
        HEADING + text(1) + SECOND + text(2) + THIRD + text(3) + "ROE\n",
        [(1, "present"), (2, "present"), (3, "present")],
    ),
    "a middle one lost with its text": (
        HEADING + text(1) + THIRD + text(4) + "ROE\n",
        [(1, "present"), (3, "present"), (2, "text-missing")],
    ),
    "a middle one whose line alone is lost": (
        HEADING + text(1) + text(2) + THIRD + text(3) + "ROE\n",
        [(1, "present"), (3, "present"), (2, "line-missing")],
    ),
    "the last lost with its text and the signature": (
        HEADING + text(1) + SECOND + text(2),
        [(1, "present"), (2, "present"), (3, "text-missing")],
    ),
    "the last whose line alone is lost": (
        HEADING + text(1) + SECOND + text(2) + text(3) + "ROE\n",
        [(1, "present"), (2, "present"), (3, "line-missing")],
    ),
    "both lost with their text": (
        HEADING + text(1),
        [(1, "present"), (2, "text-missing"), (3, "text-missing")],
    ),
    "out of order": (
        HEADING + text(1) + THIRD + text(2) + SECOND + text(3) + "ROE\n",
        [(1, "present"), (3, "present"), (2, "present")],
    ),
    "pages of one section": (
        HEADING + text(1) + "EASTMERE 00002204  001.2 OF 003\n\n" + text(2) + SECOND + text(3)
        + "EASTMERE 00002204  002.2 OF 003\n\n" + text(4) + THIRD + text(5) + "ROE\n",
        [(1, "present"), (2, "present"), (3, "present")],
    ),
    "a heading for each section": (
        HEADING + text(1) + HEADING.replace("01 OF", "02 OF") + text(2)
        + HEADING.replace("01 OF", "03 OF") + text(3) + "ROE\n",
        [(1, "present"), (2, "present"), (3, "present")],
    ),
    "a final section that calls itself so": (
        HEADING.replace("OF 03", "OF 02") + text(1)
        + HEADING.replace("SECTION 01 OF 03", "FINAL SECTION OF 02") + text(2) + "ROE\n",
        [(1, "present"), (2, "present")],
    ),
    "a heading without a section and a continuation line": (
        HEADING.replace("SECTION 01 OF 03 ", "") + text(1) + "EASTMERE 00002204  002 OF 002\n\n" + text(2) + "ROE\n",
        [(1, "present"), (2, "present")],
    ),
    "no sections": (HEADING.replace("SECTION 01 OF 03 ", "") + text(1) + text(2) + "ROE\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), TELEGRAMS.values(), ids=TELEGRAMS)
def test_sections_are_read(written: str, expected: list[tuple[int, str]]) -> None:
    assert fields(parsed(written), "section_marker", "number", "state") == expected


def test_the_total_most_lines_agree_on_is_the_total() -> None:
    document = parsed(HEADING + text(1) + SECOND.replace("003", "002") + text(2) + THIRD + text(3) + "ROE\n")
    assert document.section_total == 3


def test_a_continuation_line_is_read_wherever_it_stands() -> None:
    document = parsed(
        HEADING + "1. (C) TEXT\nEASTMERE 00002204  002 OF 003\nGOES ON.\n\n" + text(2) + "ROE\n"
    )
    assert fields(document, "continuation_line", "post", "number", "section", "total") == [
        ("EASTMERE", 2204, 2, 3)
    ]
    assert fields(document, "paragraph", "number") == [(1,), (2,)]
