"""Exemption codes as releases write them: `(b)(6)`, `B6`, `b7C`, `1.4(B)`, `B3 CIA PERS/ORG`, `NR`."""

import re
from typing import Final

import msgspec

from validator.vocabulary.terms import Vocabularies

_ACT = re.compile(
    r"(?P<open>\()?(?P<part>[bdjk])\)?\s?\(?(?P<number>\d{1,2})\)?"
    r"(?:\s?\((?P<letter>[a-z])\)|(?P<bare>(?<=7)[a-f]))?(?![a-z0-9])",
    re.IGNORECASE,
)
# A scan loses the 1 at the edge of the page.
_SECTION = re.compile(r"(?:1\s?)?\.\s?(?P<digit>[3-6])(?=\s?\()|1\s?\.\s?(?P<bare>[3-6])(?!\d)")
_CATEGORY = re.compile(
    r"[\s,&]{0,3}\(\s?(?P<letter>[a-z]?)\s?\)?|\s?(?P<bare>[a-h])(?![a-z0-9])", re.IGNORECASE
)
_WHOLE = re.compile(r"[\s,&]{0,3}\([bdjk]\)\s?\(\d", re.IGNORECASE)  # no category: 1.4(d) (b)(5)
_SEPARATOR = re.compile(r"[\s,;/&|.+\-]+")
_SUFFIX = re.compile(r"\s?-\d{1,2}(?!\d)")  # the reason within an exemption, as the FBI numbers them: b6 -1
_LONGEST: Final = 120
_SEVEN: Final = "7"


class CodeText(msgspec.Struct, frozen=True, gc=False):
    """One code: canonical, its sort (foia, privacy, category, statute, unit), its style, and where it stands."""

    code: str
    sort: str
    style: str
    known: bool
    start: int
    end: int


class ExemptionReader:
    """Reads codes with one set of vocabularies."""

    __slots__ = ("_codes", "_phrases", "_reasons")

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._codes, self._reasons = vocabularies["exemptions"], vocabularies["reasons"]
        terms = (*self._codes.group("statute"), *self._codes.group("unit"))
        words = sorted((w for term in terms for w in (term.term, *term.aliases)), key=len, reverse=True)
        self._phrases = re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?![a-z0-9])", re.IGNORECASE)

    def line(self, text: str) -> list[CodeText]:
        """The codes of a text that is nothing but codes; none where anything else stands there."""
        found: list[CodeText] = []
        at = 0
        while at < len(text) <= _LONGEST:
            gap = _SEPARATOR.match(text, at)
            if gap is not None and _SECTION.match(text, at) is None:
                at = gap.end()
                continue
            codes = self._next(text, at)
            if not codes:
                return []
            found += codes
            at = codes[-1].end
        return found if any(code.known for code in found) else []

    def at(self, text: str, start: int) -> CodeText | None:
        """The code of an act that begins at a place of a text."""
        match = _ACT.match(text, start)
        return self._of_act(match) if match else None

    def _next(self, text: str, at: int) -> list[CodeText]:
        section = _SECTION.match(text, at)
        if section is not None:
            return self._categories(text, section)
        match = _ACT.match(text, at)
        if match is not None:
            return [self._of_act(match)]
        phrase = self._phrases.match(text, at)
        term = self._codes.find(phrase[0]) if phrase else None
        if phrase is None or term is None:
            return []
        return [CodeText(term.term, term.group or "", "", True, at, phrase.end())]

    def _of_act(self, match: re.Match[str]) -> CodeText:
        letter = (match["letter"] or match["bare"] or "").upper()
        code = f"({match['part'].lower()})({match['number']})"
        if match["number"] == _SEVEN and letter:
            code += f"({letter})"
        term = self._codes.find(code)
        privacy = "privacy" if match["part"].lower() != "b" else "foia"
        suffix = _SUFFIX.match(match.string, match.end())
        end = suffix.end() if suffix else match.end()
        group = (term.group if term else None) or privacy
        return CodeText(code, group, _style(match), term is not None, match.start(), end)

    def _categories(self, text: str, section: re.Match[str]) -> list[CodeText]:
        """`1.4(B)(D)` are two; of `1.4(` a scan left nothing, and it is one without its letter."""
        found: list[CodeText] = []
        at, digit = section.end(), section["digit"] or section["bare"]
        while _WHOLE.match(text, at) is None and (match := _CATEGORY.match(text, at)):
            letter = (match["letter"] or match["bare"] or "").lower()
            code = f"1.{digit}({letter})" if letter else f"1.{digit}"
            known = not letter or self._reasons.find(code) is not None
            found.append(CodeText(code, "category", "", known, section.start(), match.end()))
            at = match.end()
        if not found:
            found.append(CodeText(f"1.{digit}", "category", "", True, section.start(), at))
        return found


def _style(match: re.Match[str]) -> str:
    if match["open"]:
        return "(b)(6)"
    return "b6" if match["part"].islower() else "B6"
