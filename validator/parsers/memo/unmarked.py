"""Paragraphs of a portion-marked document that bear no mark (32 CFR 2001.21(c)).

Nothing is said of what may share the mark of another or is no portion: headings, letterheads, addressees, lists and
blocks further in, what follows the last mark, and what goes on behind a page or a colon.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from validator.layouts.lines import Lines, indent
from validator.model.nodes import Notice, Observation, Paragraph
from validator.parsers.memo.openings import Opening
from validator.parsers.memo.portions import MarkFinder, PlacedMark
from validator.parsers.telegram.draft import Draft

_ENDS: Final = (".", "?", "!", '."', ".”", ".)")
_LEAST_WORDS: Final = 10  # of a block without number
_LEAST_NUMBERED: Final = 4  # of a paragraph with one; a heading has fewer
_FREE_MARKS: Final = 3  # marked blocks without number; fewer show no habit
_SMALL: Final = re.compile(r"[a-z]")
_TABULAR = re.compile(r"\s{4,}|\t|\|")


def observe_unmarked(
    draft: Draft,
    openings: Sequence[Opening],
    marked: Mapping[int, PlacedMark],
    stops: set[int],
    finder: MarkFinder,
) -> int | None:
    """An observation for each paragraph without mark; returns the share that is marked, None without any."""
    numbered = [node for node in draft.nodes.get("paragraph", ()) if isinstance(node, Paragraph)]
    if numbered:
        return _observe_numbered(draft, numbered)
    bare = [opening.line for opening in openings if opening.kind == "bare" and opening.line not in stops]
    marks = [line for line in bare if line in marked]
    if len(marks) < _FREE_MARKS:
        return None
    without = _unmarked(draft, bare, marks, stops)
    unsigned = [line for line in without if not _is_marked_behind(draft.lines, line, finder)]
    for line in unsigned:
        _observe(draft, line)
    return len(marks) * 100 // (len(marks) + len(unsigned))


def _observe_numbered(draft: Draft, numbered: Sequence[Paragraph]) -> int | None:
    lines = draft.lines
    if sum(paragraph.number == 1 for paragraph in numbered) > 1:  # several documents scanned as one
        return None
    for paragraph in numbered:
        first = lines.line_of(paragraph.start)
        if not paragraph.marked and _reads_on(lines, first, _LEAST_NUMBERED):
            _observe(draft, first)
    return sum(paragraph.marked for paragraph in numbered) * 100 // len(numbered)


def _unmarked(draft: Draft, bare: Sequence[int], marks: Sequence[int], stops: set[int]) -> list[int]:
    """The lines between the first mark and the last at which a paragraph begins as far in as marked ones."""
    lines = draft.lines
    indents = {indent(lines, line) for line in marks}
    left_out = {*marks, *_lines_of_notices(draft)}
    return [
        line
        for line in bare
        if marks[0] < line < marks[-1]
        and line not in left_out
        and indent(lines, line) in indents
        and _is_paragraph(lines, line, stops)
    ]


def _is_marked_behind(lines: Lines, line: int, finder: MarkFinder) -> bool:
    return finder.at_end(lines, Opening(line, 0, "bare"), _last(lines, line)) is not None


def _is_paragraph(lines: Lines, line: int, stops: set[int]) -> bool:
    """It stands apart, begins like a sentence, and follows what has ended."""
    if not lines.is_blank(line - 1) or not lines.texts[line][0].isupper() or "\f" in lines.raws[line]:
        return False
    before = next((index for index in range(line - 1, max(line - 8, -1), -1) if lines.texts[index]), None)
    if before is None or before in stops or not lines.texts[before].endswith(_ENDS):
        return False
    return "\f" not in "".join(lines.raws[before:line]) and _reads_on(lines, line, _LEAST_WORDS)


def _reads_on(lines: Lines, first: int, least: int) -> bool:
    """Whether the run of lines is prose that ends as a sentence does."""
    run = lines.texts[first : _last(lines, first) + 1]
    if any(_TABULAR.search(text) for text in run) or not _SMALL.search(run[0]):
        return False
    return sum(len(text.split()) for text in run) >= least and run[-1].endswith(_ENDS)


def _last(lines: Lines, first: int) -> int:
    last = first
    while not lines.is_blank(last + 1):
        last += 1
    return last


def _lines_of_notices(draft: Draft) -> set[int]:
    """Every line that a notice touches, back to where its block begins."""
    found: set[int] = set()
    for node in draft.nodes.get("notice", ()):
        if isinstance(node, Notice):
            found.update(_block(draft.lines, draft.lines.line_of(node.start)))
    return found


def _block(lines: Lines, line: int) -> Iterator[int]:
    while not lines.is_blank(line):
        yield line
        line -= 1


def _observe(draft: Draft, line: int) -> None:
    lines = draft.lines
    draft.add(Observation(start=lines.offset(line), end=lines.end(line), name="paragraph-without-mark"))
