"""One pass over the lines of a text: which of them are lines of a telegram, told by their first characters."""

import re
import string
from collections.abc import Callable
from operator import attrgetter, itemgetter
from typing import Final

import msgspec

from validator.grammar import routing
from validator.grammar.classification_line import ClassificationLines, ContinuationText, LineText
from validator.grammar.routing import DateTimeText, JanapText, SecurityText, StationText
from validator.layouts.lines import Lines
from validator.vocabulary.terms import Vocabularies

# Header labels. The text of the field begins where the match ends.
_LABELS: Final = tuple(
    (what, re.compile(form, re.IGNORECASE))
    for what, form in (
        ("order", r"(?:E\s?\.?\s?[O0]\s?\.?|EXECUTIVE\s+ORDER)\s{0,3}[:;]?\s*\d{5}(?!\d)"),
        ("tags", r"TAGE?S\b\s*[:;.]?\s*"),
        ("subject", r"SUBJ(?:ECT)?\b(?:\s*[:;.]\s*|\s{2,})"),
        (
            "reference",
            r"REF(?:S|ERENCES?|TELS?)?\s?(?:\(S\))?\s*[:;]\s*"
            r"|REFS?\s+(?=\(?A[.):]\s|(?:\d{2}\s)?[A-Z]{4,20}\s\d{3,8})",
        ),
        ("authority", r"(?:\(U\)\s*)?CLAS{1,2}\w{2,8}\s{1,5}(?:AND\s\w{1,12}\s)?B[YT]\b\s*[:;.,]?\s*"),
        ("authority", r"(?:\(U\)\s*)?CLASSIF(?:IED|IER)\s*:\s*"),
        ("derived", r"DERIVED\s+FROM\b\s*[:;]?\s*"),
        ("declassify", r"DECL(?:ASSIFY(?:\s+ON)?|\s+ON|AS)?\s*:\s*"),
        ("reason", r"REASONS?\b\s*(?:[:;]|(?=1\s?\.\s?[3-6]))\s*"),
        ("mrn", r"MRN\s*:\s*"),
        ("signed", r"Signature\s*:\s*"),
        (
            "label",  # the other labels of SMART telegrams, which end the field before them
            r"(?:Captions|Pass\s+Line|Action(?:\s+(?:Post|Office))?|Info(?:\s+Office)?|From|Date.DTG|Attachments"
            r"|Dissemination\s+Rule|(?:Drafted|Cleared|Approved|Released)\s+By)\s*:",
        ),
    )
)
# The beginnings of each label: the first two characters lead to it, all of them are looked at before the pattern.
_LABEL_WORDS: Final = {
    "order": ("E.", "EO", "E O", "E0", "EXEC", "Exec", "E.o", "Eo "),
    "tags": ("TAG", "Tag"),
    "subject": ("SUBJ", "Subj"),
    "reference": ("REF", "Ref", "ref"),
    "authority": ("CLAS", "Clas", "(U)"),
    "derived": ("DERIVED", "Derived"),
    "declassify": ("DECL", "Decl"),
    "reason": ("REASON", "Reason"),
    "mrn": ("MRN",),
    "signed": ("Signature",),
    "label": (
        "Capt",
        "Pass L",
        "Action",
        "Info",
        "From",
        "Date",
        "Atta",
        "Diss",
        "Draf",
        "Clea",
        "Appr",
        "Rele",
    ),
}
_AUTHORITY = re.compile(r"\s*CLAS{1,2}\w{2,8}\s{1,5}(?:AND\s\w{1,12}\s)?B[YT]\b\s*[:;.,]?\s*", re.IGNORECASE)
_PARAGRAPH = re.compile(
    r"(?P<pilcrow>¶\s?)?(?P<number>[1-9]\d{0,2})(?P<stop>\s?[.)](?!\d)|A[.)]|\s(?=[A-Z(])|(?=\())"
)
_MARK_FIRST = re.compile(r"\([A-Z/]{1,6}\)\s{1,3}(?P<number>[1-9]\d?\.)\s{1,3}(?=[A-Z])")  # `(C) 8. Text`
_SUB_PARAGRAPH = re.compile(
    r"(?:\(?[A-Za-z0-9]{1,2}[.)]|--?|\*|•|o)?\s{0,8}(?=\([^()]{1,60}\)|\([A-Z]{1,3}\s)"
)
_END = re.compile(r"NNNN|#\d{3,5}|BT|<< END OF DOCUMENT >>|NMAFVVZCZ|Message Attributes")

_FIRST_TWO: Final = itemgetter(slice(2))
_LINE: Final = attrgetter("line")
_TOTAL: Final = re.compile(
    r" OF[ \t]{1,40}\d{2,3}\s*?$", re.MULTILINE
)  # begins with a literal: re skips to it

Payload = (
    LineText | ContinuationText | StationText | SecurityText | JanapText | DateTimeText | str | int | None
)


class Event(msgspec.Struct, frozen=True, gc=False):
    """A line that means something: its index, what it is, where its value begins, and the value when read."""

    line: int
    what: str
    column: int
    value: Payload = None


Recogniser = Callable[[str, int], Event | None]


