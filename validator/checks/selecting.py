"""Which nodes of a document a check looks at, and where its hits stand."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, cast

from validator.checks.conditions import Condition, compile_condition
from validator.checks.fields import Subject
from validator.checks.hit import NO_HITS, At, Check, Hit
from validator.model.document import NO_NODES, Document
from validator.model.nodes import Node

Choice: TypeAlias = Callable[[Document], Sequence[Subject]]


def choice(given: str, where: Mapping[str, object] | None, at: At = ("where",)) -> Choice:
    """The given nodes that satisfy the condition, as a function of the document."""
    if where is None:
        return _every(given)
    return choice_by(compile_condition(where, given, at), given)


def choice_by(condition: Condition, given: str) -> Choice:
    """The given nodes that satisfy the compiled condition."""
    of_document, of_both, of_node = condition.of_document, condition.of_both, condition.one_by_one
    if given == "document":
        return lambda document: (document,) if condition.holds(document, document) else NO_NODES

    def chosen(document: Document) -> Sequence[Subject]:
        subjects: Sequence[Subject] = document.nodes.get(given, NO_NODES)
        if not subjects or (of_document is not None and not of_document(document)):
            return NO_NODES
        for test in of_node:
            # filter() runs a plain field test without a Python call for each node.
            subjects = [*filter(test, subjects)]
        if of_both is not None:
            subjects = [subject for subject in subjects if of_both(document, subject)]
        return subjects

    return chosen


def choice_of_nodes(given: str, where: Mapping[str, object] | None) -> Callable[[Document], Sequence[Node]]:
    """As choice(), for a check that has seen to it that `given` is not the document."""
    return cast(Callable[[Document], Sequence[Node]], choice(given, where))


def each(chosen: Choice) -> Check:
    """A hit at each of the chosen nodes, without further data."""

    def run(document: Document) -> Sequence[Hit]:
        subjects = chosen(document)
        return [hit(subject, {}) for subject in subjects] if subjects else NO_HITS

    return run


def hit(subject: Subject, data: dict[str, object], *related: tuple[Node, str]) -> Hit:
    """A hit at a node, or at the document as a whole."""
    return Hit(None if isinstance(subject, Document) else subject, data, related)


def _every(given: str) -> Choice:
    if given == "document":
        return lambda document: (document,)
    return lambda document: document.nodes.get(given, NO_NODES)
