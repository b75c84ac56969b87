"""Telegrams with one character far too often where a careless pattern would try every way to split it."""

import time
from collections.abc import Iterator
from typing import Final, NamedTuple

from validator import check_text

CHARACTERS: Final = {"blank": " ", "digit": "1", "letter": "A"}
LENGTHS: Final = (200, 100_000)
ROUNDS: Final = 3

_HEAD: Final = "C O N F I D E N T I A L OSLO 000412\n\nSIPDIS\n\n"
_ORDER: Final = "E.O. 12958: DECL: 03/15/2016\n"
_TAGS: Final = "TAGS: PREL, PGOV\nSUBJECT: (U) FERRIES\n\n"
_REF: Final = "REF: A. STATE 12345\n\n"
_AUTHORITY: Final = "Classified By: DCM Jane Roe, reasons 1.4 (b) and (d).\n\n"
_BODY: Final = "1. (C) Nothing was said (Ref A).\n\n2. (U) The point was left open.\nROE\n"

# Place -> what stands before and after the characters.
PLACES: Final = {
    "after Classified By": (
        f"{_HEAD}{_ORDER}{_TAGS}{_REF}Classified By: ",
        f" Jane Roe, reasons 1.4 (b).\n\n{_BODY}",
    ),
    "after REF:": (f"{_HEAD}{_ORDER}{_TAGS}REF: ", f" A. STATE 12345\n\n{_AUTHORITY}{_BODY}"),
    "after E.O.": (f"{_HEAD}E.O. ", f" 12958: DECL: 03/15/2016\n{_TAGS}{_REF}{_AUTHORITY}{_BODY}"),
    "in TAGS": (f"{_HEAD}{_ORDER}TAGS: PREL", f", PGOV\nSUBJECT: (U) FERRIES\n\n{_REF}{_AUTHORITY}{_BODY}"),
    "in a paragraph number": (
        f"{_HEAD}{_ORDER}{_TAGS}{_REF}{_AUTHORITY}1",
        ". (C) Nothing was said (Ref A).\n\n2. (U) The point was left open.\nROE\n",
    ),
}


class Growth(NamedTuple):
    """What a telegram with `length` such characters costs, and one with twice as many."""

    place: str
    character: str
    length: int
    milliseconds: float
    milliseconds_for_twice: float
    growth: float


def measured() -> Iterator[Growth]:
    """Every place with every character in every length. Linear time is a growth of at most about 2."""
    for place, around in PLACES.items():
        for name, character in CHARACTERS.items():
            for length in LENGTHS:
                once, twice = (_best(around, character * size) for size in (length, 2 * length))
                yield Growth(place, name, length, once * 1e3, twice * 1e3, twice / once)


def _best(around: tuple[str, str], middle: str) -> float:
    text = middle.join(around)
    return min(_seconds(text) for _ in range(ROUNDS))


def _seconds(text: str) -> float:
    began = time.perf_counter()
    check_text(text)
    return time.perf_counter() - began
