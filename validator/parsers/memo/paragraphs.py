"""The numbered paragraphs of a marked document, marked or not, so that those without a mark can be told."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from validator.layouts.lines import Lines
from validator.model.nodes import Paragraph
from validator.parsers.memo.openings import Opening
from validator.parsers.memo.portions import MarkFinder, PlacedMark, begins_paragraph
from validator.parsers.telegram.draft import Draft

_NO_LETTERS = re.compile(
    r"[({\[][^A-Za-z\s(){}\[\]]{1,2}[)}\]]\s"
)  # a mark that a scan misread: `(8)` for `(S)`
_SENTENCE_ENDS: Final = (".", "?", "!", '."', ".”", ".)")
_LEAST_WORDS: Final = 10  # of a paragraph; a heading or an address has fewer
_LESS_INDENT: Final = 2  # blanks by which the numbers of one list may differ


def numbered(
    lines: Lines, openings: Sequence[Opening], marked: Mapping[int, PlacedMark], stops: set[int]
) -> list[Opening]:
    """The paragraphs of the outer list: marked ones, and unmarked ones that carry its numbers on.

    A list within a paragraph is left alone: its items may share the mark of the paragraph (32 CFR 2001.21(c)).
    """
    found: list[Opening] = []
    for opening in openings:
        if opening.number is None or opening.line in stops:
            continue
        if opening.line in marked or _goes_on(lines, opening, found):
            found.append(opening)
    return found


def add_paragraphs(
    draft: Draft,
    paragraphs: Sequence[Opening],
    marked: Mapping[int, PlacedMark],
    stops: set[int],
    finder: MarkFinder,
) -> list[PlacedMark]:
    """Adds a node for each paragraph; returns the marks that stand at the ends of paragraphs."""
    behind: list[PlacedMark] = []
    for opening, following in pairwise((*paragraphs, None)):
        if opening is None:
            continue
        limit = following.line if following else len(draft.lines)
        last = _last_line(draft.lines, opening.line, limit, stops)
        mark = marked.get(opening.line)
        if mark is None:
            mark = finder.at_end(draft.lines, opening, last)
            behind += [mark] if mark else []
        _add(draft, opening, last, mark, alone=len(paragraphs) == 1)
    return behind


def has_unmarked_prose(
    lines: Lines, openings: Sequence[Opening], marked: Mapping[int, PlacedMark], stops: set[int]
) -> bool:
    """Whether a run of lines without number or mark reads like a paragraph, so that not every portion is marked."""
    return any(
        opening.kind == "bare"
        and opening.line not in marked
        and opening.line not in stops
        and lines.is_blank(opening.line - 1)
        and _is_prose(lines, opening.line, marked, stops)
        for opening in openings
    )


def _is_prose(lines: Lines, first: int, marked: Mapping[int, PlacedMark], stops: set[int]) -> bool:
    last = first
    while not lines.is_blank(last + 1) and last + 1 not in stops and last + 1 not in marked:
        last += 1
    words = sum(len(text.split()) for text in lines.texts[first : last + 1])
    return words >= _LEAST_WORDS and lines.texts[last].endswith(_SENTENCE_ENDS)


def _goes_on(lines: Lines, opening: Opening, found: Sequence[Opening]) -> bool:
    """Whether an unmarked number is the next of the outer list, or opens it."""
    if not begins_paragraph(lines, opening.line, opening.column):
        return False
    if not found:
        return opening.number == 1
    last = found[-1]
    is_next = last.number is not None and opening.number == last.number + 1
    return is_next and opening.stop == last.stop and opening.indent <= last.indent + _LESS_INDENT


def _last_line(lines: Lines, first: int, limit: int, stops: set[int]) -> int:
    """The last line with text before the next paragraph, banner or line of the authority block."""
    last = first
    for index in range(first + 1, limit):
        if index in stops:
            break
        if lines.texts[index]:
            last = index
    return last


def _add(draft: Draft, opening: Opening, last: int, mark: PlacedMark | None, *, alone: bool) -> None:
    lines = draft.lines
    marking = mark.reading.marking if mark else None
    in_front = mark is not None and mark.line == opening.line and mark.column == opening.column
    text_column = mark.column + len(mark.written) if mark and in_front else opening.column
    behind = lines.texts[opening.line][text_column:]
    draft.add(
        Paragraph(
            start=lines.offset(opening.line),
            end=lines.end(last),
            number=opening.number,
            written=str(opening.number),
            marked=mark is not None
            or _NO_LETTERS.match(lines.texts[opening.line], opening.column) is not None,
            mark=mark.written.strip("() ") if mark else None,
            level=marking.level if marking else None,
            text_start=lines.offset(opening.line, text_column + len(behind) - len(behind.lstrip())),
            alone=alone,
        )
    )
