"""Forms that posts and relays gave telegrams beside the usual ones; each was a gap of the reader once."""

import pytest

from tests.unit.parsers.made import AUTHORITY, BODY, FIELDS, HEADER, OPENING, ROUTING, fields, parsed, written

LEVEL = "C O N F I D E N T I A L\n"
OPENINGS = {
    "post on the next line": (LEVEL + "EASTMERE 002204\n\n", ("EASTMERE", 2204, None)),
    "a blank line between": (LEVEL + "\nEASTMERE 002204\n\n", ("EASTMERE", 2204, None)),
    "a caption between": (LEVEL + "NODIS\nEASTMERE 002204\n\n", ("EASTMERE", 2204, None)),
    "a section with the post": (LEVEL + "SECTION 01 OF 02 EASTMERE 002204\n\n", ("EASTMERE", 2204, 2)),
    "a known post without padding": (LEVEL + "STATE 174561\n\n", ("STATE", 174561, None)),
    "an unknown post without padding": (LEVEL + "EASTMERE 2204\n\n", (None, None, None)),
    "too far below": (LEVEL + "\n" * 8 + "STATE 174561\n\n", (None, None, None)),
    "on one line": (OPENING, ("EASTMERE", 2204, None)),
}


@pytest.mark.parametrize(("opening", "expected"), OPENINGS.values(), ids=OPENINGS)
def test_level_and_post_may_stand_on_two_lines(opening: str, expected: tuple[object, ...]) -> None:
    document = parsed(opening + FIELDS + AUTHORITY + BODY)
    assert fields(document, "classification_line", "post", "number", "total") == [expected]
    assert str(document.level) == "CONFIDENTIAL"


def test_a_caption_between_level_and_post_is_read() -> None:
    document = parsed(LEVEL + "NODIS\nEASTMERE 002204\n\n" + FIELDS + AUTHORITY + BODY)
    assert fields(document, "caption", "name") == [("NODIS",)]


SUBJECTS = {
    "below a blank line": ("SUBJECT:\n\nFERRY TREATY\n", [("FERRY TREATY", None)]),
    "with a mark": ("SUBJECT:\n\n(C) FERRY TREATY\n", [("(C) FERRY TREATY", "C")]),
    "over two lines": ("SUBJECT:\n\nFERRY\nTREATY\n", [("FERRY TREATY", None)]),
    "none, and REF below": ("SUBJECT:\n\nREF: STATE 81044\n", [("", None)]),
    "far below": ("SUBJECT:\n\n\n\n\n\nFERRY\n", [("", None)]),
}


@pytest.mark.parametrize(("text", "expected"), SUBJECTS.values(), ids=SUBJECTS)
def test_a_subject_may_stand_below_its_label(text: str, expected: list[tuple[object, ...]]) -> None:
    document = parsed(OPENING + "E.O. 12958: N/A\nTAGS: PREL\n" + text + "\n" + BODY)
    assert fields(document, "subject", "text", "mark") == expected


def test_ref_in_small_letters_opens_the_list() -> None:
    document = parsed(OPENING + FIELDS.rstrip("\n") + "\nref: A. STATE 81044\n\n" + BODY)
    assert fields(document, "reference", "letter", "post") == [("A", "STATE")]


MARKS = {
    "before the number": ("(C) 2. THE FERRY", "2", "C", None),
    "in square brackets": ("2. [C] THE FERRY", "2", "C", "square brackets"),
    "a letter supplied is no mark": ("2. [T]HE FERRY", "2", None, None),
    "a word in brackets is no mark": ("2. [SIC] THE FERRY", "2", None, None),
}


@pytest.mark.parametrize(("text", "number", "mark", "fault"), MARKS.values(), ids=MARKS)
def test_odd_places_and_brackets_of_marks(
    text: str, number: str, mark: str | None, fault: str | None
) -> None:
    document = parsed(HEADER + "1. (C) ONE.\n\n" + text + " WAITS.\nDOE\n")
    assert fields(document, "paragraph", "written", "mark")[1] == (number, mark)
    paragraphs = [node for node in document.of("portion") if node.paragraph == 2]  # type: ignore[attr-defined]
    assert [(node.mark, node.fault) for node in paragraphs] == ([(mark, fault)] if mark else [])  # type: ignore[attr-defined]


def test_a_mark_before_the_number_is_no_text() -> None:
    document = parsed(HEADER + "(C) 1. COMMENT: ONE. END COMMENT.\n\n(C) 2. TWO.\nDOE\n")
    assert fields(document, "comment", "closed") == [(True,)]
    assert written(document, "portion")[-2:] == ["(C)", "(C)"]


HEADINGS = {
    "a box of dashes": ("-------\nFERRIES\n-------\n", ["FERRIES"]),
    "dashes below": ("FERRIES\n-------\n\n", ["FERRIES"]),
    "dashes above": ("-------\nFERRIES\n\n", ["FERRIES"]),
    "stars": ("*******\nFERRIES\n*******\n", ["FERRIES"]),
    "no box": ("FERRIES\n\n", ["FERRIES"]),
    "right above the paragraph without a box": ("FERRIES\n", []),
    "dashes alone": ("-------\n", []),
    "text above the dashes": ("AND SO ON\nAND ON\n-----\n", []),
    "dashes and more": ("--- FERRIES ---\n-------\n", []),
}


@pytest.mark.parametrize(("text", "expected"), HEADINGS.values(), ids=HEADINGS)
def test_headings_may_be_boxed(text: str, expected: list[str]) -> None:
    assert written(parsed(HEADER + "1. (C) ONE.\n\n" + text + "2. (C) TWO.\nDOE\n"), "heading") == expected


SIGNATURES = {
    "behind two blanks": ("LATE.  ROE", ["ROE"]),
    "with the number of the end": ("LATE.  ROE##", ["ROE"]),
    "behind one blank": ("LATE. ROE", []),
    "no sentence before it": ("LATE  ROE", []),
    "words of the form": ("LATE.  UNQUOTE", []),
}


@pytest.mark.parametrize(("last", "expected"), SIGNATURES.values(), ids=SIGNATURES)
def test_a_signature_may_end_the_last_line(last: str, expected: list[str]) -> None:
    document = parsed(ROUTING + HEADER + BODY.replace("STAY LATE.\nDOE", "STAY " + last))
    assert [name for (name,) in fields(document, "signature", "name")] == expected
