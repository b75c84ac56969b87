"""Check `agreement`: pairs of fields say the same; or one condition brings the other."""

from collections.abc import Iterable

import msgspec

from validator.checks.conditions import compile_condition, every, none
from validator.checks.fields import Field, field
from validator.checks.hit import BadCheckError, Check, Hit
from validator.checks.ordering import alike
from validator.checks.selecting import choice, choice_by, each, hit
from validator.model.document import Document
from validator.vocabulary.terms import Vocabularies


class Agreement(msgspec.Struct, frozen=True, tag="agreement", tag_field="kind"):
    """A hit for each given node whose pairs differ (null agrees), or where `if` holds and `then` does not."""

    given: str
    where: dict[str, object] | None = None
    fields: tuple[tuple[str, str], ...] = ()
    condition: dict[str, object] | None = msgspec.field(default=None, name="if")
    consequence: dict[str, object] | None = msgspec.field(default=None, name="then")

    def compile(self, vocabularies: Vocabularies) -> Check:
        """The check; BadCheckError where it makes no sense."""
        if self.fields and self.condition is None and self.consequence is None:
            return self._of_pairs()
        if self.fields or self.condition is None or self.consequence is None:
            raise BadCheckError((), "give 'fields', or 'if' and 'then' together")
        return self._of_conditions(self.condition, self.consequence)

    def adds(self) -> frozenset[str]:
        """What it adds to the message."""
        return frozenset({"differing", "left", "right"}) if self.fields else frozenset()

    def stands_at_given(self) -> bool:
        """Whether every hit is at a given node."""
        return True

    def _of_pairs(self) -> Check:
        pairs = [
            (left.path, left.reader(), right.reader())
            for left, right in (self._pair(number, *paths) for number, paths in enumerate(self.fields))
        ]
        chosen = choice(self.given, self.where)

        def run(document: Document) -> Iterable[Hit]:
            hits = []
            for subject in chosen(document):
                differing = [
                    (path, found, other)
                    for path, left, right in pairs
                    if (found := left(document, subject)) is not None
                    and (other := right(document, subject)) is not None
                    and found != other
                ]
                if differing:
                    _, found, other = differing[0]
                    names = tuple(path for path, _, _ in differing)
                    hits.append(hit(subject, {"differing": names, "left": found, "right": other}))
            return hits

        return run

    def _pair(self, number: int, left: str, right: str) -> tuple[Field, Field]:
        at = ("fields", number)
        return alike(field(left, self.given, (*at, 0)), field(right, self.given, (*at, 1)), at)

    def _of_conditions(self, condition: dict[str, object], consequence: dict[str, object]) -> Check:
        parts = [
            compile_condition(self.where or {}, self.given, ("where",)),
            compile_condition(condition, self.given, ("if",)),
            none([compile_condition(consequence, self.given, ("then",))]),
        ]
        return each(choice_by(every(parts), self.given))
