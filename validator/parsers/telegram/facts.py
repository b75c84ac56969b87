"""The facts of the whole telegram, drawn from its nodes: date, era, level, number, what is there."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeVar

import msgspec

from validator.grammar.declassification import replacement
from validator.model.document import Document, SourceText
from validator.model.nodes import (
    Caption,
    ClassificationLine,
    Declassification,
    ExecutiveOrder,
    Node,
    Paragraph,
    Portion,
)
from validator.parsers.telegram.draft import Draft
from validator.vocabulary.eras import era_id
from validator.vocabulary.terms import Vocabularies

# A telegram that names an order is no older than the orders before it; settles two-digit years by context.
_YEARS_BEFORE_ORDER: Final = 30
_HEADER_KINDS: Final = ("classification_line", "executive_order", "tags")
_SENSITIVE_CAPTIONS: Final = frozenset({"SENSITIVE", "LIMITED OFFICIAL USE"})
T = TypeVar("T", bound=Node)
_CODES: Final = frozenset({"oadr", "mr", "exemption", "gds", "xgds", "ads", "code"})


class Findings(msgspec.Struct):
    """What the parser found besides nodes while it read one text."""

    layout: str
    carried: datetime.date | None = None
    partial: bool = False
    moment: datetime.datetime | None = None
    text_first: int = 0
    entire_text: bool = False
    section_total: int | None = None
    details: dict[str, Any] = {}

    def not_before(self, draft: Draft) -> datetime.date | None:
        """The day from which a two-digit year of this telegram counts; None without an order."""
        order = _first(draft, ExecutiveOrder)
        if order is None or order.marks_from is None:
            return None
        return order.marks_from.replace(year=order.marks_from.year - _YEARS_BEFORE_ORDER, day=1)

    def own_number(self, draft: Draft) -> tuple[str | None, int | None, int | None]:
        """Post, number and year of the telegram itself."""
        line = _first(draft, ClassificationLine)
        day = self.moment or self.carried
        return (line.post, line.number, day.year if day else None) if line else (None, None, None)


def document_of(
    draft: Draft, source: SourceText, found: Findings, vocabularies: Vocabularies, as_of: datetime.date | None
) -> Document:
    """The finished document."""
    day, day_source = _date(found, as_of)
    line = _first(draft, ClassificationLine)
    level = line.level if line else None
    portions = [node for node in draft.nodes.get("portion", ()) if isinstance(node, Portion)]
    listed = [node for node in draft.nodes.get("paragraph", ()) if isinstance(node, Paragraph)]
    add_replacements(draft, day)
    return Document(
        kind="telegram",
        layout=found.layout,
        source=source,
        nodes=draft.frozen(),
        has=_parts(draft, found, listed),
        date=day,
        date_source=day_source,
        era=era_id(day, vocabularies),
        level=level,
        control=line.control if line else None,
        sensitive=_is_sensitive(draft, line),
        post=line.post if line else None,
        mrn=line.number if line else None,
        section_total=found.section_total,
        entire_text=found.entire_text,
        highest_portion=max((mark.level for mark in portions if mark.level is not None), default=None),
        all_marked=bool(listed) and all(paragraph.level is not None for paragraph in listed),
        derivative="derived_from" in draft.nodes,
        line_starts=draft.lines.starts,
        details=found.details,
    )


def _first(draft: Draft, kind: type[T]) -> T | None:
    nodes = draft.nodes.get(kind.kind)
    return nodes[0] if nodes and isinstance(nodes[0], kind) else None


def _date(found: Findings, as_of: datetime.date | None) -> tuple[datetime.date | None, str | None]:
    if found.moment is not None:
        return found.moment.date(), "date-time-group"
    if found.carried is not None:
        return found.carried, "carrier"
    return as_of, "as-of" if as_of else None


def _parts(draft: Draft, found: Findings, listed: Sequence[Paragraph]) -> frozenset[str]:
    parts: Iterable[tuple[str, object]] = (
        ("whole", not found.partial),
        ("header", _has_header(draft, listed)),
        ("routing", "routing" in draft.nodes or "date_time_group" in draft.nodes),
        ("body", listed),
    )
    return frozenset(name for name, there in parts if there)


def _has_header(draft: Draft, listed: Sequence[Paragraph]) -> bool:
    """Whether a header line stands before the first paragraph; one behind it belongs to a later section.

    A level alone on its line is no header: many documents carry one.
    """
    first = listed[0].start if listed else None
    nodes = (node for kind in _HEADER_KINDS for node in draft.nodes.get(kind, ()))
    return any(
        (first is None or node.start < first)
        and not (isinstance(node, ClassificationLine) and node.post is None)
        for node in nodes
    )


def _is_sensitive(draft: Draft, line: ClassificationLine | None) -> bool:
    if line is not None and line.control is not None:
        return True
    captions = draft.nodes.get("caption", ())
    return any(isinstance(caption, Caption) and caption.name in _SENSITIVE_CAPTIONS for caption in captions)


def add_replacements(draft: Draft, day: datetime.date | None) -> None:
    """Gives each retired code the date that replaces it."""
    nodes = draft.nodes.get("declassification", [])
    for index, node in enumerate(nodes):
        if isinstance(node, Declassification) and node.instruction in _CODES:
            nodes[index] = msgspec.structs.replace(node, replacement=replacement(day))
