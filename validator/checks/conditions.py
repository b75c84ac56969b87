"""Conditions (`where`, `when`, `if`, `then`): a mapping from paths to tests, compiled to closures."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from typing import Final

import msgspec

from validator.checks.fields import Field, Subject, field
from validator.checks.hit import At, BadCheckError
from validator.checks.single_tests import Test, compile_test
from validator.model.document import Document


class Condition(msgspec.Struct, frozen=True):
    """What must hold of the document, of the node, and of both together; None: nothing.

    Kept apart so that the document is tested once and not for each node. `one_by_one` are the tests that
    `of_node` consists of: nodes that fail the first need not be asked the second.
    """

    of_document: Test | None = None
    of_node: Test | None = None
    of_both: Callable[[Document, Subject], bool] | None = None
    one_by_one: tuple[Test, ...] = ()

    def holds(self, document: Document, subject: Subject) -> bool:
        """Whether all of it holds."""
        return (
            (self.of_document is None or bool(self.of_document(document)))
            and (self.of_node is None or bool(self.of_node(subject)))
            and (self.of_both is None or self.of_both(document, subject))
        )


def compile_condition(mapping: Mapping[str, object], given: str, at: At) -> Condition:
    """The condition for nodes of the given kind; `at` is its place in the check."""
    parts: list[Condition] = []
    for path, content in mapping.items():
        here = (*at, path)
        if path in _GROUPS:
            parts.append(_group(path, content, given, here))
        else:
            tested = field(path, given, here).by_day()
            parts += (_single(tested, test) for test in _tests(tested, content, here))
    return every(parts)


def _single(tested: Field, test: Test) -> Condition:
    return Condition(of_document=test) if tested.of_document else _of_node(test)


def _of_node(test: Test | None) -> Condition:
    return Condition(of_node=test, one_by_one=() if test is None else (test,))


def _group(name: str, content: object, given: str, at: At) -> Condition:
    members = content if isinstance(content, list) else []
    return _GROUPS[name]([compile_condition(member, given, (*at, n)) for n, member in enumerate(members)])


def every(parts: list[Condition]) -> Condition:
    """All of the parts together."""
    if len(parts) == 1:
        return parts[0]
    mixed = [part.of_both for part in parts if part.of_both]
    of_node = tuple(test for part in parts for test in part.one_by_one)
    return Condition(
        _conjunction([part.of_document for part in parts if part.of_document]),
        _conjunction(of_node),
        (lambda document, subject: all(test(document, subject) for test in mixed)) if mixed else None,
        of_node,
    )


def _conjunction(tests: Sequence[Test]) -> Test | None:
    return reduce(_both, tests) if tests else None


def _both(first: Test, second: Test) -> Test:
    return lambda subject: first(subject) and second(subject)


def _any(parts: list[Condition]) -> Condition:
    """One test of the parts: of the document or the node alone where no part needs both."""
    if len(parts) == 1:
        return parts[0]
    of_document = [part.of_document for part in parts if part.of_document]
    of_node = [part.of_node for part in parts if part.of_node]
    if any(part.of_both for part in parts) or (of_document and of_node):
        return Condition(
            of_both=lambda document, subject: any(part.holds(document, subject) for part in parts)
        )
    return (
        Condition(of_document=_disjunction(of_document)) if of_document else _of_node(_disjunction(of_node))
    )


def none(parts: list[Condition]) -> Condition:
    """Not one of the parts."""
    anyone = _any(parts)
    of_document, of_node = anyone.of_document, anyone.of_node
    if of_document and not of_node and not anyone.of_both:
        return Condition(of_document=lambda subject: not of_document(subject))
    if of_node and not of_document and not anyone.of_both:
        return _of_node(lambda subject: not of_node(subject))
    return Condition(of_both=lambda document, subject: not anyone.holds(document, subject))


def _disjunction(tests: Sequence[Test]) -> Test | None:
    return reduce(_either, tests) if tests else None


def _either(first: Test, second: Test) -> Test:
    return lambda subject: first(subject) or second(subject)


_GROUPS: Final[dict[str, Callable[[list[Condition]], Condition]]] = {
    "all": every,
    "any": _any,
    "none": none,
}


def _tests(tested: Field, content: object, at: At) -> Iterator[Test]:
    assert isinstance(content, dict)
    for name, wanted in content.items():
        try:
            yield compile_test(tested, name, wanted)
        except ValueError as error:
            raise BadCheckError((*at, name), str(error)) from error
