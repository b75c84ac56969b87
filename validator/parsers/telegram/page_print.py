"""The paper print of 1973-79 (State Archiving System): page frames, distribution counts, the relay's dash line."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from validator.grammar.classification_line import LineText
from validator.layouts.lines import Lines
from validator.model.nodes import Artefact
from validator.parsers.telegram.draft import Draft
from validator.parsers.telegram.scan import Event

_ROLE = re.compile(r"(?P<role>ORIGIN|ACTION|INFO)\s{1,8}(?=[A-Z]{1,6}-\d{2}\b)")
_OFFICE = re.compile(r"(?P<office>[A-Z][A-Z/]{0,7})-(?P<copies>\d{2})(?!\d)")
_TRAILER = re.compile(r"/(?P<sum>\d{3})\s")
_DASHES = re.compile(
    r"-{6,80}\s{0,8}(?:(?P<filing>\d{6}Z)\s{1,8})?(?P<counter>\d{5,6})(?:\s{1,8}(?P<late>\d{6}Z))?(?:\s{0,8}/(?P<copies>\d{2}))?"
)
_DASH_LINE = re.compile(r"------\s{0,8}\d")  # begins with a literal: re skips to it
_MOST_LINES: Final = 60
_HEAD: Final = 2000


def is_print(events: Sequence[Event]) -> bool:
    """Whether the text has the page lines of a print."""
    return any(event.what == "page" for event in events)


def add_page_frames(draft: Draft, events: Sequence[Event]) -> None:
    """Adds an artefact for each page line and each level that stands alone at the head or foot of a page."""
    for event in events:
        bare = isinstance(event.value, LineText) and event.value.post is None
        if event.what == "page" or bare:
            start = draft.lines.offset(event.line)
            draft.add(Artefact(start=start, end=draft.lines.end(event.line), name="page-print"))


def has_relay_lines(text: str) -> bool:
    """Whether a text has the relay's dash line or page lines near its head, so that reading them is worth it."""
    head = text[:_HEAD]
    return "PAGE 0" in head or _DASH_LINE.search(head) is not None


def read_relay_lines(lines: Lines, moment: datetime | None) -> dict[str, Any]:
    """Office counts by role, their sum, the sum the print gives, and the fields of the dash line.

    `relay_lag_minutes` is the time from the date-time group, `moment`, to the filing at the relay.
    """
    found: dict[str, Any] = {}
    distribution: dict[str, dict[str, int]] = {}
    role = ""
    for text in lines.texts[:_MOST_LINES]:
        match = _ROLE.match(text)
        role = match["role"] if match else role if _OFFICE.match(text) else ""
        if role:
            offices = distribution.setdefault(role, {})
            offices.update((office, int(copies)) for office, copies in _OFFICE.findall(text))
            trailer = _TRAILER.search(text + " ")
            if trailer is not None:
                found["distribution_sum_written"] = int(trailer["sum"])
        elif text.startswith("------"):
            found |= _dash_line(text)
    lag = _lag(found.get("relay_filing"), moment)
    if lag is not None:
        found["relay_lag_minutes"] = lag
    if distribution:
        found["distribution"] = distribution
        found["distribution_sum"] = sum(sum(offices.values()) for offices in distribution.values())
    return found


def _dash_line(text: str) -> dict[str, Any]:
    match = _DASHES.match(text)
    if match is None:
        return {}
    filing = match["filing"] or match["late"]
    found: dict[str, Any] = {"relay_counter": int(match["counter"])}
    if filing:
        found["relay_filing"] = filing
    if match["copies"]:
        found["relay_copies"] = int(match["copies"])
    return found


def _lag(filing: str | None, moment: datetime | None) -> int | None:
    if filing is None or moment is None or int(filing[2:4]) > 23:
        return None
    day, hour, minute = int(filing[:2]), int(filing[2:4]), int(filing[4:6])
    start = datetime(moment.year, moment.month, moment.day)
    days = (start + timedelta(days=later) for later in range(62))
    filed = next((start for start in days if start.day == day), None)
    return None if filed is None else int((filed - moment).total_seconds() // 60) + hour * 60 + minute
