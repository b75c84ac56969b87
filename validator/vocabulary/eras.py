"""Which executive order governs the marking of a document of a given day."""

from datetime import date
from functools import lru_cache

from validator.vocabulary.terms import Term, Vocabularies

_DAYS_KEPT = 4096  # collections hold few days and many documents of each


@lru_cache(_DAYS_KEPT)
def era_of(day: date, vocabularies: Vocabularies) -> Term | None:
    """The era of a document of that day; the later one on a day that two share. `term.term` is its id."""
    return next((era for era in reversed(vocabularies["eras"].terms) if era.covers(day)), None)


def era_id(day: date | None, vocabularies: Vocabularies) -> str | None:
    """The id of the era of a day; None without a day, and before the first order."""
    era = era_of(day, vocabularies) if day is not None else None
    return era.term if era is not None else None
