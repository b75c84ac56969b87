"""Calendar dates as declassification lines write them, and the century of a two-digit year."""

import datetime
import re
from typing import Final

import msgspec

MONTHS: Final = {
    name: number
    for number, name in enumerate(
        ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), 1
    )
}

# Written forms, tried in order at the start of a text; every quantifier is bounded.
_NUMERIC = re.compile(r"(?P<month>\d{1,2})\s?([/\-.])\s?(?P<day>\d{1,2})\s?\2\s?(?P<year>\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(?P<year>\d{4})\s?([/\-.])\s?(?P<month>\d{1,2})\s?\2\s?(?P<day>\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})[\s\-]?(?P<name>[A-Za-z]{3,9})\.?[\s\-,]{0,2}(?P<year>\d{4}|\d{2})(?!\d)"
)
_MONTH_FIRST = re.compile(r"(?P<name>[A-Za-z]{3,9})\.?\s{1,3}(?P<day>\d{1,2}),?\s{0,3}(?P<year>\d{4})(?!\d)")
_FORMS = (_COMPACT, _ISO, _NUMERIC, _DAY_FIRST, _MONTH_FIRST)

_EARLIEST_SHORT_YEAR = 30  # without context 30-99 is 19xx; no telegram of ours is older than 1930


class WrittenDate(msgspec.Struct, frozen=True, gc=False):
    """A date that stands in a text. `day` is None when no calendar has it; `end` is behind it."""

    day: datetime.date | None
    end: int


def read_date(text: str, start: int = 0, not_before: datetime.date | None = None) -> WrittenDate | None:
    """The date written at `start`, or None when none is.

    `not_before` places a two-digit year: the first such year that is not earlier.
    """
    for form in _FORMS:
        match = form.match(text, start)
        if match is not None:
            named = match.groupdict().get("name")
            month = MONTHS.get(named[:3].upper()) if named else int(match["month"])
            if month is None:  # `12 Nations 1995`: no month, so no date
                continue
            year = full_year(match["year"], not_before)
            return WrittenDate(_day(year, month, int(match["day"])), match.end())
    return None


def full_year(digits: str, not_before: datetime.date | None = None) -> int:
    """The year that two or four digits mean.

    ACP 127 para 113 would read 06 as 1906 on any day from 2006; State kept two digits, so context decides.
    """
    year = int(digits)
    if len(digits) == 4:
        return year
    if not_before is not None:
        return next(century + year for century in (1900, 2000, 2100) if century + year >= not_before.year)
    return year + (1900 if year >= _EARLIEST_SHORT_YEAR else 2000)


def add_years(day: datetime.date, years: int) -> datetime.date:
    """The same day so many years on; 29 February becomes 28 February where it must."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
