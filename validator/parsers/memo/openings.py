"""The places where a portion may begin: numbers, items, bullets, captions, labels, table cells, bare lines."""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from validator.layouts.lines import Lines, indent

_BEFORE_MARK: Final = r"\s{0,8}(?=\()"
_NUMBER = re.compile(r"¶?\s?(?P<number>\d{1,3})(?:\s?(?P<stop>[.)])(?=[\s(])\s{0,8}|\s{1,4}(?=\())")
_ITEM = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3}){1,4}\.?|\([a-z0-9]{1,3}\)|[A-Za-z]{1,2}[.)]|[ivxIVX]{2,5}[.)])" + _BEFORE_MARK
)
_BULLET = re.compile(r"(?:[-–—*•▪◦·‣>+»■□●○➢✓]{1,3}|o\s|#{1,6}\s)" + _BEFORE_MARK)
_CAPTION = re.compile(
    r"(?:FIG(?:URE|\.)?|TABLE|CHART|MAP|GRAPHIC|PHOTO|EXHIBIT|BOX|SLIDE|ANNEX|APPENDIX|TAB|CHAPTER|SECTION)"
    r"\s{1,3}[\w.\-]{1,8}\s?[.:–—-]?" + _BEFORE_MARK,
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:SUBJ(?:ECT)?|TITLE|RE)\s{0,3}:\s{0,20}(?:(?:RE|FWD?)\s{0,3}:\s{0,3}){0,5}", re.IGNORECASE
)
_LABEL = re.compile(r"[A-Z][A-Za-z/ ]{1,30}:\s{1,8}(?=\()")
_CELL = re.compile(r"[|│]\s{0,20}(?=\()")
_COLUMN = re.compile(r"(?:\s{3,40}|\t)(?=\()")  # tables without rules; only where the row begins with a mark
_KINDS: Final = (
    ("subject", _SUBJECT),
    ("number", _NUMBER),
    ("item", _ITEM),
    ("bullet", _BULLET),
    ("caption", _CAPTION),
    ("label", _LABEL),
)


class Opening(msgspec.Struct, frozen=True, gc=False):
    """A place where a portion may begin: the line, the column behind what opens it, and what that is."""

    line: int
    column: int
    kind: str  # subject number item bullet caption label cell bare
    number: int | None = None
    stop: str = ""  # behind the number
    indent: int = 0


def find_openings(lines: Lines) -> Iterator[Opening]:
    """Every such place, in order."""
    for index, text in enumerate(lines.texts):
        if not text:
            continue
        yield from _of_line(lines, index, text)


def _of_line(lines: Lines, index: int, text: str) -> Iterator[Opening]:
    if text[0] not in "|│":
        yield _at_start(lines, index, text)
    if "|" in text or "│" in text:
        yield from (Opening(index, match.end(), "cell") for match in _CELL.finditer(text))
    elif text[0] == "(":
        yield from (Opening(index, match.end(), "cell") for match in _COLUMN.finditer(text))


def _at_start(lines: Lines, index: int, text: str) -> Opening:
    for kind, form in _KINDS:
        match = form.match(text)
        if match is not None:
            if kind != "number":
                return Opening(index, match.end(), kind)
            number, stop = int(match["number"]), match["stop"] or ""
            return Opening(index, match.end(), kind, number, stop, indent(lines, index))
    return Opening(index, 0, "bare")
