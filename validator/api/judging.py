"""Redmark as functions: judge one declassification instruction, one marking, or the banner of portions."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from validator.engine import declassification, marking
from validator.engine.declassification import DeclassificationVerdict
from validator.engine.marking import MarkingJudge, MarkingVerdict
from validator.grammar import most_restrictive
from validator.grammar.most_restrictive import DeclassificationChoice
from validator.rulebook import builtin
from validator.vocabulary.load import builtin as vocabularies


def judge_declassification(
    text: str, *, dated: date | None = None, as_of: date | None = None
) -> DeclassificationVerdict:
    """Judges one declassification instruction: an E.O. line, a `Declassify on` line, or the instruction alone.

    `dated` is the date of the document; `as_of` chooses the era where none is known; without both, the order
    now in force judges.
    """
    return declassification.judge(text, vocabularies(), dated, as_of)


def most_restrictive_declassification(
    sources: Iterable[str | tuple[str, date | None]], *, as_of: date | None = None
) -> DeclassificationChoice | None:
    """The one `Declassify On` value of a document derived from several sources (32 CFR 2001.22(e)(4)).

    A source is its instruction, or a pair of that and its date. `as_of`, the day of the derivative document, counts
    for sources without a date whose instruction must be calculated. None where no source has a say.
    """
    pairs = ((source, None) if isinstance(source, str) else source for source in sources)
    return most_restrictive.most_restrictive(pairs, vocabularies(), as_of)


def judge_marking(
    text: str, *, portion: bool = False, dialect: str = marking.DEFAULT_DIALECT, as_of: date | None = None
) -> MarkingVerdict:
    """Judges one banner line, or with `portion` one portion mark, by the rules of a dialect.

    `as_of` is the date of the document that bears it; without one, the rules now in force judge.
    """
    known = marking.checked_dialect(dialect)
    return _marking_judge().judge(text, portion=portion, dialect=known, as_of=as_of)


def roll_up(portions: Iterable[str], *, dialect: str = marking.DEFAULT_DIALECT) -> str:
    """The banner that these portion marks need. A mark that nobody understands adds nothing to it."""
    return _marking_judge().roll_up(portions, marking.checked_dialect(dialect))


@lru_cache(maxsize=1)
def _marking_judge() -> MarkingJudge:
    """Made once: its tables cost more than many markings."""
    return MarkingJudge(builtin(), vocabularies())
