"""Check `pattern`: the text of a field matches, or does not match."""

from collections.abc import Iterable

import msgspec

from validator.checks.fields import own_field
from validator.checks.hit import BadCheckError, Check, Hit
from validator.checks.selecting import choice, hit
from validator.checks.single_tests import compile_test
from validator.model.document import Document
from validator.vocabulary.terms import Vocabularies


class Pattern(msgspec.Struct, frozen=True, tag="pattern", tag_field="kind"):
    """`match` must match the field from its start, `not_match` must not; a null is no hit."""

    given: str
    field: str
    where: dict[str, object] | None = None
    match: str | None = None
    not_match: str | None = None

    def compile(self, vocabularies: Vocabularies) -> Check:
        """The check; BadCheckError where it makes no sense."""
        pattern = self.match or self.not_match
        if pattern is None or (self.match and self.not_match):
            raise BadCheckError((), "give one of 'match' and 'not_match', and only one")
        tested = own_field(self.field, self.given, ("field",))
        try:
            matches = compile_test(tested, "matches", pattern)
        except ValueError as error:
            raise BadCheckError(("field",), str(error)) from error
        chosen, get, is_fault = choice(self.given, self.where), tested.get, self.not_match is not None

        def run(document: Document) -> Iterable[Hit]:
            return [
                hit(subject, {})
                for subject in chosen(document)
                if get(subject) is not None and bool(matches(subject)) is is_fault
            ]

        return run

    def adds(self) -> frozenset[str]:
        """What it adds to the message."""
        return frozenset()

    def stands_at_given(self) -> bool:
        """Whether every hit is at a given node."""
        return True
