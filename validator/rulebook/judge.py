"""What is wrong with a rule that a schema cannot tell: names without a bearer, checks without sense."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

import msgspec

from validator.checks import BadCheckError, compile_check, compile_when, placeholders
from validator.errors import RuleFileError
from validator.rulebook.rule import Rule
from validator.strictyaml import At, Loaded
from validator.strictyaml.spelling import advice
from validator.vocabulary.terms import Vocabularies

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_STRAY_BRACE: Final = re.compile(r"[{}]")
_BY_DATE: Final = re.compile(rb"\bdocument\.(date|era)\b")


def faults_of(rule: Rule, loaded: Loaded, vocabularies: Vocabularies) -> Iterator[RuleFileError]:
    """Every such fault, at its place in the file."""
    for at, reason in _faults(rule, vocabularies):
        yield loaded.fault(at, reason)


def needs_date(rule: Rule) -> bool:
    """Whether the rule cannot be judged on a document without a date."""
    applies = rule.applies_to
    if applies.eras or applies.in_force:
        return True
    return _BY_DATE.search(msgspec.json.encode(rule.check)) is not None


def _faults(rule: Rule, vocabularies: Vocabularies) -> Iterator[tuple[At, str]]:
    yield from _of_check(rule, vocabularies)
    yield from _of_text(rule)
    yield from _of_eras(rule, vocabularies)
    yield from _of_days(rule)
    yield from _of_examples(rule)


def _of_check(rule: Rule, vocabularies: Vocabularies) -> Iterator[tuple[At, str]]:
    try:
        compile_check(rule.check, vocabularies)
    except BadCheckError as error:
        yield ("check", *error.at), error.reason
    try:
        compile_when(rule.applies_to.when)
    except BadCheckError as error:
        yield ("applies_to", "when", *error.at), error.reason


def _of_text(rule: Rule) -> Iterator[tuple[At, str]]:
    """Placeholders that nothing fills."""
    known = placeholders(rule.check)
    for key, text in (("message", rule.message), ("hint", rule.hint or "")):
        for name in _PLACEHOLDER.findall(text):
            if name not in known:
                yield (key,), f"nothing fills '{{{name}}}'{advice(name, known)}"
        if _STRAY_BRACE.search(_PLACEHOLDER.sub("", text)):
            yield (key,), "a brace without its partner; write placeholders as {name}"


def _of_eras(rule: Rule, vocabularies: Vocabularies) -> Iterator[tuple[At, str]]:
    if rule.applies_to.eras:
        known = [term.term for term in vocabularies["eras"]]
        for number, era in enumerate(rule.applies_to.eras):
            if era not in known:
                yield ("applies_to", "eras", number), f"there is no era '{era}'{advice(era, known)}"
    if rule.applies_to.eras and rule.applies_to.in_force:
        yield ("applies_to", "in_force"), "'in_force' stands in place of 'eras'; remove one of them"


def _of_days(rule: Rule) -> Iterator[tuple[At, str]]:
    in_force = rule.applies_to.in_force
    if in_force:
        yield from _of_period(in_force.starts, in_force.ends, ("applies_to", "in_force", "until"))
    for number, citation in enumerate(rule.citations):
        yield from _of_period(citation.starts, citation.ends, ("citations", number, "until"))


def _of_period(starts: date | None, ends: date | None, at: At) -> Iterator[tuple[At, str]]:
    if starts and ends and ends < starts:
        yield at, f"{ends} is before {starts}; exchange them"


def _of_examples(rule: Rule) -> Iterator[tuple[At, str]]:
    for sort, examples in (("invalid", rule.examples.invalid), ("valid", rule.examples.valid)):
        for number, example in enumerate(examples):
            if bool(example.text) == bool(example.observations):
                yield (
                    ("examples", sort, number),
                    "an example has either a 'text' or 'observations'; write one",
                )
    for number, example in enumerate(rule.examples.invalid):
        lines = max(1, len(example.text.splitlines()))
        for place, expected in enumerate(example.finds):
            if expected.line > lines:
                at = ("examples", "invalid", number, "finds", place, "line")
                yield at, f"line {expected.line} of a text of {lines} lines; lines are counted from 1"
