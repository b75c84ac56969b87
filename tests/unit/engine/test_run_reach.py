"""How far rules come: each reason why a rule was never applied, and that the best document counts."""

from datetime import date
from typing import Any

import pytest

from tests.unit.engine.made import DAY, applies, document, rule
from validator.checks import CheckTimeout
from validator.checks.forbidden import Forbidden
from validator.engine.plan import OF_OTHER_DIALECTS, OF_OTHER_ERAS, OF_OTHER_KINDS, Planner
from validator.engine.run_reach import APPLIED, CONDITION, LACKED_A_NEED, NO_DOCUMENT, NOTHING_THERE, RunReach
from validator.model.document import Document
from validator.model.nodes import Observation, Portion
from validator.rulebook import ExecutableRule, InForce

PORTION = Portion(start=0, end=3, place="paragraph", written="(S)", mark="S", level=None, known=True)
TAG = Observation(start=0, end=1, name="words-in-tag")
LATE = InForce(date(2010, 1, 1), None)
CONDITIONAL = {"layout": {"equals": "smart"}}


def never(_: Document) -> bool:
    return False


def too_slow(_: Document) -> bool:
    raise CheckTimeout("a pattern")


def stage(executable: ExecutableRule, *given: Document) -> str:
    """The stage of the only rule after these documents."""
    planner = Planner((executable,), "auto")
    reach = RunReach(planner.rules, "auto")
    for one in given:
        reach.met(one, planner.plan_for(one))
    (found,) = [stage for stage, rules in reach.by_stage().items() if rules]
    return found


@pytest.mark.parametrize(
    ("made", "facts", "expected"),
    [
        ({}, {}, APPLIED),
        ({"applies_to": applies(kinds=("memo",))}, {}, OF_OTHER_KINDS),
        ({"applies_to": applies(kinds=("telegram",))}, {"kind": "unknown"}, OF_OTHER_KINDS),
        ({"applies_to": applies(dialects=("ic",))}, {}, OF_OTHER_DIALECTS),
        ({"applies_to": applies(eras=("eo12065",))}, {"date": DAY, "era": "eo12958"}, OF_OTHER_ERAS),
        ({"applies_to": applies(in_force=LATE)}, {"date": DAY}, OF_OTHER_ERAS),
        ({"applies_to": applies(in_force=LATE), "needs_date": True}, {}, LACKED_A_NEED),
        ({"applies_to": applies(needs=("routing",))}, {}, LACKED_A_NEED),
        ({"check": Forbidden("portion")}, {}, NOTHING_THERE),
        ({"applies_to": applies(when=CONDITIONAL), "when": never}, {}, CONDITION),
        (
            {"applies_to": applies(when=CONDITIONAL, in_force=LATE), "when": never},
            {"date": DAY},
            OF_OTHER_ERAS,
        ),
        ({"applies_to": applies(when=CONDITIONAL), "when": too_slow}, {}, CONDITION),
    ],
)
def test_what_keeps_a_rule_from_a_document(
    made: dict[str, Any], facts: dict[str, Any], expected: str
) -> None:
    assert stage(rule(**made), document(**facts)) == expected


def test_without_a_document_nothing_is_said_of_a_rule() -> None:
    assert stage(rule()) == NO_DOCUMENT


def test_a_rule_that_has_something_to_look_at_is_applied() -> None:
    assert stage(rule(check=Forbidden("portion")), document("(S)", PORTION)) == APPLIED


def test_of_a_rule_on_one_observation_that_observation_counts() -> None:
    on_links = rule(check=Forbidden("observation", {"name": {"equals": "words-in-link"}}))
    on_tags = rule(check=Forbidden("observation", {"name": {"equals": "words-in-tag"}}))
    assert (stage(on_links, document("x", TAG)), stage(on_tags, document("x", TAG))) == (
        NOTHING_THERE,
        APPLIED,
    )


@pytest.mark.parametrize("turned", [False, True])
def test_the_document_on_which_a_rule_came_furthest_counts(turned: bool) -> None:
    of_memos = rule(applies_to=applies(kinds=("memo",)), check=Forbidden("portion"))
    met = [document("(S)", PORTION, kind="memo"), document(), document(kind="memo")]
    assert stage(of_memos, *(reversed(met) if turned else met)) == APPLIED


def test_a_condition_is_asked_of_every_document_until_it_holds() -> None:
    of_smart = rule(applies_to=applies(when=CONDITIONAL), when=lambda document: document.layout == "smart")
    assert stage(of_smart, document(), document(), document(layout="smart"), document()) == APPLIED


def test_what_is_kept_does_not_grow_with_the_documents() -> None:
    planner = Planner((rule(check=Forbidden("portion")),), "auto")
    reach = RunReach(planner.rules, "auto")
    for number in range(100):
        one = document("(S)", PORTION, name=f"{number}.txt")
        reach.met(one, planner.plan_for(one))
    assert len(reach._waiting) == 1
