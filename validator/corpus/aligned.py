"""Tables in plain text: numbers first and to the right, words behind them, the last column broken where it is long."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from validator.reporters.text import printable_path

WIDTH: Final = 100
_GAP: Final = "  "
_LEAST: Final = 20  # of the last column, however wide the others are


class Section(msgspec.Struct, frozen=True):
    """A table with its title: the first `numbers` columns are numbers. `more` rows are not shown."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: int
    more: int = 0
    notes: tuple[str, ...] = ()


def lines_of(section: Section) -> Iterator[str]:
    """The title and the table, which says of itself when it is cut or empty."""
    yield ""
    if not section.rows:
        yield f"{section.title}: none"
        return
    yield section.title
    yield from _table(section)
    if section.more:
        yield f"and {section.more:,} more"
    yield from section.notes


def _table(section: Section) -> Iterator[str]:
    rows = [section.heads, *(tuple(map(printable_path, row)) for row in section.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        *front, last = (
            f"{cell:>{width}}" if index < section.numbers else f"{cell:<{width}}"
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        begun = "".join(f"{cell}{_GAP}" for cell in front)
        yield from broken(begun, last.rstrip() if len(row) > section.numbers else last)


def broken(front: str, last: str) -> Iterator[str]:
    """A line whose last column goes on below itself; no character of a name is lost."""
    room = max(WIDTH - len(front), _LEAST)
    yield f"{front}{last[:room]}".rstrip()
    for start in range(room, len(last), room):
        yield f"{' ' * len(front)}{last[start : start + room]}"


def encoded(lines: Sequence[str]) -> bytes:
    """The lines as bytes, whatever stands in names."""
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
