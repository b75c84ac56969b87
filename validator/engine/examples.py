"""Runs the examples that rules carry: an invalid one must fire exactly as it says, a valid one be silent."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypeAlias

import msgspec

from validator.engine.excerpt import Excerpt
from validator.engine.masking import lexicon_of
from validator.engine.plan import Planner
from validator.engine.reach import ANY_DIALECT, UNDATED, Reach, Scout
from validator.engine.run import run
from validator.engine.slow_patterns import slow_patterns
from validator.findings import SEVERITIES, Finding
from validator.model.document import Document, SourceText
from validator.model.nodes import Observation
from validator.parsers import parse
from validator.readers import SUFFIX_OF_FORMAT, read_bytes
from validator.rulebook import Example, ExecutableRule, Place
from validator.vocabulary.terms import Vocabularies

FAILING: Final = frozenset(SEVERITIES[SEVERITIES.index("warning") :])
Sort: TypeAlias = Literal["example", "cross-fire", "untried", "slow-pattern"]


class Failure(msgspec.Struct, frozen=True):
    """What is wrong with a rule, by its examples; `str` is one line.

    `sort`: an example does not behave (example), a rule of the same pack called `by` fires on a valid one (cross-fire),
    no valid example tries the rule (untried), or a pattern takes too long (slow-pattern).
    """

    rule: str
    path: str
    sort: Sort
    reason: str
    example: str = ""
    by: str = ""

    def __str__(self) -> str:
        return f"{self.path or self.rule}: {self.reason}"


def failures_of(
    rules: Iterable[ExecutableRule], beside: Iterable[ExecutableRule], vocabularies: Vocabularies
) -> Iterator[Failure]:
    """Everything that is wrong with the rules; `beside` are all rules of their packs."""
    every = tuple(beside)
    for executable in rules:
        pack = tuple(each for each in every if each.rule.pack == executable.rule.pack)
        for example in executable.rule.examples.invalid:
            yield from invalid_failures(executable, example, vocabularies)
        for example in executable.rule.examples.valid:
            yield from valid_failures(executable, example, pack, vocabularies)
        yield from untried(executable, vocabularies)
        for reason in slow_patterns(executable.rule):
            yield Failure(executable.rule.id, executable.rule.path, "slow-pattern", reason)


def invalid_failures(
    executable: ExecutableRule, example: Example, vocabularies: Vocabularies
) -> Iterator[Failure]:
    """Nothing, when the rule fires at exactly the places that the example lists."""
    document = document_of(example, vocabularies)
    found = _findings((executable,), document, vocabularies)
    wrong = _difference(example.finds, found)
    if wrong:
        why = "" if found else f"; {_why(Scout(executable).reach(document))}"
        yield _failure(executable, example, "example", f"invalid example '{example.name}': {wrong}{why}")


def valid_failures(
    executable: ExecutableRule,
    example: Example,
    pack: tuple[ExecutableRule, ...],
    vocabularies: Vocabularies,
) -> Iterator[Failure]:
    """Nothing, when the rule is silent, and so is every rule of its pack at warning or above."""
    for finding in _findings(pack, document_of(example, vocabularies), vocabularies):
        where = f"line {finding.span.start.line}: {finding.message}"
        valid = f"valid example '{example.name}':"
        if finding.rule == executable.rule.id:
            yield _failure(executable, example, "example", f"{valid} the rule fires on {where}")
        elif finding.severity in FAILING:
            by, own = finding.rule, executable.rule.id
            reason = f"{valid} '{by}' of the same pack fires on this example of '{own}', {where}"
            yield _failure(executable, example, "cross-fire", reason, by)


def untried(executable: ExecutableRule, vocabularies: Vocabularies) -> Iterator[Failure]:
    """Nothing, when the rule is tried on one valid example at least: silence proves nothing on the others."""
    rule, scout = executable.rule, Scout(executable)
    reaches = [scout.reach(document_of(example, vocabularies)) for example in rule.examples.valid]
    if not any(reach.is_judged for reach in reaches):
        reasons = "; ".join(dict.fromkeys(map(_why, reaches)))
        yield Failure(rule.id, rule.path, "untried", f"no valid example tries the rule: {reasons}")


def _why(reach: Reach) -> str:
    return reach.reason + (", and the example no 'dated:'" if reach.reason == UNDATED else "")


def first_finding(executable: ExecutableRule, vocabularies: Vocabularies) -> Finding | None:
    """What the rule finds first in its first example; None for a rule that is not in order."""
    document = document_of(executable.rule.examples.invalid[0], vocabularies)
    return next(iter(_findings((executable,), document, vocabularies)), None)


def document_of(example: Example, vocabularies: Vocabularies) -> Document:
    """The document that an example is."""
    return parse(_source(example), vocabularies, kind=example.kind, as_of=example.dated)


def _findings(
    rules: tuple[ExecutableRule, ...], document: Document, vocabularies: Vocabularies
) -> tuple[Finding, ...]:
    # Rules of any dialect are tried: an example speaks of its rule, not of a choice of dialect.
    # Examples are invented or released text, so messages are compared in full.
    plan = Planner(rules, ANY_DIALECT).plan_for(document)
    excerpt = Excerpt("full", lexicon_of(vocabularies), reveal=True)
    return run(plan, document, document.lines(), excerpt).findings


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
        lines = ", ".join(f"line {finding.span.start.line} ({finding.message})" for finding in found)
        return f"it must fire {_times(len(expected))} and fires {lines and 'on '}{lines or 'nowhere'}"
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


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _failure(executable: ExecutableRule, example: Example, sort: Sort, reason: str, by: str = "") -> Failure:
    rule = executable.rule
    return Failure(rule.id, rule.path, sort, reason, example.name, by)
