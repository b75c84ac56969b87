"""The text of a marking as tokens with places: words, blanks and separators."""

import re
from typing import Final

import msgspec

from validator.model.marking import MarkingFault

WORD: Final = 0
BLANK: Final = 1
HYPHEN: Final = 2
COMMA: Final = 3
SLASHES: Final = 4
BRACKET: Final = 5
END: Final = 6

# Possessive, so that a run of blanks is never tried again from its middle.
_TOKEN = re.compile(
    r"""(?P<word>[^\s/,;()\-‐‑–—]++)
      | (?P<before>\s*+) (?P<sign>/++|[\-‐‑–—,;]) (?P<after>\s*+)
      | (?P<blank>\s++)
      | (?P<bracket>[()])""",
    re.VERBOSE,
)
_PLAIN: Final = {";": ",", **dict.fromkeys("‐‑–—", "-")}
_KINDS: Final = {"-": HYPHEN, ",": COMMA, "/": SLASHES}


class Token(msgspec.Struct, frozen=True, gc=False):
    """A token; `text` in capitals and blanks as one, `tidy` when a comma has no blank before and one after it."""

    kind: int
    text: str
    start: int
    end: int
    tidy: bool = True


def read_tokens(text: str, start: int, end: int) -> tuple[list[Token], list[MarkingFault]]:
    """The tokens of a stretch of text, closed by END, and the blanks that stand wrong around separators."""
    tokens: list[Token] = []
    faults: list[MarkingFault] = []
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        if kind == "word":
            tokens.append(Token(WORD, match.group().upper(), match.start(), match.end()))
        elif kind == "after":
            tokens.append(_separator(match, faults))
        elif kind == "blank":
            _judge_blank(match, faults)
            tokens.append(Token(BLANK, " ", match.start(), match.end()))
        else:
            tokens.append(Token(BRACKET, match.group(), match.start(), match.end()))
    tokens.append(Token(END, "\0", end, end))
    return tokens, faults


def _separator(match: "re.Match[str]", faults: list[MarkingFault]) -> Token:
    sign, before, after = match["sign"], match["before"], match["after"]
    plain = _PLAIN.get(sign, sign)
    if plain != sign:
        faults.append(MarkingFault("separator-wrong", *match.span("sign"), sign, plain))
    kind = _KINDS[plain[0]]
    if kind == COMMA:
        tidy = not before and (after == " " or _is_wrap(after))
        return Token(kind, plain, *match.span("sign"), tidy)
    if (before and not _is_wrap(before)) or (after and not _is_wrap(after)):
        faults.append(MarkingFault("spacing", match.start(), match.end(), match.group(), plain))
    return Token(kind, plain, *match.span("sign"))


def _judge_blank(match: "re.Match[str]", faults: list[MarkingFault]) -> None:
    blank = match.group()
    if blank != " " and not _is_wrap(blank):
        faults.append(MarkingFault("spacing", match.start(), match.end(), blank, " "))


def _is_wrap(blank: str) -> bool:
    """Whether a long marking goes on in the next line here."""
    return blank.count("\n") == 1
