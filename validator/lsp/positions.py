"""Offsets of a text to the lines and characters of the protocol, and back."""

import re
from bisect import bisect_right
from typing import Final

from lsprotocol.types import Position, Range

from validator.spans import LineIndex

BOM: Final = "\ufeff"
# Nothing else ends a line in the protocol. `str.splitlines`, by which pygls counts, ends one at a form feed too, and
# teletype is full of them.
_LINE_END: Final = re.compile(r"\r\n?|\n")
# Encoding of the protocol -> codec without a byte order mark, and bytes for each unit.
_UNITS: Final = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Lines:
    """The lines of a text as an editor counts them. Offsets are those of the text behind its byte order mark."""

    __slots__ = ("_codec", "_skipped", "_starts", "_text", "_unit")

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        """`encoding` is the unit in which the editor counts the characters of a line."""
        self._text = text
        self._codec, self._unit = _UNITS[encoding]
        self._skipped = int(text.startswith(BOM))
        self._starts = _starts(text)

    def position(self, offset: int) -> Position:
        """The position of an offset; one behind the end is at the end."""
        offset = min(offset + self._skipped, len(self._text))
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._units(self._text[self._starts[line] : offset]))

    def range(self, start: int, end: int) -> Range:
        """The range between two offsets."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The offset of a position; a character behind the end of its line is at that end."""
        return max(0, self.offset_in_whole(position) - self._skipped)

    def offset_in_whole(self, position: Position) -> int:
        """The same in the text with its byte order mark."""
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._starts[position.line]
        return start + self._characters(self._text[start : self._end(position.line)], position.character)

    def line(self, number: int) -> tuple[int, int]:
        """The offsets at which a line begins and ends, without what ends it."""
        return max(0, self._starts[number] - self._skipped), self._end(number) - self._skipped

    def end_of_line_at(self, offset: int) -> int:
        """The offset at which the line ends that an offset is on."""
        return self._end(bisect_right(self._starts, offset + self._skipped) - 1) - self._skipped

    def _end(self, line: int) -> int:
        last = line + 1 == len(self._starts)
        end = len(self._text) if last else self._starts[line + 1] - 1
        return end - (not last and self._text[max(end - 1, 0) : end + 1] == "\r\n")

    def _units(self, text: str) -> int:
        return len(text) if text.isascii() else len(text.encode(self._codec)) // self._unit

    def _characters(self, line: str, units: int) -> int:
        """How many characters so many units are; half a character counts as none."""
        if line.isascii():
            return min(units, len(line))
        return len(line.encode(self._codec)[: units * self._unit].decode(self._codec, "ignore"))


def _starts(text: str) -> list[int]:
    if "\r" not in text:
        return LineIndex.of(text).starts  # ten times as fast
    return [0, *(match.end() for match in _LINE_END.finditer(text))]
