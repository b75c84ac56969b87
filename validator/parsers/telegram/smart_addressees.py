"""The From, Action and Info entries of a SMART telegram: `Info: LAGOS, AMCONSUL ROUTINE; CIA WASHINGTON DC ROUTINE`."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from validator.model.nodes import Addressee
from validator.parsers.telegram.draft import Draft, Field, field, run_of_text
from validator.parsers.telegram.scan import Event
from validator.parsers.telegram.transmission import EntryReader

_LABEL = re.compile(r"(?P<label>From|Action|Info)\s*:")
_ROLES: Final = {"From": "from", "Action": "to", "Info": "info"}
_ENTRY = re.compile(r"[^\s;][^;]*")
_MOST_ENTRIES = 500


def add_smart_addressees(draft: Draft, events: Sequence[Event], entries: EntryReader) -> None:
    """Adds the entries behind the labels, each role once: later `From:` lines are of e-mails."""
    seen: set[str] = set()
    for event, following in pairwise([*events, None]):
        match = _LABEL.match(draft.lines.texts[event.line]) if event and event.what == "label" else None
        if event is None or match is None or match["label"] in seen:
            continue
        seen.add(match["label"])
        stop = following.line if following else len(draft.lines)
        last = run_of_text(draft.lines, event.line, max(stop, event.line + 1))
        _add_entries(
            draft, _ROLES[match["label"]], field(draft.lines, event.line, event.column, last), entries
        )


def _add_entries(draft: Draft, role: str, text: Field, entries: EntryReader) -> None:
    for count, match in enumerate(_ENTRY.finditer(text.text)):
        if count == _MOST_ENTRIES:
            return
        entry = entries.read(match.group())
        draft.add(
            Addressee(
                start=text.offset(match.start()),
                end=text.offset(match.start() + len(match.group().rstrip()) - 1) + 1,
                role=role,
                name=entry.name,
                indicator=entry.indicator,
                precedence=entry.precedence,
            )
        )
