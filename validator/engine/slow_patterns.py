"""Which patterns of a rule take too long on a long text that they do not like."""

from collections.abc import Iterator
from functools import lru_cache
from time import thread_time
from typing import Final

import msgspec
import regex

from validator.checks.adversaries import SIZE, Text, adversaries
from validator.checks.patterns import patterns_in
from validator.rulebook import Rule

MILLISECONDS: Final = 50
_LIMIT: Final = MILLISECONDS / 1000
_GIVEN_UP: Final = 4 * _LIMIT  # a search out of hand need not be waited for
_ATTEMPTS: Final = 5  # of which the best counts: whatever else the machine does only makes them longer
_SHOWN: Final = 24


def slow_patterns(rule: Rule) -> Iterator[str]:
    """What is wrong with each pattern of the rule that is too slow, and what to do."""
    patterns = patterns_in((msgspec.to_builtins(rule.check), rule.applies_to.when))
    for pattern in dict.fromkeys(patterns):
        text = _disliked(pattern, tuple(dict.fromkeys(_texts(rule))))
        if text is not None:
            yield (
                f"the pattern '{pattern}' takes more than {MILLISECONDS} ms on {SIZE} characters "
                f"({_shown(text)}); write '.*?' for '.*', '++' for '+' and '*+' for '*', or bound repeats as {{1,40}}"
            )


@lru_cache(maxsize=512)
def _disliked(pattern: str, meant_for: tuple[str, ...]) -> Text | None:
    """The first text on which the pattern takes too long."""
    compiled = regex.compile(pattern, regex.VERSION0)
    return next((text for text in adversaries(pattern, meant_for) if _is_slow(compiled, text.whole())), None)


def _is_slow(compiled: "regex.Pattern[str]", text: str) -> bool:
    return all(_seconds(compiled, text) > _LIMIT for _ in range(_ATTEMPTS))


def _seconds(compiled: "regex.Pattern[str]", text: str) -> float:
    """The time of this thread alone: what the machine does besides does not count."""
    begun = thread_time()
    try:
        compiled.match(text, timeout=_GIVEN_UP)
    except TimeoutError:
        return _GIVEN_UP
    return thread_time() - begun


def _texts(rule: Rule) -> Iterator[str]:
    """What the fields of the examples may hold: their lines, and what stands behind labels."""
    for example in rule.examples.invalid:
        for line in example.text.splitlines():
            yield from (part for part in (line.strip(), line.partition(":")[2].strip()) if part)


def _shown(text: Text) -> str:
    before = f"{text.before[:_SHOWN]!r} and " if text.before else ""
    return f"{before}{text.repeated[:_SHOWN]!r} again and again"
