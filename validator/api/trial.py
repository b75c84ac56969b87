"""Rules on trial: what is wrong with them by their own examples, and what they come to on documents of others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from validator.engine.examples import Failure, document_of, failures_of
from validator.engine.reach import FIRES, NOT_JUDGED, STAGES, Reach, Scout
from validator.errors import UnreadableError
from validator.model.document import Document
from validator.parsers import parse
from validator.readers import read_file
from validator.readers.targets import ALL, Targets
from validator.rulebook import ExecutableRule
from validator.vocabulary.load import builtin as vocabularies


class Unfired(msgspec.Struct, frozen=True):
    """A rule that fired on no document: how far it came, on how many, and why no further."""

    rule: str
    stage: str
    documents: int
    reasons: tuple[str, ...]


class Corpus(msgspec.Struct, frozen=True):
    """Documents that rules were tried on, by kind, and the rules that never fired. `unread`: why files are missing."""

    documents: int
    kinds: dict[str, int]
    unfired: tuple[Unfired, ...]
    unread: tuple[str, ...]


class Trial(msgspec.Struct, frozen=True):
    """What came of it. `dead`: rules that none of their examples fires."""

    rules: int
    examples: int
    failures: tuple[Failure, ...]
    dead: tuple[str, ...]
    corpus: Corpus | None = None


def tried(
    rules: Sequence[ExecutableRule], beside: Iterable[ExecutableRule], corpus: Sequence[Path] = ()
) -> Trial:
    """The rules with their examples, `beside` all rules of their packs; and on the files and folders of a corpus."""
    failures = tuple(failures_of(rules, beside, vocabularies()))
    failing = {failure.rule for failure in failures}
    return Trial(
        rules=len(rules),
        examples=sum(len(each.rule.examples.invalid) + len(each.rule.examples.valid) for each in rules),
        failures=failures,
        dead=tuple(each.rule.id for each in rules if each.rule.id in failing and _is_dead(each)),
        corpus=_on_corpus(rules, corpus) if corpus else None,
    )


def _is_dead(executable: ExecutableRule) -> bool:
    scout = Scout(executable)
    documents = (document_of(example, vocabularies()) for example in executable.rule.examples.invalid)
    return all(scout.reach(document).stage != FIRES for document in documents)


def _on_corpus(rules: Sequence[ExecutableRule], paths: Sequence[Path]) -> Corpus:
    scouts = {each.rule.id: Scout(each) for each in rules}
    met: dict[str, Counter[Reach]] = {rule: Counter() for rule in scouts}
    kinds: Counter[str] = Counter()
    unread: list[str] = []
    for document in _documents(paths, unread):
        kinds[document.kind] += 1
        for rule, scout in scouts.items():
            met[rule][scout.reach(document)] += 1
    unfired = (_unfired(rule, reaches) for rule, reaches in met.items())
    return Corpus(
        kinds.total(), dict(sorted(kinds.items())), tuple(each for each in unfired if each), tuple(unread)
    )


def _documents(paths: Sequence[Path], unread: list[str]) -> Iterator[Document]:
    """The documents one by one, so that memory stays flat; what cannot be read is put on the list."""
    for target in Targets(paths, ALL):
        try:
            if target.fault:
                raise target.fault
            yield parse(read_file(target.path), vocabularies())
        except UnreadableError as error:
            unread.append(str(error))


def _unfired(rule: str, reaches: "Counter[Reach]") -> Unfired | None:
    """The stage that the rule came to at best, with the most frequent reasons; None where it fired."""
    stage = max((reach.stage for reach in reaches), key=STAGES.index, default=NOT_JUDGED)
    if stage == FIRES:
        return None
    at_best = {reach.reason: count for reach, count in reaches.items() if reach.stage == stage}
    reasons = sorted(at_best, key=lambda reason: (-at_best[reason], reason))
    return Unfired(rule, stage, sum(at_best.values()), tuple(reasons))
