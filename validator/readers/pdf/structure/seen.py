"""What the parts of a PDF's structure have in common: what the pages show, limits, and how to say a thing."""

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from validator.model.hidden import Hidden
from validator.model.nodes import Observation
from validator.readers.pdf.structure.words import absent, telling, words

_SIGNS: Final = re.compile(r"[\W_]+")


class Shown(msgspec.Struct, frozen=True):
    """What a reader of the pages sees, as words and as a row of letters; and how many objects are looked at."""

    words: frozenset[str]
    letters: str
    most: int

    @classmethod
    def of(cls, text: str, most: int) -> "Shown":
        """What the text of the pages shows."""
        return cls(words(text), _letters(text), most)

    def absent(self, text: str) -> tuple[str, ...]:
        """The words of a text that no page shows; none where its letters stand in a row, however they are set."""
        found = absent(text, self.words)
        return () if not found or _letters(text) in self.letters else found

    def telling(self, text: str) -> tuple[str, ...]:
        """Those of them that may name somebody or something."""
        return telling(text, self.words)


def _letters(text: str) -> str:
    return _SIGNS.sub("", text.casefold())


def seen(
    name: str, found: Iterable[str] = (), *, page: int | None = None, part: str | None = None, text: str = ""
) -> Observation:
    """An observation with the words found, or with the whole of a text; `value` is how many characters they have."""
    hidden = text or " ".join(found)
    value = len(hidden) if hidden else None
    kept = Hidden(hidden) if hidden else None
    return Observation(start=0, end=0, name=name, value=value, page=page, part=part, hidden=kept)
