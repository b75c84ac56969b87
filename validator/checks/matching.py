"""Regular expressions of rules: the regex module, VERSION0, from the start of a text, under a time limit."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final

from validator.checks.hit import CheckTimeout

if TYPE_CHECKING:
    import regex

SECONDS: Final = 1.0


def matcher(pattern: str) -> Callable[[str], bool]:
    """Whether the pattern matches from the start of a text; CheckTimeout when that cannot be told in time.

    The schema has found the pattern to be valid, so it is compiled when it is first needed.
    """

    def matches(text: str) -> bool:
        try:
            return _compiled(pattern).match(text, timeout=SECONDS) is not None
        except TimeoutError as error:
            raise CheckTimeout(pattern) from error

    return matches


@cache
def _compiled(pattern: str) -> "regex.Pattern[str]":
    # Half of a warm start would go into patterns that most runs never use.
    import regex

    return regex.compile(pattern, regex.VERSION0)
