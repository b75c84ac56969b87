"""The labelled header of SMART telegrams (2009 on), alone or inside an e-mail."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from validator.grammar.classification_line import LineText
from validator.grammar.routing import DateTimeText, read_date_time
from validator.layouts.lines import Lines
from validator.model.level import Level
from validator.model.nodes import ClassificationLine
from validator.parsers.telegram.draft import Draft
from validator.parsers.telegram.scan import Event

_MRN = re.compile(
    r"MRN\s*:\s*(?P<year>\d{2})\s{1,20}(?P<post>[A-Z][A-Z .'\-]{1,38}?)\s{1,20}(?P<number>\d{1,8})(?!\d)"
)
_GROUP = re.compile(r"\d{6}\s?Z\s{0,4}[A-Z]{3}")
_LABELLED = re.compile(r"(?P<label>Date.DTG|Captions)\s*:\s*", re.IGNORECASE)
_HEADER_LINES: Final = 60


class SmartHeader(msgspec.Struct):
    """What the labels say; the fields it shares with older telegrams are read by the header reader."""

    line: int
    post: str
    number: int
    year: str
    level: Level | None = None
    group: DateTimeText | None = None
    group_line: int = 0
    group_column: int = 0
    captions_line: int = 0
    captions_column: int = 0  # 0: there is no such label


def read_smart(lines: Lines, events: Sequence[Event]) -> SmartHeader | None:
    """The labelled header, or None when the text has no MRN line of that form."""
    for event in events:
        match = _MRN.match(lines.texts[event.line]) if event.what == "mrn" else None
        if match is not None:
            header = SmartHeader(
                event.line, " ".join(match["post"].split()), int(match["number"]), match["year"]
            )
            header.level = _banner_level(events, event.line)
            _read_labels(lines, header)
            return header
    return None


def add_smart_line(draft: Draft, header: SmartHeader) -> None:
    """Adds the MRN line as the classification line of the telegram; its level stands in the banner above."""
    draft.add(
        ClassificationLine(
            start=draft.lines.offset(header.line),
            end=draft.lines.end(header.line),
            level=header.level,
            post=header.post,
            number=header.number,
            number_written=str(header.number),
        )
    )


def _banner_level(events: Sequence[Event], line: int) -> Level | None:
    banners = [event.value for event in events if isinstance(event.value, LineText) and event.line < line]
    return banners[-1].level if banners else None


def _read_labels(lines: Lines, header: SmartHeader) -> None:
    for index in range(header.line, min(header.line + _HEADER_LINES, len(lines))):
        text = lines.texts[index]
        label = _LABELLED.match(text)
        if label is None:
            continue
        if label["label"].lower() == "captions":
            header.captions_line, header.captions_column = index, label.end()
        else:
            _read_group(text, index, header)


def _read_group(text: str, index: int, header: SmartHeader) -> None:
    found = _GROUP.search(text)
    if found is not None:
        header.group = read_date_time(text[found.start() :])
        header.group_line, header.group_column = index, found.start()
