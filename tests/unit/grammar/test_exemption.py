"""Exemption codes in every way of writing them."""

import pytest

from validator.grammar.exemption import ExemptionReader
from validator.vocabulary.load import builtin

CODES = {
    "B6": [("(b)(6)", "foia", "B6")],
    "b6": [("(b)(6)", "foia", "b6")],
    "(b)(6)": [("(b)(6)", "foia", "(b)(6)")],
    "(b) (6)": [("(b)(6)", "foia", "(b)(6)")],
    "(B)(6)": [("(b)(6)", "foia", "(b)(6)")],
    "b(6)": [("(b)(6)", "foia", "b6")],
    "b7C -1": [("(b)(7)(C)", "foia", "b6")],
    "B7(C)": [("(b)(7)(C)", "foia", "B6")],
    "(b)(7)(E)": [("(b)(7)(E)", "foia", "(b)(6)")],
    "B7": [("(b)(7)", "foia", "B6")],
    "B5,B6": [("(b)(5)", "foia", "B6"), ("(b)(6)", "foia", "B6")],
    "B5 B6": [("(b)(5)", "foia", "B6"), ("(b)(6)", "foia", "B6")],
    "1.4(B)": [("1.4(b)", "category", "")],
    ", 1.4( D)": [("1.4(d)", "category", "")],
    ".4(D)": [("1.4(d)", "category", "")],
    "1.4 (b)(d)": [("1.4(b)", "category", ""), ("1.4(d)", "category", "")],
    "1.4(": [("1.4", "category", "")],
    "1.4": [("1.4", "category", "")],
    "1.4(d) (b)(5)": [("1.4(d)", "category", ""), ("(b)(5)", "foia", "(b)(6)")],
    "B1 1.4(B)(D), B6": [
        ("(b)(1)", "foia", "B6"),
        ("1.4(b)", "category", ""),
        ("1.4(d)", "category", ""),
        ("(b)(6)", "foia", "B6"),
    ],
    "B3 CIA PERS/ORG": [("(b)(3)", "foia", "B6"), ("CIA PERS/ORG", "statute", "")],
    "NR": [("NR", "unit", "")],
    "Non-Responsive": [("NR", "unit", "")],
    "(k)(2)": [("(k)(2)", "privacy", "(b)(6)")],
    "(b)(5), (b)(10)": [("(b)(5)", "foia", "(b)(6)"), ("(b)(10)", "foia", "(b)(6)")],
}
NO_CODES = ("", "B52", "(b)(10)", "B6 bomber", "the fee", "1.45", "NRO", "b", "B1" * 100, " " * 120)


@pytest.mark.parametrize("text", CODES)
def test_codes_are_read(text: str) -> None:
    found = [(code.code, code.sort, code.style) for code in ExemptionReader(builtin()).line(text)]
    assert found == CODES[text]


@pytest.mark.parametrize("text", NO_CODES)
def test_what_is_not_only_codes_has_none(text: str) -> None:
    assert ExemptionReader(builtin()).line(text) == []
