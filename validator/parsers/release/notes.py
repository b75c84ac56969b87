"""Notes in brackets: `[1-1/2 lines of source text not declassified]`, `[REDACTED]`, `[(b)(6)]`."""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from validator.grammar.exemption import CodeText, ExemptionReader
from validator.vocabulary.terms import Vocabularies

_BRACKET = re.compile(r"\[[^\[\]]{1,160}\]")
_NOT_DECLASSIFIED = re.compile(r"\s{0,3}(?:not\s{0,3})?declassif?i?ed[\s.]{0,3}$", re.IGNORECASE)
_LESS = re.compile(r"less\s{1,3}th[ae]n\s{1,3}", re.IGNORECASE)
# The source prints 1½; texts have `1-1/2` or lost the mark between: `11/2`.
_AMOUNT = re.compile(r"(?P<mixed>(?P<whole>\d{0,2}?)-?(?P<top>\d)/(?P<bottom>\d))|(?P<plain>\d{1,3})-?")
_WORD = re.compile(r"[1I]?[A-Za-z]+")
_EDGE: Final = " \t\n-–—:,.;*"


class NoteText(msgspec.Struct, frozen=True, gc=False):
    """A note: its form (note, word, label, code), what it counts, its codes, and where it stands."""

    form: str
    start: int
    end: int
    amount: float | None = None
    less: bool = False
    unit: str | None = None
    codes: tuple[CodeText, ...] = ()


class NoteReader:
    """Reads notes with one set of vocabularies."""

    __slots__ = ("_codes", "_forms", "_words")

    def __init__(self, vocabularies: Vocabularies, codes: ExemptionReader) -> None:
        self._forms, self._codes = vocabularies["redaction-forms"], codes
        words = [word for term in self._forms.group("word") for word in (term.term, *term.aliases)]
        self._words = re.compile(rf"\((?:{'|'.join(words)})\)")

    def find(self, text: str) -> Iterator[NoteText]:
        """Every note of a text: in brackets, or one of the words in parentheses and capitals."""
        for match in _BRACKET.finditer(text):
            note = self._note(match[0][1:-1].strip(), match.start(), match.end())
            if note is not None:
                yield note
        if ")" in text:
            for match in self._words.finditer(text):
                yield NoteText("word", *match.span())

    def _note(self, inner: str, start: int, end: int) -> NoteText | None:
        left_out = _NOT_DECLASSIFIED.search(inner)
        if left_out is not None:
            return self._counted(inner[: left_out.start()], start, end, sure="not" in left_out[0].lower())
        words = _WORD.findall(inner)
        for word in (words[:1] + words[-1:]) if len(words) < 8 else ():
            term = self._forms.find(word)
            if term is not None and term.group == "word":
                amount = self._counted(inner, start, end, sure=True)
                return self._with_codes(amount, inner) if amount else None
        term = self._forms.find(inner)
        if term is not None and term.group == "label":
            return NoteText("label", start, end)
        codes = self._codes.line(inner)
        return NoteText("code", start, end, codes=tuple(codes)) if codes else None

    def _counted(self, inner: str, start: int, end: int, *, sure: bool) -> NoteText | None:
        less = _LESS.match(inner)
        number = _AMOUNT.match(inner, less.end() if less else 0)
        behind = number.end() if number else less.end() if less else 0
        unit = next(filter(None, map(self._unit, _WORD.findall(inner, behind))), None)
        if unit is None and not sure:
            return None
        return NoteText("note", start, end, _value(number), less is not None, unit)

    def _with_codes(self, note: NoteText, inner: str) -> NoteText:
        found = (self._codes.line(part.strip(_EDGE)) for part in re.split(r"\s[-–—]\s|[:;,]|\s(?=\()", inner))
        codes = tuple(code for part in found for code in part)
        unit = note.unit if note.amount is not None else None
        return NoteText("word", note.start, note.end, note.amount, note.less, unit, codes)

    def _unit(self, word: str) -> str | None:
        term = self._forms.find(word)
        return term.term if term is not None and term.group == "unit" else None


def _value(number: re.Match[str] | None) -> float | None:
    """The number meant; of `22/2` nobody can tell."""
    if number is None:
        return None
    if number["plain"]:
        return float(number["plain"])
    top, bottom = int(number["top"]), int(number["bottom"])
    return None if top >= bottom else int(number["whole"] or 0) + top / bottom
