"""The routing block: transmission, precedence, station, security prosign, date-time group, addressees."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

import msgspec

from validator.grammar.routing import DateTimeText, JanapText, SecurityText, StationText, moment_of
from validator.layouts.lines import Lines
from validator.model.nodes import Addressee, DateTimeGroup, Routing
from validator.parsers.telegram.draft import Draft
from validator.parsers.telegram.scan import Event
from validator.parsers.telegram.smart import SmartLabels
from validator.vocabulary.terms import Vocabulary

_BLOCK: Final = frozenset({"transmission", "precedence", "janap", "station", "security", "date-time"})
_OPENING: Final = frozenset({"transmission", "precedence", "janap", "station"})
_ROLES: Final = ("from", "to", "info")
_MOST_ADDRESSEES = 500
_LONGEST_CONTINUITY = 6


class Block(msgspec.Struct):
    """The routing lines of one transmission, as they were read."""

    start: int
    end: int
    transmission: str | None = None
    precedence: str | None = None
    station: StationText | None = None
    security: SecurityText | None = None
    janap: JanapText | None = None
    group: DateTimeText | None = None
    group_start: int = 0
    group_end: int = 0


def read_blocks(lines: Lines, events: Sequence[Event]) -> list[Block]:
    """The routing blocks of a text; a joined telegram has one for each section that kept its own."""
    blocks: list[Block] = []
    for event in events:
        if event.what not in _BLOCK:
            continue
        if not blocks or _begins_anew(blocks[-1], event):
            blocks.append(Block(lines.offset(event.line), lines.end(event.line)))
        _put(blocks[-1], event, lines)
    return blocks


def smart_blocks(lines: Lines, header: SmartLabels) -> list[Block]:
    """The date-time group of a labelled header, as a block without routing lines."""
    if header.group is None:
        return []
    start = lines.offset(header.group_line, header.group_column)
    end = lines.offset(header.group_line, header.group_column + header.group.end)
    return [Block(start, end, group=header.group, group_start=start, group_end=end)]


def add_routing(
    draft: Draft, blocks: Sequence[Block], letters: Vocabulary, not_before: date | None, mrn: int | None
) -> datetime | None:
    """Adds the nodes of the routing blocks; returns the moment of the first date-time group that exists."""
    moment: datetime | None = None
    for block in blocks:
        at, fault = moment_of(block.group, not_before) if block.group else (None, None)
        moment = moment or at
        if block.station or block.security or block.janap or block.precedence:
            draft.add(_routing(block, at or moment, letters, mrn))
        if block.group:
            draft.add(_group(block, block.group, at, fault))
    return moment


def add_addressees(draft: Draft, events: Sequence[Event], until: int, entries: "EntryReader") -> None:
    """Adds FROM, TO and INFO entries; an entry list goes on over the lines below its word."""
    lines = draft.lines
    taken = {event.line for event in events}
    count = 0
    # A print of the 1970s lists the offices that got copies under INFO too, above the FM line.
    first = next((event.line for event in events if event.what == "from"), 0)
    for event in events:
        if event.what not in _ROLES or not first <= event.line < until:
            continue
        index, column = event.line, event.column
        while index < until and lines.texts[index] and count < _MOST_ADDRESSEES:
            _add_addressee(draft, event.what, index, column, entries)
            index, column, count = index + 1, 0, count + 1
            if index in taken or event.what == "from":
                break


def _begins_anew(block: Block, event: Event) -> bool:
    if event.what not in _OPENING:
        return event.what == "date-time" and block.group is not None
    return block.group is not None or getattr(block, event.what) is not None


def _put(block: Block, event: Event, lines: Lines) -> None:
    block.end = max(block.end, lines.end(event.line))
    match event.value:
        case StationText() as station:
            block.station = station
        case SecurityText() as security:
            block.security = security
        case JanapText() as janap:
            block.janap = janap
        case DateTimeText() as group:
            block.group = group
            block.group_start = lines.offset(event.line)
            block.group_end = lines.offset(event.line, group.end)
        case str() as text if event.what == "transmission":
            block.transmission = text
        case str() as text:
            block.precedence = text


def _routing(block: Block, moment: datetime | None, letters: Vocabulary, mrn: int | None) -> Routing:
    station, janap, security = block.station, block.janap, block.security
    serial = station.serial if station else janap.serial if janap else None
    letter = security.letter if security else janap.security if janap else None
    term = letters.find(letter) if letter else None
    fault = (
        (security.fault if security else None)
        or (janap.fault if janap else None)
        or _conflict(security, janap)
    )
    julian = station.julian if station else janap.julian if janap else None
    time = station.time if station else janap.time if janap else None
    return Routing(
        start=block.start,
        end=block.end,
        form="janap128" if janap else "acp127",
        transmission=block.transmission,
        precedence=block.precedence or (janap.precedence if janap else None),
        station=station.station if station else janap.station if janap else None,
        serial=int(serial) if serial else None,
        serial_written=serial,
        section=station.section if station else None,
        julian=julian,
        filing_day=station.day if station else None,
        filing_time=time,
        filing_lag=(
            _lag(moment, julian, station.day if station else None, time) if moment else _lag_of_partial(block)
        ),
        prosign=security.prosign if security else None,
        security=letter,
        security_written=security.written if security else None,
        security_level=term.level if term else None,
        security_fault=fault or (f"there is no class {letter}" if letter and not term else None),
        mrn_serial=mrn % 10_000 if mrn is not None and serial else None,
    )


def _conflict(security: SecurityText | None, janap: JanapText | None) -> str | None:
    if security is None or janap is None or security.letter in (None, janap.security):
        return None
    return f"the first line says {janap.security}, the prosign {security.letter}"


def _group(block: Block, group: DateTimeText, moment: datetime | None, fault: str | None) -> DateTimeGroup:
    return DateTimeGroup(
        start=block.group_start,
        end=block.group_end,
        written=f"{group.day:02}{group.hour:02}{group.minute:02}Z {group.month} {group.year}".rstrip(),
        precedences=group.precedences,
        moment=moment,
        fault=fault,
        routing_precedence=block.precedence or (block.janap.precedence if block.janap else None),
    )


def _lag(moment: datetime | None, julian: int | None, day: int | None, time: str | None) -> int | None:
    """Minutes from the date-time group to filing: by day of the year (3310424) or of the month (11/1215Z)."""
    if moment is None or time is None or int(time[:2]) > 23 or int(time[2:]) > 59:
        return None
    filed = _by_day_of_year(moment, julian) if julian is not None else _by_day_of_month(moment, day)
    if filed is None:
        return None
    filed += timedelta(hours=int(time[:2]), minutes=int(time[2:]))
    return int((filed - moment).total_seconds() // 60)


def _lag_of_partial(block: Block) -> int | None:
    """Minutes from `012345Z` to the filing `01/2355Z`: without a month only the day of the month can be compared."""
    group, station = block.group, block.station
    if group is None or group.month or station is None or station.day is None or station.time is None:
        return None
    minutes = int(station.time[:2]) * 60 + int(station.time[2:]) - group.hour * 60 - group.minute
    days = station.day - group.day
    return minutes + 1440 * (days if days >= 0 else 1)


def _by_day_of_year(moment: datetime, julian: int) -> datetime | None:
    if not 1 <= julian <= 366:
        return None
    days = [datetime(year, 1, 1) + timedelta(days=julian - 1) for year in (moment.year, moment.year + 1)]
    return min(days, key=lambda day: abs(day - moment))


def _by_day_of_month(moment: datetime, day: int | None) -> datetime | None:
    """The first such day of the month from the day before the date-time group on."""
    start = datetime(moment.year, moment.month, moment.day) - timedelta(days=1)
    following = (start + timedelta(days=later) for later in range(62))
    return next((later for later in following if later.day == day), None)


def _add_addressee(draft: Draft, role: str, index: int, column: int, entries: "EntryReader") -> None:
    text = draft.lines.texts[index][column:]
    head, _, last = text.rpartition(" ")
    numbered = last.isdecimal() and len(last) <= _LONGEST_CONTINUITY and bool(head)
    entry = entries.read(head if numbered else text)
    draft.add(
        Addressee(
            start=draft.lines.offset(index, column),
            end=draft.lines.end(index),
            role=role,
            name=entry.name,
            indicator=entry.indicator,
            precedence=entry.precedence,
            continuity=int(last) if numbered else None,
        )
    )


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One addressee without its continuity number."""

    indicator: str | None
    name: str
    precedence: str | None


class EntryReader:
    """Reads addressees; posts write to the same ones day after day, so entries are remembered."""

    def __init__(self, precedences: Vocabulary) -> None:
        self._precedences = {
            spelling: term.term
            for term in precedences
            for spelling in (term.term, *term.aliases)
            if len(spelling) > 1
        }
        self.read = lru_cache(4096)(self._read)

    def _read(self, text: str) -> Entry:
        words = text.split()
        precedence = self._precedence(words)
        entry = " ".join(words)
        indicator, slash, name = entry.partition("/")
        if not slash or indicator[:1] != "R" or not indicator.isalpha():
            return Entry(None, entry, precedence)
        return Entry(indicator, name, precedence)

    def _precedence(self, words: list[str]) -> str | None:
        """Takes the precedence off the end of an entry: `NIACT IMMEDIATE` before `IMMEDIATE`."""
        precedence = self._precedences.get(words[-1]) if len(words) > 1 else None
        if precedence is None:
            return None
        longer = self._precedences.get(f"{words[-2]} {words[-1]}") if len(words) > 2 else None
        del words[-2 if longer else -1 :]
        return longer or precedence
