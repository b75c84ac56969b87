"""`Classified by DAS, A/GIS, DoS on … — Class: … — Reason: … — Declassify on: …`, cut by the column it stands in."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

import msgspec

from validator.grammar.dates import read_date
from validator.grammar.reason import read_reason
from validator.layouts.lines import Lines
from validator.model.level import Level
from validator.parsers.release.columns import Piece, piece_at

_SIGN: Final = "Classified by"
_DAY: Final = r"\d{1,2}[/\-]\d{1,2}[/\-]\d{4}"
_LEVELS: Final = "|".join(level.title for level in reversed(Level))
_OPENS = re.compile(rf"Classified by\s{{0,3}}(?P<who>[^—–\n]{{0,60}}?)\s{{0,3}}\bon\s{{1,3}}(?P<day>{_DAY})")
_GOES_ON = re.compile(rf"[—–\-]?\s?(?:Class:|Reason:|Declassify\b|on:|(?:{_LEVELS})\b|1\.\d\s?\(|{_DAY})")
_CLASS = re.compile(rf"Class:\s{{0,3}}(?P<level>{_LEVELS})?")
_EXPIRES = re.compile(rf"Declassify\s{{1,3}}on:\s{{0,3}}(?P<day>{_DAY})")
_BELOW: Final = 6  # lines below the first
_ASIDE: Final = 4  # columns


class UpgradeText(msgspec.Struct, frozen=True, gc=False):
    """What an upgrade stamp says, and its pieces."""

    classifier: bool
    level: Level | None
    when: date | None
    expires: date | None
    reasons: tuple[str, ...]
    pieces: tuple[Piece, ...]


def find_upgrades(lines: Lines) -> Iterator[UpgradeText]:
    """Every upgrade stamp; a `Classified by` line without a `Class:` behind it is none."""
    for index, raw in enumerate(lines.raws):
        at = raw.find(_SIGN)
        opening = _OPENS.match(raw, at) if at >= 0 else None
        if opening is None:
            continue
        pieces = _pieces(lines, index, at)
        words = " ".join(piece.text for piece in pieces)
        if "Class:" in words:
            yield _read(words, opening, pieces)


def _pieces(lines: Lines, index: int, column: int) -> tuple[Piece, ...]:
    """The first piece and those that go on below it in its column; lines of the mail stand between them."""
    pieces = [piece_at(lines.raws[index], index, column)]
    words = pieces[0].text
    for line in range(index + 1, min(index + _BELOW, len(lines))):
        if _EXPIRES.search(words):
            break
        raw = lines.raws[line]
        found = next(
            (
                at
                for at in range(max(0, column - _ASIDE), min(len(raw), column + _ASIDE + 1))
                if _GOES_ON.match(raw, at)
            ),
            None,
        )
        if found is not None:
            pieces.append(piece_at(raw, line, found))
            words += " " + pieces[-1].text
    return tuple(pieces)


def _read(words: str, opening: re.Match[str], pieces: tuple[Piece, ...]) -> UpgradeText:
    level, expires = _CLASS.search(words), _EXPIRES.search(words)
    at = words.find("Reason:")
    reason = read_reason(words[: words.find("Declassify")], at) if at >= 0 else None
    made = read_date(opening["day"])
    ends = read_date(expires["day"]) if expires else None
    return UpgradeText(
        classifier=bool(opening["who"].strip(" ,")),
        level=Level.named(level["level"]) if level and level["level"] else None,
        when=made.day if made else None,
        expires=ends.day if ends else None,
        reasons=tuple(f"{reason.section}({letter})" for letter in reason.categories) if reason else (),
        pieces=pieces,
    )
