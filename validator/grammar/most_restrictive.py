"""The one declassification instruction of a document that derives from several sources.

Source: 32 CFR 2001.22(e)(2) and (4), in the finer order of the IC Markings System Register and Manual (2016) pp. 32-33.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

import msgspec

from validator.grammar.dates import add_years
from validator.grammar.declassification import YEARS, YEARS_OF_25X, Instruction, read_line
from validator.vocabulary.terms import Vocabularies

_PORTIONS: Final = re.compile(
    r"\bN\s?/?\s?A\s+TO\b.{0,60}?\b(?:RD|FRD|TFNI|NATO)\b", re.IGNORECASE | re.DOTALL
)
_IMAGERY: Final = re.compile(r"\b25X1\s*,?\s*E\.?\s?O\.?\s*12951\b", re.IGNORECASE)
_HUMAN: Final = "50X1-HUM"
_FOR_EVER: Final = frozenset({_HUMAN, "50X2-WMD", "25X1-HUMAN", "25X1-HUM"})
_EVENT: Final = re.compile(r"[A-Z]{3}", re.IGNORECASE)
_CODE: Final = re.compile(r"\s*(?:25|50|75)X\d(?:-[A-Z]+)?\W*", re.IGNORECASE)


class DeclassificationChoice(msgspec.Struct, frozen=True):
    """The instruction to write, and why. `source` counts the sources from 0.

    `instruction` is as the source has it, or the date or exemption that takes the place of a retired one.
    """

    instruction: str
    source: int
    why: str


class _Rank(msgspec.Struct, frozen=True, order=True):
    """The higher the more restrictive: class of the hierarchy, the last day, and the lowest number of an exemption."""

    step: int
    last: date = date.min
    lowest: int = 0


class _Candidate(msgspec.Struct, frozen=True):
    rank: _Rank
    text: str
    why: str


def most_restrictive(
    sources: Iterable[tuple[str, date | None]], vocabularies: Vocabularies, today: date | None = None
) -> DeclassificationChoice | None:
    """Chooses among the instructions of several sources, each with the date of its source where that is known.

    `today` counts for a source without a date whose instruction must be calculated; without both such a source has no
    say. None where no source has one.
    """
    found = [
        (candidate, place)
        for place, (text, dated) in enumerate(sources)
        if (candidate := _candidate(text.strip(), dated or today, vocabularies)) is not None
    ]
    if not found:
        return None
    strictest, place = max(found, key=lambda pair: (pair[0].rank, -pair[1]))
    return DeclassificationChoice(strictest.text, place, strictest.why)


def _candidate(text: str, dated: date | None, vocabularies: Vocabularies) -> _Candidate | None:
    if _PORTIONS.search(text):
        return _Candidate(_Rank(9), text, "portions of RD, FRD, TFNI or NATO have no date")
    if _IMAGERY.search(text):
        return _Candidate(_Rank(6), text, "imagery under E.O. 12951")
    found = read_line(text, vocabularies, dated)
    if found.instruction == "exemption":
        return _exemption(text, found, dated)
    if found.instruction == "date" and found.day is not None:
        return _Candidate(_Rank(3, found.day), f"{found.day:%Y%m%d}", "the latest date")
    if found.instruction in ("event", "none") and _EVENT.search(text):
        return _Candidate(_Rank(2), text, "an event")
    return _calculated(dated)


def _exemption(text: str, found: Instruction, dated: date | None) -> _Candidate | None:
    if _FOR_EVER.intersection(found.exemptions):
        human = any("HUM" in code for code in found.exemptions)
        return _Candidate(_Rank(8, lowest=human), _HUMAN if human else text, "beyond 50 years without a date")
    code = found.exemptions[0]
    series, number = code.partition("X")[0], int(code.partition("X")[2][:1])
    if series not in ("25", "50", "75"):
        return _calculated(dated)  # X1 to X8, which is carried forward no more
    step = 5 if series == "25" else 7
    if found.day is not None:
        return _Candidate(_Rank(step, found.day, -number), text, f"{series}X with the longest duration")
    if _CODE.sub("", text, count=1):
        return _Candidate(_Rank(step, lowest=-number), text, f"{series}X with an event")
    if dated is None:
        return None
    last = add_years(dated, YEARS_OF_25X)
    why = f"{code} without its date: 50 years from its source"
    return _Candidate(_Rank(4, last, -number), f"{code}, {last:%Y%m%d}", why)


def _calculated(dated: date | None) -> _Candidate | None:
    """25 years for what has no instruction, or one that is carried forward no more (32 CFR 2001.22(e)(1), (3))."""
    if dated is None:
        return None
    last = add_years(dated, YEARS)
    return _Candidate(_Rank(1, last), f"{last:%Y%m%d}", "calculated: 25 years from its source")
