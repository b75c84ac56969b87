"""Bounds of dates: `document.date + 25y`, a day, or one of these for each era."""

import re
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, date, timedelta
from typing import Final, TypeAlias

import msgspec

from validator.checks.fields import Subject, field
from validator.checks.hit import At, BadCheckError
from validator.model.document import Document
from validator.strictyaml.spelling import advice
from validator.vocabulary.terms import Vocabularies

Bound: TypeAlias = Callable[[Document, Subject], date | None]

_BOUND: Final = re.compile(
    r"(?P<base>[a-z_.]+|\d{4}-\d\d-\d\d)(?:\s*(?P<sign>[+-])\s*(?P<amount>\d{1,4}) ?(?P<unit>[dmy]))?"
)


class Shift(msgspec.Struct, frozen=True):
    """A length of time, forwards or backwards."""

    amount: int
    unit: str  # d m y

    def apply(self, day: date) -> date:
        """The day so much later; a day that the month does not have becomes its last."""
        if self.unit == "d":
            return _shifted_by_days(day, self.amount)
        months = self.amount * (12 if self.unit == "y" else 1)
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        if not 1 <= year <= MAXYEAR:
            return date.max if months > 0 else date.min
        return date(year, month + 1, min(day.day, _days_in(year, month + 1)))

    def reversed(self) -> "Shift":
        """The same length the other way."""
        return Shift(-self.amount, self.unit)


def shift(text: str) -> Shift:
    """`92d` of a rule file; its form is for the schema to see to."""
    return Shift(int(text[:-1]), text[-1])


def compile_bound(text: str | Mapping[str, str], given: str, vocabularies: Vocabularies, at: At) -> Bound:
    """The bound as a function of document and node; None where the document or its era has none."""
    if isinstance(text, str):
        return _simple(text, given, at)
    eras = [term.term for term in vocabularies["eras"]]
    by_era = {}
    for era, bound in text.items():
        if era not in eras:
            raise BadCheckError((*at, era), f"there is no era '{era}'{advice(era, eras)}")
        by_era[era] = _simple(bound, given, (*at, era))

    def of_era(document: Document, subject: Subject) -> date | None:
        bound = by_era.get(document.era or "")
        return bound(document, subject) if bound else None

    return of_era


def day_reader(path: str, given: str, at: At) -> Bound:
    """The date in a field, moments as their days; BadCheckError when the field holds no dates."""
    found = field(path, given, at)
    by_day = found.by_day()
    if by_day.sort != "day":
        raise BadCheckError(at, f"'{path}' is a {found.sort}; a date is needed")
    return by_day.reader()


def _simple(text: str, given: str, at: At) -> Bound:
    parts = _BOUND.fullmatch(text.strip())
    if parts is None:
        raise BadCheckError(at, f"'{text}' is no bound; write one such as document.date + 25y")
    base = parts["base"]
    day = _fixed(base, at) if base[0].isdigit() else day_reader(base, given, at)
    if parts["unit"] is None:
        return day
    return _moved(day, Shift(int(parts["sign"] + parts["amount"]), parts["unit"]))


def _fixed(text: str, at: At) -> Bound:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise BadCheckError(at, f"'{text}' is no day; write it as 2006-11-27") from error
    return lambda document, subject: day


def _moved(base: Bound, by: Shift) -> Bound:
    def moved(document: Document, subject: Subject) -> date | None:
        day = base(document, subject)
        return None if day is None else by.apply(day)

    return moved


def _days_in(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def _shifted_by_days(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
