"""The notices that stand beside markings, such as the admonishment of Restricted Data, known by their key words."""

import re
from collections.abc import Sequence
from typing import Final

from validator.model.nodes import Notice
from validator.parsers.telegram.draft import Draft
from validator.vocabulary.terms import Term, Vocabulary

_BETWEEN: Final = r"[\s*|>]{1,12}"  # a notice is often set in a box


class MarkingNotices:
    """Finds them with one vocabulary; built once for all documents."""

    __slots__ = ("_forms", "_table")

    def __init__(self, table: Vocabulary) -> None:
        self._table = table
        self._forms = [
            (term.term, phrase.split()[0], _form(phrase)) for term in table for phrase in term.aliases
        ]

    def add(self, draft: Draft, small: str) -> None:
        """Adds each notice that stands in the text, once; `small` is the text in small letters."""
        seen: set[str] = set()
        for name, word, form in self._forms:
            found = form.search(small) if name not in seen and word in small else None
            if found is not None:
                seen.add(name)
                draft.add(Notice(start=found.start(), end=found.end(), name=name))

    def due(self, controls: Sequence[str], standing: Sequence[str], *, confirmed: bool) -> tuple[str, ...]:
        """The markings of a banner whose notice does not stand in the document."""
        missing = (term for term in self._table if term.confirmed is confirmed and term.term not in standing)
        return tuple(name for term in missing for name in _calling(term, controls))


def _calling(term: Term, controls: Sequence[str]) -> list[str]:
    if any(name in controls for name in term.excludes):
        return []
    return [name for name in term.controls if name in controls]


def _form(phrase: str) -> "re.Pattern[str]":
    return re.compile(r"(?<!\w)" + _BETWEEN.join(map(re.escape, phrase.split())))
