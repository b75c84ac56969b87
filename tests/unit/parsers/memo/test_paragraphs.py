"""Numbered paragraphs, marked or not; lists inside them are left alone."""

import pytest

from tests.unit.parsers.made import fields, written
from tests.unit.parsers.memo.made import memo

NUMBERED = {
    "marked": ("1. (S) One.\n\n2. (U) Two.", [(1, True), (2, True)]),
    "the second without mark": (
        "1. (S) One.\n\n2. Two.\n\n3. (U) Three.",
        [(1, True), (2, False), (3, True)],
    ),
    "the first without mark": ("1. One.\n\n2. (U) Two.", [(1, False), (2, True)]),
    "none marked": ("1. One.\n\n2. Two.", [(1, False), (2, False)]),
    "marked behind its text": ("1. One. (S)\n\n2. Two\nlines. (C)", [(1, True), (2, True)]),
    "a mark that a scan misread": ("1. (8) One.\n\n2. (S) Two.", [(1, True), (2, True)]),
    "numbers with brackets": ("1) (S) One.\n\n2) (U) Two.", [(1, True), (2, True)]),
    "a list inside": ("1. (S) One:\n\n   1. eggs\n\n   2. milk\n\n2. (U) Two.", [(1, True), (2, True)]),
    "a list inside of another form": ("1. (S) One.\n\n2. (U) Two:\n\n3) eggs", [(1, True), (2, True)]),
    "a year at the front of a line": ("1. (S) It was the winter of\n1998. It rained.", [(1, True)]),
    "a number that a line break brought to the front": (
        "1. (S) The berth was counted among the large ones by nobody but\n2. of the pilots.",
        [(1, True)],
    ),
    "a list that begins with 3": ("3. eggs\n\n4. milk", []),
    "a second row of numbers": (
        "1. (S) One.\n\n2. (U) Two.\n\n1. (C) One.",
        [(1, True), (2, True), (1, True)],
    ),
}


@pytest.mark.parametrize(("body", "found"), NUMBERED.values(), ids=NUMBERED)
def test_paragraphs(body: str, found: list[tuple[int, bool]]) -> None:
    assert fields(memo(body), "paragraph", "number", "marked") == found


def test_a_paragraph_ends_before_banner_and_authority_block() -> None:
    document = memo("1. (S) One\ngoes on.\n\nIt ends.\n\nClassified By: Jane Roe\n\nTail.")
    assert written(document, "paragraph") == ["1. (S) One\ngoes on.\n\nIt ends."]


ALL_MARKED = {
    "every paragraph is": ("1. (S) One.\n\n2. (U) Two.", True),
    "one paragraph is not": ("1. (S) One.\n\n2. Two.", False),
    "one mark is not understood": ("1. (S) One.\n\n2. (8) Two.", False),
    "every run of lines is": ("(S) One.\n\n(U) Two.", True),
    "a heading is not": ("Key Findings\n\n(S) One.", True),
    "a run of lines that reads like a paragraph is not": (
        "(S) One.\n\nThe berth was shut in May, and nobody in the port was told of it.",
        False,
    ),
}


@pytest.mark.parametrize(("body", "found"), ALL_MARKED.values(), ids=ALL_MARKED)
def test_all_is_marked_where(body: str, found: bool) -> None:
    assert memo(body).all_marked is found


def test_the_numbers_of_a_list_of_sources_are_not_those_of_paragraphs() -> None:
    block = "Classified By: Jane Roe\nDerived From: Multiple Sources\nDeclassify On: 20350105\n\n"
    sources = "Sources:\n1. Guide 5, dated 20100105\n2. Guide 6, dated 20100105"
    document = memo("(S) One.\n\n(U) Two.\n\n" + block + sources)
    assert (document.of("paragraph"), document.all_marked) == ((), True)
