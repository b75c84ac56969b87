"""Check `roll-up`: the highest value of many nodes stands in a relation to a field of the document."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from validator.checks.fields import field, own_field
from validator.checks.hit import NO_HITS, BadCheckError, Check, Hit
from validator.checks.ordering import OPERATORS, alike, has_order
from validator.checks.selecting import choice, choice_of_nodes, hit
from validator.model.document import Document
from validator.vocabulary.terms import Vocabularies


class RollUp(msgspec.Struct, frozen=True, tag="roll-up", tag_field="kind"):
    """A hit at the first given node when highest(over.field) is not `op` target. `where` narrows `over`."""

    given: str
    over: str
    field: str
    aggregate: Literal["highest"]
    op: str
    target: str
    where: dict[str, object] | None = None

    def compile(self, vocabularies: Vocabularies) -> Check:
        """The check; BadCheckError where it makes no sense."""
        if self.over == "document":
            raise BadCheckError(("over",), "there is one document only; name the kind of node to count")
        target = field(self.target, "document", ("target",))
        counted, target = alike(own_field(self.field, self.over, ("field",)), target, ("target",))
        if not has_order(counted):
            raise BadCheckError(("field",), f"'{self.field}' has no order, so that none is the highest")
        holds, get = OPERATORS[self.op], counted.get
        counted_nodes, givens = choice_of_nodes(self.over, self.where), choice(self.given, None)

        def run(document: Document) -> Iterable[Hit]:
            aim, standing = target.get(document), givens(document)
            if aim is None or not standing:
                return NO_HITS
            nodes = counted_nodes(document)
            values = [value for value in map(get, nodes) if value is not None]
            if not values or holds(highest := max(values), aim):
                return NO_HITS
            # The node that decides is the first of the highest, which a reader meets first.
            decisive = next(node for node in nodes if get(node) == highest)
            return (hit(standing[0], {"highest": highest, "target": aim}, (decisive, "the highest")),)

        return run

    def adds(self) -> frozenset[str]:
        """What it adds to the message."""
        return frozenset({"highest", "target"})

    def stands_at_given(self) -> bool:
        """Whether every hit is at a given node."""
        return True
