"""The labelled header of SMART telegrams (2009 on), alone or inside an e-mail."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from validator.grammar.classification_line import LineText
from validator.grammar.dates import WrittenDate, full_year, read_date
from validator.grammar.routing import DateTimeText, moment_of, read_date_time
from validator.layouts.lines import Lines
from validator.model.nodes import ClassificationLine
from validator.model.telegram_nodes import LookAlike, SmartHeader
from validator.parsers.telegram.draft import Draft
from validator.parsers.telegram.scan import Event

_MRN = re.compile(
    r"MRN\s*:\s*(?P<year>\d{2})\s{1,20}(?P<post>[A-Z][A-Z .'\-]{1,38}?)\s{1,20}(?P<number>\d{1,8})(?!\d)"
)
_GROUP = re.compile(r"\d{6}\s?Z\s{0,4}[A-Z]{3}")
_LABELLED = re.compile(
    r"(?P<label>Date.DTG|Captions)\s*:\s*", re.IGNORECASE
)  # scans read the stroke as l or !
_STROKE_AS_FIGURE = re.compile(
    r"\d{4}(?P<figure>1)\s{0,2}$"
)  # `Oct 09, 20121091645Z`: a scan read the stroke as 1
_HEADER_LINES: Final = 60
_CLOSING_LINES: Final = 15  # between the last label and the banner under the telegram


class SmartLabels(msgspec.Struct):
    """What the labels say; the fields it shares with older telegrams are read by the header reader."""

    line: int
    post: str
    number: int
    year: str
    banner: tuple[LineText, ...] = ()  # over the telegram: the level, and a control on the next line
    closing: tuple[LineText, ...] = ()  # the same under it
    heading: LineText | None = None  # a classification line that opens the text all the same
    day: WrittenDate | None = None
    group: DateTimeText | None = None
    group_line: int = 0
    group_column: int = 0
    stroke_column: int = 0  # of a 1 that stands for the stroke before the group; 0: there is none
    captions_line: int = 0
    captions_column: int = 0  # 0: there is no such label


def read_smart(lines: Lines, events: Sequence[Event]) -> SmartLabels | None:
    """The labelled header, or None when the text has no MRN line of that form."""
    for event in events:
        match = _MRN.match(lines.texts[event.line]) if event.what == "mrn" else None
        if match is not None:
            post = " ".join(match["post"].split())
            header = SmartLabels(event.line, post, int(match["number"]), match["year"])
            _read_levels(lines, events, header)
            _read_labels(lines, header)
            return header
    return None


def add_smart_header(draft: Draft, header: SmartLabels) -> None:
    """Adds the MRN line as the classification line, its level taken from the banner, and what the labels say."""
    start, end = draft.lines.offset(header.line), draft.lines.end(header.line)
    level = header.banner[-1].level if header.banner else None
    draft.add(
        ClassificationLine(
            start=start,
            end=end,
            level=level,
            post=header.post,
            number=header.number,
            number_written=str(header.number),
        )
    )
    moment = moment_of(header.group)[0] if header.group else None
    heading, day = header.heading, header.day
    draft.add(
        SmartHeader(
            start=start,
            end=end,
            number_year=full_year(header.year),
            group_year=moment.year if moment else None,
            day=day.day if day else None,
            group_day=moment.date() if moment else None,
            day_impossible=day is not None and day.day is None,
            banner=_written(header.banner),
            control=next((line.control for line in header.banner if line.control), None),
            closing_banner=_written(header.closing),
            level=level,
            number=header.number,
            body_level=heading.level if heading else None,
            body_number=heading.number if heading else None,
        )
    )
    if header.stroke_column:
        at = draft.lines.offset(header.group_line, header.stroke_column)
        draft.add(LookAlike(start=at, end=at + 1, part="date", written="1", meant="/"))


def _read_levels(lines: Lines, events: Sequence[Event], header: SmartLabels) -> None:
    """The banners over and under the telegram, and a classification line in its text."""
    signed = next((event.line for event in events if event.what == "signed"), len(lines))
    header.banner = _run(lines, [event for event in events if event.line < header.line], last=True)
    header.heading = next(
        (line for at, line in _levels(events) if header.line < at < signed and line.number is not None), None
    )
    labels = [event.line for event in events if event.what == "label" and event.line > signed]
    below = [event for event in events if labels and labels[-1] < event.line <= labels[-1] + _CLOSING_LINES]
    header.closing = _run(lines, below, last=False)


def _levels(events: Sequence[Event]) -> Iterator[tuple[int, LineText]]:
    return ((event.line, event.value) for event in events if isinstance(event.value, LineText))


def _run(lines: Lines, events: Sequence[Event], *, last: bool) -> tuple[LineText, ...]:
    """The first or last level that stands alone, with the control on the line below it."""
    runs: list[tuple[int, tuple[LineText, ...]]] = []
    for at, line in _levels(events):
        if line.post is not None:
            continue
        if runs and runs[-1][0] == at - 1 and line.control is not None:
            runs[-1] = (at, (*runs[-1][1], line))
        else:
            runs.append((at, (line,)))
    return runs[-1 if last else 0][1] if runs else ()


def _written(banner: Sequence[LineText]) -> str | None:
    """The banner in one line: `UNCLASSIFIED//SBU`."""
    if not banner:
        return None
    controls = [line.control for line in banner if line.control is not None]
    return "//".join([banner[0].level.title, *controls])


def _read_labels(lines: Lines, header: SmartLabels) -> None:
    for index in range(header.line, min(header.line + _HEADER_LINES, len(lines))):
        text = lines.texts[index]
        label = _LABELLED.match(text)
        if label is None:
            continue
        if label["label"].lower() == "captions":
            header.captions_line, header.captions_column = index, label.end()
        else:
            _read_group(text, index, label.end(), header)


def _read_group(text: str, index: int, column: int, header: SmartLabels) -> None:
    """The day and the date-time group behind it: `Oct 09, 2012 / 091645Z OCT 12`."""
    found = _GROUP.search(text, column)
    if found is not None:
        header.group = read_date_time(text[found.start() :])
        header.group_line, header.group_column = index, found.start()
    before = text[: found.start() if found else len(text)]
    figure = _STROKE_AS_FIGURE.search(before, column)
    if figure is not None:
        header.stroke_column = figure.start("figure")
        before = before[: header.stroke_column]
    header.day = read_date(before, column)
