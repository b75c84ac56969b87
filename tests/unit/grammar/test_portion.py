"""Portion marks: what is one, what was meant as one and written wrong, and what is a bracket of the text."""

import pytest

from validator.grammar.portion import MarkText, PortionMarks
from validator.model.level import Level
from validator.vocabulary.load import builtin

MARKS = PortionMarks(builtin()["portion-marks"])
U, C, S, TS = Level.UNCLASSIFIED, Level.CONFIDENTIAL, Level.SECRET, Level.TOP_SECRET

# text: mark, level, controls, fault
READS = {
    "(U) Text": ("U", U, "", None),
    "(C) Text": ("C", C, "", None),
    "(S) Text": ("S", S, "", None),
    "(TS) Text": ("TS", TS, "", None),
    "(SBU) Text": ("SBU", U, "SBU", None),
    "(SBU/N) Text": ("SBU/N", U, "SBU NF", None),
    "(SBU/NF) Text": ("SBU/N", U, "SBU NF", None),
    "(SBU-NF) Text": ("SBU/N", U, "SBU NF", None),
    "(SBU / NF) Text": ("SBU/N", U, "SBU NF", None),
    "(LOU) Text": ("LOU", U, "LOU", None),
    "(FOUO) Text": ("FOUO", U, "FOUO", None),
    "(C/NF) Text": ("C//NF", C, "NF", None),
    "(S//NF) Text": ("S//NF", S, "NF", None),
    "(S/NOFORN) Text": ("S//NF", S, "NF", None),
    "(S NF) Text": ("S//NF", S, "NF", None),
    "(C/FGI) Text": ("C//FGI", C, "FGI", None),
    "(S//REL TO USA, GBR) Text": ("S//REL TO USA, GBR", S, "REL", None),
    "(S/REL TO USA, GBR, NATO) Text": ("S/REL TO USA, GBR, NATO", S, "REL", None),
    "(C)": ("C", C, "", None),
    "(C)Text": ("C", C, "", None),
    "( C) Text": ("C", C, "", "blank inside"),
    "(C ) Text": ("C", C, "", "blank inside"),
    "( C ) Text": ("C", C, "", "blank inside"),
    "(c) Text": ("C", C, "", "lower case"),
    "(sbu) Text": ("SBU", U, "SBU", "lower case"),
    "(Sbu) Text": ("SBU", U, "SBU", "lower case"),
    "(C Text": ("C", C, "", "parenthesis not closed"),
    "(SBU The ferry": ("SBU", U, "SBU", "parenthesis not closed"),
    "C) Text": ("C", C, "", "parenthesis not opened"),
    "SBU) Text": ("SBU", U, "SBU", "parenthesis not opened"),
}
ENTIRE_TEXT = {
    "(C - ENTIRE TEXT)": ("C", C),
    "(S-ENTIRE TEXT)": ("S", S),
    "(C - ENTIRE TEXT.)": ("C", C),
    "(C ENTIRE TEXT)": ("C", C),
    "(LOU - ENTIRE TEXT)": ("LOU", U),
    "(C - Entire text)": ("C", C),
    "(S/NF - ENTIRE TEXT)": ("S//NF", S),
}
UNKNOWN = {
    "(X) Text": "X",
    "(ZZ) Text": "ZZ",
    "(C//XYZ) Text": "C//XYZ",
    "(S-XX) Text": "S-XX",
}
LEFT_ALONE = {
    "an abbreviation": "(OSCE) members met",
    "a name": "(Jane Roe)",
    "a sentence": "(See paragraph four.)",
    "a number": "(1) first",
    "a year": "(2006)",
    "a bracket left open before prose": "(The ferry",
    "a bracket left open": "(CAPTAIN of the ferry",
    "a word": "Confidential talks",
    "an empty bracket": "()",
    "blanks in a bracket": "(   )",
    "an empty text": "",
    "a bullet": "A. Text",
    "a list item in capitals": "D) Text",
    "a bracket too long": "(" + "C" * 70 + ")",
}


@pytest.mark.parametrize(("text", "expected"), READS.items(), ids=str)
def test_reads(text: str, expected: tuple[str, Level, str, str | None]) -> None:
    mark = MARKS.read(text, 0)
    assert mark is not None
    assert (mark.mark, mark.level, " ".join(mark.controls), mark.fault) == expected
    assert mark.known


@pytest.mark.parametrize(("text", "expected"), ENTIRE_TEXT.items(), ids=str)
def test_one_mark_for_the_entire_text(text: str, expected: tuple[str, Level]) -> None:
    mark = MARKS.read(text, 0)
    assert mark is not None
    assert (mark.mark, mark.level, mark.entire_text, mark.fault) == (*expected, True, None)


@pytest.mark.parametrize(("text", "expected"), UNKNOWN.items(), ids=str)
def test_a_bracket_of_that_shape_is_an_unknown_mark(text: str, expected: str) -> None:
    mark = MARKS.read(text, 0)
    assert mark is not None
    assert (mark.mark, mark.level, mark.known) == (expected, None, False)


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_is_left_alone_because_it_is(text: str) -> None:
    assert MARKS.read(text, 0) is None


@pytest.mark.parametrize("text", ["(A B) Text", "(OSCE) members", "(Jane) said", "(1) first"])
def test_behind_a_number_too_only_a_short_bracket_of_capitals_is_meant_as_a_mark(text: str) -> None:
    assert MARKS.read(text, 0, sure=True) is None


def test_behind_a_number_a_short_bracket_of_capitals_is_a_mark() -> None:
    assert MARKS.read("3. (PFP) The", 3, sure=True) == MarkText(3, 8, "PFP", None, (), False, None)
    assert MARKS.read("3. (PFP) The", 3) is None


def test_the_place_is_that_of_the_bracket() -> None:
    text = "12. (SBU/N) Text"
    mark = MARKS.read(text, 4)
    assert mark is not None
    assert text[mark.start : mark.end] == "(SBU/N)"


def test_a_spelling_reads_the_same_the_second_time() -> None:
    assert MARKS.read("(S-NF) one", 0) == MARKS.read("(S-NF) two", 0)
