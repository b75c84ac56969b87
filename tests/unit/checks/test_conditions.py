"""Conditions: every test both ways, and how they combine."""

from datetime import datetime

import pytest

from tests.unit.checks.made import DAY, document
from validator.checks import compile_when
from validator.checks.conditions import compile_condition
from validator.model.level import Level
from validator.model.nodes import DateTimeGroup, Paragraph, Portion, Routing

PORTION = Portion(
    start=1,
    end=4,
    place="paragraph",
    written="(S)",
    mark="S//NF",
    level=Level.SECRET,
    known=True,
    controls=("NF",),
    paragraph=0,
)
DOCUMENT = document(PORTION, level=Level.CONFIDENTIAL, date=DAY, has=frozenset({"whole"}), post="ASTANA")
ABOVE = {"level": {"above": "CONFIDENTIAL"}}
BELOW = {"level": {"below": "CONFIDENTIAL"}}
AT_ASTANA = {"document.post": {"equals": "ASTANA"}}
AT_KABUL = {"document.post": {"equals": "KABUL"}}

CONDITIONS = [
    ({"level": {"present": True}}, True),
    ({"level": {"present": False}}, False),
    ({"paragraph": {"present": True}}, True),  # the number 0 is a number
    ({"fault": {"present": True}}, False),
    ({"fault": {"present": False}}, True),
    ({"known": {"present": True}}, True),
    ({"controls": {"present": False}}, False),
    ({"level": {"equals": "SECRET"}}, True),
    ({"level": {"not": "SECRET"}}, False),
    ({"known": {"equals": "true"}}, True),
    ({"paragraph": {"equals": "0"}}, True),
    ({"fault": {"equals": None}}, True),
    ({"mark": {"in": ["S", "S//NF"]}}, True),
    ({"level": {"in": ["CONFIDENTIAL", "TOP SECRET"]}}, False),
    ({"level": {"not-in": ["CONFIDENTIAL"]}}, True),
    ({"level": {"at-least": "SECRET"}}, True),
    ({"level": {"at-most": "CONFIDENTIAL"}}, False),
    (ABOVE, True),
    (BELOW, False),
    ({"controls": {"contains": "NF"}}, True),
    ({"controls": {"contains": "OC"}}, False),
    ({"mark": {"matches": "S//"}}, True),
    ({"mark": {"matches": "NF"}}, False),
    ({"fault": {"matches": ".*"}}, False),
    ({"document.date": {"at-least": "2003-09-22"}}, True),
    ({"document.date": {"below": "2003-09-22"}}, False),
    ({"document.mrn": {"above": "1"}}, False),  # null does not hold
    ({"document.has": {"contains": "whole"}}, True),
    ({"document.nodes": {"contains": "portion"}}, True),
    (ABOVE | AT_ASTANA, True),
    (ABOVE | AT_KABUL, False),
    (BELOW | AT_ASTANA, False),
    ({"level": {"above": "CONFIDENTIAL", "below": "SECRET"}}, False),
    ({"level": {"above": "CONFIDENTIAL", "not": "TOP SECRET", "present": True}}, True),
    ({"all": [ABOVE, AT_ASTANA]}, True),
    ({"all": [ABOVE, BELOW]}, False),
    ({"any": [BELOW, ABOVE]}, True),
    ({"any": [BELOW, AT_ASTANA]}, True),
    ({"any": [AT_KABUL, AT_ASTANA]}, True),
    ({"any": [BELOW, AT_KABUL]}, False),
    ({"none": [BELOW, AT_KABUL]}, True),
    ({"none": [ABOVE]}, False),
    ({"any": [BELOW, {"none": [AT_KABUL, BELOW]}]} | ABOVE, True),
    ({"any": [BELOW, AT_KABUL], "none": [BELOW, AT_KABUL]}, False),
]


@pytest.mark.parametrize(("condition", "holds"), CONDITIONS)
def test_a_condition_holds_or_not(condition: dict[str, object], holds: bool) -> None:
    assert compile_condition(condition, "portion", ()).holds(DOCUMENT, PORTION) is holds


def test_moments_are_compared_by_their_day() -> None:
    group = DateTimeGroup(start=0, end=1, written="", moment=datetime(2006, 11, 27, 23, 59))
    at_most = compile_condition({"moment": {"at-most": "2006-11-27"}}, "date_time_group", ())
    assert at_most.holds(DOCUMENT, group)


def test_of_many_parts_only_those_of_both_need_both() -> None:
    assert compile_condition(ABOVE, "portion", ()).of_document is None
    assert compile_condition(AT_ASTANA, "portion", ()).of_node is None
    assert compile_condition({"any": [ABOVE, AT_ASTANA]}, "portion", ()).of_both is not None


@pytest.mark.parametrize(
    ("when", "passes"),
    [(None, True), ({"document.level": {"at-least": "SECRET"}}, False), ({"level": {"present": True}}, True)],
)
def test_when_speaks_of_the_document(when: dict[str, object] | None, passes: bool) -> None:
    assert compile_when(when)(DOCUMENT) is passes


def test_every_field_of_a_node_type_has_a_sort() -> None:
    from validator.checks.fields import sorts_of
    from validator.model.kinds import KINDS

    odd = {(kind, name) for kind in KINDS for name, sort in sorts_of(kind).items() if sort == "other"}
    markings = {("banner", "marking"), ("portion", "marking")}
    hidden = {("observation", "box"), ("observation", "hidden")}
    assert odd == markings | hidden | {("document", "line_starts"), ("document", "source")}
    assert sorts_of(Paragraph.kind)["number"] == "number"
    assert sorts_of(Routing.kind)["security_level"] == "level"
