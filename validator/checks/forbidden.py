"""Check `forbidden`: what is selected must not be there."""

from collections.abc import Iterable

import msgspec

from validator.checks.fields import Subject
from validator.checks.hit import NO_HITS, BadCheckError, Check, Hit
from validator.checks.selecting import choice, each, hit
from validator.vocabulary.terms import Vocabularies


class Forbidden(msgspec.Struct, frozen=True, tag="forbidden", tag_field="kind"):
    """Each given node that satisfies `where` is a hit; with `once`, all of them together are one, at the first."""

    given: str
    where: dict[str, object] | None = None
    once: bool = False

    def compile(self, vocabularies: Vocabularies) -> Check:
        """The check; BadCheckError where it makes no sense."""
        if self.given == "document" and self.where is None:
            raise BadCheckError(("given",), "every document would be a finding; add 'where'")
        chosen = choice(self.given, self.where)
        if self.once:
            return lambda document: _together([*chosen(document)])
        return each(chosen)

    def adds(self) -> frozenset[str]:
        """What it adds to the message."""
        return frozenset({"count"} if self.once else ())

    def stands_at_given(self) -> bool:
        """Whether every hit is at a given node."""
        return True


def _together(subjects: list[Subject]) -> Iterable[Hit]:
    return [hit(subjects[0], {"count": len(subjects)})] if subjects else NO_HITS
