"""Every example of every rule: an invalid one fires exactly as it says, a valid one is silent in its pack."""

from collections import defaultdict

import pytest

from validator.engine.examples import invalid_failures, untried, valid_failures
from validator.engine.slow_patterns import slow_patterns
from validator.rulebook import Example, ExecutableRule, builtin
from validator.vocabulary.load import builtin as vocabularies

RULES = builtin().rules
PACKS: defaultdict[str, list[ExecutableRule]] = defaultdict(list)
for each in RULES:
    PACKS[each.rule.pack].append(each)

INVALID = [(each, example) for each in RULES for example in each.rule.examples.invalid]
VALID = [(each, example) for each in RULES for example in each.rule.examples.valid]


def named(value: ExecutableRule | Example) -> str:
    return value.name if isinstance(value, Example) else value.rule.id


@pytest.mark.parametrize(("executable", "example"), INVALID, ids=named)
def test_it_fires(executable: ExecutableRule, example: Example) -> None:
    assert [str(failure) for failure in invalid_failures(executable, example, vocabularies())] == []


@pytest.mark.parametrize(("executable", "example"), VALID, ids=named)
def test_it_is_silent(executable: ExecutableRule, example: Example) -> None:
    pack = tuple(PACKS[executable.rule.pack])
    assert [str(failure) for failure in valid_failures(executable, example, pack, vocabularies())] == []


@pytest.mark.parametrize("executable", RULES, ids=named)
def test_a_valid_example_tries_it(executable: ExecutableRule) -> None:
    assert [str(failure) for failure in untried(executable, vocabularies())] == []


def test_no_pattern_takes_long_on_a_long_text_that_it_does_not_like() -> None:
    assert [reason for executable in RULES for reason in slow_patterns(executable.rule)] == []


def test_every_rule_has_both_sorts() -> None:
    assert [
        named(each) for each in RULES if not (each.rule.examples.invalid and each.rule.examples.valid)
    ] == []
