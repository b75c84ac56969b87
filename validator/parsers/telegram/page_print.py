"""The paper print of 1973-79 (State Archiving System): page frames, distribution counts, the relay's dash line."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from validator.grammar.classification_line import ClassificationLines, LineText
from validator.layouts.lines import Lines
from validator.model.level import Level
from validator.model.nodes import Artefact
from validator.model.telegram_nodes import Distribution, PageLine, PrintAttribute
from validator.parsers.telegram.draft import Draft
from validator.parsers.telegram.scan import Event

_ROLE = re.compile(r"(?P<role>ORIGIN|ACTION|INFO)\s{1,8}(?=[A-Z]{1,6}-\d{2}\b)")
_OFFICE = re.compile(r"(?P<office>[A-Z][A-Z/]{0,7})-(?P<copies>\d{2})(?!\d)")
_TRAILER = re.compile(r"/(?P<sum>\d{3})\s")
_DASHES = re.compile(
    r"-{6,80}\s{0,8}(?:(?P<filing>\d{6}Z)\s{1,8})?(?P<counter>\d{5,6})(?:\s{1,8}(?P<late>\d{6}Z))?(?:\s{0,8}/(?P<copies>\d{2}))?"
)
_PAGE_LINE = re.compile("PAGE 0")
_DASH_LINE = re.compile(r"------\s{0,8}\d")  # begins with a literal: re skips to it
# `PAGE 02 STATE 017976`; the post is cut to six letters, and a section may follow.
_PAGE = re.compile(
    r"PAGE\s{1,4}(?P<page>\d{2,3})(?:\s{1,8}(?P<post>[A-Z][A-Z .'\-]{1,38}?)\s{1,8}(?P<number>\d{4,6})(?!\d))?"
)
_ATTRIBUTES: Final = "M"  # the end event of the line `Message Attributes`
_ATTRIBUTE = re.compile(
    r"(?P<name>(?:Original|Previous|Current) Classification|Document Number):[ \t]{0,40}(?P<value>[^\n]{1,80})"
)
_DOCUMENT_NUMBER = re.compile(r"\d{4}[A-Z]{2,6}(?P<number>\d{5,6})(?!\d)")  # `1976PRETOR04668`
_FRAME_REACH: Final = 12  # lines between a page line and the levels of the page break above it
_MOST_LINES: Final = 60
_HEAD: Final = 2000


def is_print(events: Sequence[Event]) -> bool:
    """Whether the text has the page lines of a print."""
    return any(event.what == "page" for event in events)


def add_page_frames(draft: Draft, events: Sequence[Event]) -> None:
    """Adds an artefact for each page line and each level that stands alone at the head or foot of a page."""
    before: list[tuple[int, LineText]] = []  # the levels that stand alone right above the line
    for event in events:
        level = event.value if isinstance(event.value, LineText) and event.value.post is None else None
        start, end = draft.lines.offset(event.line), draft.lines.end(event.line)
        if event.what == "page" or level:
            draft.add(Artefact(start=start, end=end, name="page-print"))
        if event.what == "page":
            near = [line.level for at, line in before if event.line - at <= _FRAME_REACH]
            _add_page_line(draft, start, end, near[-2:])
        before = [*before, (event.line, level)] if level else []


def _add_page_line(draft: Draft, start: int, end: int, levels: Sequence[Level]) -> None:
    match = _PAGE.match(draft.lines.text, start)
    if match is not None:
        draft.add(
            PageLine(
                start=start,
                end=end,
                page=int(match["page"]),
                post=match["post"],
                number=int(match["number"]) if match["number"] else None,
                level=levels[-1] if levels else None,
                level_before=levels[0] if len(levels) > 1 else None,
            )
        )


def add_attributes(draft: Draft, events: Sequence[Event], lines: ClassificationLines) -> None:
    """Adds the attributes that the National Archives printed below the telegram, where there are any."""
    first = next((event.line for event in events if event.what == "end" and event.value == _ATTRIBUTES), None)
    if first is None:
        return
    for match in _ATTRIBUTE.finditer(draft.lines.text, draft.lines.starts[first]):
        value = match["value"]
        opening = lines.opening(value)
        number = _DOCUMENT_NUMBER.match(value)
        draft.add(
            PrintAttribute(
                start=match.start(),
                end=match.end(),
                name=match["name"],
                level=opening.level if opening else None,
                number=int(number["number"]) if number else None,
            )
        )


def has_relay_lines(text: str) -> bool:
    """Whether a text has the relay's dash line or page lines near its head, so that reading them is worth it."""
    return _PAGE_LINE.search(text, 0, _HEAD) is not None or _DASH_LINE.search(text, 0, _HEAD) is not None


def read_relay_lines(draft: Draft, moment: datetime | None) -> dict[str, Any]:
    """Office counts by role, their sum, the sum the print gives, and the fields of the dash line.

    `relay_lag_minutes` is the time from the date-time group, `moment`, to the filing at the relay.
    """
    found: dict[str, Any] = {}
    copies = _Copies()
    role = ""
    for index, text in enumerate(draft.lines.texts[:_MOST_LINES]):
        match = _ROLE.match(text)
        role = match["role"] if match else role if _OFFICE.match(text) else ""
        if role:
            copies.read(role, text[match.end() :] if match else text, index)
        elif text.startswith("------"):
            found |= _dash_line(text)
    lag = _lag(found.get("relay_filing"), moment)
    if lag is not None:
        found["relay_lag_minutes"] = lag
    if not copies.lines:
        return found
    draft.add(copies.node(draft.lines))
    return copies.details() | found


class _Copies:
    """The copies for each office, by role, as the lines over the telegram give them."""

    __slots__ = ("_by_role", "_doubtful", "_total", "_written", "lines")

    def __init__(self) -> None:
        self._by_role: dict[str, dict[str, int]] = {}
        self._total = 0
        self._written: int | None = None
        self._doubtful = False
        self.lines: list[int] = []

    def read(self, role: str, text: str, index: int) -> None:
        """One line of counts. What is none, as where a blank fell into a token, makes the sum doubtful."""
        counts, stroke, _ = text.partition(" /")
        found = [(office, int(copies)) for office, copies in _OFFICE.findall(counts)]
        self._by_role.setdefault(role, {}).update(found)
        self._total += sum(copies for _, copies in found)
        self._doubtful = self._doubtful or bool(_OFFICE.sub("", counts).strip())
        trailer = _TRAILER.search(text + " ") if stroke else None
        self._written = int(trailer["sum"]) if trailer else self._written
        self.lines.append(index)

    def node(self, lines: Lines) -> Distribution:
        """The node of all lines; without the written sum where not every count was read."""
        return Distribution(
            start=lines.offset(self.lines[0]),
            end=lines.end(self.lines[-1]),
            total=self._total,
            total_written=None if self._doubtful else self._written,
            offices=sum(map(len, self._by_role.values())),
        )

    def details(self) -> dict[str, Any]:
        """The counts for the report."""
        written = {} if self._written is None else {"distribution_sum_written": self._written}
        return {"distribution": self._by_role, "distribution_sum": self._total} | written


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
