"""Summary, comment, headings, citations, joins and the signature."""

import pytest

from tests.unit.parsers.made import BODY, FIELDS, HEADER, OPENING, fields, parsed, written

SUMMARIES = {
    "closed in its paragraph": ("1. (C) Summary: Late. End summary.\n\n2. (C) Two.\n", [True]),
    "in capitals": ("1. (C) SUMMARY. LATE. END SUMMARY.\n\n2. (C) TWO.\n", [True]),
    "closed in a later paragraph": ("1. (C) Summary: Late.\n\n2. (C) Two. End Summary.\n", [True]),
    "with the comment": ("1. (C) Summary and comment: Late. End summary and comment.\n\n2. (C) Two.\n", [True]),
    "closed with OF": ("1. (C) Begin summary: Late. End of summary.\n\n2. (C) Two.\n", [True]),
    "unnumbered, before paragraph 1": ("SUMMARY: LATE. END SUMMARY.\n\n1. (C) ONE.\n\n2. (C) TWO.\n", [True]),
    "as a heading": ("SUMMARY\n-------\n\n1. (C) ONE. END SUMMARY.\n\n2. (C) TWO.\n", [True]),
    "an executive one": ("1. (C) EXECUTIVE SUMMARY: LATE. END SUMMARY.\n\n2. (C) TWO.\n", [True]),
    "never closed": ("1. (C) Summary: Late.\n\n2. (C) Two.\n", [False]),
    "closed with End alone": ("1. (C) Summary: Late. End\n\n2. (C) Two.\n", [False]),
    "none": ("1. (C) Late.\n\n2. (C) Two.\n", []),
    "a summary of something is prose": ("1. (C) Summary of the treaty follows.\n\n2. (C) Two.\n", []),
    "a summary trial is none": ("1. (C) Summary punishment followed.\n\n2. (C) Two.\n", []),
    "in the middle of a sentence": ("1. (C) He gave a summary: late.\n\n2. (C) Two.\n", []),
}  # fmt: skip
COMMENTS = {
    "closed": ("1. (C) One.\n\n2. (C) Comment: Late. End comment.\n", [True]),
    "two": ("1. (C) Comment: One. End comment.\n\n2. (C) COMMENT: TWO. END COMMENT.\n", [True, True]),
    "not closed": ("1. (C) One.\n\n2. (C) Comment: Late.\n", [False]),
    "a word of the text": ("1. (C) Comment was refused.\n\n2. (C) Two.\n", []),
}


@pytest.mark.parametrize(("body", "closed"), SUMMARIES.values(), ids=SUMMARIES)
def test_a_summary(body: str, closed: list[bool]) -> None:
    assert fields(parsed(HEADER + body + "ROE\n"), "summary", "closed") == [(each,) for each in closed]


@pytest.mark.parametrize(("body", "closed"), COMMENTS.values(), ids=COMMENTS)
def test_a_comment(body: str, closed: list[bool]) -> None:
    assert fields(parsed(HEADER + body + "ROE\n"), "comment", "closed") == [(each,) for each in closed]


HEADINGS = {
    "between blank lines": ("1. (C) One.\n\nThe Boat\n\n2. (C) Two.\n", ["The Boat"]),
    "above paragraph 1": ("The Ferry\n\n1. (C) One.\n\n2. (C) Two.\n", ["The Ferry"]),
    "in capitals": ("1. (C) One.\n\nTHE BOAT\n\n2. (C) Two.\n", ["THE BOAT"]),
    "several blank lines": ("1. (C) One.\n\nThe Boat\n\n\n\n2. (C) Two.\n", ["The Boat"]),
}
NO_HEADINGS = {
    "a sentence": "1. (C) One.\n\nThe boat left.\n\n2. (C) Two.\n",
    "a line of several": "1. (C) One.\n\nThe boat\nand the ferry\n\n2. (C) Two.\n",
    "SIPDIS": "1. (C) One.\n\nSIPDIS\n\n2. (C) Two.\n",
    "a continuation line": "1. (C) One.\n\nEASTMERE 00002204  002 OF 002\n\n2. (C) Two.\n",
    "a marked sub-paragraph": "1. (C) One:\n\nA. (C) The boat\n\n2. (C) Two.\n",
    "a line glued to the paragraph": "1. (C) One.\n\nThe Boat\n2. (C) Two.\n",
}


@pytest.mark.parametrize(("body", "texts"), HEADINGS.values(), ids=HEADINGS)
def test_a_heading(body: str, texts: list[str]) -> None:
    assert fields(parsed(HEADER + body + "ROE\n"), "heading", "text") == [(text,) for text in texts]


@pytest.mark.parametrize("body", NO_HEADINGS.values(), ids=NO_HEADINGS)
def test_no_heading_because_it_is(body: str) -> None:
    assert parsed(HEADER + body + "ROE\n").of("heading") == ()


