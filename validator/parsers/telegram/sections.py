"""Sections and continuation lines: which of 1..n are there, and what is missing where one is not."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from validator.grammar.classification_line import ContinuationText
from validator.model.nodes import ClassificationLine, ContinuationLine, Node, Paragraph, SectionMarker
from validator.parsers.telegram.draft import Draft
from validator.parsers.telegram.scan import Event

_MOST_SECTIONS = 99


def add_continuation_lines(draft: Draft, events: Sequence[Event]) -> None:
    """Adds `POST 00000668 002 OF 003` lines, wherever they stand."""
    for event in events:
        if isinstance(event.value, ContinuationText):
            line = event.value
            draft.add(
                ContinuationLine(
                    start=draft.lines.offset(event.line),
                    end=draft.lines.end(event.line),
                    post=line.post,
                    number=line.number,
                    section=line.section,
                    page=line.page,
                    total=line.total,
                )
            )


def add_section_markers(draft: Draft) -> int | None:
    """Adds a marker for each section that opens, and for each of 1..n that does not; returns n."""
    openings = _openings(draft)
    if not openings:
        return None
    total = Counter(total for _, total, _ in openings).most_common(1)[0][0]
    last = None
    for number, _, node in openings:
        if number != last:
            draft.add(
                SectionMarker(start=node.start, end=node.end, number=number, total=total, state="present")
            )
        last = number
    present = {number: node for number, _, node in openings}
    for number in range(1, min(total, _MOST_SECTIONS) + 1):
        if number not in present:
            draft.add(_absent(draft, number, total, present))
    return total


def _openings(draft: Draft) -> list[tuple[int, int, Node]]:
    """Section, total and line of every heading and continuation line, in text order."""
    if "continuation_line" not in draft.nodes and not _is_sectioned(draft):
        return []
    found: list[tuple[int, int, Node]] = []
    for node in (*draft.nodes.get("classification_line", ()), *draft.nodes.get("continuation_line", ())):
        match node:
            case ClassificationLine(section=int() as section, total=int() as total):
                found.append((section, total, node))
            case ContinuationLine(section=section, total=total):
                found.append((section, total, node))
    found.sort(key=lambda opening: opening[2].start)
    if found and isinstance(found[0][2], ContinuationLine):
        found = _with_unmarked_first(draft, found)
    return found


def _is_sectioned(draft: Draft) -> bool:
    lines = draft.nodes.get("classification_line", ())
    return any(isinstance(line, ClassificationLine) and line.total is not None for line in lines)


def _with_unmarked_first(draft: Draft, found: list[tuple[int, int, Node]]) -> list[tuple[int, int, Node]]:
    """A telegram whose heading lacks `SECTION 01 OF 03` still opens with its first section."""
    headings = draft.nodes.get("classification_line", [])
    if headings and headings[0].start < found[0][2].start and all(number > 1 for number, _, _ in found):
        return [(1, found[0][1], headings[0]), *found]
    return found


def _absent(draft: Draft, number: int, total: int, present: dict[int, Node]) -> SectionMarker:
    before = max((other for other in present if other < number), default=None)
    after = min((other for other in present if other > number), default=None)
    place = present[after] if after is not None else present[max(present)]
    start = present[before].start if before is not None else 0
    stop = present[after].start if after is not None else None
    there = _text_runs_on(draft, start, stop)
    state = "line-missing" if there else "text-missing"
    return SectionMarker(start=place.start, end=place.end, number=number, total=total, state=state)


def _text_runs_on(draft: Draft, start: int, stop: int | None) -> bool:
    """Whether no text seems lost between two markers: the numbers run on, and a last section is signed."""
    if stop is None and "signature" not in draft.nodes:
        return False
    numbered = [
        (node.start, node.number)
        for node in draft.nodes.get("paragraph", ())
        if isinstance(node, Paragraph) and node.number
    ]
    end = stop if stop is not None else numbered[-1][0] + 1 if numbered else 0
    between = [number for at, number in numbered if start <= at < end]
    chain = [
        *[number for at, number in numbered if at < start][-1:],
        *between,
        *[number for at, number in numbered if at >= end][:1],
    ]
    return bool(between) and all(later == earlier + 1 for earlier, later in pairwise(chain))
