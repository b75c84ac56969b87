"""Puts the parts of a telegram together: tells whether a text is one, reads its parts, and draws the facts."""

import datetime
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from validator.grammar.classification_line import LineText
from validator.grammar.portion import PortionMarks
from validator.layouts.hyphenation import undo_hyphenation
from validator.layouts.line_numbers import undo_line_numbers
from validator.layouts.lines import Lines
from validator.layouts.links import undo_links
from validator.layouts.message_form import undo_message_form
from validator.model.document import Document, SourceText
from validator.model.nodes import Artefact, ClassificationLine, Node, Observation, Paragraph, Portion
from validator.parsers.telegram import body, page_print, paragraphs, sections, transmission
from validator.parsers.telegram.carrier import read_carrier
from validator.parsers.telegram.draft import Draft, field
from validator.parsers.telegram.facts import Findings, document_of
from validator.parsers.telegram.form_fields import add_message_form
from validator.parsers.telegram.header import FIELDS, HeaderReader
from validator.parsers.telegram.look_alikes import LookAlikes
from validator.parsers.telegram.opening import add_captions, add_classification_lines
from validator.parsers.telegram.recognition import body_start, has_telegram_lines, is_body_alone
from validator.parsers.telegram.scan import Event, Scanner
from validator.parsers.telegram.smart import SmartLabels, add_smart_header, read_smart
from validator.parsers.telegram.smart_addressees import add_smart_addressees
from validator.vocabulary.terms import Vocabularies

_ROUTING: Final = frozenset({"transmission", "precedence", "janap", "station", "security", "date-time"})
_AUTHORITY_LINES: Final = 5
_FORM_HEAD: Final = 3000  # characters in which the White House message form shows itself
_FORM_WIDTH: Final = 55
_JOINS: Final = frozenset({"classification", "continuation", "sipdis"})
_LINE: Final = attrgetter("line")
_ENDS_ADDRESSEES: Final = frozenset({"classification", "order", "tags"})
_MARKS_OF_LEVEL: Final = frozenset({"classification", "continuation"})


class TelegramParser:
    """Reads telegrams with one set of vocabularies; built once for all documents."""

    __slots__ = ("_entries", "_header", "_look_alikes", "_marks", "_scanner", "_vocabularies")

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._vocabularies = vocabularies
        self._scanner = Scanner(vocabularies)
        self._marks = PortionMarks(vocabularies["portion-marks"])
        self._header = HeaderReader(vocabularies, self._marks)
        self._look_alikes = LookAlikes(vocabularies["look-alikes"], self._scanner)
        self._entries = transmission.EntryReader(vocabularies["precedences"])

    def parse(
        self,
        source: SourceText,
        as_of: datetime.date | None,
        *,
        certain: bool = False,
        body_alone: bool = True,
    ) -> Document | None:
        """The telegram that a text is, or None when it is none and `certain` does not say otherwise.

        `body_alone`: also one whose header was cut; a memo with numbered and marked paragraphs looks like it.
        """
        lines = Lines(source.text)
        artefacts = _undone(lines)
        message_form = "OSRI" in source.text[:_FORM_HEAD] and undo_message_form(lines)
        events = self._scanner.scan(lines)
        known = certain or has_telegram_lines(events, self._vocabularies)
        if not known and not (body_alone and is_body_alone(lines, events, source.text, self._marks)):
            return None
        draft = Draft(lines)
        for node in (*artefacts, *source.observations):
            draft.add(node)
        _observe_long_line(draft)
        found = self._read(draft, events, source, message_form)
        return document_of(draft, source, found, self._vocabularies, as_of)

    def _read(self, draft: Draft, events: list[Event], source: SourceText, message_form: bool) -> Findings:
        lines = draft.lines
        smart = read_smart(lines, events)
        if smart is not None:
            events = [event for event in events if event.line >= smart.line]
        start = events[0].line if events else 0
        carried, partial = read_carrier(draft, start, self._vocabularies["notices"])
        stop = body_start(lines, events, self._marks) if events else None
        kinds = {event.what for event in events}
        doubtful = self._look_alikes.header_events(draft, events, kinds, len(lines) if stop is None else stop)
        if doubtful:
            events = sorted([*events, *doubtful], key=_LINE)
        found = Findings(layout=_layout(kinds, smart, message_form), carried=carried, partial=partial)
        self._read_header(draft, events, smart, len(lines) if stop is None else stop, found)
        self._read_transmission(draft, events, smart, found)
        if page_print.has_relay_lines(source.text):
            found.details |= page_print.read_relay_lines(draft, found.moment)
            page_print.add_attributes(draft, events, self._scanner.lines_of_classification)
        if message_form:
            add_message_form(draft)
        self._read_body(draft, events, stop, source.text, found)
        return found

    def _read_header(
        self, draft: Draft, events: Sequence[Event], smart: SmartLabels | None, stop: int, found: Findings
    ) -> None:
        if smart is not None:
            add_smart_header(draft, smart)
        else:
            add_classification_lines(draft, events, self._scanner.lines_of_classification)
        found.text_first = self._header.read(draft, events, stop)
        self._look_alikes.add_tags(draft, self._vocabularies["tags"])
        opening = next((event.line for event in events if event.what == "classification"), None)
        if smart is not None and smart.captions_column:
            line = smart.captions_line
            add_captions(draft, self._vocabularies["captions"], line, line + 1, smart.captions_column)
        elif opening is not None and opening < stop:
            first_field = (event.line for event in events if event.what in FIELDS and event.line > opening)
            add_captions(
                draft, self._vocabularies["captions"], opening + 1, min(stop, next(first_field, stop))
            )
            found.text_first = max(found.text_first, opening + 1)
        if page_print.is_print(events):
            page_print.add_page_frames(draft, events)

    def _read_transmission(
        self, draft: Draft, events: Sequence[Event], smart: SmartLabels | None, found: Findings
    ) -> None:
        blocks = transmission.read_blocks(draft.lines, events)
        if smart is not None:
            blocks = transmission.smart_blocks(draft.lines, smart)
        letters = self._vocabularies["security-prosigns"]
        lines = draft.nodes.get("classification_line", ())
        mrn = lines[0].number if lines and isinstance(lines[0], ClassificationLine) else None
        found.moment = transmission.add_routing(draft, blocks, letters, found.not_before(draft), mrn)
        if smart is not None:
            add_smart_addressees(draft, events, self._entries)
            return
        until = next((event.line for event in events if event.what in _ENDS_ADDRESSEES), len(draft.lines))
        transmission.add_addressees(draft, events, until, self._entries)

    def _read_body(
        self, draft: Draft, events: Sequence[Event], stop: int | None, text: str, found: Findings
    ) -> None:
        first = stop if stop is not None else found.text_first
        openings = (
            paragraphs.find_openings(draft.lines, events, self._marks, first) if stop is not None else []
        )
        last = body.last_text_line(draft, events, first)
        if openings:
            paragraphs.add_paragraphs(draft, openings, last)
        else:
            paragraphs.add_unnumbered(draft, self._marks, _first_text(draft, events, first), last)
        nodes = paragraphs.nodes_of(draft)
        self._read_authority_paragraph(draft, openings)
        found.entire_text = body.add_notices(draft, nodes, text)
        taken = {opening.line for opening in openings}
        body.add_sub_portions(draft, events, self._marks, found.text_first, taken)
        end = draft.lines.end(last)
        body.add_summaries(draft, text, _starts_of_text(draft, nodes, found.text_first, stop), end)
        body.add_headings(draft, events, [opening.line for opening in openings], found.text_first)
        body.add_cut_paragraphs(draft, first, last)
        _add_joins(draft, events, first)
        sections.add_continuation_lines(draft, events)
        found.section_total = sections.add_section_markers(draft)
        own = found.own_number(draft)
        body.add_references(draft, text, nodes[0].start if nodes else end, own)

    def _read_authority_paragraph(self, draft: Draft, openings: Sequence[paragraphs.Opening]) -> None:
        """`1. (U) CLASSIFIED BY …`: until 2001 the authority often stood in the first paragraph."""
        lines = draft.lines
        for position, opening in enumerate(openings[:3]):
            label = self._scanner.authority(lines.texts[opening.line], opening.text_column)
            if label:
                last = opening.line
                while not lines.is_blank(last + 1) and last < opening.line + _AUTHORITY_LINES:
                    last += 1
                paragraphs.mark_as_authority(draft, position)
                if "classified_by" not in draft.nodes:
                    self._header.authority(draft, field(lines, opening.line, label, last))
                return


