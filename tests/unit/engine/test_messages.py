"""Templates are filled by substitution, and text of the document only through the mask."""

from datetime import date, datetime

import pytest

from tests.unit.engine.made import FULL, MASKED, document
from validator.checks import Hit
from validator.engine.messages import Filling, compile_template
from validator.model.level import Level
from validator.model.nodes import Notice, Portion, Signature

PORTION = Portion(
    start=0,
    end=3,
    place="paragraph",
    written="(Xy",
    mark="C",
    level=Level.CONFIDENTIAL,
    known=True,
    paragraph=4,
)


def filled(template: str, data: dict[str, object] | None = None, node: object = PORTION) -> str:
    hit = Hit(node, data or {})  # type: ignore[arg-type]
    whole = document(level=Level.TOP_SECRET, era="eo12958", post="SMITHVILLE")
    return Filling(hit, 7, whole, MASKED, False).text(compile_template(template))


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("Paragraph {paragraph} is {level}.", "Paragraph 4 is CONFIDENTIAL."),
        ("above {document.level} of {document.era}", "above TOP SECRET of eo12958"),
        ("line {line}", "line 7"),
        ("{written}", "(•••"),
        ("{document.post}", "•••"),
        ("{fault} {known} {controls}", "none yes none"),
        ("{nothing.of.the.kind} {0} {", "none {0} {"),
        ("{written!r} {written:>10}", "{written!r} {written:>10}"),
    ],
)
def test_fields_of_node_and_document(template: str, message: str) -> None:
    assert filled(template) == message


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "none"),
        (True, "yes"),
        (5, "5"),
        (Level.SECRET, "SECRET"),
        (date(2016, 11, 27), "2016-11-27"),
        (datetime(2006, 11, 27, 4, 24), "2006-11-27 04:24Z"),
        (("B", "D"), "B, D"),
        ((), "none"),
        (frozenset({"B", "A"}), "A, B"),
        ("Jane Doe", "••• •••"),
        (("Jane", "C"), "•••, C"),
        ("{line}", "{•••}"),
    ],
)
def test_values_that_a_check_adds(value: object, shown: str) -> None:
    assert filled("{value}", {"value": value}) == shown


def test_words_of_our_own_are_not_masked() -> None:
    data: dict[str, object] = {"differing": "number, section_total", "missing": "5-7, 9"}
    assert filled("{differing}; {missing}", data) == "number, section total; 5-7, 9"


def test_a_name_is_ours_on_a_notice_and_a_name_on_a_signature() -> None:
    assert filled("{name}", node=Notice(start=0, end=1, name="partial-extract")) == "partial-extract"
    assert filled("{name}", node=Signature(start=0, end=1, name="DOE")) == "•••"


def test_a_hint_with_an_unknown_value_is_not_given() -> None:
    filling = Filling(Hit(PORTION, {"nearest": None, "expected": 5}), 7, document(), MASKED, False)
    hints = [
        filling.advice(compile_template(text)) for text in ("Take {expected}.", "Take {nearest}.", "Look.")
    ]
    assert hints == ["Take 5.", "", "Look."]


def test_a_sensitive_rule_tells_nothing_of_the_text() -> None:
    hit = Hit(PORTION, {"value": "C"})
    filling = Filling(hit, 7, document(), FULL, True)
    assert filling.text(compile_template("{value} {written} {paragraph}")) == "••• ••• 4"
