"""The notices that stand beside markings, such as the admonishment of Restricted Data, known by their key words."""

import re
from collections.abc import Sequence
from typing import Final, TypeAlias

from validator.model.nodes import Notice
from validator.parsers.memo.facts import controls_of
from validator.parsers.telegram.draft import Draft
from validator.vocabulary.terms import Term, Vocabulary

Form: TypeAlias = "tuple[str, re.Pattern[str]]"
_BETWEEN: Final = r"[\s*|>]{1,12}"  # a notice is often set in a box


class MarkingNotices:
    """Finds them with one vocabulary; built once for all documents."""

    __slots__ = ("_forms", "_table")

    def __init__(self, table: Vocabulary) -> None:
        self._table = table
        self._forms = [(term, [*map(_form, term.aliases)]) for term in table]

    def add(self, draft: Draft, small: str) -> None:
        """Adds each notice that stands in the text, once; `small` is the text in small letters.

        Those whose words nobody has read are looked for only where the banner calls for them.
        """
        controls = controls_of(draft.nodes.get("banner", ()))
        for term, forms in self._forms:
            if term.confirmed or any(name in controls for name in term.controls):
                _add_first(draft, term.term, forms, small)

    def due(self, controls: Sequence[str], standing: Sequence[str], *, confirmed: bool) -> tuple[str, ...]:
        """The markings of a banner whose notice does not stand in the document."""
        missing = (term for term in self._table if term.confirmed is confirmed and term.term not in standing)
        return tuple(name for term in missing for name in _calling(term, controls))


def _add_first(draft: Draft, name: str, forms: Sequence[Form], small: str) -> None:
    for word, form in forms:
        found = form.search(draft.lines.text) if word in small else None
        if found is not None:
            draft.add(Notice(start=found.start(), end=found.end(), name=name))
            return


def _calling(term: Term, controls: Sequence[str]) -> list[str]:
    if any(name in controls for name in term.excludes):
        return []
    return [name for name in term.controls if name in controls]


def _form(phrase: str) -> Form:
    """Its longest word, which must be there before the pattern is tried, and the pattern."""
    words = phrase.split()
    return max(words, key=len), re.compile(r"(?<!\w)" + _BETWEEN.join(map(re.escape, words)), re.IGNORECASE)