SIGNATURES = {
    "a surname": ("ROE\n", "ROE"),
    "behind a blank line": ("\nROE\n", "ROE"),
    "two words": ("VAN ROE\n", "VAN ROE"),
    "with an apostrophe": ("O'ROE\n", "O'ROE"),
    "with a hyphen": ("ROE-DOE\n", "ROE-DOE"),
    "with the sign of the terminal": ("ROE##\n", "ROE"),
    "above the end of the message": ("ROE\nBT\n#2204\nNNNN\n", "ROE"),
    "above the level of the page": ("ROE\n\nCONFIDENTIAL\n\nNNNN\n", "ROE"),
    "labelled": ("\nSignature:   ROE\n", "ROE"),
}
NO_SIGNATURES = {
    "the end of a text": "END TEXT\n",
    "UNQUOTE": "UNQUOTE\n",
    "SIPDIS": "SIPDIS\n",
    "a sentence": "That is all.\n",
    "mixed case": "Roe\n",
    "nothing": "",
}


@pytest.mark.parametrize(("end", "name"), SIGNATURES.values(), ids=SIGNATURES)
def test_a_signature(end: str, name: str) -> None:
    document = parsed(HEADER + BODY.removesuffix("DOE\n") + end)
    assert fields(document, "signature", "name") == [(name,)]
    assert written(document, "paragraph")[-1] == "2. (C) IT WILL STAY LATE."


@pytest.mark.parametrize("end", NO_SIGNATURES.values(), ids=NO_SIGNATURES)
def test_no_signature_because_it_is(end: str) -> None:
    assert parsed(HEADER + BODY.removesuffix("DOE\n") + end).of("signature") == ()


CITATIONS: dict[str, tuple[str, str, list[tuple[str, str | None, bool]]]] = {
    "listed and cited": (
        "REF: A. STATE 1\n",
        "(ref A)",
        [("listed", "A", True), ("cited", "A", True)],
    ),
    "listed and not cited": ("REF: A. STATE 1 B. STATE 2\n", "(ref A)", [
        ("listed", "A", True), ("listed", "B", False), ("cited", "A", True),
    ]),
    "cited and not listed": ("REF: A. STATE 1\n", "(refs A and B)", [
        ("listed", "A", True), ("cited", "A", True), ("cited", "B", False),
    ]),
    "cited more than once is one": ("REF: A. STATE 1\n", "(ref A, ref A, ref A)", [
        ("listed", "A", True), ("cited", "A", True),
    ]),
    "without a letter nothing is owed": ("REF: STATE 1\n", "(reftel)", [("listed", None, True)]),
    "nothing listed, an article behind REFTEL": ("", "REFTEL A MEETING WAS HELD", []),
}  # fmt: skip


@pytest.mark.parametrize(("listed", "text", "expected"), CITATIONS.values(), ids=CITATIONS)
def test_citations_meet_the_list(
    listed: str, text: str, expected: list[tuple[str, str | None, bool]]
) -> None:
    document = parsed(OPENING + FIELDS + listed + f"\n1. (C) As said {text}.\n\n2. (C) Two.\nROE\n")
    assert sorted(fields(document, "reference", "role", "letter", "matched"), reverse=True) == sorted(
        expected, reverse=True
    )


def test_one_mark_for_the_entire_text() -> None:
    for first in ("1. CONFIDENTIAL - ENTIRE TEXT.", "1. (C - ENTIRE TEXT)", "1. (C) ENTIRE TEXT."):
        document = parsed(HEADER + first + "\n\n2. TWO.\n\n3. THREE.\nROE\n")
        assert document.entire_text
        assert written(document, "notice") == ["ENTIRE TEXT"]
    assert not parsed(HEADER + BODY).entire_text


JOINS = {
    "SIPDIS inside a paragraph": ("1. (C) One\n\nSIPDIS\n\ntwo.\n\n2. (C) Two.\n", [("sipdis-inside-text", 11), ("paragraph-cut", 13)]),
    "a continuation line": ("1. (C) One.\n\nEASTMERE 00002204  002 OF 002\n\n2. (C) Two.\n", [("section-join", 11)]),
    "a paragraph cut in two": ("1. (C) One\n\ntwo.\n\n2. (C) Two.\n", [("paragraph-cut", 11)]),
    "a paragraph of two is not cut": ("1. (C) One.\n\nMore.\n\n2. (C) Two.\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), JOINS.values(), ids=JOINS)
def test_joins_are_artefacts(body: str, expected: list[tuple[str, int]]) -> None:
    document = parsed(HEADER + body + "ROE\n")
    place = document.lines().place
    assert [(node.name, place(node.start).line) for node in document.of("artefact")] == expected  # type: ignore[attr-defined]
