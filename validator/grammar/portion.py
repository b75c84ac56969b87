"""Portion marks at the start of a portion: `(C)`, `(SBU/N)`, `(S//NF)`, and the ways to get them wrong."""

import re

import msgspec

from validator.model.level import Level
from validator.vocabulary.terms import Vocabulary

# What may be a mark: short, one line, no sentence. `( C)` `(C` `C)` are marks written wrong.
_CLOSED = re.compile(r"\((?P<inside>[^()\n]{1,60})\)")
_NOT_CLOSED = re.compile(r"\((?P<inside>\s?[A-Z/\-]{1,8})(?=[\s.]|$)")
_SQUARE = re.compile(r"\[(?P<inside>[A-Z/\-]{1,8})\](?![a-z(])")  # `[U]ntil` is a quotation, `[1](#)` a link
_NOT_OPENED = re.compile(r"(?P<inside>[A-Z/\-]{1,8}\s?)\)")
_ENTIRE_TEXT = re.compile(r"[\s\-,:.]*(?:ENTIRE\s+TEXT|ENTIRE\s+MESSAGE|ENTIRE\s+CABLE)\b.*$", re.IGNORECASE)
# A release list belongs to the mark: `S//REL TO USA, GBR`.
_RELEASE = re.compile(r"(?P<level>[A-Z]{1,2})\s?//?\s?REL\s?(?:TO\s)?[A-Z]{3,5}(?:,?\s?[A-Z]{3,5}){0,30}")
# A bracket of this shape at the place of a mark is meant as one, known or not.
_MARK_SHAPED = re.compile(r"[A-Z]{1,4}(?:\s?//?\s?[A-Z][A-Z ,\-/]{0,40}|-[A-Z]{1,4})?")

_SHORT = re.compile(r"[A-Z]{1,3}")

BLANK_INSIDE = "blank inside"
NOT_CLOSED = "parenthesis not closed"
NOT_OPENED = "parenthesis not opened"
SQUARE = "square brackets"
LOWER_CASE = "lower case"


class MarkText(msgspec.Struct, frozen=True, gc=False):
    """A mark as it stands: canonical form, level (None when unknown), controls, what is wrong with its form."""

    start: int
    end: int
    mark: str
    level: Level | None
    controls: tuple[str, ...]
    known: bool
    fault: str | None
    entire_text: bool = False


class PortionMarks:
    """Reads portion marks; each distinct spelling is looked up once and then remembered."""

    __slots__ = ("_seen", "_table")

    _MOST_REMEMBERED = 4096

    def __init__(self, table: Vocabulary) -> None:
        self._table = table
        self._seen: dict[str, tuple[str, Level | None, tuple[str, ...], bool, str | None, bool] | None] = {}

    def read(self, text: str, start: int, *, sure: bool = False) -> MarkText | None:
        """The mark at `start`, or None when what stands there is not meant as one.

        `sure`: behind a paragraph number, where any short bracket of capitals is meant as a mark.
        """
        opening = text[start : start + 1]
        if opening == "(":
            return self._closed(text, start, sure) or self._broken(text, start, _NOT_CLOSED, NOT_CLOSED)
        if opening == "[":
            return self._broken(text, start, _SQUARE, SQUARE)
        return self._broken(text, start, _NOT_OPENED, NOT_OPENED) if opening.isupper() else None

    def _closed(self, text: str, start: int, sure: bool) -> MarkText | None:
        match = _CLOSED.match(text, start)
        if match is None:
            return None
        inside = match["inside"]
        meaning = self._meaning(inside)
        if meaning is None and sure and _SHORT.fullmatch(inside.strip()):
            meaning = (inside.strip(), None, (), False, _fault(inside), False)
        return None if meaning is None else MarkText(start, match.end(), *meaning)

    def _broken(self, text: str, start: int, form: "re.Pattern[str]", fault: str) -> MarkText | None:
        """A mark that lacks a parenthesis; only what is a known mark otherwise, so that prose is left alone."""
        match = form.match(text, start)
        term = match and self._table.find(match["inside"].strip())
        if not match or not term:
            return None
        return MarkText(start, match.end(), term.term, term.level, term.controls, True, fault)

    def _meaning(
        self, inside: str
    ) -> tuple[str, Level | None, tuple[str, ...], bool, str | None, bool] | None:
        if inside in self._seen:
            return self._seen[inside]
        meaning = self._read_inside(inside)
        if len(self._seen) < self._MOST_REMEMBERED:
            self._seen[inside] = meaning
        return meaning

    def _read_inside(
        self, inside: str
    ) -> tuple[str, Level | None, tuple[str, ...], bool, str | None, bool] | None:
        mark = _ENTIRE_TEXT.sub("", inside)
        entire = mark != inside
        term = self._table.find("".join(mark.split())) or self._table.find(mark.strip())
        if term is not None:
            return term.term, term.level, term.controls, True, _fault(mark), entire
        written = mark.strip()
        release = _RELEASE.fullmatch(written)
        level = self._table.find(release["level"]) if release else None
        if level is not None:
            return written, level.level, ("REL",), True, _fault(mark), entire
        if not _MARK_SHAPED.fullmatch(written) or not (entire or _looks_like_levels(written, self._table)):
            return None
        return written, None, (), False, None, entire


def _fault(mark: str) -> str | None:
    if mark != mark.strip():
        return BLANK_INSIDE
    return LOWER_CASE if mark.upper() != mark else None


def _looks_like_levels(written: str, table: Vocabulary) -> bool:
    """Whether an unknown bracket was meant as a mark: it begins with a known one, or is a lone capital or two.

    `(PFP)`, `(OSCE)` or `(NFI)` at the start of a paragraph is an abbreviation of the text, not a mark.
    """
    head = re.split(r"[/\-\s]", written, maxsplit=1)[0]
    return len(written) <= 2 or (head != written and table.find(head) is not None)
