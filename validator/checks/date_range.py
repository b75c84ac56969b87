"""Check `date-range`: a date lies between two bounds, both included."""

from collections.abc import Iterable

import msgspec

from validator.checks.bounds import Bound, Shift, compile_bound, day_reader, shift
from validator.checks.hit import At, BadCheckError, Check, Hit
from validator.checks.selecting import choice, hit
from validator.model.document import Document
from validator.vocabulary.terms import Vocabularies


class DateRange(msgspec.Struct, frozen=True, tag="date-range", tag_field="kind"):
    """Each given node whose date is outside is a hit; without a date or a bound there is none."""

    given: str
    value: str
    where: dict[str, object] | None = None
    not_before: str | dict[str, str] | None = None
    not_after: str | dict[str, str] | None = None
    grace: str | None = None

    def compile(self, vocabularies: Vocabularies) -> Check:
        """The check; BadCheckError where it makes no sense."""
        if self.not_before is None and self.not_after is None:
            raise BadCheckError((), "no bound; give 'not_before', 'not_after' or both")
        value = day_reader(self.value, self.given, ("value",))
        first = self._bound(self.not_before, vocabularies, ("not_before",))
        last = self._bound(self.not_after, vocabularies, ("not_after",))
        late = shift(self.grace) if self.grace else Shift(0, "d")
        early, chosen = late.reversed(), choice(self.given, self.where)

        def run(document: Document) -> Iterable[Hit]:
            hits = []
            for subject in chosen(document):
                if (day := value(document, subject)) is None:
                    continue
                earliest, latest = first(document, subject), last(document, subject)
                # Grace only widens the range: inside the bounds there is nothing to work out.
                is_early = earliest is not None and day < earliest and day < early.apply(earliest)
                if is_early or (latest is not None and day > latest and day > late.apply(latest)):
                    hits.append(hit(subject, {"value": day, "earliest": earliest, "latest": latest}))
            return hits

        return run

    def adds(self) -> frozenset[str]:
        """What it adds to the message."""
        return frozenset({"value", "earliest", "latest"})

    def stands_at_given(self) -> bool:
        """Whether every hit is at a given node."""
        return True

    def _bound(self, written: str | dict[str, str] | None, vocabularies: Vocabularies, at: At) -> Bound:
        if written is None:
            return lambda document, subject: None
        return compile_bound(written, self.given, vocabularies, at)
