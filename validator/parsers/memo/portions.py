"""Portion marks: which brackets at the start of a portion are marks, and which are letters, initials, formulas."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

import msgspec

from validator.grammar.marking import MarkingReader, MarkingText
from validator.layouts.lines import Lines
from validator.model.nodes import Portion
from validator.parsers.memo.banners import add_faults
from validator.parsers.memo.openings import Opening
from validator.parsers.telegram.draft import Draft

_BRACKET = re.compile(r"\((?P<inside>[^()\n]{1,160})\)")
_NOT_CLOSED = re.compile(r"\((?P<inside>(?:TS|[SCU])(?://[A-Z/,\-]{1,60})?)(?=\s[A-Z])")
_AT_END = re.compile(r"\((?P<inside>[A-Z][A-Z/\-, ]{0,60})\)\s?[.]?$")
_MARK_SHAPED = re.compile(r"\s?(?://\s?)?[A-Z]{1,16}(?:[\s/\-,]{1,3}[A-Z][A-Z0-9,/\- ]{0,150}|//)?\s?")
_LETTER = re.compile(r"\(([A-Za-z])\)")
_COPYRIGHT = re.compile(r"\s?(?:copyright|\d{4}\b)", re.IGNORECASE)
_TEXT_BEHIND = re.compile(r"\s?[\w\"'“‘(\[¶$*_]|\s?$")
_SENTENCE_END: Final = frozenset('.:;!?")”')
_SURE: Final = frozenset({"number", "bullet"})  # places where even a small letter is meant as a mark
_WIDE_LINE: Final = 50
_END_REACH: Final = 80


class PlacedMark(msgspec.Struct, frozen=True, gc=False):
    """A portion mark: its line, where its parenthesis opens, how it reads, and what opens its portion."""

    line: int
    column: int
    written: str
    reading: MarkingText
    opening: Opening

    @property
    def is_full(self) -> bool:
        """Whether it says more than a level, so that no initials or letters look like it."""
        return "//" in self.written


class MarkFinder:
    """Finds marks with one reader. `nato`: the document has a NATO banner, so that `(NS)` is a mark."""

    __slots__ = ("_nato", "_reader")

    def __init__(self, reader: MarkingReader, *, nato: bool) -> None:
        self._reader, self._nato = reader, nato

    def find(self, lines: Lines, openings: Sequence[Opening]) -> list[PlacedMark]:
        """The marks at these openings, in order."""
        listed = _lettered(lines, openings)
        found = (
            self.read(lines, opening)
            for index, opening in enumerate(openings)
            if index not in listed and lines.texts[opening.line][opening.column : opening.column + 1] == "("
        )
        return [mark for mark in found if mark is not None]

    def read(self, lines: Lines, opening: Opening) -> PlacedMark | None:
        """The mark at an opening, None when what stands there is none."""
        text = lines.texts[opening.line]
        bracket = _BRACKET.match(text, opening.column)
        if bracket is None and opening.kind in _SURE:
            bracket = _NOT_CLOSED.match(text, opening.column)
        if bracket is None or not _stands_as_mark(lines, opening, bracket):
            return None
        reading = self._reading(bracket["inside"], bracket.group())
        if reading is None:
            return None
        return PlacedMark(opening.line, bracket.start(), bracket.group(), reading, opening)

    def at_end(self, lines: Lines, opening: Opening, last: int) -> PlacedMark | None:
        """The mark behind the last word of a portion, as documents of the nineties have it."""
        text = lines.texts[last]
        bracket = _AT_END.search(
            text, max(opening.column if last == opening.line else 0, len(text) - _END_REACH)
        )
        reading = bracket and self._reading(bracket["inside"], f"({bracket['inside']})")
        if bracket is None or reading is None:
            return None
        return PlacedMark(last, bracket.start(), f"({bracket['inside']})", reading, opening)

    def _reading(self, inside: str, written: str) -> MarkingText | None:
        if _MARK_SHAPED.fullmatch(inside.upper()) is None or inside.strip() in ("R", "r"):
            return None
        reading = self._reader.portion(written)
        marking = reading.marking
        if marking is None or (marking.level is None and not marking.cui and not marking.non_ic):
            return None
        if "//" in inside:
            return reading
        if marking.system == "nato" and not self._nato:  # `(NC)` is a State
            return None
        return None if any(fault.code == "unknown-token" for fault in reading.faults) else reading


def add_mark(draft: Draft, mark: PlacedMark, paragraph: int | None) -> None:
    """Adds the node of a mark and of each of its faults."""
    start = draft.lines.offset(mark.line, mark.column)
    marking = mark.reading.marking
    place = "subject" if mark.opening.kind == "subject" else "paragraph"
    draft.add(
        Portion(
            start=start,
            end=start + len(mark.written),
            place=place,
            written=mark.written,
            mark=mark.written.strip("() "),
            level=marking.level if marking else None,
            known=not any(fault.code == "unknown-token" for fault in mark.reading.faults),
            controls=marking.dissem if marking else (),
            paragraph=paragraph,
            marking=marking,
        )
    )
    add_faults(draft, mark.reading, start, mark.written, "subject" if place == "subject" else "portion")


def _stands_as_mark(lines: Lines, opening: Opening, bracket: "re.Match[str]") -> bool:
    text, inside = lines.texts[opening.line], bracket["inside"]
    if inside != inside.upper() and opening.kind not in _SURE and "//" not in inside:
        return False
    if inside in ("C", "c") and _COPYRIGHT.match(text, bracket.end()):
        return False
    if _TEXT_BEHIND.match(text, bracket.end()) is None:  # `(U) = 3`
        return False
    return opening.kind != "bare" or begins_paragraph(lines, opening.line, bracket.end())


def begins_paragraph(lines: Lines, line: int, behind: int) -> bool:
    """A bracket in running text that a line break brought to the front is no mark."""
    if lines.is_blank(line - 1) or "\f" in lines.raws[line]:
        return True
    before = lines.texts[line - 1]
    if lines.texts[line][behind:].lstrip()[:1].islower():
        return False
    return before[-1] in _SENTENCE_END or len(before) < _WIDE_LINE


def _lettered(lines: Lines, openings: Sequence[Opening]) -> set[int]:
    """The openings whose brackets are neighbouring letters of one list: `(A) … (B) … (C) …`."""
    letters = list(_letters(lines, openings))
    return {
        index
        for one, other in pairwise(letters)
        if _follows(one[1], other[1])
        for index in (one[0], other[0])
    }


def _letters(lines: Lines, openings: Iterable[Opening]) -> Iterator[tuple[int, str]]:
    for index, opening in enumerate(openings):
        match = _LETTER.match(lines.texts[opening.line], opening.column)
        if match is not None:
            yield index, match[1]
        elif opening.kind == "item":
            inner = _LETTER.match(lines.texts[opening.line])
            if inner is not None:
                yield index, inner[1]


def _follows(one: str, other: str) -> bool:
    return ord(other) == ord(one) + 1
