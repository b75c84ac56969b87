"""Places in the original text of a file: offsets, lines and columns."""

from bisect import bisect_right
from itertools import accumulate, count
from operator import add

import msgspec


class Place(msgspec.Struct, frozen=True, gc=False):
    """One point of the decoded file: offset from 0, line and column (in code points) from 1."""

    offset: int
    line: int
    column: int


class LineIndex:
    """Turns offsets into lines and columns; a line ends at a line feed, as an editor counts."""

    __slots__ = ("starts",)

    def __init__(self, starts: list[int]) -> None:
        """`starts` holds the offset of each line's first character."""
        self.starts = starts

    @classmethod
    def of(cls, text: str) -> "LineIndex":
        """The index of a text."""
        ends = accumulate(map(len, text.split("\n")), initial=0)
        return cls(list(map(add, ends, count()))[:-1])

    def place(self, offset: int) -> Place:
        """The place of an offset; one behind the end is on the last line."""
        line = bisect_right(self.starts, offset)
        return Place(offset, line, offset - self.starts[line - 1] + 1)
