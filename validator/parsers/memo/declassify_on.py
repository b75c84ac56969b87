"""Whether Declassify On gives one value only (32 CFR 2001.22(e)(2): the longest duration of all sources)."""

import re
from collections.abc import Sequence
from typing import Final

from validator.grammar.dates import read_date
from validator.model.nodes import Observation
from validator.parsers.telegram.draft import Draft
from validator.parsers.telegram.scan import Event

_DATE = re.compile(r"(?<![\w/\-])(?=\d{1,2}[ /\-.]|(?:19|20)\d{6}(?!\d)|[A-Z][a-z]{2,8}\.?\s\d{1,2},)")
_CODE = re.compile(r"\b(?:OADR|MR|X[1-8]|50X1-HUM|50X2-WMD)\b")
# The source's own instruction and date may stand beside the value, and so may a downgrading.
_OTHER = re.compile(r"SOURCE|DOWNGRADE|PORTION|DATED?\s|REVIEW|EXTENDED", re.IGNORECASE)
_REACH: Final = 2  # lines of one field, and from one Declassify On to the next of a block
_LONGEST: Final = 200


def observe_values(draft: Draft, events: Sequence[Event]) -> None:
    """An observation at each Declassify On with more than one value, or that follows another in one block."""
    before: Event | None = None
    for event in events:
        if event.what == "declassify" and (_has_several(draft, event) or _follows(before, event)):
            start = draft.lines.offset(event.line)
            end = draft.lines.end(event.line)
            draft.add(Observation(start=start, end=end, name="declassify-on-several"))
        before = event


def _follows(before: Event | None, event: Event) -> bool:
    return before is not None and before.what == "declassify" and 0 < event.line - before.line <= _REACH


def _has_several(draft: Draft, event: Event) -> bool:
    text = draft.lines.texts[event.line][event.column : event.column + _LONGEST]
    if _OTHER.search(text):
        return False
    days = {date.day for at in _DATE.finditer(text) if (date := read_date(text, at.start())) and date.day}
    return len(days) + len(set(_CODE.findall(text))) > 1
