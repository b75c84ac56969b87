"""The columns of a page kept as text (`pdftotext -layout`): what stands beside a mail header or in the margin."""

import re
from typing import Final

import msgspec

_GAP: Final = "   "  # three blanks part columns; a release puts up to 120 there
_WORD = re.compile(r"\S")


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A stretch of one line, by columns, and its text."""

    line: int
    start: int
    end: int
    text: str


def piece_at(raw: str, line: int, start: int) -> Piece:
    """From a column to the next gap or the end of the line."""
    gap = raw.find(_GAP, start)
    text = raw[start : gap if gap >= 0 else len(raw)].rstrip()
    return Piece(line, start, start + len(text), text)


def last_piece(raw: str, line: int) -> Piece | None:
    """What stands behind the last gap of a line; the whole of a line without gaps; None of a blank line."""
    ended = raw.rstrip()
    if not ended:
        return None
    start = ended.rfind(_GAP) + len(_GAP) if _GAP in ended else 0
    start += len(ended[start:]) - len(ended[start:].lstrip())
    return Piece(line, start, len(ended), ended[start:])


def opens_column(raw: str, at: int) -> bool:
    """Whether nothing or a gap stands before a column."""
    before = raw[:at]
    return before.endswith(_GAP) or not before.strip()


def piece_below(raw: str, line: int, column: int, reach: int) -> Piece | None:
    """The piece that begins within `reach` columns of `column`; None where none does."""
    first = max(0, column - reach)
    word = _WORD.search(raw, first, column + reach + 1)
    if word is None:
        return None
    start = word.start()
    if start == first and first and not raw[first - 1].isspace():  # the middle of a word
        blank = raw.find(" ", first, column + reach + 1)
        word = _WORD.search(raw, blank, column + reach + 1) if blank >= 0 else None
        if word is None:
            return None
        start = word.start()
    return piece_at(raw, line, start)
