"""The regular expressions of a rule, wherever in its check or its conditions they stand."""

from collections.abc import Iterator
from typing import Final

_KEYS: Final = frozenset({"match", "matches", "not_match"})


def patterns_in(part: object) -> Iterator[str]:
    """Every pattern in a check or condition given as plain data, in order."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key in _KEYS and isinstance(value, str):
                yield value
            else:
                yield from patterns_in(value)
    elif isinstance(part, list | tuple):
        for item in part:
            yield from patterns_in(item)
