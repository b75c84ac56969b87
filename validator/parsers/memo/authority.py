"""The lines of the classification authority block, wherever they stand, as events for the reader of fields."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from validator.layouts.lines import Lines
from validator.parsers.memo.banners import BannerLine
from validator.parsers.telegram.scan import Event

_BEFORE = re.compile(r"[|*>\s]{0,8}(?:\(U\)\s{0,3})?[*]{0,2}")
_COLON: Final = r"\b[*]{0,2}\s{0,3}[:;][*\s|]{0,12}"
_LOOSE: Final = r"\b(?:[*]{0,2}\s{0,3}[:;][*\s|]{0,12}|\s{1,8}(?=[A-Z0-9]))"
# CL BY, CL REASON, DECL ON and DRV FROM are the CIA's short forms on its memos of the nineties.
_LABELS: Final = tuple(
    (what, re.compile(form, re.IGNORECASE))
    for what, form in (
        ("authority", rf"(?:(?:ORIGINALLY|DERIVATIVELY)\s)?CLASSIFIED\s{{1,3}}BY{_LOOSE}|CL\s?BY{_LOOSE}"),
        ("authority", rf"CLASSIF(?:IER|ICATION\s{{1,3}}AUTHORITY){_COLON}"),
        ("derived", rf"DERIVED\s{{1,3}}FROM{_LOOSE}|DE?RV\s?(?:FROM|FRM){_LOOSE}"),
        ("declassify", rf"DECLASSIFY(?:\s{{1,3}}ON)?{_LOOSE}|DECL(?:\s?ON)?{_COLON}|DECL\s?ON{_LOOSE}"),
        ("declassify", rf"DECLASSIFICATION\s{{1,3}}(?:DATE|ON|INSTRUCTIONS?){_COLON}"),
        ("reason", rf"(?:CL\s)?REASONS?(?:\s{{1,3}}FOR\s{{1,3}}CLASSIFICATION)?{_COLON}|CL\sREASON{_LOOSE}"),
        (
            "label",  # ends the field before it
            rf"(?:DOWNGRADE\s{{1,3}}(?:TO|ON)|SOURCES?|DATED?|FROM|TO|THRU|SUBJECT|CONTROLLED\s{{1,3}}BY|POC|CC){_COLON}",
        ),
    )
)
_INLINE = re.compile(
    r"\b(?:(?P<authority>CL BY)|(?P<reason>CL REASON)|(?P<declassify>DECL ON)|(?P<derived>DRV FRO?M))\b\W{0,6}"
)
# The block as one line of text, as e-mail may have it (32 CFR 2001.23(b)(5)).
_LINEAR = re.compile(
    r"[\s;,|](?:(?P<derived>DERIVED\s{1,3}FROM)|(?P<declassify>DECLASSIFY\s{1,3}ON)|(?P<reason>REASON))\s{0,3}:\s{0,8}",
    re.IGNORECASE,
)
_SOME_LABEL = re.compile(r"[A-Za-z]{2,12}(?:\s[A-Za-z]{2,12})?\s?:")
_MOST_INLINE: Final = 6  # and no more: each is read up to the end of the line
_LEAST_INLINE: Final = 3  # labels of a line that has several
_NEAR: Final = 5  # lines from one label of a block to the next
_FIRST: Final = frozenset("CDRSFTPcdrsftp")
_RUNS_ON = re.compile(r"[a-z,]$")
KINDS: Final = frozenset({"authority", "derived", "declassify"})


def authority_events(lines: Lines, banners: list[BannerLine]) -> list[Event]:
    """The labelled lines in order, and the banners, which end a field."""
    ends = [Event(banner.line, "label", 0) for banner in banners]
    return sorted((*_labelled(lines), *ends), key=lambda event: (event.line, event.column))


def lines_of_block(events: list[Event]) -> set[int]:
    """The lines that belong to the block, so to no paragraph."""
    return {event.line for event in events if event.what != "label"}


def is_readable(lines: Lines, events: list[Event]) -> bool:
    """Whether no label that is not understood stands among those of the block, as where a scan misread one."""
    block = sorted(lines_of_block(events))
    counts = Counter(event.line for event in events)
    if any(lines.texts[line].find("CL BY") > 0 and counts[line] < _LEAST_INLINE for line in block):
        return False
    known = {event.line for event in events}
    near = {line for first in block for line in range(first, min(first + _NEAR, len(lines)))} - known
    return not any(_SOME_LABEL.match(lines.texts[line]) for line in near)


def _labelled(lines: Lines) -> Iterator[Event]:
    runs_on = False
    for index, text in enumerate(lines.texts):
        event = _label(index, text, runs_on) if text else None
        if event is not None:
            yield event
            # The stamp of a release has `~` between its parts, and is not the block of the document.
            if event.what == "authority" and "~" not in text:
                yield from _named(_LINEAR.finditer(text, event.column), index)
        elif "CL BY" in text:
            yield from _named(_INLINE.finditer(text), index)
        runs_on = event is None and _RUNS_ON.search(text) is not None


def _named(matches: "Iterable[re.Match[str]]", index: int) -> Iterator[Event]:
    """`CL BY: 123456, CL REASON: 1.5(C), DECL ON: X1`, as the last line of a cable of the CIA has it."""
    for match in islice(matches, _MOST_INLINE):
        (what,) = (name for name, words in match.groupdict().items() if words)
        yield Event(index, what, match.end())


def _label(index: int, text: str, runs_on: bool) -> Event | None:
    before = _BEFORE.match(text)
    column = before.end() if before else 0
    if text[column : column + 1] not in _FIRST:
        return None
    for what, form in _LABELS:
        match = form.match(text, column)
        if match is not None and _is_label(text, match, runs_on):
            return Event(index, what, match.end())
    return None


def _is_label(text: str, match: "re.Match[str]", runs_on: bool) -> bool:
    """With a colon always; without one only in capitals and not where a sentence runs on from the line before."""
    return ":" in match.group() or ";" in match.group() or (text[match.start()].isupper() and not runs_on)
