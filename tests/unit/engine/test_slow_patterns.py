"""Patterns that take too long are told from those that do the same in time that grows as the text does."""

import pytest

from tests.unit.engine.made import rule
from validator.checks.pattern import Pattern
from validator.engine.slow_patterns import slow_patterns

# The first needs seconds or more for the text, the second some milliseconds.
PAIRS = {
    "a repeat in a repeat": (r"(?:[A-Z]+ ?)*$", r"(?:[A-Z]++ ?)*+$"),
    "behind a beginning": (r"(?:foo|bar)(?:a|a)*$", r"(?:foo|bar)a*+$"),
    "behind a second alternative": (r"(?:foo|bar:)(?:\w+\s?)+;$", r"(?:foo|bar:)[\w\s]++;$"),
    "where a letter is missing": (r"(?:\w+\s?)+:$", r"[\w\s]+:$"),
    "gaps between commas": (r".*,.*,.*;$", r"[^,]*+,[^,]*+,[^,]*+;$"),
    "figures in groups": (r"(?:(?:\d{4})+-?)+$", r"(?:\d{4}-)++\d+$"),
    "what does not stand in a set": (r"(?P<a>[^)]*)*\)$", r"[^)]*+\)$"),
    "any beginning": (r"(?s).*\d[/.\-]\d", r"(?s).*?\d[/.\-]\d"),
}


def reasons(pattern: str) -> list[str]:
    made = rule(check=Pattern(given="heading", field="text", match=pattern))
    return [*slow_patterns(made.rule)]


@pytest.mark.parametrize(("slow", "quick"), PAIRS.values(), ids=PAIRS)
def test_only_a_pattern_out_of_hand_is_refused(slow: str, quick: str) -> None:
    (reason,) = reasons(slow)
    assert reason.startswith(f"the pattern '{slow}' takes more than 50 ms on 100000 characters (")
    assert reason.endswith(
        "; write '.*?' for '.*', '++' for '+' and '*+' for '*', or bound repeats as {1,40}"
    )
    assert reasons(quick) == []


def test_a_rule_without_a_pattern_is_none() -> None:
    assert [*slow_patterns(rule().rule)] == []
