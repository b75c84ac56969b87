"""The lines of a text, trimmed for reading, with the way back to offsets in the original."""

from bisect import bisect_right
from itertools import accumulate, count
from operator import add

Edits = tuple[tuple[int, int], ...]  # (column in the clean line, what to add to get the raw column)


class Lines:
    """`texts[i]` is line i without outer blanks (and with links undone); `offset` leads back."""

    __slots__ = ("edits", "raws", "starts", "text", "texts")

    def __init__(self, text: str) -> None:
        self.text = text
        self.raws = text.split("\n")
        ends = accumulate(map(len, self.raws), initial=0)
        self.starts: list[int] = list(map(add, ends, count()))  # one line feed for each line before
        self.starts.pop()
        self.texts = list(map(str.strip, self.raws))
        self.edits: dict[int, Edits] = {}

    def __len__(self) -> int:
        return len(self.raws)

    def replace(self, index: int, text: str, edits: Edits) -> None:
        """Puts a clean text in place of line `index`; `edits` map its columns to the trimmed raw line."""
        self.texts[index] = text
        self.edits[index] = edits

    def offset(self, index: int, column: int = 0) -> int:
        """The offset in the original of a column of the clean line."""
        raw = self.raws[index]
        start = self.starts[index] + column
        if raw[:1].isspace():
            start += len(raw) - len(raw.lstrip())
        if self.edits and index in self.edits:
            edits = self.edits[index]
            before = bisect_right(edits, column, key=_clean_column) - 1
            start += edits[before][1] if before >= 0 else 0
        return start

    def line_of(self, offset: int) -> int:
        """The line that holds an offset of the original."""
        return bisect_right(self.starts, offset) - 1

    def end(self, index: int) -> int:
        """The offset behind the last character of the line that is no blank."""
        return self.starts[index] + len(self.raws[index].rstrip())

    def is_blank(self, index: int) -> bool:
        """True outside the text too: before the first line and after the last."""
        return not 0 <= index < len(self.texts) or not self.texts[index]


def indent(lines: Lines, index: int) -> int:
    """How many blanks stand before the text of a line."""
    raw = lines.raws[index]
    return len(raw) - len(raw.lstrip())


def _clean_column(edit: tuple[int, int]) -> int:
    return edit[0]
