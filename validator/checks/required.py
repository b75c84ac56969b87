"""Check `required`: a part is there, or each part has a value in a field."""

import msgspec

from validator.checks.fields import own_field
from validator.checks.hit import NO_HITS, BadCheckError, Check, Hit
from validator.checks.selecting import choice, each
from validator.checks.single_tests import compile_test
from validator.model.document import Document
from validator.vocabulary.terms import Vocabularies


class Required(msgspec.Struct, frozen=True, tag="required", tag_field="kind"):
    """At least `min` nodes; or, with `field`, a value in that field of each node."""

    given: str
    where: dict[str, object] | None = None
    field: str | None = None
    min: int | None = None
    at: str | None = None

    def compile(self, vocabularies: Vocabularies) -> Check:
        """The check; BadCheckError where it makes no sense."""
        if self.field is not None:
            return self._filled(self.field)
        if self.given == "document":
            raise BadCheckError(("given",), "the document is always there; add 'field', or name another kind")
        return self._enough(self.min or 1)

    def adds(self) -> frozenset[str]:
        """What it adds to the message."""
        return frozenset() if self.field else frozenset({"count", "min"})

    def stands_at_given(self) -> bool:
        """Whether every hit is at a given node."""
        return self.field is not None

    def _filled(self, name: str) -> Check:
        for other in ("min", "at"):
            if getattr(self, other) is not None:
                raise BadCheckError((other,), f"'{other}' says nothing beside 'field'; remove one of them")
        chosen = choice(self.given, self.where)
        is_missing = compile_test(own_field(name, self.given, ("field",)), "present", False)
        return each(lambda document: [*filter(is_missing, chosen(document))])

    def _enough(self, least: int) -> Check:
        chosen, pointed_at = choice(self.given, self.where), self.at

        def run(document: Document) -> tuple[Hit, ...]:
            count = len(chosen(document))
            if count >= least:
                return NO_HITS
            places = document.of(pointed_at) if pointed_at else ()
            return (Hit(places[0] if places else None, {"count": count, "min": least}),)

        return run
