"""The word that was probably meant."""

from collections.abc import Iterable
from typing import Final

_MOST_LISTED: Final = 35


def advice(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?`, or the known words when none is near and there are few; or nothing."""
    words = sorted(known)
    near = nearest(word, words)
    if near is not None:
        return f"; did you mean '{near}'?"
    return f"; known here: {', '.join(words)}" if 0 < len(words) <= _MOST_LISTED else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like this one, or None when none does."""
    # Needed for faults only; start-up does without.
    import difflib

    return next(iter(difflib.get_close_matches(word, list(known), n=1)), None)
