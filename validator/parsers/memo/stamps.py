"""The stamp of a declassified copy: the word, who declassified it, and when (32 CFR 2001.25(b))."""

import datetime
import re
from typing import Final

from validator.grammar.dates import read_date
from validator.layouts.lines import Lines
from validator.model.marked_nodes import ReleaseStamp
from validator.parsers.telegram.draft import Draft

_STAMP = re.compile(
    r"[|*>\s]{0,8}(?:(?P<by>DECLASSIFIED\s{1,3}BY\b)|(?P<alone>DECLASSIFIED(?=[^\w]{0,8}$|\s{1,3}(?:UNDER|PER|ON|IN)\b)))"
    r"\s{0,3}:?\s{0,9}",
    re.IGNORECASE,
)
_WORD_OF_DATE = re.compile(r"(?<!\w)(?=\d{1,2}[ /\-]|\d{8}|[A-Z][a-z]{2,8}\.?\s\d{1,2},)")
_LONGEST: Final = 4  # lines of a stamp


def add_release_stamp(draft: Draft) -> None:
    """Adds the first stamp that stands on lines of its own."""
    lines = draft.lines
    for index, text in enumerate(lines.texts):
        match = _STAMP.match(text) if "DECLASS" in text[:24].upper() else None
        if match is not None:
            _add(draft, index, match)
            return


def _add(draft: Draft, first: int, match: "re.Match[str]") -> None:
    lines = draft.lines
    last = _end_of_run(lines, first)
    words = " ".join((lines.texts[first][match.end() :], *lines.texts[first + 1 : last + 1])).strip()
    draft.add(
        ReleaseStamp(
            start=lines.offset(first),
            end=lines.end(last),
            authority=match["by"] is not None and bool(words),
            when=_date_in(words),
        )
    )


def _end_of_run(lines: Lines, first: int) -> int:
    last = first
    while last + 1 < first + _LONGEST and not lines.is_blank(last + 1):
        last += 1
    return last


def _date_in(words: str) -> datetime.date | None:
    written = (read_date(words, at.start()) for at in _WORD_OF_DATE.finditer(words))
    return next((date.day for date in written if date is not None and date.day is not None), None)
