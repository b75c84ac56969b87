"""What may stand next in a banner or portion mark: the controls of the Register and of CUI, in their order."""

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final

import msgspec

from validator.grammar.marking import MarkingText
from validator.grammar.marking.tables import ORDER
from validator.lsp.allowed_controls import is_in_use, may_stand
from validator.lsp.marking_words import reader
from validator.vocabulary.load import builtin

_CUI: Final = "cui"
_HEADS: Final = frozenset({"joint", "level", "nato"})
_NOT_US: Final = frozenset({"nato-control"})
# How the categories of a group are written, and in which order: SP- says that an authority specifies the handling.
_PREFIXES: Final = {"basic": (("", 1),), "both": (("SP-", 0), ("", 1)), "specified": (("SP-", 0),)}
_LIST: Final = re.compile(
    r"(?:^|/)\s*(?P<opens>REL TO|DISPLAY ONLY|FGI)\s+(?P<codes>(?:[A-Z]{3,5},?\s*)*?)(?P<current>[A-Za-z]*)$"
)
# What follows a control that is nothing without it.
_OPENING: Final = {"DISPLAY ONLY": "DISPLAY ONLY ", "FGI": "FGI ", "REL TO": "REL TO USA, ", "SAR": "SAR-"}


class Choice(msgspec.Struct, frozen=True):
    """One thing that may be written: its canonical name, what is written, what it means, its place among the others."""

    name: str
    written: str
    meaning: str
    order: tuple[int, int]


class Choices(msgspec.Struct, frozen=True):
    """What may stand in place of the last `typed` characters."""

    typed: int
    offered: tuple[Choice, ...]


def choices_after(written: str, *, portion: bool, dialect: str) -> Choices:
    """What may stand at the end of a marking, of which the last word may be half typed."""
    listed = _LIST.search(written)
    if listed is not None:
        codes = listed["codes"].replace(",", " ").split()
        owners = ("USA",) if listed["opens"] == "FGI" else ()  # what is foreign is not its own
        typed, offered = listed["current"], _countries({*codes, *owners})
    else:
        at = written.rfind("/") + 1
        typed, offered = written[at:].lstrip(), _next(written[:at], written[at:], portion, dialect)
    return Choices(len(typed), tuple(sorted(offered, key=attrgetter("order", "written"))))


def _next(before: str, word: str, portion: bool, dialect: str) -> Iterator[Choice]:
    """The next word, by what stands before it up to the last slash."""
    if not before:
        yield from _controls({"level"}, portion)
        yield Choice("CUI", "CUI", "controlled unclassified information", (1, 0))
    elif before == "//":
        yield from _controls({"nato"}, portion)
    else:
        reading = _read(before.rstrip("/"), portion=portion)
        system = word.strip().upper().partition("-")[0]
        if "-" in word and system in reader().tables.compartments:
            yield from _compartments(system)
        elif reading.marking is not None:
            yield from _following(reading, portion, dialect, same=not before.endswith("//"))


def _read(written: str, *, portion: bool) -> MarkingText:
    return reader().portion(f"({written})") if portion else reader().banner(written)


def _following(reading: MarkingText, portion: bool, dialect: str, *, same: bool) -> Iterator[Choice]:
    """Behind // what belongs to a later category, behind / more of the same."""
    held = [part for part in reading.parts if part.category in ORDER]
    marking = reading.marking
    if not held or marking is None:
        return
    last = max((ORDER[part.category], reader().tables.rank(part.canonical)) for part in held)
    there = {part.canonical for part in held}
    is_cui = marking.system == _CUI
    for choice in _cui(portion) if is_cui else _controls(_categories(marking.system), portion):
        more = choice.order[0] == last[0] and (is_cui or choice.order > last)
        later = more if same else choice.order[0] > last[0]
        allowed = is_cui or (is_in_use(choice.name, dialect) and may_stand(choice.name, marking, dialect))
        if later and allowed and choice.name not in there:
            yield choice


def _categories(system: str) -> frozenset[str]:
    """What may stand behind the classification; in a US marking nothing of NATO."""
    return frozenset(ORDER) - _HEADS - (_NOT_US if system == "us" else frozenset())


def _controls(categories: Iterable[str], portion: bool) -> Iterator[Choice]:
    """The controls of these categories that have not been retired."""
    wanted = frozenset(categories)
    for entry in reader().tables.entries.values():
        if entry.category in wanted and entry.until is None:
            written = _OPENING.get(entry.name, entry.written(portion))
            order = (ORDER[entry.category], entry.rank)
            yield Choice(entry.name, written, entry.meaning or entry.title, order)


def _compartments(system: str) -> Iterator[Choice]:
    """The published compartments of a system."""
    for name, form in reader().tables.compartments[system].items():
        if name == form.entry.name:
            whole = f"{system}-{name}"
            yield Choice(whole, whole, form.entry.meaning or form.entry.title, (0, form.entry.rank))


def _cui(portion: bool) -> Iterator[Choice]:
    """Categories, Specified ones first, and limited dissemination controls."""
    for term in builtin()["cui-categories"]:
        for prefix, order in _PREFIXES[term.group or ""]:
            name = f"{prefix}{term.term}"
            yield Choice(name, name, term.title or "", (ORDER["cui-category"], order))
    for rank, term in enumerate(builtin()["cui-dissemination"]):
        written = (portion and term.portion) or term.term
        place = (ORDER["cui-dissem"], rank)
        yield Choice(term.term, _OPENING.get(term.term, written), term.meaning or "", place)


def _countries(there: set[str]) -> Iterator[Choice]:
    """Countries and groups of them; a list opens with the USA."""
    for code in reader().tables.codes.values():
        if code.code not in there:
            first = 0 if code.code == "USA" else 1 + code.order[0]
            yield Choice(code.code, code.code, code.name, (first, 0))
