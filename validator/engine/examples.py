"""Runs the examples that rules carry: an invalid one must fire exactly as it says, a valid one be silent."""

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from validator.engine.excerpt import Excerpt
from validator.engine.masking import lexicon_of
from validator.engine.plan import Planner
from validator.engine.run import Outcome, run
from validator.findings import SEVERITIES, Finding
from validator.model.document import SourceText
from validator.model.nodes import Observation
from validator.parsers import parse
from validator.readers import SUFFIX_OF_FORMAT, read_bytes
from validator.rulebook import Example, ExecutableRule, Place
from validator.vocabulary.terms import Vocabularies

FAILING: Final = frozenset(SEVERITIES[SEVERITIES.index("warning") :])


class Failure(msgspec.Struct, frozen=True):
    """An example that did not behave; `str` is one line."""

    rule: str
    path: str
    example: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path or self.rule}: example '{self.example}': {self.reason}"


def failures_of(rules: Iterable[ExecutableRule], vocabularies: Vocabularies) -> Iterator[Failure]:
    """Every example of the rules that does not behave, alone or within its pack."""
    every = tuple(rules)
    for executable in every:
        pack = tuple(each for each in every if each.rule.pack == executable.rule.pack)
        for example in executable.rule.examples.invalid:
            yield from invalid_failures(executable, example, vocabularies)
        for example in executable.rule.examples.valid:
            yield from valid_failures(executable, example, pack, vocabularies)


def invalid_failures(
    executable: ExecutableRule, example: Example, vocabularies: Vocabularies
) -> Iterator[Failure]:
    """Nothing, when the rule fires at exactly the places that the example lists."""
    outcome = _run((executable,), example, vocabularies)
    wrong = _difference(example.finds, outcome.findings)
    if wrong:
        reasons = "; ".join(f"not checked: {entry.reason}" for entry in outcome.not_checked)
        yield _failure(executable, example, f"{wrong}; {reasons}" if reasons else wrong)


def valid_failures(
    executable: ExecutableRule,
    example: Example,
    pack: tuple[ExecutableRule, ...],
    vocabularies: Vocabularies,
) -> Iterator[Failure]:
    """Nothing, when the rule is silent, and so is every rule of its pack at warning or above."""
    for finding in _run(pack, example, vocabularies).findings:
        if finding.rule == executable.rule.id or finding.severity in FAILING:
            line = finding.span.start.line
            yield _failure(executable, example, f"{finding.rule} fires on line {line}: {finding.message}")


def _run(rules: tuple[ExecutableRule, ...], example: Example, vocabularies: Vocabularies) -> Outcome:
    source = _source(example)
    document = parse(source, vocabularies, kind=example.kind, as_of=example.dated)
    # Rules of any dialect are tried: an example speaks of its rule, not of a choice of dialect.
    # Examples are invented or released text, so messages are compared in full.
    plan = Planner(rules, "any").plan_for(document)
    excerpt = Excerpt("full", lexicon_of(vocabularies), reveal=True)
    return run(plan, document, document.lines(), excerpt)


def _source(example: Example) -> SourceText:
    """The file of an example: its text as its reader reads it, or what a reader would observe."""
    if example.observations:
        seen = tuple(
            Observation(start=0, end=0, **msgspec.structs.asdict(one)) for one in example.observations
        )
        return SourceText(example.name, example.format, example.text, "", seen)
    name = f"example{SUFFIX_OF_FORMAT[example.format]}"
    return read_bytes(name, example.text.encode(example.encoding))


def _difference(expected: tuple[Place, ...], found: tuple[Finding, ...]) -> str:
    """What is wrong with the findings, in words; empty when nothing is."""
    if len(expected) != len(found):
        lines = ", ".join(f"{finding.span.start.line} ({finding.message})" for finding in found)
        return f"{len(expected)} findings expected, {len(found)} found: on lines {lines or 'none'}"
    pairs = zip(sorted(expected, key=lambda place: (place.line, place.column or 0)), found, strict=True)
    return "; ".join(wrong for place, finding in pairs for wrong in _wrong(place, finding))


def _wrong(place: Place, finding: Finding) -> Iterator[str]:
    start = finding.span.start
    if place.line != start.line:
        yield f"line {place.line} expected, found on line {start.line} ({finding.message})"
    elif place.column is not None and place.column != start.column:
        yield f"line {place.line}: column {place.column} expected, found at {start.column}"
    if place.message is not None and place.message != finding.message:
        yield f"line {place.line}: message '{place.message}' expected, found '{finding.message}'"


def _failure(executable: ExecutableRule, example: Example, reason: str) -> Failure:
    rule = executable.rule
    return Failure(rule.id, rule.path, example.name, reason)
