"""Judges one declassification instruction by the order in force, without a document round it."""

import datetime
import re
from typing import Final

import msgspec

from validator.grammar.dates import add_years, read_date
from validator.grammar.declassification import YEARS, YEARS_OF_25X, Instruction, legality, read_line
from validator.vocabulary.eras import era_of
from validator.vocabulary.terms import Term, Vocabularies

CURRENT_ERA: Final = "eo13526"

_SOURCE_DATE = re.compile(r"\bdate\s+of\s+source\s*:?\s*(?=\d)", re.IGNORECASE)
_TELEGRAM_LABEL = re.compile(r"\s*(?:E\s?\.?\s?O|DECL\s*:)", re.IGNORECASE)
_EIGHT_DIGITS = re.compile(r"(?<!\d)\d{8}(?!\d)")
# 25X4 needs a date or event; 25X1-HUMAN (2003 to 2012), 50X1-HUM and 50X2-WMD stand without one (32 CFR 2001.26).
_NEEDS_DATE: Final = re.compile(r"(?:25|50|75)X\d")
_UNDATED: Final = re.compile(r"(?:25|50|75)X\d-[A-Z]+")
_RETIRED: Final = frozenset({"oadr", "mr", "exemption", "gds", "xgds", "ads", "code"})


class DeclassificationVerdict(msgspec.Struct, frozen=True):
    """What an instruction is, and whether a document of that day may carry it.

    `kind`: none, na, date, event, exemption, gds, xgds, ads, oadr, mr, code, invalid. `why` says in words what
    is wrong. `replacement` is the date that takes the place of a retired instruction.
    """

    valid: bool
    kind: str
    date: datetime.date | None
    replacement: datetime.date | None
    order: str | None
    exemptions: tuple[str, ...]
    why: str


def judge(
    text: str,
    vocabularies: Vocabularies,
    dated: datetime.date | None = None,
    as_of: datetime.date | None = None,
) -> DeclassificationVerdict:
    """Judges an E.O. line, a `Declassify on` line or an instruction alone.

    `dated` is the date of the document; `as_of` chooses the era where no document date is known; without
    both the order now in force judges. Sources: 32 CFR 2001.12, 2001.21(a)(4), 2001.22(e), 2001.26.
    """
    day = dated or as_of
    found = read_line(text, vocabularies, day)
    why = _fault(text, found, dated, day, vocabularies)
    return DeclassificationVerdict(
        valid=not why,
        kind=found.instruction,
        date=found.day,
        replacement=_replacement(text, found, day) if why else None,
        order=found.order,
        exemptions=found.exemptions,
        why=why,
    )


def _fault(
    text: str,
    found: Instruction,
    dated: datetime.date | None,
    day: datetime.date | None,
    vocabularies: Vocabularies,
) -> str:
    """What is wrong in words; empty when nothing is."""
    match found.instruction:
        case "none":
            return "there is no declassification instruction"
        case "invalid":
            return "no calendar has this date"
        case "na" | "event":
            return ""
        case "date":
            return _form_fault(text, day, vocabularies) or _limit_fault(found.day, dated, vocabularies)
    return _era_fault(found, day, vocabularies) or _exemption_fault(found)


def _form_fault(text: str, day: datetime.date | None, vocabularies: Vocabularies) -> str:
    """Numeric dates are YYYYMMDD since the directive of 2010; a telegram's E.O. line keeps its own form."""
    era = era_of(day, vocabularies) if day else None
    current = era is None or era.term == CURRENT_ERA
    if not current or _TELEGRAM_LABEL.match(text) or _EIGHT_DIGITS.search(text):
        return ""
    return "a numeric date is written YYYYMMDD" if re.search(r"\d[/.\-]\d", text) else ""


def _limit_fault(until: datetime.date | None, dated: datetime.date | None, vocabularies: Vocabularies) -> str:
    if until is None or dated is None:
        return ""
    if until < dated:
        return "the date is before the date of the document"
    era: Term | None = era_of(dated, vocabularies)
    if era is None or era.years is None or until <= add_years(dated, era.years):
        return ""
    return f"the date is more than {era.years} years after the document"


def _era_fault(found: Instruction, day: datetime.date | None, vocabularies: Vocabularies) -> str:
    starts, ends = legality(found, vocabularies)
    if day is None:
        return "this instruction is retired" if ends is not None else ""
    if ends is not None and day > ends:
        return f"this instruction was used until {ends}"
    return f"this instruction is used from {starts}" if starts is not None and day < starts else ""


def _exemption_fault(found: Instruction) -> str:
    if found.instruction != "exemption":
        return ""
    dated = found.day is not None
    form = _UNDATED if dated else _NEEDS_DATE
    wrong = next((code for code in found.exemptions if form.fullmatch(code)), None)
    if wrong is None:
        return ""
    return f"{wrong} stands without a date" if dated else f"{wrong} needs a date or event"


def _replacement(text: str, found: Instruction, day: datetime.date | None) -> datetime.date | None:
    """25 years from the date of the source, else of the document; 50 for a 25X without its date."""
    if found.instruction not in _RETIRED:
        return None
    label = _SOURCE_DATE.search(text)
    source = read_date(text, label.end()) if label else None
    start = (source.day if source else None) or day
    years = YEARS_OF_25X if any(code.startswith("25X") for code in found.exemptions) else YEARS
    return add_years(start, years) if start else None
