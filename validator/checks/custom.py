"""Check `custom`: a function of somebody else, for what no other kind can say. Settings must name it to let it run."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

import msgspec

from validator.checks.fields import Subject
from validator.checks.hit import NO_HITS, Check, CheckFailed, Hit
from validator.checks.selecting import choice
from validator.model.document import Document
from validator.vocabulary.terms import Vocabularies

CustomCheck: TypeAlias = Callable[[Sequence[Subject], Document, Mapping[str, object]], Iterable[Hit]]
"""Takes the chosen nodes, at least one, their document and the parameters; gives a hit for each fault."""


class Custom(msgspec.Struct, frozen=True, tag="custom", tag_field="kind"):
    """`use` names an entry point of the group `redmark.checks`, `says` the placeholders that its hits fill."""

    use: str
    given: str
    where: dict[str, object] | None = None
    parameters: dict[str, object] = msgspec.field(default_factory=dict, name="with")
    says: tuple[str, ...] = ()

    def compile(self, vocabularies: Vocabularies) -> Check:
        """A check that cannot run yet; BadCheckError where the choice of nodes makes no sense."""
        choice(self.given, self.where)

        def run(document: Document) -> Iterable[Hit]:
            raise CheckFailed(f"the check '{self.use}' was not loaded")

        return run

    def bound(self, function: CustomCheck) -> Check:
        """The check that calls this function."""
        chosen = choice(self.given, self.where)

        def run(document: Document) -> Iterable[Hit]:
            subjects = chosen(document)
            return self._hits(function, subjects, document) if subjects else NO_HITS

        return run

    def adds(self) -> frozenset[str]:
        """What it adds to the message."""
        return frozenset(self.says)

    def stands_at_given(self) -> bool:
        """Whether every hit is at a given node."""
        return True

    def _hits(
        self, function: CustomCheck, subjects: Sequence[Subject], document: Document
    ) -> tuple[Hit, ...]:
        try:
            hits = tuple(function(subjects, document, self.parameters))
        except Exception as error:
            raise CheckFailed(f"the check '{self.use}' failed: {type(error).__name__}") from error
        for hit in hits:
            if not isinstance(hit, Hit) or not set(self.says) <= hit.data.keys():
                raise CheckFailed(
                    f"the check '{self.use}' gave something else than a hit that fills what it says"
                )
        return hits
