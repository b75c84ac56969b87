"""How far a rule comes on a document."""

from datetime import date
from typing import Any

import pytest

from tests.unit.engine.made import document, rule
from validator.checks import Params, subjects
from validator.checks.agreement import Agreement
from validator.checks.forbidden import Forbidden
from validator.checks.pattern import Pattern
from validator.checks.required import Required
from validator.checks.roll_up import RollUp
from validator.checks.sequence import Sequenced
from validator.engine.reach import Reach, Scout
from validator.model.level import Level
from validator.model.nodes import Heading, Paragraph, Portion
from validator.rulebook import AppliesTo, ExecutableRule, InForce
from validator.vocabulary.load import builtin

HEADINGS = (Heading(start=0, end=1, text="One"), Heading(start=2, end=3, text="Two"))
PARAGRAPH = Paragraph(start=4, end=5, number=3, written="3", marked=False)
PORTION = Portion(
    start=4, end=5, place="paragraph", written="(C)", mark="C", level=Level.CONFIDENTIAL, known=True
)
NO_FOUR: dict[str, object] = {"text": {"equals": "Four"}}


def executable(check: Params, **applies: Any) -> ExecutableRule:
    applies_to = AppliesTo(**applies)
    made = rule(check=check, applies_to=applies_to, needs_date=bool(applies_to.in_force or applies_to.eras))
    return ExecutableRule(made.rule, builtin())


REACHES: dict[str, tuple[Params, dict[str, Any], Reach]] = {
    "it fires": (Forbidden("heading"), {}, Reach("fires")),
    "nothing is as it forbids": (
        Forbidden("heading", NO_FOUR),
        {},
        Reach("silent", "none of 2 heading fits its conditions"),
    ),
    "it finds no fault": (
        Pattern("heading", "text", match="[OT]"),
        {},
        Reach("silent", "it found no fault in 2 heading"),
    ),
    "its conditions leave nothing": (
        Pattern("heading", "text", NO_FOUR, match="F"),
        {},
        Reach("nothing to look at", "none of 2 heading fits its conditions"),
    ),
    "there is nothing of the kind": (
        Forbidden("tags"),
        {},
        Reach(
            "nothing to look at",
            "it looks for tags, and the telegram holds 2 heading, 1 paragraph, 1 portion",
        ),
    ),
    "another kind of document": (
        Forbidden("heading"),
        {"kinds": ("memo", "release")},
        Reach("not judged", "it is read as telegram, and the rule is for memo, release"),
    ),
    "no date": (
        Forbidden("heading"),
        {"in_force": InForce(date(2019, 1, 1))},
        Reach("not judged", "the document has no date"),
    ),
    "a condition on the document": (
        Forbidden("heading"),
        {"when": {"level": {"equals": "SECRET"}}},
        Reach("not concerned", "its 'when' or 'in_force' does not hold"),
    ),
}


@pytest.mark.parametrize(("check", "applies", "expected"), REACHES.values(), ids=REACHES)
def test_the_reach_and_its_reason(check: Params, applies: dict[str, Any], expected: Reach) -> None:
    scout = Scout(executable(check, **applies))
    assert scout.reach(document("", *HEADINGS, PARAGRAPH, PORTION)) == expected


def test_an_era_that_is_not_meant_is_named() -> None:
    scout = Scout(executable(Forbidden("heading"), eras=("eo13526",)))
    reach = scout.reach(document("", *HEADINGS, date=date(1990, 1, 1), era="eo12356"))
    assert reach == Reach("not judged", "it is of eo12356, and the rule is for eo13526")


def test_a_document_of_no_known_kind_is_said_to_be() -> None:
    scout = Scout(executable(Forbidden("heading")))
    reach = scout.reach(document(kind="unknown", layout="unknown"))
    reason = "it looks for heading, and the kind of document was not recognised"
    assert reach == Reach("nothing to look at", reason)


LOOKED_AT: dict[str, tuple[Params, int]] = {
    "what is forbidden, at fault or not": (Forbidden("heading", NO_FOUR), 2),
    "the document, for what must be there": (Required("tags"), 1),
    "each node, for a field that must be there": (Required("heading", field="text"), 2),
    "what is counted, not what is compared with it": (
        RollUp("document", "portion", "level", "highest", "at-most", "level"),
        1,
    ),
    "what the condition speaks of": (
        Agreement("heading", condition={"text": {"equals": "One"}}, consequence=NO_FOUR),
        1,
    ),
    "all kinds of a sequence": (Sequenced("document", kinds=("heading", "paragraph")), 3),
    "numbered nodes": (Sequenced("paragraph", field="number", fault="gap"), 1),
}


@pytest.mark.parametrize(("check", "number"), LOOKED_AT.values(), ids=LOOKED_AT)
def test_what_a_check_looks_at(check: Params, number: int) -> None:
    assert len(subjects(check)(document("", *HEADINGS, PARAGRAPH, PORTION))) == number
