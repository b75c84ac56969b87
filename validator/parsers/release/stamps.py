"""The stamps of a release: `RELEASE IN PART` with its codes, beside or between the lines of a mail header."""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from validator.grammar.dates import read_date
from validator.grammar.exemption import CodeText, ExemptionReader
from validator.layouts.lines import Lines
from validator.model.marked_nodes import ReleaseStamp
from validator.parsers.release.columns import Piece, opens_column, piece_at, piece_below
from validator.vocabulary.terms import Vocabularies, Vocabulary

_BELOW: Final = 7  # lines below its first in which the rest of a stamp stands
_ASIDE: Final = 6  # columns: short lines are set in the middle of the long one
_REVIEW = re.compile(r"EO Systematic Review\s{0,3}(?P<day>\d{1,2} [A-Z][A-Za-z]{2} \d{4})?", re.IGNORECASE)


class StampText(msgspec.Struct, frozen=True, gc=False):
    """A stamp: full, part, denied; its codes with the piece each stands in; all its pieces."""

    release: str
    codes: tuple[tuple[Piece, CodeText], ...]
    pieces: tuple[Piece, ...]


class StampReader:
    """Reads stamps with one set of vocabularies."""

    __slots__ = ("_codes", "_last", "_opening", "_stamps")

    def __init__(self, vocabularies: Vocabularies, codes: ExemptionReader) -> None:
        self._stamps: Vocabulary = vocabularies["release-stamps"]
        self._codes = codes
        words = [word for term in self._stamps if term.group != "sign" for word in (term.term, *term.aliases)]
        stems = {word.rpartition(" ")[0] or word for word in words}
        self._last = {word.rpartition(" ")[2] for word in words}
        self._opening = re.compile("|".join(sorted(stems)))

    def find(self, lines: Lines) -> Iterator[StampText]:
        """Every stamp, in order; words of prose are none, as they go on in small letters."""
        for index, raw in enumerate(lines.raws):
            opening = self._opening.search(raw) if "E" in raw or "U" in raw else None
            if opening is not None and opens_column(raw, opening.start()):
                stamp = self._stamp(lines, index, opening)
                if stamp is not None:
                    yield stamp

    def _stamp(self, lines: Lines, index: int, opening: re.Match[str]) -> StampText | None:
        first = piece_at(lines.raws[index], index, opening.start())
        rest = first.text[len(opening[0]) :].strip()
        word, _, tail = rest.partition(" ")
        kind = self._kind(opening[0], word)
        if (rest and kind is None) or (tail.strip() and not self._codes.line(tail)):
            return None
        codes = [(first, code) for code in self._codes.line(tail)]
        pieces = [first]
        for piece in self._below(lines, first):
            if kind is None and piece.text in self._last:
                kind = self._kind(opening[0], piece.text)
            elif not (found := self._codes.line(piece.text)):
                continue
            else:
                codes += ((piece, code) for code in found)
            pieces.append(piece)
        return StampText(kind, tuple(codes), tuple(pieces)) if kind else None

    def _kind(self, stem: str, word: str) -> str | None:
        term = self._stamps.find(f"{stem} {word}".strip())
        return term.group if term is not None and term.group != "sign" else None

    def _below(self, lines: Lines, first: Piece) -> Iterator[Piece]:
        """The pieces below the stamp in its column; two rows without one end it."""
        missed = 0
        for line in range(first.line + 1, min(first.line + _BELOW, len(lines))):
            piece = piece_below(lines.raws[line], line, first.start, _ASIDE)
            if piece is None:
                continue
            missed = 0 if piece.text in self._last or self._codes.line(piece.text) else missed + 1
            if missed > 1:
                return
            yield piece


def review_stamps(lines: Lines) -> Iterator[ReleaseStamp]:
    """The lines that tell of a declassification in the systematic review (E.O. 13526 sec. 3.4)."""
    for index, text in enumerate(lines.texts):
        match = _REVIEW.search(text) if "eview" in text or "EVIEW" in text else None
        if match is not None:
            written = read_date(match["day"]) if match["day"] else None
            yield ReleaseStamp(
                start=lines.offset(index),
                end=lines.end(index),
                readable=False,
                authority=True,
                when=written.day if written else None,
                form="systematic-review",
            )
