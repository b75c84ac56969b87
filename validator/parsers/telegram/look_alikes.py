"""Words of the form in which a scan took one character for another: `5UBJECT`, `CONF1DENTIAL`, `14O658Z`, `01IP`.

They are read as what they probably mean, and each is a node that keeps what is written, so that a rule says so.
Only labels that are missing otherwise are looked for, so a sound telegram costs nothing.
"""

import re
from collections.abc import Sequence
from typing import Final

from validator.model.nodes import Tags
from validator.model.telegram_nodes import LookAlike
from validator.parsers.telegram.draft import Draft
from validator.parsers.telegram.scan import Event, Scanner
from validator.vocabulary.terms import Vocabulary

_WANTED: Final = frozenset({"classification", "date-time", "order", "subject", "tags"})
_SIGNS: Final = frozenset(
    {"classification", "order", "station", "subject", "tags"}
)  # two of them tell a header
_ROUTING: Final = frozenset({"janap", "security", "station"})
_BELOW_HEADING: Final = frozenset({"order", "reference", "tags"})
# The word at the head of a line, its letters set apart or not; l is a small L in a word of capitals.
_HEAD = re.compile(r"(?:[A-Z0-9l!|] ){4,24}[A-Z0-9l!|](?![A-Za-z0-9])|[A-Z0-9l!|.]{3,16}(?![A-Za-z0-9])")
_TIME = re.compile(r"(?:[ZOPR]\s{1,4}){1,2}(?P<time>[0-9A-Zl!|]{6})(?=\s?Z\s)")
_PART: Final = {"classification": "level", "date-time": "time"}
_HEADER_LINES: Final = 100
_LEAST_TAG: Final = 4


class LookAlikes:
    """Reads the look-alikes of one vocabulary; built once for all documents."""

    __slots__ = ("_figures", "_letters", "_scanner")

    def __init__(self, table: Vocabulary, scanner: Scanner) -> None:
        self._letters = str.maketrans(
            {alias: term.term for term in table for alias in term.aliases} | {"l": "I"}
        )
        figures = {term.term: alias for term in table for alias in term.aliases if alias.isdecimal()}
        signs = {
            alias: figures[term.term] for term in table for alias in term.aliases if term.term in figures
        }
        self._figures = str.maketrans(signs | figures | {"l": figures["I"]})
        self._scanner = scanner

    def header_events(self, draft: Draft, events: Sequence[Event], kinds: set[str], stop: int) -> list[Event]:
        """The lines of a header, before line `stop`, that are missing and stand there with a look-alike."""
        missing = _WANTED - kinds
        if not missing or len(_SIGNS & kinds) < 2:
            return []
        taken = {event.line for event in events}
        found: list[Event] = []
        for index in range(min(stop, _HEADER_LINES)):
            if draft.lines.texts[index] and index not in taken:
                event = self._event(draft, index, missing)
                if event is not None:
                    missing -= {event.what}
                    found.append(event)
        if "classification" in missing and kinds & _ROUTING:
            found += self._garbled(draft, events)
        return found

    def _garbled(self, draft: Draft, events: Sequence[Event]) -> list[Event]:
        """A classification line that was struck through, so that a scan kept only its post and number."""
        first = next((event.line for event in events if event.what in _ROUTING), 0)
        stop = next((event.line for event in events if event.what in _BELOW_HEADING), 0)
        taken = {event.line for event in events}
        lines = self._scanner.lines_of_classification
        for index in range(first, min(stop, first + _HEADER_LINES)):
            if index not in taken and lines.garbled(draft.lines.texts[index]):
                return [Event(index, "classification", 0)]
        return []

    def add_tags(self, draft: Draft, known: Vocabulary) -> None:
        """Adds the tags that are on the list once a figure in them is read as the letter it looks like."""
        for node in draft.nodes.get("tags", ()):
            unknown = node.unknown if isinstance(node, Tags) else ()
            for token in unknown:
                meant = token.translate(self._letters)
                at = draft.lines.text.find(token, node.start, node.end)
                if meant != token and len(token) >= _LEAST_TAG and meant in known and at >= 0:
                    draft.add(
                        LookAlike(start=at, end=at + len(token), part="tags", written=token, meant=meant)
                    )

    def _event(self, draft: Draft, index: int, missing: frozenset[str]) -> Event | None:
        text = draft.lines.texts[index]
        for form, table in ((_HEAD, self._letters), (_TIME, self._figures)):
            match = form.match(text)
            start = match.start("time") if match and form is _TIME else 0
            written = text[start : match.end()] if match else ""
            meant = written.translate(table)
            if meant == written:
                continue
            event = self._scanner.line(text[:start] + meant + text[start + len(written) :], index)
            if event is not None and event.what in missing:
                at = draft.lines.offset(index, start)
                part = _PART.get(event.what, "label")
                draft.add(LookAlike(start=at, end=at + len(written), part=part, written=written, meant=meant))
                return event
        return None
