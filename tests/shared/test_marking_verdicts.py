"""Every labelled marking, roll-up, declassification instruction and line of an authority block."""

from typing import Any

import pytest

from tests.shared.located import cases
from validator import check_text, judge_declassification, judge_marking, roll_up
from validator.engine.settings import Settings

# A portion that says only REL or EYES has the list of its banner: nothing in the portions tells the countries.
OPEN_LISTS = frozenset(
    {
        ("(S//REL)", "(U)"),
        ("(TS//SI-EU//REL)",),
        ("(TS//SI-NK//REL)",),
        ("(TS//REL)",),
        ("(S//REL TO USA, JPN, NZL)", "(S//REL)"),
        ("(TS//EYES)",),
    }
)
BLOCK = """\
SECRET

12 January 2012

SUBJECT: (U) Harbor fees

1. (S) The port authority raised its fees.

{block}

SECRET
"""
REST = {
    "Classified By": "Reason: 1.4(b)\nDeclassify On: 20370112",
    "Derived From": "Declassify On: 20350112",
}


@pytest.mark.parametrize("case", [*cases("markings"), *cases("cui")])
def test_a_marking_is_judged_as_labelled(case: dict[str, Any]) -> None:
    verdict = judge_marking(case["marking"], portion=case["kind"] == "portion", dialect="ic")
    assert verdict.valid == case["valid"], [finding.message for finding in verdict.findings]


@pytest.mark.parametrize("case", cases("rollup"))
def test_portions_roll_up_to_the_banner(case: dict[str, Any]) -> None:
    if tuple(case["portions"]) in OPEN_LISTS:
        pytest.skip("its portions say only REL or EYES: the list is the banner's own")
    found, expected = roll_up(case["portions"], dialect="ic"), judge_marking(case["banner"])
    assert judge_marking(found).marking == expected.marking  # titles and abbreviations are one


@pytest.mark.parametrize("case", cases("declassify_on"))
def test_an_instruction_is_judged_as_labelled(case: dict[str, Any]) -> None:
    assert judge_declassification(case["declassify_on"]).valid == case["valid"]


@pytest.mark.parametrize("case", cases("authority_block"))
def test_a_right_line_of_an_authority_block_is_no_fault(case: dict[str, Any]) -> None:
    label = case["line"].partition(":")[0]
    text = BLOCK.format(block=f"{case['line']}\n{REST.get(label, REST['Classified By'])}")
    report = check_text(text, settings=Settings(kind="memo", select=("authority",), fail_on="error"))
    found = [finding.message for finding in report.files[0].findings if finding.severity == "error"]
    assert (report.files[0].kind, found) == ("memo", [])
