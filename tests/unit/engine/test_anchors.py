"""Structural addresses of nodes."""

from typing import Any

import pytest

from tests.unit.engine.made import document
from validator.engine.anchors import anchor_of, marking_of
from validator.model import nodes
from validator.model.level import Level
from validator.model.nodes import Node

AT: dict[str, Any] = {"start": 0, "end": 1}
MARK: dict[str, Any] = {"written": "(C)", "mark": "C", "level": Level.CONFIDENTIAL, "known": True}
REFERENCE: dict[str, Any] = {"letter_number": 2, "matched": True}


@pytest.mark.parametrize(
    ("node", "anchor"),
    [
        (None, "document"),
        (nodes.Paragraph(**AT, number=4, written="4.", marked=False), "paragraph[4]"),
        (nodes.Paragraph(**AT, number=None, written="", marked=False), "paragraph"),
        (nodes.Portion(**AT, **MARK, place="paragraph", paragraph=4), "paragraph[4]/portion"),
        (nodes.Portion(**AT, **MARK, place="subject"), "subject/portion"),
        (nodes.Reference(**AT, **REFERENCE, role="listed", letter="B"), "reference[B]"),
        (nodes.Reference(**AT, **REFERENCE, role="cited", letter="B"), "reference[B]/citation"),
        (nodes.Reference(**AT, **REFERENCE, role="listed", letter=None), "reference"),
        (nodes.SectionMarker(**AT, number=2, total=3, state="present"), "section[2]"),
        (
            nodes.ContinuationLine(**AT, post="X", number=1, section=2, page=None, total=3),
            "section[2]/continuation_line",
        ),
        (nodes.ClassificationLine(**AT, level=Level.SECRET), "classification_line"),
        (
            nodes.ClassificationLine(**AT, level=Level.SECRET, first=False, section=2),
            "section[2]/classification_line",
        ),
        (nodes.Signature(**AT, name="DOE"), "signature"),
    ],
    ids=str,
)
def test_the_address_of_a_node(node: Node | None, anchor: str) -> None:
    assert anchor_of(node, document("", *([node] if node else []))) == anchor


def test_several_of_a_kind_are_numbered() -> None:
    captions = [nodes.Caption(**AT, name="NODIS", known=True) for _ in range(2)]
    given = document("", *captions)
    assert [anchor_of(caption, given) for caption in captions] == ["caption[1]", "caption[2]"]


@pytest.mark.parametrize(
    ("node", "marking"),
    [
        (nodes.Portion(**AT, **MARK, place="paragraph"), "C"),
        (nodes.Portion(**AT, **MARK | {"mark": "DOE", "known": False}, place="paragraph"), "unknown"),
        (nodes.ClassificationLine(**AT, level=Level.SECRET), "SECRET None"),
        (nodes.Declassification(**AT, instruction="event", written="when Doe leaves"), "event"),
        (nodes.Signature(**AT, name="DOE"), ""),
        (nodes.Paragraph(**AT, number=1, written="1.", marked=True, mark="DOE"), ""),
        (None, ""),
    ],
    ids=str,
)
def test_only_markings_identify_a_finding_never_prose(node: Node | None, marking: str) -> None:
    assert marking_of(node) == marking
