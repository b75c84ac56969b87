"""Paragraphs without a mark among marked ones, and all that must not be taken for one."""

import pytest

from tests.unit.parsers.made import line_of
from tests.unit.parsers.memo.made import TOP, memo

ABOVE = TOP.count("\n")
LONG = "The second berth of the harbor is long, and so is its history."
MARKED = "(S) One.\n\n(U) Two.\n\n"
LAST = "\n\n(C) Last."

FOUND = {
    "between numbered ones": ("1. (S) One.\n\n2. The harbor is long.\n\n3. (U) Three.", [3], 66),
    "the last of the numbers": ("1. (S) One.\n\n2. (U) Two.\n\n3. The harbor is long.", [5], 66),
    "a block between marked ones": (MARKED + LONG + LAST, [5], 75),
    "two of them": (MARKED + LONG + "\n\n" + LONG + LAST, [5, 7], 60),
    "all marked": (MARKED + "(C) Three.", [], 100),
    "marked behind the text": ("1. One is long enough. (S)\n\n2. (U) Two.", [], 100),
    "a block marked behind the text": (MARKED + LONG + " (C)" + LAST, [], 100),
}


@pytest.mark.parametrize(("body", "found", "share"), FOUND.values(), ids=FOUND)
def test_a_paragraph_without_mark(body: str, found: list[int], share: int) -> None:
    document = memo(body)
    assert lines_without(body) == found
    assert document.marked_share == share


def lines_without(body: str) -> list[int]:
    """The lines of the body at which a paragraph without mark begins."""
    document = memo(body)
    return [
        line_of(document, node) - ABOVE
        for node in document.of("observation")
        if getattr(node, "name", "") == "paragraph-without-mark"
    ]


SILENT = {
    "a heading": MARKED + "Background and Views of the Pilots of the Second Berth at Eastmere Harbor" + LAST,
    "a short line": MARKED + "See below." + LAST,
    "further in": MARKED + "    " + LONG + LAST,
    "behind a colon": "(S) One.\n\n(U) They wrote:\n\n" + LONG + LAST,
    "behind a page": MARKED + "\f" + LONG + LAST,
    "behind a banner": MARKED + "SECRET//NOFORN\n\n" + LONG + LAST,
    "in small letters, so the rest of a sentence": MARKED + "the berth of the harbor is as long as its own history." + LAST,
    "in capitals": MARKED + LONG.upper() + LAST,
    "columns": MARKED + "The berth is long.      The pilots of the harbor are many and good." + LAST,
    "a row of a table": MARKED + "| The berth is long and | the pilots of the harbor are good. |" + LAST,
    "before the first mark": LONG + "\n\n" + MARKED + "(C) Three.",
    "behind the last mark": MARKED + "(C) Three.\n\n" + LONG,
    "a notice": MARKED + "This document is classified by compilation of its parts, all of them." + LAST,
    "the authority block": MARKED + "Classified By: Jane Roe, who is the director of the harbor office of Eastmere." + LAST,
    "a list under a marked paragraph": "1. (S) One:\n\n   a. the harbor is long and so is its history.\n\n2. (U) Two.",
    "a heading with a number": "1. (S) One.\n\n2. Background\n\n3. (U) Three.",
    "a mark that the scan misread": "1. (S) One.\n\n2. (8) The harbor is long.\n\n3. (U) Three.",
    "a second list from 1 on": "1. (S) One.\n\n2. The harbor is long.\n\n1. (U) One.\n\n2. (U) Two.",
    "two marks show no habit": "(S) One.\n\n" + LONG + LAST,
}  # fmt: skip


@pytest.mark.parametrize("body", SILENT.values(), ids=SILENT)
def test_no_paragraph_without_mark(body: str) -> None:
    assert lines_without(body) == []
