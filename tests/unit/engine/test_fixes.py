"""Safe fixes: what they write, and what they leave to people."""

import pytest

from validator import judge_marking


def fixes(text: str, dialect: str = "ic") -> dict[str, str]:
    """The text after the fix of each finding that has one, by rule."""
    verdict = judge_marking(text, portion=text.startswith("("), dialect=dialect)
    found = {}
    for finding in verdict.findings:
        for edit in finding.fix:
            start, end = edit.span.start.offset, edit.span.end.offset
            found[finding.rule] = text[:start] + edit.text + text[end:]
    return found


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("SECRET // NOFORN", {"spacing-wrong": "SECRET//NOFORN"}),
        ("secret//noforn", {"lower-case-in-marking": "SECRET//NOFORN"}),
        ("SECRET/NOFORN", {"separator-wrong": "SECRET//NOFORN"}),
        ("SECRET////NOFORN", {"category-empty": "SECRET//NOFORN"}),
        ("SECRET//NOFORN//", {"category-empty": "SECRET//NOFORN"}),
        ("TOP SECRET//NOFORN//SI", {"category-out-of-order": "TOP SECRET//SI//NOFORN"}),
        ("SECRET//NOFORN/ORCON", {"dissemination-control-out-of-order": "SECRET//ORCON/NOFORN"}),
        ("SECRET//REL TO GBR, USA", {"usa-not-first": "SECRET//REL TO USA, GBR"}),
        ("SECRET//REL TO USA, GBR, CAN", {"list-out-of-order": "SECRET//REL TO USA, CAN, GBR"}),
        ("SECRET//NF", {"portion-form-in-banner": "SECRET//NOFORN"}),
        ("(SECRET//NF)", {"banner-form-in-portion": "(S//NF)"}),
        ("SECRET//NOFORN/NOFORN", {"control-repeated": "SECRET//NOFORN"}),
        ("CUI//PRVCY/SP-CTI", {"cui-categories-out-of-order": "CUI//SP-CTI/PRVCY"}),
    ],
)  # fmt: skip
def test_a_fault_of_form_has_a_fix(text: str, fixed: dict[str, str]) -> None:
    assert fixes(text) == fixed


@pytest.mark.parametrize(
    "text",
    [
        "SECRET//NOFORM",  # what a misspelt word means is a guess
        "SECRET//SBU",  # whether the level or the control is wrong, nobody but the author knows
        "SECRET//NOFORN/REL TO USA, GBR",
        "SECRET//CONFIDENTIAL",
        "SECRET//REL TO USA",
        "NOFORN",
    ],
)
def test_what_changes_the_meaning_is_not_fixed(text: str) -> None:
    assert fixes(text) == {}


def test_a_word_that_nobody_understands_is_never_lost() -> None:
    text = "SECRET//FOO//NOFORN//SI"
    assert all("FOO" in fixed for fixed in fixes(text).values())


def test_a_form_of_one_dialect_is_not_exchanged() -> None:
    assert fixes("(S//NF//RD-N)", "dod") == {}
