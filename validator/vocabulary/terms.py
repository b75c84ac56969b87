"""Terms, vocabularies and the table of all vocabularies: facts of the trade as data."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

import msgspec

from validator.errors import ValidatorError
from validator.model.level import Level
from validator.strictyaml.spelling import advice


class UnknownVocabularyError(ValidatorError):
    """Code or a rule asks for a vocabulary that does not exist."""

    exit_code = 3


class Term(msgspec.Struct, frozen=True, omit_defaults=True):
    """One entry. `starts` and `ends` are `from` and `until` of the file: first and last day."""

    term: str
    meaning: str | None = None
    aliases: tuple[str, ...] = ()
    group: str | None = None
    level: Level | None = None
    rank: int | None = None
    starts: date | None = msgspec.field(default=None, name="from")
    ends: date | None = msgspec.field(default=None, name="until")
    years: int | None = None
    controls: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    replaced_by: str | None = None
    source: str | None = None
    confirmed: bool = True
    title: str | None = None  # the long form of a marking
    portion: str | None = None  # the form of a marking inside a portion mark
    levels: tuple[Level, ...] = ()
    requires_any: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    dialects: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()

    def covers(self, day: date) -> bool:
        """Whether the term is in use on that day; an open end is open for ever."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)


def key(text: str) -> str:
    """The form in which spellings are compared: upper case, runs of blanks as one."""
    return " ".join(text.upper().split())


class Vocabulary(msgspec.Struct, frozen=True, dict=True):
    """One vocabulary file. `terms` stand in the order of the file."""

    id: str
    title: str
    source: str
    terms: tuple[Term, ...]

    @cached_property
    def _index(self) -> dict[str, Term]:
        # Terms after aliases, so that a term is never hidden by another's alias.
        spellings = {key(alias): term for term in self.terms for alias in term.aliases}
        return spellings | {key(term.term): term for term in self.terms}

    def find(self, text: str) -> Term | None:
        """The term so spelt, or with such an alias; case and runs of blanks do not matter."""
        index = self._index
        return index.get(text) or index.get(key(text))

    def __contains__(self, text: str) -> bool:
        return self.find(text) is not None

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def group(self, name: str) -> tuple[Term, ...]:
        """The terms of one group, in the order of the file."""
        return tuple(term for term in self.terms if term.group == name)

    @cached_property
    def groups(self) -> frozenset[str]:
        """The names of all groups."""
        return frozenset(term.group for term in self.terms if term.group is not None)


class Vocabularies:
    """All vocabularies by id. `sha256` is over their files and what read them."""

    __slots__ = ("_by_id", "sha256")

    def __init__(self, vocabularies: Iterable[Vocabulary], sha256: str = "") -> None:
        self._by_id = {vocabulary.id: vocabulary for vocabulary in vocabularies}
        self.sha256 = sha256

    def __getitem__(self, name: str) -> Vocabulary:
        found = self._by_id.get(name)
        if found is None:
            raise UnknownVocabularyError(f"there is no vocabulary '{name}'{advice(name, self._by_id)}")
        return found

    def beside(self, others: tuple[Vocabulary, ...]) -> "Vocabularies":
        """These, and the vocabularies of a pack; these themselves where it has none."""
        return Vocabularies((*self._by_id.values(), *others), self.sha256) if others else self

    def every(self) -> tuple[Vocabulary, ...]:
        """All of them, in the order in which they were given."""
        return tuple(self._by_id.values())

    def __contains__(self, name: object) -> bool:
        return name in self._by_id

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)
