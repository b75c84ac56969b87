"""References: the list under REF in all its forms, and the letters that the text cites."""

import pytest

from validator.grammar.references import read_cited, read_list
from validator.vocabulary.load import builtin

POSTS = builtin()["posts"]

Listed = tuple[str | None, str | None, int | None, int | None]  # letter, post, number, year

LISTS: dict[str, list[Listed]] = {
    "STATE 11303": [(None, "STATE", 11303, None)],
    "SECSTATE 11303": [(None, "STATE", 11303, None)],
    "STATE 011303": [(None, "STATE", 11303, None)],
    "NORDHAVEN 702": [(None, "NORDHAVEN", 702, None)],
    "05 STATE 226504": [(None, "STATE", 226504, 2005)],
    "97 EASTMERE 5120": [(None, "EASTMERE", 5120, 1997)],
    "2005 PANAMA2342": [(None, "PANAMA", 2342, 2005)],
    "STATE (01) 201265": [(None, "STATE", 201265, 2001)],
    "AMMAN 5049-01": [(None, "AMMAN", 5049, 2001)],
    "PANAMA 00789/08": [(None, "PANAMA", 789, 2008)],
    "01 ABUJA 997": [(None, "ABUJA", 997, 2001)],
    "STATE #3565": [(None, "STATE", 3565, None)],
    "MRS ROE'S LETTER OF MAY 2": [(None, None, None, None)],
    "ARTICLE 5": [(None, None, None, None)],
    "EASTMERE A-121": [(None, None, None, None)],  # an airgram
    "A. STATE 11303\nB. NORDHAVEN 702": [("A", "STATE", 11303, None), ("B", "NORDHAVEN", 702, None)],
    "A) STATE 11303\nB) NORDHAVEN 702": [("A", "STATE", 11303, None), ("B", "NORDHAVEN", 702, None)],
    "(A) STATE 11303 (B) NORDHAVEN 702": [("A", "STATE", 11303, None), ("B", "NORDHAVEN", 702, None)],
    "A. STATE 11303, B. NORDHAVEN 702": [("A", "STATE", 11303, None), ("B", "NORDHAVEN", 702, None)],
    "A. STATE 11303; B. NORDHAVEN 702": [("A", "STATE", 11303, None), ("B", "NORDHAVEN", 702, None)],
    "(A) 05 STATE 11303, (B) 2005 NORDHAVEN 702": [
        ("A", "STATE", 11303, 2005),
        ("B", "NORDHAVEN", 702, 2005),
    ],
    "A. STATE 11303\n\n¶B. NORDHAVEN 702": [("A", "STATE", 11303, None), ("B", "NORDHAVEN", 702, None)],
    "A. STATE 11303\n1B. NORDHAVEN 702": [("A", "STATE", 11303, None), ("B", "NORDHAVEN", 702, None)],
    "A. NORDHAVEN 701\nC. NORDHAVEN 200": [("A", "NORDHAVEN", 701, None), ("C", "NORDHAVEN", 200, None)],
    "A. TRACK 2\nB. 11 NORDHAVEN 71": [("A", None, None, None), ("B", "NORDHAVEN", 71, 2011)],
    "A. U.S. NOTE OF MAY 2\nB. STATE 11303": [("A", None, None, None), ("B", "STATE", 11303, None)],
    "A. ROE/DOE E-MAIL\nB. STATE 11303": [("A", None, None, None), ("B", "STATE", 11303, None)],
    "A.STATE 11303 B.NORDHAVEN 702": [("A", "STATE", 11303, None), ("B", "NORDHAVEN", 702, None)],
    "": [],
    " \n ": [],
}

CITES = {
    "as in ref A.": "A",
    "as in Ref A.": "A",
    "as in REF A.": "A",
    "(ref B)": "B",
    "REFTEL C": "C",
    "reftel C": "C",
    "refs A and B": "AB",
    "refs B and C": "BC",
    "REFS A, B AND C": "ABC",
    "refs A, B, and C": "ABC",
    "refs A & B": "AB",
    "refs A-C": "ABC",
    "REFS A THROUGH C": "ABC",
    "refs A through D": "ABCD",
    "refs A/B": "AB",
    "REFS A, B; AND C": "ABC",
    "REFTELS A AND B": "AB",
    "ref (A)": "A",
    "refs (A) and (B)": "AB",
    "ref\nA": "A",
    "ref A, then ref C": "AC",
    "ref A's claim": "A",
    "refs (A and B)": "AB",
    "per ref B. We agree": "B",
    "ref (b) is a report": "B",
    "refs (a) and (c)": "AC",
    "refs (a)-(c)": "ABC",
}
CITES_NOTHING = {
    "no letter": "as in reftel.",
    "a word that begins with a capital": "Ref Nordhaven",
    "another word": "the chief A",
    "a reference to a post": "REF STATE 11303",
    "a refugee": "REFUGEE A",
    "a verb": "They refer A to us",
    "a name": "ref O'NEIL",
    "briefs": "briefs A and B",
    "initials": "ref J.D.",
    "a small letter without brackets": "ref a",
    "an empty text": "",
}


@pytest.mark.parametrize(("text", "expected"), LISTS.items(), ids=repr)
def test_a_list_is_read(text: str, expected: list[Listed]) -> None:
    assert [(ref.letter, ref.post, ref.number, ref.year) for ref in read_list(text, POSTS)] == expected


@pytest.mark.parametrize(("text", "letters"), CITES.items(), ids=repr)
def test_letters_are_cited(text: str, letters: str) -> None:
    assert "".join(sorted(found.letter for found in read_cited(text))) == letters


@pytest.mark.parametrize("text", CITES_NOTHING.values(), ids=CITES_NOTHING)
def test_nothing_is_cited_because_it_is(text: str) -> None:
    assert read_cited(text) == []


def test_the_place_of_a_listed_reference_runs_from_its_bullet_to_its_last_character() -> None:
    text = "A. STATE 11303,\n   B. NORDHAVEN 702 (NOTAL)\n"
    places = [text[ref.start : ref.end] for ref in read_list(text, POSTS)]
    assert places == ["A. STATE 11303", "B. NORDHAVEN 702 (NOTAL)"]


def test_the_place_of_a_cited_letter_is_that_of_the_whole_citation() -> None:
    text = "He said so (refs A and C)."
    assert {text[ref.start : ref.end] for ref in read_cited(text)} == {"refs A and C"}


def test_only_citations_from_the_start_on_count() -> None:
    text = "REF A. He cites ref B."
    assert [ref.letter for ref in read_cited(text, 6)] == ["B"]
