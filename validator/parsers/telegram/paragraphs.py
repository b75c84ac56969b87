"""The numbered paragraphs of a telegram and their portion marks."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from validator.grammar.portion import MarkText, PortionMarks
from validator.layouts.lines import Lines
from validator.layouts.numbering import (
    AFTER_SENTENCE,
    DOUBTFUL,
    MARKED,
    NO_PARAGRAPH,
    OPEN,
    WRAPPED,
    Candidate,
    Reading,
    read_numbers,
)
from validator.model.nodes import Artefact, Paragraph
from validator.parsers.telegram.draft import Draft
from validator.parsers.telegram.header import portion_node
from validator.parsers.telegram.scan import Event

_SENTENCE_END: Final = frozenset(".?!:;\")'’”-")
_STOPS: Final = frozenset(".)(")
_STRAY: Final = frozenset("'’‘`´•·.,-")
_NOT_NUMBER = "¶ .)(A"
# `… END SUMMARY. 2. ON SEPTEMBER 19` : a number that the copyist left in the middle of a line.
_MID_LINE = r"[.?!)\"]\s{{1,4}}(?P<number>{number}\.\s{{1,4}})(?=[A-Z(\"])"


class Opening(msgspec.Struct, gc=False):
    """A paragraph that may begin here: its line, where number and text begin, its mark, and what its number is."""

    line: int
    column: int
    text_column: int
    written: str
    mark: MarkText | None
    lettered: bool = False  # `6A.`, where 6 itself has no text
    reading: Reading = NO_PARAGRAPH
    stray: bool = False  # a character that is none stands before the mark


def find_openings(lines: Lines, events: Sequence[Event], marks: PortionMarks, first: int) -> list[Opening]:
    """The paragraphs that begin on or after line `first`, in order."""
    numbered = [event for event in events if event.what == "paragraph" and event.line >= first]
    openings = [_opening(lines, event, marks) for event in numbered]
    accepted: list[Opening] = []
    for opening, reading in zip(openings, _readings(lines, openings, numbered), strict=True):
        if reading.number is not None:
            opening.reading = reading
            accepted.append(opening)
    return _with_hidden(lines, accepted, marks)


def _readings(lines: Lines, openings: Sequence[Opening], events: Sequence[Event]) -> list[Reading]:
    """What each number is; where they simply run on from 1, nothing has to be weighed."""
    numbers = [int(opening.written) for opening in openings]
    if numbers == list(range(1, len(numbers) + 1)):
        return list(map(Reading, numbers))
    pairs = zip(openings, events, strict=True)
    return read_numbers([_candidate(lines, opening, str(event.value)) for opening, event in pairs])


def add_paragraphs(draft: Draft, openings: Sequence[Opening], last_line: int) -> None:
    """Adds a paragraph node for each opening, its portion mark, and an artefact for each lost pilcrow."""
    ends = [opening.line - 1 for opening in openings[1:]] + [last_line]
    for opening, last in zip(openings, ends, strict=True):
        _add(draft, opening, max(last, opening.line), alone=len(openings) == 1)


def add_unnumbered(draft: Draft, marks: PortionMarks, first: int, last: int) -> None:
    """Adds the one paragraph of a telegram that numbers none, when there is text at all."""
    line = first
    while line <= last and draft.lines.is_blank(line):
        line += 1
    if line > last:
        return
    mark = marks.read(draft.lines.texts[line], 0)
    opening = Opening(line, 0, _behind(draft.lines.texts[line], mark.end) if mark else 0, "", mark)
    _add(draft, opening, last, alone=True)


def mark_as_authority(draft: Draft, position: int) -> None:
    """Notes that a paragraph holds the classification authority: no portion of the text."""
    nodes = draft.nodes["paragraph"]
    nodes[position] = msgspec.structs.replace(nodes[position], authority=True)


def nodes_of(draft: Draft) -> list[Paragraph]:
    """The paragraph nodes of a draft."""
    return [node for node in draft.nodes.get("paragraph", ()) if isinstance(node, Paragraph)]


def _opening(lines: Lines, event: Event, marks: PortionMarks) -> Opening:
    text = lines.texts[event.line]
    column = event.column
    if text[column : column + 1].isspace():
        column = len(text) - len(text[column:].lstrip())
    mark = marks.read(text, column, sure=True)
    written = str(event.value)
    if mark is None:
        return _without_mark_behind(event, text, column, marks)
    return Opening(
        event.line, 0, _behind(text, mark.end), written.strip(_NOT_NUMBER), mark, lettered="A" in written
    )


def _without_mark_behind(event: Event, text: str, column: int, marks: PortionMarks) -> Opening:
    """A number with no mark behind it: unmarked, or `(C) 8. Text`, or with a speck before the mark."""
    written = str(event.value)
    mark, stray, behind = None, False, column
    if text[0] == "(":
        mark = marks.read(text, 0)
    elif text[column : column + 1] in _STRAY:
        mark = _mark_behind_stray(text, column, marks)
        stray, behind = mark is not None, _behind(text, mark.end) if mark else column
    number, lettered = written.strip(_NOT_NUMBER), "A" in written
    return Opening(event.line, 0, behind, number, mark, lettered=lettered, stray=stray)


def _mark_behind_stray(text: str, column: int, marks: PortionMarks) -> MarkText | None:
    """`2. '(SBU)`: a speck that a scan took for a character stands before the mark; only a known mark counts."""
    mark = marks.read(text, column + 1) if text[column + 1 : column + 2] == "(" else None
    return mark if mark and mark.known and mark.fault is None else None


def _behind(text: str, column: int) -> int:
    """The column where the text goes on behind blanks."""
    return len(text) - len(text[column:].lstrip()) if text[column : column + 1].isspace() else column


def _candidate(lines: Lines, opening: Opening, value: str) -> Candidate:
    return Candidate(
        line=opening.line,
        column=0,
        number=int(opening.written),
        pilcrow=value.startswith("¶"),
        strength=_strength(lines, opening, value),
    )


def _strength(lines: Lines, opening: Opening, value: str) -> float:
    if opening.mark is not None and opening.mark.known:
        return MARKED
    if value[-1] not in _STOPS and not lines.texts[opening.line][opening.column + len(value) :].startswith(
        "("
    ):
        return DOUBTFUL
    if opening.lettered:
        return DOUBTFUL
    if lines.is_blank(opening.line - 1):
        return OPEN
    before = lines.texts[opening.line - 1]
    if before[-1] in _SENTENCE_END or before == "SIPDIS":
        return AFTER_SENTENCE
    return WRAPPED


def _with_hidden(lines: Lines, openings: list[Opening], marks: PortionMarks) -> list[Opening]:
    """The openings, and those of missing numbers that stand in the middle of a line between two others."""
    found: list[Opening] = []
    for opening in openings:
        number = opening.reading.number
        last = found[-1].reading.number if found else None
        if last is not None and number is not None and number == last + 2:
            hidden = _hidden(lines, last + 1, found[-1], opening.line, marks)
            found += [hidden] if hidden else []
        found.append(opening)
    return found


def _hidden(lines: Lines, number: int, after: Opening, stop: int, marks: PortionMarks) -> Opening | None:
    form = re.compile(_MID_LINE.format(number=number))  # kept by re for the next telegram
    for line in range(after.line, stop):
        start = after.text_column if line == after.line else 0
        match = form.search(lines.texts[line], start)
        if match is not None:
            mark = marks.read(lines.texts[line], match.end(), sure=True)
            end = _behind(lines.texts[line], mark.end) if mark else match.end()
            return Opening(line, match.start("number"), end, str(number), mark, reading=Reading(number))
    return None


def _add(draft: Draft, opening: Opening, last: int, *, alone: bool) -> None:
    lines = draft.lines
    while last > opening.line and lines.is_blank(last):
        last -= 1
    start = lines.offset(opening.line, opening.column)
    mark, number = opening.mark, opening.reading.number
    straight = opening.line not in lines.edits  # then columns count on from the start
    draft.add(
        Paragraph(
            start=start,
            end=lines.end(last),
            number=number,
            nesting=1 if opening.lettered else 0,
            written=opening.written,
            marked=mark is not None,
            mark=mark.mark if mark else None,
            level=mark.level if mark else None,
            lost_pilcrow=opening.reading.lost_pilcrow,
            text_start=(
                start + opening.text_column - opening.column
                if straight
                else lines.offset(opening.line, opening.text_column)
            ),
            alone=alone,
        )
    )
    if opening.reading.lost_pilcrow:
        draft.add(Artefact(start=start, end=start + 1, name="lost-pilcrow"))
    if mark is not None:
        text = lines.texts[opening.line]
        at = start + mark.start - opening.column if straight else lines.offset(opening.line, mark.start)
        if opening.stray:
            draft.add(Artefact(start=at - 1, end=at, name="stray-character"))
        draft.add(portion_node(mark, at, text[mark.start : mark.end], "paragraph", number))
