"""Withheld places and the codes that stand with them."""

from typing import Any

import pytest

from tests.unit.parsers.made import parsed
from tests.unit.parsers.release.made import RIGHT, fields, released

NOTES: dict[str, tuple[Any, ...]] = {
    "[1 line not declassified]": ("note", 1.0, False, "line"),
    "[less than 1 1ine of source text not declassified]": ("note", 1.0, True, "line"),
    "[1-1/2 lines of source text not declassified]": ("note", 1.5, False, "line"),
    "[171/2 lines of source text not declassified]": ("note", 17.5, False, "line"),
    "[22/2 lines not declassified]": ("note", None, False, "line"),
    "[4-1/2lines of sourcetext notdeclassified]": ("note", 4.5, False, "line"),
    "[1 paragraph (9 lines) not\ndeclassified]": ("note", 1.0, False, "paragraph"),
    "[namenot declassified]": ("note", None, False, "name"),
    "[Text not declassified.]": ("note", None, False, "text"),
    "[3 lines of source text declassified]": ("note", 3.0, False, "line"),
    "[REDACTED]": ("word", None, False, None),
    "[2 lines redacted]": ("word", 2.0, False, "line"),
    "[name withheld]": ("word", None, False, None),
    "(REDACTED)": ("word", None, False, None),
    "[HOM]": ("label", None, False, None),
    "Harm to Ongoing Matter": ("label", None, False, None),
    "Harmto Ongoing.Matter": ("label", None, False, None),
    "Investigative Technique": ("label", None, False, None),
    "██████ ███": ("block", None, False, None),
    "■■■■": ("block", None, False, None),
    "XXXXXX XXXX": ("crosses", None, False, None),
    "(b)(6)": ("code", None, False, None),
    "[b6]": ("code", None, False, None),
}
NONE = (
    "[sic]",
    "[the fee was declassified]",
    "[he deleted all the mails that were in the folder on that day]",
    "■ an item",
    "a.77■■■..7",
    "▒▒███▒▒ 40 %",
    "XXX",
    "XXXX-1234",
    "the redacted list",
    "Rule 12(b)(6)",
    "exemption (b)(6)",
    "(b)(6) of the FOIA",
    "(b) and (d)",
)


@pytest.mark.parametrize("text", NOTES)
def test_a_withheld_place_is_found(text: str) -> None:
    document = parsed(f"The agents told {text} of the fees.\n")
    assert fields(document, "redaction", "form", "amount", "less", "unit") == [NOTES[text]]
    assert fields(document, "redaction", "start", "end") == [(16, 16 + len(text))]


@pytest.mark.parametrize("text", NONE)
def test_other_words_are_no_withheld_place(text: str) -> None:
    assert parsed(f"The agents told {text} of the fees.\n").of("redaction") == ()


CODED = {
    "behind it": "told ██████ (b)(6) of fees.",
    "glued to it": "told ██████(b)(6) of fees.",
    "in brackets behind it": "told ██████ [(b)(6)] of fees.",
    "before it": "told (b)(6) ██████ of fees.",
    "inside": "told [REDACTED (b)(6)] of fees.",
    "inside, behind a dash": "told [REDACTED - b6] of fees.",
    "in the margin": f"told ██████ of fees.{RIGHT}B6",
    "in the margin below": f"told ██████ of fees.\n\n{RIGHT}B6",
}


@pytest.mark.parametrize("name", CODED)
def test_a_code_belongs_to_its_place(name: str) -> None:
    document = released(CODED[name] + "\n")
    assert [codes for (codes,) in fields(document, "redaction", "codes")] == [("(b)(6)",)]
    assert {code for (code,) in fields(document, "exemption", "code")} == {"(b)(6)"}


PLACES = {
    "(S//███) The agents told.": "portion",
    "3. (██) The agents told.": "portion",
    "██. (U) The agents told.": "number",
    "1██. The agents told.": "number",
    "3. ██████ told.": "text",
    "The agents (██████) told.": "text",
}


@pytest.mark.parametrize("text", PLACES)
def test_the_place_within_a_paragraph_is_told(text: str) -> None:
    assert fields(parsed(f"One.\n\n{text}\n"), "redaction", "place") == [(PLACES[text],)]


def test_codes_one_below_the_other_are_one_group() -> None:
    text = f"The minister{RIGHT}1.4(B)\nsaid{RIGHT}        1.4(D)\n\n{RIGHT}B1\n\n\n\n\nHe{RIGHT}B6\n"
    found = fields(released(text), "exemption", "code", "place", "categories")
    both = ("1.4(b)", "1.4(d)")
    assert found == [
        ("1.4(b)", "margin", both),
        ("1.4(d)", "margin", both),
        ("(b)(1)", "margin", both),
        ("(b)(6)", "margin", ()),
    ]


def test_a_statute_stands_with_its_exemption() -> None:
    assert fields(released(f"The visa{RIGHT}B3 INA\n"), "exemption", "code", "statutes") == [
        ("(b)(3)", ("INA",))
    ]


@pytest.mark.parametrize(
    ("second", "line"),
    [
        ("Tell harbor master Mary Major about the fees.", 3),
        ("Tell harbor master the list about the fees.", None),
        ("Tell harbor master ██████ about the fees.", None),
        ("Tell harbor master One Two Three Four Five about the fees.", None),
    ],
)
def test_words_that_stand_in_clear_elsewhere_are_found(second: str, line: int | None) -> None:
    document = parsed(f"Tell harbor master ██████ about the fees.\n\n{second}\n")
    assert fields(document, "redaction", "clear_line")[0] == (line,)
