"""The number of an executive order on an E.O. line, mended where one digit was misread."""

import re
from datetime import date

import msgspec

from validator.vocabulary.terms import Vocabulary

# `E.O. 12958`, `EO 12958`, `E. O. 12958`, `E.O.12958`, `E.O.:   13526`, `EXECUTIVE ORDER 12356`
_LABEL = re.compile(
    r"(?:E\s?\.?\s?[O0]\s?\.?|EXECUTIVE\s+ORDER)(?![A-Za-z])\s{0,3}[:;]?\s*(?:(?P<number>\d{5})(?!\d))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?P<number>\d{5})(?!\d)")


class OrderText(msgspec.Struct, frozen=True, gc=False):
    """The order meant (None: not one of classification), the number written, and where both end."""

    order: str | None
    written: str | None
    start: int
    end: int


def read_order(text: str, start: int, orders: Vocabulary) -> OrderText | None:
    """The order named at `start`, with its E.O. label; None when no label stands there."""
    label = _LABEL.match(text, start)
    if label is None:
        return None
    written = label["number"]
    return OrderText(written and meant(written, orders), written, label.start(), label.end())


def read_bare_number(text: str, orders: Vocabulary) -> OrderText | None:
    """An order number without a label at the start, as NARA's index writes it: `11652 GDS`."""
    number = _NUMBER.match(text)
    if number is None:
        return None
    order = meant(number["number"], orders)
    return OrderText(order, number["number"], 0, number.end()) if order else None


def meant(written: str, orders: Vocabulary) -> str | None:
    """The order of classification that a number means.

    One misread digit or two that changed places are forgiven (13528 and 19526 stand for 13526 in the JFK
    release, 12598 for 12958 in telegrams); real orders on other matters, such as 10450, are not.
    """
    if orders.find(written):
        return written
    near = [term.term for term in orders if _one_slip(written, term.term)]
    return near[0] if len(near) == 1 else None


def in_force(order: str | None, orders: Vocabulary) -> tuple[date | None, date | None]:
    """First and last day of documents marked under the order."""
    term = orders.find(order) if order else None
    return (term.starts, term.ends) if term else (None, None)


def _one_slip(one: str, other: str) -> bool:
    differing = [index for index in range(len(one)) if one[index] != other[index]]
    if len(differing) == 2:
        first, second = differing
        return second == first + 1 and one[first] == other[second] and one[second] == other[first]
    return len(differing) == 1
