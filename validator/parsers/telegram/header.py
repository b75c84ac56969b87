"""The header of the text: classification line, captions, E.O., TAGS, SUBJECT, REF, authority."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import pairwise
from typing import Final, TypeAlias

from validator.grammar.declassification import (
    Instruction,
    legality,
    read_after_order,
    read_instruction,
)
from validator.grammar.executive_order import OrderText, in_force, read_order
from validator.grammar.portion import MarkText, PortionMarks
from validator.grammar.reason import read_reason
from validator.grammar.references import read_list
from validator.grammar.tags import read_tags
from validator.model.nodes import (
    ClassifiedBy,
    Declassification,
    DerivedFrom,
    ExecutiveOrder,
    Portion,
    Reason,
    Subject,
    Tags,
)
from validator.parsers.telegram.draft import Draft, Field, field, run_of_text
from validator.parsers.telegram.scan import Event
from validator.vocabulary.terms import Vocabularies

FIELDS: Final = frozenset(
    {"order", "tags", "subject", "reference", "authority", "derived", "declassify", "reason"}
)
_ENDS_FIELD: Final = FIELDS | {"classification", "continuation", "sipdis", "page", "mrn", "label", "signed"}
_INLINE = re.compile(r"\s(?P<tags>TAGS?\b\s*[:;]\s*)|\s(?P<subject>SUBJ(?:ECT)?\b\s*[:;]\s*)", re.IGNORECASE)
_BULLET_LINE = re.compile(r"[¶1]?\(?[A-Z][.)]")
_MARK_AT_END = re.compile(r"\([A-Z][A-Z/\-, ]{0,40}\)\s*$")
_SUBJECT_REACH = 3  # blank lines between the label and a subject below it
_REASON_WORDS: Final = frozenset({"", "for", "per", "reason", "reasons", "section", "under"})
_REMEMBERED = 4096  # distinct E.O. and TAGS lines that are read only once


_Days: TypeAlias = tuple[date | None, date | None]
_OrderLine: TypeAlias = tuple[OrderText, _Days, Instruction, _Days]


class HeaderReader:
    """Adds the nodes of header fields to a draft; built once for all documents."""

    __slots__ = ("_marks", "_read_order", "_read_tags", "_readers", "_vocabularies")

    def __init__(self, vocabularies: Vocabularies, marks: PortionMarks) -> None:
        self._vocabularies = vocabularies
        self._marks = marks
        self._read_tags = lru_cache(_REMEMBERED)(partial(read_tags, table=vocabularies["tags"]))
        self._read_order = lru_cache(_REMEMBERED)(partial(_order_and_instruction, vocabularies=vocabularies))
        self._readers: dict[str, Callable[[Draft, Field], None]] = {
            "order": self._order,
            "tags": self._tags,
            "subject": self._subject,
            "reference": self._references,
            "authority": self.authority,
            "derived": self._derived,
            "declassify": self._declassify,
            "reason": self.reason,
        }

    def read(self, draft: Draft, events: Sequence[Event], stop: int) -> int:
        """Reads every field before line `stop`, each kind once; returns the line behind the last field."""
        seen: set[str] = set()
        behind = 0
        events = [event for event in events if event.what in _ENDS_FIELD and event.line < stop]
        for event, following in pairwise([*events, None]):
            if event is None or event.what not in FIELDS:
                continue
            limit = min(stop, following.line if following else stop)
            last = _last_line(draft, event, limit)
            behind = max(behind, last + 1)
            if event.what in seen and event.what not in ("declassify", "reason"):
                continue
            seen.add(event.what)
            self._read_field(draft, event.what, field(draft.lines, event.line, event.column, last))
        return behind

    def _read_field(self, draft: Draft, what: str, text: Field) -> None:
        """Reads a field, and TAGS or SUBJECT that stand on the line of the field before."""
        inline = _inline_label(text.text) if what in ("order", "tags") else None
        if inline is None or (what == "tags" and inline["tags"]):
            self._readers[what](draft, text)
            return
        head = Field(text.lines, text.first, text.column, text.last, text.text[: inline.start()])
        self._readers[what](draft, head)
        rest = _behind(text, inline.end())
        self._read_field(draft, "tags" if inline["tags"] else "subject", rest)

    def _order(self, draft: Draft, text: Field) -> None:
        read = self._read_order(text.text)
        if read is None:
            return
        order, (starts, ends), instruction, legal = read
        draft.add(
            ExecutiveOrder(
                start=text.offset(0),
                end=text.offset(order.end),
                order=order.order,
                written=order.written,
                marks_from=starts,
                marks_until=ends,
            )
        )
        _add_instruction(draft, text, instruction, legal)

    def _declassify(self, draft: Draft, text: Field) -> None:
        orders = draft.nodes.get("executive_order")
        order = orders[0].order if orders and isinstance(orders[0], ExecutiveOrder) else None
        found = read_instruction(text.text, 0, order, self._vocabularies, labelled=True)
        _add_instruction(draft, text, found, legality(found, self._vocabularies))

    def _tags(self, draft: Draft, text: Field) -> None:
        found = self._read_tags(text.text)
        draft.add(
            Tags(
                start=text.offset(0),
                end=text.end,
                tokens=found.tokens,
                subject_tags=found.subject_tags,
                persons=found.persons,
                unknown=found.unknown,
            )
        )

    def _subject(self, draft: Draft, text: Field) -> None:
        opening = len(text.text) - len(text.text.lstrip())
        mark = self._marks.read(text.text, opening) or self._mark_at_end(text.text)
        subject = " ".join(text.text.split())
        draft.add(
            Subject(
                start=text.offset(0),
                end=text.end,
                text=subject,
                mark=mark.mark if mark else None,
                level=mark.level if mark else None,
            )
        )
        if mark is not None:
            draft.add(
                portion_node(mark, text.offset(mark.start), text.text[mark.start : mark.end], "subject")
            )

    def _mark_at_end(self, text: str) -> MarkText | None:
        """State marks a subject at its end; only a known mark counts, `(GOK)` is part of the subject."""
        match = _MARK_AT_END.search(text, max(0, len(text) - 60))
        mark = self._marks.read(text, match.start()) if match else None
        return mark if mark and mark.known else None

    def _references(self, draft: Draft, text: Field) -> None:
        draft.listed = [(found, text) for found in read_list(text.text, self._vocabularies["posts"])]

    def _derived(self, draft: Draft, text: Field) -> None:
        draft.add(DerivedFrom(start=text.offset(0), end=text.end, source=text.text))

    def authority(self, draft: Draft, text: Field) -> None:
        """`Classified By` and the reason behind it, on the header's own lines or in a first paragraph."""
        found = read_reason(text.text)
        name = _name(text.text[: found.start] if found else text.text)
        draft.add(ClassifiedBy(start=text.offset(0), end=text.end, name=name))
        self.reason(draft, text)

    def reason(self, draft: Draft, text: Field) -> None:
        """Section and categories, the first time a field gives them."""
        found = read_reason(text.text)
        if found is None or "reason" in draft.nodes:
            return
        table = self._vocabularies["reasons"]
        known = table.group(found.section)
        unknown = tuple(letter for letter in found.categories if f"{found.section}({letter})" not in table)
        draft.add(
            Reason(
                start=text.offset(found.start),
                end=text.offset(found.end),
                section=found.section,
                categories=found.categories,
                unknown=unknown if known else (),
                legal_from=known[0].starts if known else None,
                legal_until=known[0].ends if known else None,
            )
        )


