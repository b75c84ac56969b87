"""What stands round a telegram: a web page's own lines, its date, and its notice that the text is an extract."""

import datetime
import re
from typing import Final

from validator.model.nodes import Artefact, Notice
from validator.parsers.telegram.draft import Draft
from validator.vocabulary.terms import Vocabulary

_DAY = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_LONGEST_DATE_LINE: Final = 60
_MOST_LINES: Final = 60


def read_carrier(draft: Draft, first: int, notices: Vocabulary) -> tuple[datetime.date | None, bool]:
    """Reads the lines before line `first`; returns the date the carrier gives, and whether it is an extract."""
    day: datetime.date | None = None
    partial = False
    lines = draft.lines
    with_text = [index for index in range(max(0, first - _MOST_LINES), first) if not lines.is_blank(index)]
    for index in with_text:
        text = lines.texts[index]
        day = day or _day(text)
        if not partial and _says_partial(text, notices):
            partial = True
            draft.add(Notice(start=lines.offset(index), end=lines.end(index), name="partial-extract"))
    if with_text:
        start, end = lines.offset(with_text[0]), lines.end(with_text[-1])
        draft.add(Artefact(start=start, end=end, name="web-page"))
    return day, partial


def _says_partial(text: str, notices: Vocabulary) -> bool:
    lowered = text.lower()
    return any(notice.term in lowered for notice in notices.group("partial-extract"))


def _day(text: str) -> datetime.date | None:
    match = _DAY.search(text) if len(text) <= _LONGEST_DATE_LINE else None
    if match is None:
        return None
    try:
        return datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
