"""Exemption codes at withheld places: in the margin, one below the other, or in the place of the words."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from validator.grammar.exemption import CodeText, ExemptionReader
from validator.layouts.lines import Lines
from validator.parsers.release.columns import Piece, last_piece
from validator.vocabulary.terms import Vocabularies

_LONGEST: Final = 48  # characters in a margin
_APART: Final = 2  # rows between codes of one place
_SIGNS: Final = ("B", "b", "1.", ".4", "NR", "k", "j")
_IN_TEXT = re.compile(r"\([bB]\)\s?\(\d{1,2}\)")
_BEFORE = re.compile(r"(?P<word>[^\s()\[\],;:]{1,20})[\s(\[]{0,3}$")
_OF_LAW = re.compile(
    r"\s{0,3}of\s{1,3}(?:the\s{1,3}(?:FOI|Act\b|Freedom)|this\s{1,3}(?:sub)?section|title\s\d)", re.IGNORECASE
)


class PlacedCode(msgspec.Struct, frozen=True, gc=False):
    """A code at a withheld place: the line, its offsets, and the number of its group."""

    code: CodeText
    place: str
    line: int
    start: int
    end: int
    group: int


def margin_pieces(
    lines: Lines, reader: ExemptionReader, taken: Iterable[Piece]
) -> Iterator[tuple[Piece, list[CodeText]]]:
    """The pieces at the right of lines, or lines of their own, that are nothing but codes."""
    held = {(piece.line, piece.start) for piece in taken}
    for index, raw in enumerate(lines.raws):
        piece = last_piece(raw, index) if any(sign in raw for sign in _SIGNS) else None
        if piece is None or len(piece.text) > _LONGEST or (index, piece.start) in held:
            continue
        codes = reader.line(piece.text)
        if codes:
            yield piece, codes


def placed(lines: Lines, found: Iterable[tuple[Piece, list[CodeText]]], place: str) -> list[PlacedCode]:
    """The codes with their offsets; those in neighbouring rows are one group."""
    codes: list[PlacedCode] = []
    group, last = -1, -_APART - 2
    for piece, texts in found:
        if piece.line - last > _APART + 1:
            group += 1
        last = piece.line
        start = lines.starts[piece.line] + piece.start
        codes += [
            PlacedCode(text, place, piece.line, start + text.start, start + text.end, group) for text in texts
        ]
    return codes


def codes_in_text(text: str, reader: ExemptionReader, vocabularies: Vocabularies) -> Iterator[CodeText]:
    """Codes in the place of words; where a sentence speaks of the exemption, nothing is withheld."""
    if "(b" not in text and "(B" not in text:
        return
    terms = vocabularies["exemptions"]
    for match in _IN_TEXT.finditer(text):
        before = _BEFORE.search(text[max(0, match.start() - 24) : match.start()])
        term = terms.find(before["word"]) if before else None
        glued = text[match.start() - 1 : match.start()].isalnum() or text.startswith(")", match.start() - 1)
        cited = term is not None and term.group == "citing"
        code = None if cited or glued else reader.at(text, match.start())
        if code is not None and not _OF_LAW.match(text, code.end):
            yield code
