"""Which nodes of a document a check looks at, and where its hits stand."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, cast

from validator.checks.conditions import compile_condition
from validator.checks.fields import Subject
from validator.checks.hit import At, Hit
from validator.model.document import NO_NODES, Document
from validator.model.nodes import Node

Choice: TypeAlias = Callable[[Document], Sequence[Subject]]


def choice(given: str, where: Mapping[str, object] | None, at: At = ("where",)) -> Choice:
    """The given nodes that satisfy the condition, as a function of the document."""
    every = _of_kind(given)
    if where is None:
        return every
    condition = compile_condition(where, given, at)
    of_document, of_node, of_both = condition.of_document, condition.of_node, condition.of_both

    def chosen(document: Document) -> Sequence[Subject]:
        subjects = every(document)
        if not subjects or (of_document is not None and not of_document(document)):
            return NO_NODES
        if of_node is not None:
            # filter() runs a plain field test without a Python call for each node.
            subjects = [*filter(of_node, subjects)]
        if of_both is not None:
            subjects = [subject for subject in subjects if of_both(document, subject)]
        return subjects

    return chosen


def choice_of_nodes(given: str, where: Mapping[str, object] | None) -> Callable[[Document], Sequence[Node]]:
    """As choice(), for a check that has seen to it that `given` is not the document."""
    return cast(Callable[[Document], Sequence[Node]], choice(given, where))


def hit(subject: Subject, data: dict[str, object], *related: tuple[Node, str]) -> Hit:
    """A hit at a node, or at the document as a whole."""
    return Hit(None if isinstance(subject, Document) else subject, data, related)


def _of_kind(given: str) -> Choice:
    if given == "document":
        return lambda document: (document,)
    return lambda document: document.nodes.get(given, NO_NODES)
