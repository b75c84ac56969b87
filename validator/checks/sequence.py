"""Check `sequence`: numbers follow each other, or the parts of a document stand in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal, TypeAlias

import msgspec

from validator.checks.fields import own_field
from validator.checks.hit import NO_HITS, BadCheckError, Check, Hit
from validator.checks.selecting import choice_of_nodes
from validator.model.document import Document
from validator.model.nodes import Node
from validator.vocabulary.terms import Vocabularies

Numbered: TypeAlias = Sequence[tuple[int, Node]]
Search: TypeAlias = Callable[[Numbered, int | None], Iterator[Hit]]


class Sequenced(msgspec.Struct, frozen=True, tag="sequence", tag_field="kind"):
    """With `field`: one fault of its numbers. With `kinds`: the first node of each stands in that order."""

    given: str
    where: dict[str, object] | None = None
    field: str | None = None
    fault: Literal["gap", "repeated", "out-of-order"] | None = None
    first: int | None = 1
    first_needs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def compile(self, vocabularies: Vocabularies) -> Check:
        """The check; BadCheckError where it makes no sense."""
        if self.kinds:
            return self._of_kinds()
        assert self.field is not None and self.fault is not None, "the schema asks for both without kinds"
        return self._of_numbers(self.field, _SEARCHES[self.fault])

    def adds(self) -> frozenset[str]:
        """What it adds to the message."""
        if self.kinds:
            return frozenset({"found", "after"})
        return frozenset({"expected", "previous"} | ({"missing"} if self.fault == "gap" else set()))

    def stands_at_given(self) -> bool:
        """Whether every hit is at a given node."""
        return not self.kinds

    def _of_numbers(self, name: str, search: Search) -> Check:
        numbers = own_field(name, self.given, ("field",))
        if numbers.sort != "number" or self.given == "document":
            raise BadCheckError(
                ("field",), f"'{name}' is a {numbers.sort} of the {self.given}; a number is needed"
            )
        chosen, get, begins = choice_of_nodes(self.given, self.where), numbers.get, self.first
        needs = frozenset(self.first_needs)

        def run(document: Document) -> Iterable[Hit]:
            nodes = chosen(document)
            first = begins if needs <= document.has else None
            numbers = [*map(get, nodes)]
            if not numbers or _is_run(numbers, numbers[0] if first is None else first):
                return NO_HITS
            pairs = zip(numbers, nodes, strict=True)
            return search([(number, node) for number, node in pairs if number is not None], first)

        return run

    def _of_kinds(self) -> Check:
        for other in ("field", "fault", "where"):
            if getattr(self, other) is not None:
                raise BadCheckError((other,), f"'{other}' says nothing beside 'kinds'; remove one of them")
        if self.given != "document":
            raise BadCheckError(("given",), "with 'kinds', given is 'document'")
        kinds = self.kinds

        def run(document: Document) -> Iterable[Hit]:
            nodes_of = document.nodes
            firsts = [(kind, nodes[0]) for kind in kinds if (nodes := nodes_of.get(kind))]
            starts = [node.start for _, node in firsts]
            if starts == sorted(starts):
                return NO_HITS
            return [found for place in range(1, len(firsts)) for found in _too_early(firsts, place)]

        return run


def _too_early(firsts: list[tuple[str, Node]], place: int) -> Iterator[Hit]:
    """A hit when the node stands before one whose kind is listed earlier."""
    kind, node = firsts[place]
    for earlier, other in firsts[:place]:
        if node.start < other.start:
            data: dict[str, object] = {"found": _words(kind), "after": _words(earlier)}
            yield Hit(node, data, ((other, f"the {_words(earlier)}"),))
            return


def _words(kind: str) -> str:
    return kind.replace("_", " ")


def _is_run(numbers: list[int | None], first: int | None) -> bool:
    """Whether they count up by one from the first: nearly always so, and then there is no fault at all."""
    return first is not None and numbers == [*range(first, first + len(numbers))]


def _gaps(numbered: Numbered, first: int | None) -> Iterator[Hit]:
    """Numbers that stand nowhere, at the first node above them."""
    written = sorted({number for number, _ in numbered})
    highest = (min(written, default=1) if first is None else first) - 1
    previous: int | None = None
    for number, node in numbered:
        if number > highest + 1:
            missing = _missing(highest, number, written)
            if missing:
                yield Hit(node, {"missing": _runs(missing), "expected": missing[0][0], "previous": previous})
        highest = max(highest, number)
        previous = number


def _missing(low: int, high: int, written: list[int]) -> list[tuple[int, int]]:
    """First and last of each run of numbers between the two that stand nowhere."""
    between = [low, *(number for number in written if low < number < high), high]
    return [(a + 1, b - 1) for a, b in pairwise(between) if b - a > 1]


def _runs(runs: list[tuple[int, int]]) -> str:
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _repeats(numbered: Numbered, _: int | None) -> Iterator[Hit]:
    """Numbers that stood before."""
    seen: dict[int, Node] = {}
    previous: int | None = None
    for number, node in numbered:
        if number in seen:
            data: dict[str, object] = {"expected": max(seen) + 1, "previous": previous}
            yield Hit(node, data, ((seen[number], "the first of that number"),))
        seen.setdefault(number, node)
        previous = number


def _steps_back(numbered: Numbered, _: int | None) -> Iterator[Hit]:
    """Numbers below their forerunner; one that stood before is a repeat and not meant."""
    seen: set[int] = set()
    previous: int | None = None
    for number, node in numbered:
        if previous is not None and number < previous and number not in seen:
            yield Hit(node, {"expected": previous + 1, "previous": previous})
        seen.add(number)
        previous = number


_SEARCHES: Final[dict[str, Search]] = {"gap": _gaps, "repeated": _repeats, "out-of-order": _steps_back}
