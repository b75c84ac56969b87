"""Written forms of controls: what each stands for, and whether it is right in a banner or a portion mark."""

from collections.abc import Iterator
from datetime import date

import msgspec

from validator.grammar.marking.lexer import END, read_tokens
from validator.model.level import Level


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One control of the Register or of CUI. `name` is its canonical form, that of a banner."""

    name: str
    category: str
    rank: int = 0
    title: str = ""
    portion: str = ""
    meaning: str = ""
    level: Level | None = None
    controls: tuple[str, ...] = ()  # of a NATO level that once stood in one word with its control
    until: date | None = None

    def written(self, portion: bool) -> str:
        """The form that belongs in this place."""
        return self.portion if portion else self.name


class Form(msgspec.Struct, frozen=True, gc=False):
    """One way to write an entry, and the fault that it is in a banner and in a portion mark ("" for none)."""

    key: str
    entry: Entry
    in_banner: str = ""
    in_portion: str = ""
    meant: str | None = None  # where it is not the entry's own form
    dialects: tuple[str, ...] = ()
    until: date | None = None


class FormTable:
    """Forms by their words; `match` finds the longest at a place in the words of a marking."""

    __slots__ = ("_heads", "_longest", "forms")

    def __init__(self, forms: Iterator[Form]) -> None:
        self.forms: dict[str, Form] = {}
        for form in forms:
            self.forms.setdefault(form.key, form)
        self._heads: dict[str, tuple[int, ...]] = {}
        for key in self.forms:
            words = words_of(key)
            lengths = {*self._heads.get(words[0], ()), len(words)}
            self._heads[words[0]] = tuple(sorted(lengths, reverse=True))

    def match(self, words: list[str], at: int) -> tuple[Form, int] | None:
        """The longest form that begins at a word, with its number of words; signs and blanks count as words."""
        for length in self._heads.get(words[at], ()):
            form = self.forms.get(words[at] if length == 1 else "".join(words[at : at + length]))
            if form is not None:
                return form, length
        return None

    def get(self, key: str) -> Form | None:
        """The form of exactly these words."""
        return self.forms.get(key)


def words_of(text: str) -> list[str]:
    """The words, signs and blanks of a text as the lexer tells them apart."""
    return [token.text for token in read_tokens(text, 0, len(text))[0] if token.kind != END]


def key_of(text: str) -> str:
    """The form in which a table knows a text."""
    return "".join(words_of(text))
