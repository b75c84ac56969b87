"""Check `compare`: a field stands in a relation to another field or to a fixed value."""

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from validator.checks.fields import Field, Reader, field
from validator.checks.hit import BadCheckError, Check, Hit
from validator.checks.ordering import alike, operator_for
from validator.checks.selecting import choice, hit
from validator.model.document import Document
from validator.vocabulary.terms import Vocabularies

_PATH: Final = re.compile(r"[a-z][a-z0-9_.]*")


class Compare(msgspec.Struct, frozen=True, tag="compare", tag_field="kind"):
    """Each given node for which `left op right` does not hold is a hit; a null on either side is none."""

    given: str
    left: str
    op: str
    right: str
    where: dict[str, object] | None = None

    def compile(self, vocabularies: Vocabularies) -> Check:
        """The check; BadCheckError where it makes no sense."""
        left, read_right = self._sides()
        holds, chosen = operator_for(self.op, left, ("op",)), choice(self.given, self.where)
        read_left = left.reader()

        def run(document: Document) -> Iterable[Hit]:
            hits = []
            for subject in chosen(document):
                found = read_left(document, subject)
                if found is None or (other := read_right(document, subject)) is None:
                    continue
                if not holds(found, other):
                    hits.append(hit(subject, {"left": found, "right": other}))
            return hits

        return run

    def adds(self) -> frozenset[str]:
        """What it adds to the message."""
        return frozenset({"left", "right"})

    def stands_at_given(self) -> bool:
        """Whether every hit is at a given node."""
        return True

    def _sides(self) -> tuple[Field, Reader]:
        left = field(self.left, self.given, ("left",))
        # A word in lower case is always a path, so that a misspelt one is not taken for a text.
        if _PATH.fullmatch(self.right):
            left, right = alike(left, field(self.right, self.given, ("right",)), ("right",))
            return left, right.reader()
        left = left.by_day()
        try:
            fixed = left.value_of(self.right)
        except ValueError as error:
            raise BadCheckError(("right",), str(error)) from error
        return left, lambda document, subject: fixed