def _undone(lines: Lines) -> list[Node]:
    """What the carrier did to the lines, undone; each pass is behind a literal test."""
    artefacts = undo_links(lines) if "[" in lines.text else []
    if next((text for text in lines.texts if text), "")[:1] == "1":
        artefacts += undo_line_numbers(lines)
    return artefacts + undo_hyphenation(lines)


def _layout(kinds: set[str], smart: SmartLabels | None, message_form: bool) -> str:
    if smart is not None:
        return "smart"
    if message_form:
        return "message-form"
    if "page" in kinds:
        return "nara-sas"
    if "janap" in kinds:
        return "janap128"
    if kinds & _ROUTING:
        return "acp127"
    return "no-routing" if kinds & (FIELDS | _MARKS_OF_LEVEL) else "body-only"


def _first_text(draft: Draft, events: Sequence[Event], first: int) -> int:
    """The first line of text that is none of the header: captions and pass lines are stepped over."""
    taken = {event.line for event in events if event.what not in ("paragraph", "sub-paragraph")}
    index = first
    while index < len(draft.lines) and (draft.lines.is_blank(index) or index in taken):
        index += 1
    return index


def _starts_of_text(draft: Draft, nodes: Sequence[Paragraph], first: int, stop: int | None) -> list[int]:
    """Where a summary or comment may open: behind each number or mark, and at lines before paragraph 1."""
    lines = draft.lines
    preamble = [
        lines.offset(index)
        for index in range(first, stop if stop is not None else first)
        if lines.texts[index] and lines.is_blank(index - 1)
    ]
    marked = [
        node.end + 1
        for node in draft.nodes.get("portion", ())
        if isinstance(node, Portion) and node.place == "sub-paragraph"
    ]
    return sorted([*preamble, *marked, *(node.text_start for node in nodes)])


def _add_joins(draft: Draft, events: Sequence[Event], first: int) -> None:
    """Headers of later sections that a join left in the text."""
    for event in events:
        if event.line <= first or event.what not in _JOINS:
            continue
        name = "sipdis-inside-text" if event.what == "sipdis" else None
        if event.what == "continuation" or (isinstance(event.value, LineText) and event.value.post):
            name = "section-join"
        if name is not None:
            start = draft.lines.offset(event.line)
            draft.add(Artefact(start=start, end=draft.lines.end(event.line), name=name))


def _observe_long_line(draft: Draft) -> None:
    """The first line beyond the width of the telegram form (5 FAH-1 H-246.1, 2004)."""
    for index, text in enumerate(draft.lines.texts):
        if len(text) > _FORM_WIDTH:
            start = draft.lines.offset(index)
            name = f"line-longer-than-{_FORM_WIDTH}"
            draft.add(Observation(start=start, end=draft.lines.end(index), name=name, value=len(text)))
            return
