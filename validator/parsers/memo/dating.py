"""The date of a document that is no telegram: a labelled one, or one that has a line near the top to itself."""

import datetime
import re
from collections.abc import Iterable
from typing import Final

from validator.grammar.dates import read_date
from validator.layouts.lines import Lines

_LABEL = re.compile(
    r"[|*>\s]{0,8}(?:\(U\)\s{0,3})?(?:DATED?(?:\s{1,3}OF\s{1,3}(?:ORIGIN|DOCUMENT))?|SENT)"
    r"\b[*]{0,2}(?:\s{0,3}:|\s{2,})[\s*|]{0,20}",
    re.IGNORECASE,
)
_WEEKDAY: Final = r"(?:(?:MON|TUES?|WED(?:NES)?|THU(?:RS)?|FRI|SAT(?:UR)?|SUN)(?:DAY)?,?\s)?"
_LEAD = re.compile(
    rf"(?:\(U\)\s)?(?:[A-Z][A-Za-z. ]{{2,24}},\s)?(?P<date>{_WEEKDAY})(?=[\dA-Z])", re.IGNORECASE
)
_DAY_OF_WEEK = re.compile(_WEEKDAY, re.IGNORECASE)
_COLUMNS = re.compile(r"\s{3,}|\t")
_LINES: Final = 40  # with text, from the top
_LONGEST: Final = 120
_LIKE_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d{2}(?!\d)|(?<!\d)(?:19|20)\d{6}(?!\d)|(?<!\d)\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}(?!\d)"
    r"|\b\d{1,2}[\s\-](?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)",
    re.IGNORECASE,
)


def date_of(lines: Lines, not_dates: set[int]) -> datetime.date | None:
    """The first labelled date near the top, else the first date there that is all of a line or of its last column."""
    near = [
        text
        for index, text in enumerate(lines.texts)
        if text and len(text) <= _LONGEST and index not in not_dates
    ][:_LINES]
    return _first(map(_labelled, near)) or _first(map(_alone, near))


def shows_date(lines: Lines, not_dates: set[int]) -> bool:
    """Whether a year or a date stands anywhere, be it in a sentence or on a form that date_of() does not read."""
    return any(
        _LIKE_DATE.search(text) is not None
        for index, text in enumerate(lines.texts)
        if text and index not in not_dates
    )


def _first(days: Iterable[datetime.date | None]) -> datetime.date | None:
    return next((day for day in days if day is not None), None)


def _labelled(text: str) -> datetime.date | None:
    label = _LABEL.match(text)
    if label is None:
        return None
    weekday = _DAY_OF_WEEK.match(text, label.end())
    written = read_date(text, weekday.end() if weekday else label.end())
    return written.day if written else None


def _alone(text: str) -> datetime.date | None:
    part = _COLUMNS.split(text)[-1]
    lead = _LEAD.match(part)
    starts = (0, lead.end() if lead else 0)
    for start in starts:
        written = read_date(part, start)
        if written is not None and not part[written.end :].strip(" .)"):
            return written.day
    return None
