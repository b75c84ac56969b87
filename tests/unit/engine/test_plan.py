"""Which rules run on a document, and the reasons why others do not."""

from datetime import date
from typing import Any

import pytest

from tests.unit.engine.made import DAY, applies, document, rule
from validator.checks.forbidden import Forbidden
from validator.engine.plan import NO_DATE, NOT_RECOGNISED, Planner
from validator.findings import NotChecked
from validator.model.document import Document
from validator.model.nodes import Portion
from validator.rulebook import ExecutableRule, InForce

WHOLE = frozenset({"whole", "header", "routing", "body"})


def planned(
    executable: ExecutableRule, given: Document, dialect: str = "auto"
) -> tuple[list[str], tuple[NotChecked, ...]]:
    plan = Planner((executable,), dialect).plan_for(given)
    return [step.rule.id for step in plan.steps], plan.not_checked


RUNS = (["some-rule"], ())
SILENT: tuple[list[str], tuple[NotChecked, ...]] = ([], ())


@pytest.mark.parametrize(
    ("where", "facts", "outcome"),
    [
        ({}, {}, RUNS),
        ({"kinds": ("telegram",)}, {}, RUNS),
        ({"kinds": ("memo",)}, {}, SILENT),
        ({"dialects": ("state",)}, {}, RUNS),
        ({"dialects": ("ic",)}, {}, SILENT),
        ({"eras": ("eo12958",)}, {"date": DAY, "era": "eo12958"}, RUNS),
        ({"eras": ("eo12065",)}, {"date": DAY, "era": "eo12958"}, SILENT),
        ({"needs": ("whole",)}, {"has": WHOLE}, RUNS),
    ],
)
def test_a_rule_runs_where_it_applies(where: dict[str, Any], facts: dict[str, Any], outcome: object) -> None:
    assert planned(rule(applies_to=applies(**where)), document(**facts)) == outcome


@pytest.mark.parametrize(
    ("need", "reason"),
    [
        ("whole", "this is a partial extract: what was cut cannot be judged"),
        ("header", "the document has no header"),
        ("routing", "the document has no routing lines"),
        ("body", "the document has no paragraph"),
    ],
)
def test_a_rule_whose_part_is_missing_is_not_checked(need: str, reason: str) -> None:
    needing = rule(applies_to=applies(needs=(need,)))
    assert planned(needing, document(has=WHOLE - {need})) == ([], (NotChecked(reason, ("some-rule",)),))


def test_a_rule_that_needs_a_date_is_not_checked_without_one() -> None:
    dated = rule(needs_date=True, applies_to=applies(eras=("eo12958",)))
    assert planned(dated, document()) == ([], (NotChecked(NO_DATE, ("some-rule",)),))


def test_a_rule_for_another_kind_is_not_listed_as_not_checked() -> None:
    assert planned(rule(applies_to=applies(kinds=("memo",), needs=("whole",))), document()) == SILENT


def test_the_dialect_can_be_chosen() -> None:
    for_ic = rule(applies_to=applies(dialects=("ic",)))
    assert planned(for_ic, document(), "ic") == planned(for_ic, document(), "any") == RUNS


def test_an_unknown_document_gets_only_rules_that_need_nothing() -> None:
    unknown = document(kind="unknown")
    whole_file = (NotChecked(NOT_RECOGNISED),)
    assert planned(rule(), unknown) == (["some-rule"], ())  # every rule that was asked for
    assert planned(rule(applies_to=applies(needs=("body",))), unknown) == ([], whole_file)


def test_a_rule_is_not_tried_where_no_node_of_its_kind_stands() -> None:
    (portions, paragraphs) = (rule("of-portions", check=Forbidden("portion")), rule("of-paragraphs"))
    plan = Planner((portions, paragraphs), "auto").plan_for(document())
    portion = Portion(start=0, end=3, place="paragraph", written="(C)", mark="C", level=None, known=True)
    tried = [
        [step.rule.id for step in plan.steps_for(given)] for given in (document(), document("", portion))
    ]
    assert tried == [["of-paragraphs"], ["of-portions", "of-paragraphs"]]


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2003, 9, 21), False),
        (date(2003, 9, 22), True),
        (date(2010, 6, 26), True),
        (date(2010, 6, 27), False),
    ],
)
def test_in_force_counts_both_its_days(day: date, holds: bool) -> None:
    in_force = InForce(date(2003, 9, 22), date(2010, 6, 26))
    bound = rule(needs_date=True, applies_to=applies(in_force=in_force))
    given = document(date=day)
    (step,) = Planner((bound,), "auto").plan_for(given).steps
    assert step.when is not None
    assert step.when(given) is holds


def test_documents_of_one_sort_share_a_plan() -> None:
    planner = Planner((rule(),), "auto")
    assert planner.plan_for(document()) is planner.plan_for(document("other text"))