class Scanner:
    """Dispatches every line on its first two characters; built once for all documents."""

    __slots__ = ("_by_start", "lines_of_classification")

    def __init__(self, vocabularies: Vocabularies) -> None:
        self.lines_of_classification = ClassificationLines(vocabularies)
        self._by_start = self._table()

    def scan(self, lines: Lines) -> list[Event]:
        """The events of a text, in order."""
        texts, by_start = lines.texts, self._by_start
        # Every line of every document passes here: first characters by map, then one look-up each.
        starts = map(_FIRST_TWO, texts)
        events = [
            by_start[start](texts[index], index) for index, start in enumerate(starts) if start in by_start
        ]
        found = [event for event in events if event is not None]
        continued = self._continuation_lines(lines, found)
        return sorted([*found, *continued], key=_LINE) if continued else found

    def line(self, text: str, index: int) -> Event | None:
        """What one line is."""
        recognise = self._by_start.get(text[:2])
        return recognise(text, index) if recognise else None

    def _continuation_lines(self, lines: Lines, found: list[Event]) -> list[Event]:
        """Continuation lines begin with a post, so any line may be one: they are known by their end."""
        indexes = {lines.line_of(match.start()) for match in _TOTAL.finditer(lines.text)}
        events = []
        for index in indexes.difference(event.line for event in found) if indexes else ():
            value = self.lines_of_classification.continuation(lines.texts[index])
            if value is not None:
                events.append(Event(index, "continuation", 0, value))
        return events

    @staticmethod
    def authority(text: str, column: int) -> int:
        """Where the name begins behind `Classified by` at a column of a line; 0 when no such label stands there."""
        match = _AUTHORITY.match(text, column)
        return match.end() if match else 0

    def _table(self) -> dict[str, Recogniser]:
        table: dict[str, list[Recogniser]] = {}
        for what, form in _LABELS:
            for start in {word[:2] for word in _LABEL_WORDS[what]}:
                table.setdefault(start, []).append(_label(what, form))
        for first in (*"0123456789", "¶"):
            for second in (*"0123456789.( )A", ""):
                table[first + second] = [_number, _sub_paragraph]
        for start in _bullets():
            table.setdefault(start, []).append(_sub_paragraph)
        for starts, recognise in self._fixed():
            for start in starts:
                table.setdefault(start, []).append(recognise)
        return {start: _one_of(found) for start, found in table.items()}

    def _fixed(self) -> tuple[tuple[tuple[str, ...], Recogniser], ...]:
        return (
            (("VZ", "ZC"), _value("transmission", routing.read_transmission)),
            (("ZZ", "OO", "PP", "RR"), _value("precedence", routing.read_precedence)),
            (("ZA", "OA", "PA", "RA", "YA", "MA"), _value("janap", routing.read_janap)),
            (("DE",), _value("station", routing.read_station)),
            (("ZN",), _value("security", routing.read_security)),
            (("Z ", "O ", "P ", "R ", "Y ", "0 "), _date_time),
            (("FM",), _keyword("from", "FM ")),
            (("TO",), _keyword("to", "TO ")),
            (("IN",), _keyword("info", "INFO ")),
            (("XM",), _keyword("exempt", "XMT ")),
            (("SI",), _whole("sipdis", "SIPDIS")),
            (("PA",), _page),
            (("NN", "#0", "BT", "<<", "NM", "Me", *(f"#{digit}" for digit in range(1, 10))), _end),
            (
                self.lines_of_classification.starts,
                _value("classification", self.lines_of_classification.read),
            ),
        )


def _one_of(recognisers: list[Recogniser]) -> Recogniser:
    """The first of several recognisers that takes a line."""
    if len(recognisers) == 1:
        return recognisers[0]

    def recognise(text: str, index: int) -> Event | None:
        for one in recognisers:
            event = one(text, index)
            if event is not None:
                return event
        return None

    return recognise


def _value(what: str, read: Callable[[str], Payload]) -> Recogniser:
    def recognise(text: str, index: int) -> Event | None:
        value = read(text)
        return None if value is None else Event(index, what, 0, value)

    return recognise


def _label(what: str, form: "re.Pattern[str]") -> Recogniser:
    words = _LABEL_WORDS[what]

    def recognise(text: str, index: int) -> Event | None:
        if not text.startswith(words):
            return None
        match = form.match(text)
        return None if match is None else Event(index, what, match.end() if what != "order" else 0)

    return recognise


def _keyword(what: str, word: str) -> Recogniser:
    def recognise(text: str, index: int) -> Event | None:
        return Event(index, what, len(word)) if text.startswith(word) else None

    return recognise


def _whole(what: str, word: str) -> Recogniser:
    def recognise(text: str, index: int) -> Event | None:
        return Event(index, what, 0) if text == word else None

    return recognise


def _date_time(text: str, index: int) -> Event | None:
    value = routing.read_date_time(text)
    return None if value is None else Event(index, "date-time", 0, value)


def _paragraph(text: str, index: int) -> Event | None:
    match = _PARAGRAPH.match(text)
    return None if match is None else Event(index, "paragraph", match.end(), match.group())


def _number(text: str, index: int) -> Event | None:
    """A line that begins with a number: six digits open a date-time group, fewer a paragraph."""
    return _date_time(text, index) if text[:6].isdecimal() else _paragraph(text, index)


def _sub_paragraph(text: str, index: int) -> Event | None:
    if text[0] == "(":
        numbered = _MARK_FIRST.match(text)
        if numbered is not None:
            return Event(index, "paragraph", numbered.end(), numbered["number"])
    match = _SUB_PARAGRAPH.match(text)
    return None if match is None else Event(index, "sub-paragraph", match.end())


def _bullets() -> set[str]:
    """The pairs of characters a marked sub-paragraph begins with: `A.` `a)` `1)` `(b` `--` `- ` `* `."""
    items = string.ascii_letters + string.digits
    pairs = {item + stop for item in items for stop in ".)"} | {
        opening + item for item in items for opening in "("
    }
    return pairs | {first + second for first in "-*•o" for second in "- ("}


def _page(text: str, index: int) -> Event | None:
    return Event(index, "page", 5) if text.startswith("PAGE ") and text[5:7].isdigit() else None


def _end(text: str, index: int) -> Event | None:
    return Event(index, "end", 0, text[:1]) if _END.fullmatch(text) else None
