"""Whether a text is a telegram, and where its body begins."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from validator.grammar.classification_line import LineText
from validator.grammar.portion import MarkText, PortionMarks
from validator.layouts.lines import Lines
from validator.layouts.numbering import without_pilcrow
from validator.parsers.telegram.body import is_signature
from validator.parsers.telegram.scan import Event
from validator.vocabulary.terms import Vocabularies

_ROUTING: Final = frozenset({"janap", "station", "security"})
_STRONG: Final = frozenset({"order", "tags", "classification"})
_STOPS: Final = frozenset(".)")
_NOT_DIGITS: Final = "¶ .)(A"
_SAMPLE: Final = 4000  # characters that tell teletype capitals from mixed case
_LONGEST_LINE: Final = 150
_LEAST_LETTERS: Final = 40
_MOST_SMALL: Final = 0.1


def has_telegram_lines(events: Sequence[Event], vocabularies: Vocabularies) -> bool:
    """Routing lines, a numbered classification line, a continuation line, or E.O. and TAGS or SUBJECT lines."""
    kinds = {event.what for event in events}
    if kinds & _ROUTING or "continuation" in kinds:
        return True
    if "order" in kinds and kinds & {"tags", "subject"}:
        return True
    return any(_names_telegram(event, vocabularies, tagged="tags" in kinds) for event in events)


def is_body_alone(lines: Lines, events: Sequence[Event], text: str, marks: PortionMarks) -> bool:
    """Marks behind the paragraph numbers or, as the National Archives published 1973-79, capitals in long lines."""
    if _numbers_are_marked(lines, events, marks):
        return True
    if not _is_teletype(text):
        return False
    return _runs_on(events) or (_is_unbroken(lines, text) and (_is_numbered(events) or _is_signed(lines)))


def body_start(lines: Lines, events: Sequence[Event], marks: PortionMarks) -> int | None:
    """The line of the first paragraph number behind the header; None when nothing is numbered.

    A paragraph 1 before any header line opens a body whose header was cut; later sections may still have theirs.
    """
    header_seen = not any(event.what in _STRONG for event in events)
    for event in events:
        if event.what in _STRONG:
            header_seen = True
        elif event.what == "paragraph" and _opens_paragraph(lines, event, marks):
            first = str(event.value).strip(_NOT_DIGITS) == "1"
            if first or header_seen:
                return event.line
    return None


def _opens_paragraph(lines: Lines, event: Event, marks: PortionMarks) -> bool:
    """Whether a stop or a known mark follows the number: `1.`, `1 (C)`."""
    if str(event.value)[-1] in _STOPS:
        return True
    mark = _mark_behind(lines, event, marks)
    return mark is not None and mark.known


def _names_telegram(event: Event, vocabularies: Vocabularies, *, tagged: bool) -> bool:
    line = event.value
    if not isinstance(line, LineText) or line.number is None or line.post is None:
        return False
    return tagged or line.spaced or line.post in vocabularies["posts"]


def _numbers_are_marked(lines: Lines, events: Sequence[Event], marks: PortionMarks) -> bool:
    """Whether known portion marks follow most paragraph numbers, as State telegrams write it: `2. (C)`."""
    numbered = [event for event in events if event.what == "paragraph" and str(event.value)[-1] in _STOPS]
    marked = 0
    for event in numbered:
        mark = _mark_behind(lines, event, marks)
        marked += mark is not None and mark.known and mark.fault is None
    return marked > len(numbered) / 2


def _mark_behind(lines: Lines, event: Event, marks: PortionMarks) -> MarkText | None:
    text = lines.texts[event.line]
    return marks.read(text, len(text) - len(text[event.column :].lstrip()))


def _is_numbered(events: Sequence[Event]) -> bool:
    return any(event.what == "paragraph" and str(event.value)[-1] in _STOPS for event in events)


def _is_signed(lines: Lines) -> bool:
    last = next((text for text in reversed(lines.texts) if text), "")
    return is_signature(last)


def _runs_on(events: Sequence[Event]) -> bool:
    """Whether all numbers count up by one, pilcrows lost or not; a scan of other papers hardly ever does."""
    written = [str(event.value) for event in events if event.what == "paragraph"]
    numbers = [int(number.strip(_NOT_DIGITS)) for number in written if number[-1] in _STOPS]
    return len(numbers) > 1 and all(
        later == earlier + 1 or without_pilcrow(later) in (earlier + 1, (without_pilcrow(earlier) or 0) + 1)
        for earlier, later in pairwise(numbers)
    )


def _is_unbroken(lines: Lines, text: str) -> bool:
    """Lines longer than any teletype had: prints and scans of that time break them at 69 characters."""
    return len(text) <= _LONGEST_LINE or max(map(len, lines.texts)) > _LONGEST_LINE


def _is_teletype(text: str) -> bool:
    sample = text[:_SAMPLE]
    small = sum(map(str.islower, sample))
    letters = sum(map(str.isalpha, sample))
    return letters >= _LEAST_LETTERS and small <= _MOST_SMALL * letters
