"""Check `member`: values are terms of a vocabulary, stand once, stand in order."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal, TypeAlias

import msgspec

from validator.checks.fields import Field, Subject, own_field
from validator.checks.hit import BadCheckError, Check, Hit
from validator.checks.selecting import choice, hit
from validator.model.document import Document
from validator.strictyaml.spelling import advice, nearest
from validator.vocabulary.terms import Term, UnknownVocabularyError, Vocabularies, Vocabulary, key

Values: TypeAlias = Sequence[str]
Fault: TypeAlias = Callable[[Values], Values]
"""The values of a list that are at fault."""

_SUGGESTIONS_KEPT: Final = 4096
"""The same unknown words return in document after document, and a search takes a millisecond."""


class Member(msgspec.Struct, frozen=True, tag="member", tag_field="kind"):
    """One hit for each node with values that are no terms, doubled, or out of order."""

    given: str
    field: str
    where: dict[str, object] | None = None
    vocabulary: str | None = None
    group: str | None = None
    unique: bool = False
    order: Literal["sorted", "as-listed"] | None = None

    def compile(self, vocabularies: Vocabularies) -> Check:
        """The check; BadCheckError where it makes no sense."""
        vocabulary = self._vocabulary(vocabularies)
        faults, suggest = self._faults(vocabulary), _suggester(vocabulary, self.group)
        values_of = _reader(own_field(self.field, self.given, ("field",)))
        chosen = choice(self.given, self.where)

        def run(document: Document) -> Iterable[Hit]:
            hits = []
            for subject in chosen(document):
                values = values_of(subject)
                faulty = [value for fault in faults for value in fault(values)] if values else None
                if faulty:
                    hits.append(
                        hit(subject, {"value": tuple(dict.fromkeys(faulty)), "nearest": suggest(faulty[0])})
                    )
            return hits

        return run

    def adds(self) -> frozenset[str]:
        """What it adds to the message."""
        return frozenset({"value", "nearest"})

    def stands_at_given(self) -> bool:
        """Whether every hit is at a given node."""
        return True

    def _vocabulary(self, vocabularies: Vocabularies) -> Vocabulary | None:
        if self.vocabulary is None:
            if self.group is not None or self.order == "as-listed":
                raise BadCheckError((), "missing key 'vocabulary'; 'group' and 'as-listed' speak of one")
            return None
        try:
            vocabulary = vocabularies[self.vocabulary]
        except UnknownVocabularyError as error:
            raise BadCheckError(("vocabulary",), str(error)) from error
        if self.group is not None and self.group not in vocabulary.groups:
            tip = advice(self.group, vocabulary.groups)
            raise BadCheckError(("group",), f"'{self.vocabulary}' has no group '{self.group}'{tip}")
        return vocabulary

    def _faults(self, vocabulary: Vocabulary | None) -> list[Fault]:
        faults: list[Fault] = []
        if vocabulary is not None:
            faults.append(_not_terms(vocabulary, self.group))
        if self.unique:
            faults.append(_doubled)
        if self.order is not None:
            faults.append(_out_of_order(vocabulary if self.order == "as-listed" else None))
        if not faults:
            raise BadCheckError((), "nothing to check; give 'vocabulary', 'unique: true' or 'order'")
        return faults


def _reader(field: Field) -> Callable[[Subject], Values]:
    get = field.get
    if field.sort == "words":
        return get
    if field.sort == "text":
        return lambda subject: () if (value := get(subject)) is None else (str(value),)
    raise BadCheckError(
        ("field",), f"'{field.path}' is a {field.sort}; only text and lists of text have members"
    )


def _not_terms(vocabulary: Vocabulary, group: str | None) -> Fault:
    find = vocabulary.find

    def is_member(value: str) -> bool:
        term = find(value)
        return term is not None and (group is None or term.group == group)

    return lambda values: [value for value in values if not is_member(value)]


def _doubled(values: Values) -> Values:
    return [value for place, value in enumerate(values) if value in values[:place]]


def _out_of_order(vocabulary: Vocabulary | None) -> Fault:
    """Values that belong before their forerunner, by the vocabulary or else by the alphabet."""
    places = {term.term: place for place, term in enumerate(vocabulary or ())}

    def place(value: str) -> tuple[int, str]:
        term: Term | None = vocabulary.find(value) if vocabulary else None
        return (places[term.term], "") if term else (len(places), value)

    return lambda values: [later for earlier, later in pairwise(values) if place(later) < place(earlier)]


def _suggester(vocabulary: Vocabulary | None, group: str | None) -> Callable[[str], str | None]:
    terms = () if vocabulary is None else vocabulary.group(group) if group else vocabulary.terms
    known = [term.term for term in terms]

    @lru_cache(maxsize=_SUGGESTIONS_KEPT)
    def suggest(value: str) -> str | None:
        return nearest(key(value), known)

    return suggest
