"""The tests of one field that a condition is made of: present, equals, at-least and the like."""

from collections.abc import Callable
from typing import Final, TypeAlias

from validator.checks.fields import Field, Subject
from validator.checks.matching import matcher
from validator.checks.ordering import ORDERS, has_order

Test: TypeAlias = Callable[[Subject], object]
"""Of the document or of a node; any true value means that it holds."""


def compile_test(tested: Field, name: str, wanted: object) -> Test:
    """One test; ValueError with the reason where the field cannot be tested so."""
    if name == "present":
        return _present(tested, wanted is True)
    if isinstance(wanted, list):
        return _among(tested, name, [_value(tested, word) for word in wanted])
    if wanted is not None and name in _OF_WORD:
        return _OF_WORD[name](tested, str(wanted))
    return _equal(tested, name, _value(tested, wanted))


def _present(tested: Field, wanted: bool) -> Test:
    get = tested.get
    if tested.sort in ("flag", "text", "words"):
        return get if wanted else lambda subject: not get(subject)
    # Level UNCLASSIFIED and the number 0 are false for Python, and still present.
    return (lambda subject: get(subject) is not None) if wanted else (lambda subject: get(subject) is None)


def _value(tested: Field, word: object) -> object:
    if tested.sort == "words":
        raise ValueError(f"'{tested.path}' is a list; write {{contains: {word}}}")
    return None if word is None else tested.value_of(str(word))


def _equal(tested: Field, name: str, value: object) -> Test:
    get = tested.get
    if name == "not":
        return lambda subject: get(subject) != value
    return lambda subject: get(subject) == value


def _among(tested: Field, name: str, values: list[object]) -> Test:
    get, among = tested.get, frozenset(values)
    if name == "not-in":
        return lambda subject: get(subject) not in among
    return lambda subject: get(subject) in among


def _order(name: str) -> Callable[[Field, str], Test]:
    holds = ORDERS[name]

    def compile_order(tested: Field, word: str) -> Test:
        if not has_order(tested):
            raise ValueError(f"'{tested.path}' has no order; only levels, numbers and days have one")
        get, value = tested.get, tested.value_of(word)
        return lambda subject: (found := get(subject)) is not None and holds(found, value)

    return compile_order


def _contains(tested: Field, word: str) -> Test:
    if tested.sort != "words":
        raise ValueError(f"'{tested.path}' is no list; write {{equals: {word}}}")
    get = tested.get
    return lambda subject: word in get(subject)


def _matches(tested: Field, pattern: str) -> Test:
    if tested.sort != "text":
        raise ValueError(f"'{tested.path}' is no text; only text can match a pattern")
    get, matches = tested.get, matcher(pattern)
    return lambda subject: (found := get(subject)) is not None and matches(found)


_OF_WORD: Final[dict[str, Callable[[Field, str], Test]]] = {
    **{name: _order(name) for name in ORDERS},
    "contains": _contains,
    "matches": _matches,
}
