"""Declassification instructions: dates, events, exemptions and the codes of each order."""

import re
from datetime import date
from typing import Final

import msgspec

from validator.grammar.dates import MONTHS, add_years, read_date
from validator.grammar.executive_order import OrderText, in_force, read_bare_number, read_order
from validator.vocabulary.terms import Term, Vocabularies

YEARS: Final = 25  # from the date of the source (32 CFR 2001.22(e)(1))
YEARS_OF_25X: Final = 50  # for a 25X without its date (Register 2016, p. 33)

_DECL = re.compile(
    r"\bDECL(?:AS(?:S(?:IF(?:Y|IED|ICATION))?)?)?\b\.?(?:\s{1,3}ON\b)?\s*[:;.]?\s*", re.IGNORECASE
)
# What ends an instruction on a line that goes on with something else.
_STOP = re.compile(r"\s+(?:TAGS?|SUBJ(?:ECT)?|REFS?|REASONS?|CLASSIFIED)\b|\\|\n\s*\n", re.IGNORECASE)
_NOT_AN_INSTRUCTION = re.compile(
    r"(?:,|\s)*(?:REASONS?|SECTIONS?|SEC\.|AS\s+AMENDED|FOR|1\.[3-6])\b", re.IGNORECASE
)
_NOT_APPLICABLE = re.compile(r"N\s?[/.\-]?\s?A\b|NOT\s+APPLICABLE\b|NONE\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Z0-9][A-Z0-9.\-/]*", re.IGNORECASE)
_TWO_WORDS = re.compile(r"[A-Z]{2,6}[ \-][A-Z0-9]{1,4}(?![A-Z0-9])", re.IGNORECASE)
_EXEMPTION = re.compile(
    r"(?<![A-Z0-9])(?:1\.[56]\s?\(?D?\)?\s?)?((?:25|50|75)?X\d(?:-[A-Z]{3,5})?)(?![A-Z0-9])", re.IGNORECASE
)
# NARA's index of 1973-79 shortens XGDS-4 to X4; X1 to X8 of E.O. 12958 stand behind their order or a DECL label.
_INDEX_EXEMPTION = re.compile(r"X(?P<number>[1-4])", re.IGNORECASE)
# Digits and separators that are no date of any form: `7/4/2O10`, `07/042010`, `6/6/6`.
_BROKEN_DATE = re.compile(r"(?=.*\d)[\dOIl]{1,4}\s?[/.\-]\s?[\dOIl/.\- ]{1,9}\.?", re.IGNORECASE)
_STAMP_DAY = re.compile(r"\bclassified\s+by\b.{1,80}?\bon\s+(?=\d)", re.IGNORECASE)
_SOURCE_MARKED = re.compile(r"\A\s*SOURCE\s+MARKED\s+[\"'“]?", re.IGNORECASE)
_PHRASES = re.compile(
    r"(?P<oadr>ORIGINATING\s+AGENCY.{0,3}S?\s+DETERMINATION\s+REQUIRED)|(?P<mr>MANUAL\s+REVIEW)",
    re.IGNORECASE,
)
_LONGEST: Final = 240  # characters of an instruction that are read
_LAST_DAY_OF_XGDS: Final = date(1978, 11, 30)  # E.O. 12065 took the place of E.O. 11652 the day after
_YEARS_BEFORE_ORDER: Final = (
    5  # a two-digit year a little before the order is a mistake, not the next century
)
_DATED_CODES: Final = frozenset({"gds", "xgds", "ads", "code"})  # `GDS 11/27/86` is a date


class Instruction(msgspec.Struct, frozen=True, gc=False):
    """One instruction: what it is, its day, its exemptions, and where it stands.

    `instruction` is one of none, na, date, event, exemption, gds, xgds, ads, oadr, mr, code, invalid.
    """

    instruction: str
    start: int
    end: int
    day: date | None = None
    exemptions: tuple[str, ...] = ()
    order: str | None = None
    code: str | None = None  # the term of the vocabulary, for codes


def read_line(text: str, vocabularies: Vocabularies, day: date | None = None) -> Instruction:
    """Reads an E.O. line, a `Declassify on` line or an instruction alone; `none` when it holds none of them.

    `day`, the date of the document, tells the X1 of an index of the 1970s from the X1 of E.O. 12958.
    """
    text = text[:_LONGEST]
    order = read_order(text, len(text) - len(text.lstrip()), vocabularies["orders"])
    if order is not None:
        return read_after_order(text, order, vocabularies)
    label = _DECL.search(text)
    if label is not None and text[label.end() :].strip() and not _begins_with_code(text, vocabularies):
        number = _order_of_stamp(text, label.start(), vocabularies)
        return read_instruction(text, label.end(), number, vocabularies, labelled=True)
    bare = read_bare_number(text, vocabularies["orders"])
    return _alone(text, bare, vocabularies, day)


def read_after_order(text: str, order: OrderText, vocabularies: Vocabularies) -> Instruction:
    """The instruction that follows the order number on an E.O. line."""
    if _NOT_AN_INSTRUCTION.match(text, order.end):
        return Instruction("none", order.end, order.end, order=order.order)
    label = _DECL.search(text, order.end, order.end + 40)
    if label is not None and not text[order.end : label.start()].strip(" :;,.-"):
        return read_instruction(text, label.end(), order.order, vocabularies, labelled=True)
    return read_instruction(text, order.end, order.order, vocabularies, labelled=False)


