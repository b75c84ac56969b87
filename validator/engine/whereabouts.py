"""Where in its file a node stands: line and column of the text, and page or part where the format has them."""

from bisect import bisect_right
from operator import attrgetter

from validator.findings import FileSpan
from validator.model.document import SourceText, Stretch
from validator.model.nodes import Node, Observation
from validator.spans import LineIndex, Place

_start = attrgetter("start")


def whereabouts(node: Node | None, source: SourceText, lines: LineIndex) -> FileSpan:
    """The span of a node; of the beginning for the document as a whole. Lines are counted from the page or part."""
    start, end = (node.start, node.end) if node else (0, 0)
    stretch = _stretch(start, source) if node else None
    page, part = (stretch.page, stretch.part) if stretch else (None, None)
    if isinstance(node, Observation) and (node.page is not None or node.part is not None):
        page, part = node.page, node.part  # an observation knows its own, which may be no part of the text
    return FileSpan(
        _within(lines.place(start), stretch, lines), _within(lines.place(end), stretch, lines), page, part
    )


def _stretch(offset: int, source: SourceText) -> Stretch | None:
    place = bisect_right(source.stretches, offset, key=_start) - 1
    return source.stretches[place] if place >= 0 else None


def _within(place: Place, stretch: Stretch | None, lines: LineIndex) -> Place:
    """The place with its line counted from the beginning of the stretch."""
    if stretch is None:
        return place
    first = lines.place(stretch.start)
    column = place.column - first.column + 1 if place.line == first.line else place.column
    return Place(place.offset, max(1, place.line - first.line + 1), max(1, column))
