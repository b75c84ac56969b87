"""Withheld places: blocks, rows of X, notes in brackets, labels, codes in the place of words."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from validator.grammar.exemption import CodeText, ExemptionReader
from validator.parsers.release.notes import NoteReader, NoteText
from validator.vocabulary.terms import Vocabularies

_CROSSES = re.compile(r"(?<![\w\-/.:$])X{4,}(?: X{2,})*(?![\w\-/])")
_AROUND: Final = 80  # characters on each side of a place that are looked at
_MARK_OPENS = re.compile(r"\s{0,40}(?:\d{1,3}[a-z]?[.)]?\s{0,4})?\((?:[A-Z][A-Z/, \-]{0,30})?")
_MARK_CLOSES = re.compile(r"(?:[A-Z/, \-]{0,30})\)")
_NUMBER_OPENS = re.compile(r"\s{0,40}\d{0,2}")
_NUMBER_CLOSES = re.compile(r"\d{0,2}[.)]\s{1,4}\S")
_NOISE = re.compile(r"[\w.]{2}")
_NEAR: Final = 3  # characters between a place and its code
_CODE_BEFORE = re.compile(r"\([bB]\)\s?\(\d{1,2}\)(?:\s?\([A-Fa-f]\))?[\s\[\]]{0,3}$")


class Place(msgspec.Struct, frozen=True, gc=False):
    """A withheld place in the text: what shows it, where within a paragraph it is, and codes beside it."""

    note: NoteText
    place: str
    codes: tuple[CodeText, ...]


class RedactionFinder:
    """Finds withheld places with one set of vocabularies."""

    __slots__ = ("_blocks", "_codes", "_labels", "_notes", "_solid")

    def __init__(self, vocabularies: Vocabularies, codes: ExemptionReader) -> None:
        forms = vocabularies["redaction-forms"]
        self._codes, self._notes = codes, NoteReader(vocabularies, codes)
        self._solid = "".join(term.term for term in forms.group("block"))
        run = rf"[{self._solid}]{{2,}}"
        # Beside other block elements it is a bar of a chart.
        self._blocks = re.compile(rf"(?<![\u2500-\u259f]){run}(?:[ \n]{{1,3}}{run})*(?![\u2500-\u259f])")
        self._labels = tuple(_label(term.term) for term in forms.group("label"))

    def find(self, text: str, coded: Iterable[CodeText]) -> list[Place]:
        """Every withheld place, in order; `coded` are the codes that stand in the text."""
        notes = [*self._shown(text)]
        notes += (NoteText("code", code.start, code.end, codes=(code,)) for code in coded)
        notes.sort(key=_start)
        return [Place(note, _place(text, note), self._beside(text, note)) for note in _apart(notes)]

    def _shown(self, text: str) -> Iterator[NoteText]:
        if "[" in text or "(RE" in text or "(DE" in text:
            yield from self._notes.find(text)
        if not text.isascii() and any(block in text for block in self._solid):
            runs = (match.span() for match in self._blocks.finditer(text))
            yield from (NoteText("block", *run) for run in runs if not _is_noise(text, *run))
        if "XXXX" in text:
            yield from (NoteText("crosses", *match.span()) for match in _CROSSES.finditer(text))
        for word, label in self._labels:
            if word in text:
                yield from (NoteText("label", *match.span()) for match in label.finditer(text))

    def _beside(self, text: str, note: NoteText) -> tuple[CodeText, ...]:
        """The codes in the note, or right behind it, or right before it."""
        if note.codes:
            return note.codes
        behind = (
            note.end
            + len(text[note.end : note.end + _NEAR])
            - len(text[note.end : note.end + _NEAR].lstrip(" [("))
        )
        for at in dict.fromkeys((behind, behind - 1)):
            found = self._codes.at(text, at) if at >= note.end else None
            if found is not None and found.known:
                return (found,)
        start = max(0, note.start - _AROUND)
        before = _CODE_BEFORE.search(text[start : note.start])
        found = self._codes.at(text, start + before.start()) if before else None
        return (found,) if found else ()


def _is_noise(text: str, start: int, end: int) -> bool:
    """Whether it is in the middle of what a scan made of a smudge: `77■■■..7`."""
    return bool(_NOISE.fullmatch(text[start - 2 : start]) and _NOISE.match(text[end : end + 2]))


def _label(words: str) -> tuple[str, re.Pattern[str]]:
    """The longest word of a label, to look for first; and the label, with the blanks that a scan makes or loses."""
    parts = words.split()
    return max(parts, key=len), re.compile(r"[\s.]{0,20}".join(map(re.escape, parts)))


def _apart(notes: list[NoteText]) -> Iterator[NoteText]:
    """The places without the codes that belong to one: in it, or right before or behind it."""
    for before, note, after in zip((None, *notes), notes, (*notes[1:], None), strict=False):
        if note.form != "code" or not (_holds(before, note) or _holds(after, note)):
            yield note


def _holds(place: NoteText | None, code: NoteText) -> bool:
    """Whether a place is of another form, or the brackets around the code, and touches it."""
    if place is None or (place.form == "code" and not place.start < code.start < place.end):
        return False
    return code.start <= place.end + _NEAR and place.start <= code.end + _NEAR


def _place(text: str, note: NoteText) -> str:
    """Whether the place is inside a portion mark, or is the number of a paragraph."""
    line = text.rfind("\n", max(0, note.start - _AROUND), note.start) + 1
    before, after = (
        text[line or max(0, note.start - _AROUND) : note.start],
        text[note.end : note.end + _AROUND],
    )
    if note.form in ("block", "crosses", "word", "code"):
        if _MARK_OPENS.fullmatch(before) and _MARK_CLOSES.match(after):
            return "portion"
        if _NUMBER_OPENS.fullmatch(before) and _NUMBER_CLOSES.match(after):
            return "number"
    return "text"


def _start(note: NoteText) -> int:
    return note.start
