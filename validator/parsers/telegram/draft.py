"""What the parts of the telegram parser share while one document is built."""

from collections import defaultdict
from operator import attrgetter
from typing import Final

import msgspec

from validator.grammar.references import ListedText
from validator.layouts.lines import Lines
from validator.model.nodes import Node

# Kinds whose nodes come from several passes over the text; the others are added in text order.
_MIXED: Final = frozenset({"artefact", "comment", "portion", "reference", "section_marker"})


class Draft:
    """The nodes found so far, the lines, and the events of the scan. Lives for one document."""

    __slots__ = ("lines", "listed", "nodes")

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.nodes: defaultdict[str, list[Node]] = defaultdict(list)
        self.listed: list[tuple[ListedText, Field]] = []

    def add(self, node: Node) -> None:
        """Keeps a node under its kind."""
        self.nodes[node.kind].append(node)

    def frozen(self) -> dict[str, tuple[Node, ...]]:
        """The nodes by kind, in document order."""
        return {
            kind: tuple(sorted(nodes, key=_place)) if kind in _MIXED else tuple(nodes)
            for kind, nodes in self.nodes.items()
        }


class Field(msgspec.Struct, frozen=True, gc=False):
    """The text of a header field over several lines, with the way back to the original."""

    lines: Lines
    first: int
    column: int
    last: int
    text: str

    def offset(self, position: int) -> int:
        """The offset in the original of a position in `text`."""
        before = self.text.count("\n", 0, position)
        if before == 0:
            return self.lines.offset(self.first, self.column + position)
        return self.lines.offset(self.first + before, position - self.text.rfind("\n", 0, position) - 1)

    @property
    def end(self) -> int:
        """The offset behind the field."""
        return self.lines.end(self.last)


def field(lines: Lines, first: int, column: int, last: int) -> Field:
    """The field that begins at `column` of line `first` and ends with line `last`."""
    parts = [lines.texts[first][column:], *lines.texts[first + 1 : last + 1]]
    return Field(lines, first, column, last, "\n".join(parts))


def run_of_text(lines: Lines, first: int, stop: int) -> int:
    """The last line of the run of lines with text that begins at `first`, not beyond `stop` - 1."""
    last = first
    while last + 1 < stop and not lines.is_blank(last + 1):
        last += 1
    return last


_place = attrgetter("start")
