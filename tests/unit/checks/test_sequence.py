"""Sequences of numbers and of parts: where a fault stands and what it says."""

import pytest

from tests.unit.checks.made import document, hits, paragraphs
from validator.model.nodes import ExecutiveOrder, Node, Subject, Tags

ORDER = ExecutiveOrder(start=1, end=4, order="12958", written="12958")
SUBJECT = Subject(start=5, end=9, text="TALKS")
TAGS = Tags(start=7, end=9, tokens=("PREL",))


def sequence(fault: str, **more: object) -> dict[str, object]:
    return {"kind": "sequence", "given": "paragraph", "field": "number", "fault": fault, **more}


def gap(start: int, missing: str, expected: int, previous: int | None) -> tuple[int, dict[str, object]]:
    return start, {"missing": missing, "expected": expected, "previous": previous}


SEQUENCES = {
    "complete": ((1, 2, 3), "gap", {}, []),
    "one missing": ((1, 3), "gap", {}, [gap(20, "2", 2, 1)]),
    "a run and one missing": ((4, 8, 10), "gap", {"first": None}, [gap(20, "5-7", 5, 4), gap(30, "9", 9, 8)]),
    "begins late": ((3,), "gap", {}, [gap(10, "1-2", 1, None)]),
    "begins late, and may": ((3,), "gap", {"first": None}, []),
    "begins late, and may, and goes back": ((3, 2), "gap", {"first": None}, []),
    "missing here, present later": ((1, 4, 2, 3), "gap", {}, []),
    "two runs in one step": ((1, 7, 3), "gap", {}, [gap(20, "2, 4-6", 2, 1)]),
    "a step back is no gap": ((1, 2, 3, 1, 2), "gap", {}, []),
    "without a number": ((1, None, 2), "gap", {}, []),
    "a huge number is no huge list": ((1, 9999999), "gap", {}, [gap(20, "2-9999998", 2, 1)]),
    "repeated": ((1, 2, 2, 3), "repeated", {}, [(30, {"expected": 3, "previous": 2})]),
    "started again": (
        (1, 2, 1, 2),
        "repeated",
        {},
        [(30, {"expected": 3, "previous": 2}), (40, {"expected": 3, "previous": 1})],
    ),
    "not repeated": ((1, 3, 2), "repeated", {}, []),
    "lower than its forerunner": ((1, 3, 2), "out-of-order", {}, [(30, {"expected": 4, "previous": 3})]),
    "a repeat is not out of order": ((1, 2, 1), "out-of-order", {}, []),
    "in order": ((1, 2, 5), "out-of-order", {}, []),
}


@pytest.mark.parametrize(("numbers", "fault", "more", "expected"), SEQUENCES.values(), ids=SEQUENCES)
def test_a_sequence_fault_stands_at_the_right_node(numbers, fault, more, expected) -> None:  # type: ignore[no-untyped-def]
    assert hits(sequence(fault, **more), document(*paragraphs(*numbers))) == expected


IN_ORDER = {"kind": "sequence", "given": "document", "kinds": ["executive_order", "tags", "subject"]}


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        pytest.param((ORDER, SUBJECT), [], id="one is absent"),
        pytest.param((ORDER, TAGS, SUBJECT), [(5, {"found": "subject", "after": "tags"})], id="early"),
        pytest.param((), [], id="nothing"),
    ],
)
def test_parts_stand_in_order(nodes: tuple[Node, ...], expected: list[object]) -> None:
    assert hits(IN_ORDER, document(*nodes)) == expected