def read_instruction(
    text: str, start: int, order: str | None, vocabularies: Vocabularies, *, labelled: bool
) -> Instruction:
    """The instruction at `start`; words that are none of the known ones are an event only behind a DECL label."""
    stop = _STOP.search(text, start)
    end = min(stop.start() if stop else len(text), start + _LONGEST)
    body = text[start:end]
    start += len(body) - len(body.lstrip(" \t\n\r:;,.-"))
    body = text[start:end].rstrip()
    if not body:
        return Instruction("none", start, start, order=order)
    starts, _ = in_force(order, vocabularies["orders"])
    not_before = starts.replace(year=starts.year - _YEARS_BEFORE_ORDER) if starts else None
    found = _meaning(body, not_before, vocabularies, labelled)
    order = order or _order_of_code(found.instruction, body)
    end = start + len(body)
    return Instruction(found.instruction, start, end, found.day, found.exemptions, order, found.code)


def legality(found: Instruction, vocabularies: Vocabularies) -> tuple[date | None, date | None]:
    """First and last day of documents that may carry the instruction; None where it is not bounded."""
    table = vocabularies["declassification-instructions"]
    codes = (
        found.exemptions if found.instruction == "exemption" else (found.code or found.instruction.upper(),)
    )
    terms = [term for code in codes if (term := table.find(code))]
    starts = [term.starts for term in terms if term.starts]
    ends = [term.ends for term in terms if term.ends]
    return max(starts, default=None), min(ends, default=None)


def replacement(dated: date | None) -> date | None:
    """The date that replaces a retired instruction: 25 years from the source (32 CFR 2001.22(e)(3))."""
    return add_years(dated, YEARS) if dated else None


class _Meaning(msgspec.Struct, frozen=True, gc=False):
    instruction: str
    day: date | None = None
    exemptions: tuple[str, ...] = ()
    code: str | None = None


def _meaning(body: str, not_before: date | None, vocabularies: Vocabularies, labelled: bool) -> _Meaning:
    body = _SOURCE_MARKED.sub("", body)
    if _NOT_APPLICABLE.match(body):
        return _Meaning("na")
    phrase = _PHRASES.match(body)
    if phrase is not None:
        return _Meaning(phrase.lastgroup or "code")
    written = read_date(body, 0, not_before)
    if written is not None:
        return _Meaning("date" if written.day else "invalid", written.day, _exemptions(body))
    return _code(body, not_before, vocabularies, labelled)


def _code(body: str, not_before: date | None, vocabularies: Vocabularies, labelled: bool) -> _Meaning:
    head, term = _head(body, vocabularies)
    exemptions = _exemptions(body)
    group = term.group if term else ("exemption" if exemptions and _EXEMPTION.match(body) else None)
    if group is None and labelled and _BROKEN_DATE.fullmatch(body):
        return _Meaning("invalid")
    if group is None:
        return _Meaning("event" if labelled else "none")
    day, is_date = _date_behind(body, len(head), not_before)
    if group == "exemption":
        return _Meaning(group, day, exemptions)
    if group in _DATED_CODES and is_date:
        return _Meaning("date" if day else "invalid", day, exemptions)
    if group == "ads" and _DECL.search(body):  # an advanced schedule that names its event
        return _Meaning("event")
    return _Meaning(group, None, _category(head, group), term.term if term else None)


def _head(body: str, vocabularies: Vocabularies) -> tuple[str, Term | None]:
    """The code that a text begins with, of two words (`GROUP 3`) or one, and its term."""
    table = vocabularies["declassification-instructions"]
    for form in (_TWO_WORDS, _WORD):
        match = form.match(body)
        head = match.group() if match else ""
        term = table.find(head) or table.find(head.rstrip(".-/")) or table.find(_bare(head)) if head else None
        if term is not None:
            return head, term
    return "", None


def _bare(head: str) -> str:
    """`O.A.D.R.` and `X-1` without what stands between their letters."""
    return head.replace(".", "").replace("-", "")


def _exemptions(body: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.upper() for found in _EXEMPTION.findall(body)))


def _category(head: str, group: str | None) -> tuple[str, ...]:
    """The exemption number of `XGDS-1` and of NARA's `X4`."""
    return (head[-1],) if group == "xgds" and head[-1:].isdigit() else ()


def _date_behind(body: str, start: int, not_before: date | None) -> tuple[date | None, bool]:
    """The first date behind a code: its day, and whether a date stands there at all."""
    for word in _WORD.finditer(body, start):
        text = word.group()
        if text[0].isdigit() or text[:3].upper() in MONTHS:
            written = read_date(body, word.start(), not_before)
            if written is not None:
                return written.day, True
    return None, False


def _order_of_code(instruction: str, body: str) -> str | None:
    """GDS and its exemptions exist under E.O. 11652 only, also as NARA's index shortens them."""
    if instruction in ("gds", "xgds") or body[:2].upper() in ("AS", "AD"):
        return "11652"
    return None


def _order_of_stamp(text: str, until: int, vocabularies: Vocabularies) -> str | None:
    """The order in force on the day of `Classified by DAS … on 08/27/2015`, State's stamp at release."""
    stamp = _STAMP_DAY.search(text, 0, until)
    written = read_date(text, stamp.end()) if stamp else None
    if written is None or written.day is None:
        return None
    day = written.day
    return next((term.term for term in vocabularies["orders"] if term.covers(day)), None)


def _alone(text: str, bare: OrderText | None, vocabularies: Vocabularies, day: date | None) -> Instruction:
    """An instruction with nothing before it, as an index field holds it."""
    start = bare.end if bare else len(text) - len(text.lstrip())
    category = _INDEX_EXEMPTION.fullmatch(text.strip())
    if category is not None and (day is None or day <= _LAST_DAY_OF_XGDS):
        return Instruction("xgds", start, len(text.rstrip()), None, (category["number"],), "11652")
    return read_instruction(text, start, bare.order if bare else None, vocabularies, labelled=False)


def _begins_with_code(text: str, vocabularies: Vocabularies) -> bool:
    return _head(text, vocabularies)[1] is not None