def _name(text: str) -> str:
    """The classifier without the words that lead to the reason."""
    words = text.split()
    while words and words[-1].strip(",.;:").lower() in _REASON_WORDS:
        words.pop()
    return " ".join(words).rstrip(" ,.;:")


def _inline_label(text: str) -> "re.Match[str] | None":
    """The TAGS or SUBJECT label inside a field; looked for in capitals first, because hardly any field has one."""
    capitals = text.upper()
    return _INLINE.search(text) if "TAG" in capitals or "SUBJ" in capitals else None


def _order_and_instruction(text: str, vocabularies: Vocabularies) -> "_OrderLine | None":
    order = read_order(text, 0, vocabularies["orders"])
    if order is None:
        return None
    found = read_after_order(text, order, vocabularies)
    return order, in_force(order.order, vocabularies["orders"]), found, legality(found, vocabularies)


def _add_instruction(draft: Draft, text: Field, found: Instruction, legal: _Days) -> None:
    starts, ends = legal
    draft.add(
        Declassification(
            start=text.offset(found.start),
            end=text.offset(found.end),
            instruction=found.instruction,
            written=text.text[found.start : found.end],
            when=found.day,
            exemptions=found.exemptions,
            order=found.order,
            legal_from=starts,
            legal_until=ends,
        )
    )


def portion_node(
    mark: MarkText, start: int, written: str, place: str, paragraph: int | None = None
) -> Portion:
    """The node of a mark that was read at offset `start` of the original."""
    return Portion(
        start=start,
        end=start + mark.end - mark.start,
        place=place,
        written=written,
        mark=mark.mark,
        level=mark.level,
        known=mark.known,
        controls=mark.controls,
        fault=mark.fault,
        paragraph=paragraph,
    )


def _last_line(draft: Draft, event: Event, limit: int) -> int:
    """The last line of a field: a run of lines, for REF with the bullets that blank lines set apart."""
    limit = max(limit, event.line + 1)
    first = event.line
    if event.what == "subject" and event.column >= len(draft.lines.texts[first]):
        first = _next_text(draft, first, limit)
    last = run_of_text(draft.lines, first, limit)
    if event.what == "reference":
        while (following := _next_bullet(draft, last, limit)) is not None:
            last = run_of_text(draft.lines, following, limit)
    return last


def _next_text(draft: Draft, line: int, limit: int) -> int:
    """The line where a subject begins that stands below its label; the label itself when none does."""
    below = line + 1
    while below < limit and below <= line + _SUBJECT_REACH and draft.lines.is_blank(below):
        below += 1
    return below if below < limit and not draft.lines.is_blank(below) else line


def _next_bullet(draft: Draft, last: int, limit: int) -> int | None:
    """The line of the next reference bullet behind a blank line: web copies set each bullet apart."""
    index = last + 1
    while index < limit and draft.lines.is_blank(index):
        index += 1
    if index < limit and _BULLET_LINE.match(draft.lines.texts[index]):
        return index
    return None


def _behind(text: Field, position: int) -> Field:
    """The rest of a field from a position on, as a field of its own."""
    down = text.text.count("\n", 0, position)
    column = position - text.text.rfind("\n", 0, position) - 1 if down else text.column + position
    return Field(text.lines, text.first + down, column, text.last, text.text[position:])
