"""Which words of a text are new to a reader who has seen the pages."""

import re
from collections.abc import Collection
from typing import Final

_WORD: Final = re.compile(r"[^\W_]{3,}")
_CAPITAL: Final = re.compile(r"(?<![.!?:]\s)(?<!^)\b[^\W\d_a-z][^\W_]*[^\W\d_]{2,}|[^\W_]*\d{4,}[^\W_]*")
_ADDRESS: Final = re.compile(r"\S+@\S+|[A-Za-z]:\\\S+|\\\\\S+")


def words(text: str) -> frozenset[str]:
    """The words of a text in small letters, of three letters or digits at least."""
    return frozenset(_WORD.findall(text.casefold()))


def absent(text: str, shown: Collection[str]) -> tuple[str, ...]:
    """The words, in their order, that are not among those shown."""
    return tuple(word for word in dict.fromkeys(_WORD.findall(text.casefold())) if word not in shown)


def telling(text: str, shown: Collection[str]) -> tuple[str, ...]:
    """Absent words that may name somebody or something: capitals within a sentence, long numbers, addresses.

    Alternative texts describe pictures in words that no page shows; only these can give a redaction away.
    """
    found = [*_CAPITAL.findall(text), *_ADDRESS.findall(text)]
    return tuple(word for word in dict.fromkeys(map(str.casefold, found)) if word not in shown)
