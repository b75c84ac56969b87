"""Which executive order governs the marking of a document of a given day."""

from datetime import date

from validator.vocabulary import load
from validator.vocabulary.terms import Term


def era_of(day: date) -> Term | None:
    """The era of a document of that day; the later one on a day that two share. `term.term` is its id."""
    eras = load.builtin()["eras"].terms
    return next((era for era in reversed(eras) if era.covers(day)), None)
