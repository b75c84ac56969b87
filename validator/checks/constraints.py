"""Check `constraints`: what each control of a marking allows, requires and excludes, by one table."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final, Literal, TypeAlias

import msgspec

from validator.checks.hit import NO_HITS, BadCheckError, Check, Hit
from validator.checks.selecting import choice_of_nodes
from validator.model.document import Document
from validator.model.marking import Marking
from validator.model.marking_names import names_of
from validator.model.nodes import Node
from validator.vocabulary.terms import Term, Vocabularies

Rows: TypeAlias = dict[str, tuple[Term, ...]]
Found: TypeAlias = tuple[str, ...]
Finder: TypeAlias = Callable[[Term, Marking, frozenset[str]], Found]


class Constraints(msgspec.Struct, frozen=True, tag="constraints", tag_field="kind"):
    """A hit for each control of a given node's `marking` that breaks its row: by `level`, `requires` or `excludes`.

    Only rows of `dialect` count; with `confirmed` false only those that the table calls unconfirmed.
    """

    given: str
    vocabulary: str
    fault: Literal["level", "requires", "excludes"]
    dialect: str
    confirmed: bool = True

    def compile(self, vocabularies: Vocabularies) -> Check:
        """The check; BadCheckError where it makes no sense."""
        if self.given not in ("banner", "portion"):
            raise BadCheckError(("given",), f"a {self.given} has no marking; write banner or portion")
        rows = _rows(vocabularies[self.vocabulary], self.dialect, self.confirmed)
        chosen, find = choice_of_nodes(self.given, None), _FINDERS[self.fault]

        def run(document: Document) -> Iterable[Hit]:
            nodes = chosen(document)
            if not nodes:
                return NO_HITS
            return [hit for node in nodes for hit in _hits(node, rows, find, document.date)]

        return run

    def adds(self) -> frozenset[str]:
        """What it adds to the message."""
        return frozenset({"control", "what"})

    def stands_at_given(self) -> bool:
        """Whether every hit is at a given node."""
        return True


def _rows(table: Iterable[Term], dialect: str, confirmed: bool) -> Rows:
    """The rows that hold in a dialect, by the control they speak of."""
    rows: dict[str, list[Term]] = {}
    for row in table:
        if row.confirmed == confirmed and (not row.dialects or dialect in row.dialects):
            rows.setdefault(row.group or row.term, []).append(row)
    return {control: tuple(found) for control, found in rows.items()}


def _hits(node: Node, rows: Rows, find: Finder, day: date | None) -> Iterator[Hit]:
    marking = getattr(node, "marking", None)
    if not isinstance(marking, Marking):
        return
    names = names_of(marking)
    held = frozenset(names)
    said: set[tuple[str, str]] = set()
    for name in names:
        found = [what for row in rows.get(name, ()) if _holds(row, day) for what in find(row, marking, held)]
        found = [what for what in found if (what, name) not in said]  # who excludes each other is said once
        if found:
            said.update((name, what) for what in found)
            yield Hit(node, {"control": name, "what": tuple(dict.fromkeys(found))})


def _holds(row: Term, day: date | None) -> bool:
    """Whether a row speaks of documents of that day; without a day only rows that hold for ever do."""
    return row.covers(day) if day is not None else row.starts is None and row.ends is None


def _level(row: Term, marking: Marking, _: frozenset[str]) -> Found:
    """The levels that are allowed, where the marking's own is none of them."""
    if not row.levels or marking.level is None or marking.level in row.levels:
        return ()
    return tuple(level.title for level in row.levels)


def _requires(row: Term, _: Marking, names: frozenset[str]) -> Found:
    """The companions that are missing; of `requires_any` one is enough."""
    missing = tuple(name for name in row.requires if name not in names)
    if row.requires_any and names.isdisjoint(row.requires_any):
        missing += (" or ".join(row.requires_any),)
    return missing


def _excludes(row: Term, _: Marking, names: frozenset[str]) -> Found:
    """The controls that may not stand beside it."""
    return tuple(name for name in row.excludes if name in names)


_FINDERS: Final[dict[str, Finder]] = {"level": _level, "requires": _requires, "excludes": _excludes}
