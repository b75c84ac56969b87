"""Reads banners, portion marks and single categories; distinct texts are read once."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from validator.grammar.marking import (
    arrangement,
    atomic,
    companions,
    cui,
    dissemination,
    programs,
    strangers,
    systems,
)
from validator.grammar.marking.classification import read_head
from validator.grammar.marking.forms import Form
from validator.grammar.marking.lexer import END, SLASHES
from validator.grammar.marking.reading import Gap, Reading
from validator.grammar.marking.result import result_of
from validator.grammar.marking.tables import MarkingTables
from validator.grammar.marking.text import MarkingText
from validator.model.marking import MarkingFault
from validator.vocabulary.terms import Vocabularies

_MOST_REMEMBERED: Final = 8192
_LONGEST_REMEMBERED: Final = 512  # characters; no marking that people write is longer
_EMPTY: Final = 4  # slashes with nothing between the second and the third

_Handler = Callable[[Reading, Form, int, Gap], None]
_HANDLERS: Final[dict[str, _Handler]] = {
    "aea": atomic.read_atomic,
    "aea-suffix": atomic.read_suffix_alone,
    "cui": cui.read_word,
    "dissem": dissemination.read_control,
    "fgi": dissemination.read_fgi,
    "joint": strangers.read_second_level,
    "level": strangers.read_second_level,
    "nato": strangers.read_second_level,
    "nato-control": dissemination.read_nato_control,
    "non-ic": dissemination.read_non_ic,
    "sap": programs.read_sap,
    "sci": systems.read_sci,
}


class MarkingReader:
    """Reads markings by the tables of the vocabularies. Spans count from the start of the text that is given."""

    __slots__ = ("_remembered", "tables")

    def __init__(self, vocabularies: Vocabularies) -> None:
        self.tables = MarkingTables(vocabularies)
        self._remembered = lru_cache(maxsize=_MOST_REMEMBERED)(self._read)

    def banner(self, text: str) -> MarkingText:
        """A banner line: `SECRET//NOFORN`."""
        return self._through_memory(text, False, False)

    def portion(self, text: str) -> MarkingText:
        """A portion mark with or without its parentheses: `(S//NF)`."""
        return self._through_memory(text, True, False)

    def fragment(self, text: str) -> MarkingText:
        """Part of a banner, which needs no classification: `REL TO USA, GBR`."""
        return self._through_memory(text, False, True)

    def _through_memory(self, text: str, portion: bool, fragment: bool) -> MarkingText:
        if len(text) > _LONGEST_REMEMBERED:
            return self._read(text, portion, fragment)
        return self._remembered(text, portion, fragment)

    def _read(self, text: str, portion: bool, fragment: bool) -> MarkingText:
        start, end, faults = _inside(text, portion)
        reading = Reading(self.tables, text, start, end, portion=portion, fragment=fragment)
        reading.faults += faults
        _read_items(reading)
        return result_of(reading)


def _inside(text: str, portion: bool) -> tuple[int, int, list[MarkingFault]]:
    """The stretch between the parentheses of a portion mark, and what is wrong with them."""
    end = len(text.rstrip())
    start = min(len(text) - len(text.lstrip()), end)
    opened, closed = text.startswith("(", start), start < end and text[end - 1] == ")"
    if not opened and not closed:
        return start, end, []
    faults = (
        []
        if opened and closed and portion
        else [MarkingFault("parenthesis-wrong", start, end, text[start:end])]
    )
    start, end = start + opened, max(end - closed, start + opened)
    inner = text[start:end]
    first, last = start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
    if first > start and first <= last:
        faults.append(MarkingFault("spacing", start, first, text[start:first]))
    if last < end:
        faults.append(MarkingFault("spacing", max(last, start), end, text[last:end]))
    return min(first, end), max(last, min(first, end)), faults


def _read_items(reading: Reading) -> None:
    if "EYES" in reading.words:
        dissemination.find_eyes(reading)
    read_head(reading)
    if reading.headless and not _is_marking_like(reading):
        return
    while reading.token.kind != END:
        gap = reading.gap()
        if reading.token.kind == END:
            _judge_end(reading, gap)
        else:
            _read_item(reading, gap)
    arrangement.judge(reading)
    companions.judge(reading)


def _is_marking_like(reading: Reading) -> bool:
    """Whether to look further though no level was found: a control stands first, or slashes stand somewhere."""
    return bool(reading.known()) or any(token.kind == SLASHES for token in reading.tokens)


def _judge_end(reading: Reading, gap: Gap) -> None:
    code = "empty-category" if "/" in gap.text else "separator-wrong" if gap.text else ""
    if code:
        reading.fault(code, gap.start, gap.end)


def _read_item(reading: Reading, gap: Gap) -> None:
    if reading.at in reading.eyes:
        dissemination.read_eyes(reading, gap)
        return
    if cui.read_item(reading, gap):
        return
    found = reading.tables.register.match(reading.words, reading.at)
    if found is not None and not _is_level_of_phrase(reading, found[0]):
        _HANDLERS[found[0].entry.category](reading, *found, gap)
    elif programs.is_program_ahead(reading, gap):
        programs.read_program(reading, reading.token.start, gap)
    elif not (
        strangers.read_declassification(reading, gap)
        or strangers.read_foreign_level(reading, gap)
        or strangers.read_stray_countries(reading, gap)
        or strangers.read_orphan(reading, gap)
    ):
        _read_stranger(reading, gap)


def _is_level_of_phrase(reading: Reading, form: Form) -> bool:
    """`RESTRICTED DATE` is no second classification, but a misspelt control that begins like one."""
    return form.entry.category == "level" and strangers.misspelt_block(reading) is not None


def _read_stranger(reading: Reading, gap: Gap) -> None:
    length = strangers.stranger_ahead(reading)
    found = strangers.misspelt_block(reading) or strangers.misspelt(reading, length)
    if found is None:
        strangers.read_stranger(reading, length, gap)
        return
    form, length = found
    entry = form.entry
    start, end = reading.token.start, reading.tokens[reading.at + length - 1].end
    reading.fault("unknown-token", start, end, entry.written(reading.portion), entry.category)
    _HANDLERS[entry.category](reading, Form(entry.name, entry), length, gap)
