"""Texts that a regular expression likes least, made from the expression itself and from texts it is meant for.

A search that goes out of hand repeats one part of the expression and fails behind it. So a sample of what the
expression matches is cut at each place, the part that begins there repeated, and a character put behind that fits
nothing; then once the sample, since an engine that misses a letter altogether does not search at all.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec
import regex

SIZE: Final = 100_000
"""Characters in each text."""

NOTHING_FITS: Final = "\x00"
_LONGEST_SAMPLE: Final = 48
_PARTS: Final = (1, 2, 3, 5)  # lengths of what is repeated
_MOST: Final = 400  # texts for each expression
_MOST_CHOICES: Final = 4
_TRIED: Final = " a1A-.,/:;()[]'\"_\n\té"
_USUAL: Final = (" ", "a", "A", "1", "- ", "A ", "1.", "\n", "SECRET ", "A1. (C) ")
_HEAD: Final = re.compile(r"\?(?:P?<\w+>|P?=|[:>|=!]|<[=!]|#[^)]*|[a-zA-Z0-9-]*:?)")
_TIMES: Final = re.compile(r"\{(?P<least>\d*)(?:,\d*)?\}")
_ESCAPE: Final = re.compile(r"\\(?:[pPN]\{[^}]*\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_SET: Final = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_NO_CHARACTER: Final = frozenset(
    "AbBGmMZzKRX"
)  # escapes that stand for a place, or for more than a character
_AHEAD: Final = ("?=", "?!", "?<=", "?<!")


class Text(msgspec.Struct, frozen=True):
    """A text of SIZE characters: what stands before, what is repeated, what stands behind."""

    before: str
    repeated: str
    behind: str

    def whole(self) -> str:
        """All of it."""
        times = (SIZE - len(self.before) - len(self.behind)) // len(self.repeated)
        return f"{self.before}{self.repeated * times}{self.behind}"


def adversaries(pattern: str, meant_for: Iterable[str] = ()) -> Iterator[Text]:
    """The texts for a pattern; `meant_for` are texts of examples that it was tried on."""
    samples = [*_samples(pattern), *(text[:_LONGEST_SAMPLE] for text in meant_for)]
    found = dict.fromkeys(Text("", part, NOTHING_FITS) for part in _USUAL)
    for sample in dict.fromkeys(samples):
        found |= dict.fromkeys(_cut(sample))
    yield from [*found][:_MOST]


def _cut(sample: str) -> Iterator[Text]:
    ends = (NOTHING_FITS, f"{NOTHING_FITS}{sample}{NOTHING_FITS}")
    for length in (*_PARTS, len(sample)):
        for start in range(len(sample) - length + 1 if sample else 0):
            yield from (Text(sample[:start], sample[start : start + length], end) for end in ends)


def _samples(pattern: str) -> Iterator[str]:
    """What the pattern matches, more or less: by its first alternatives everywhere, by its second ones, and so on."""
    for choice in range(min(_MOST_CHOICES, pattern.count("|") + 1)):
        yield _Sampler(pattern, choice).sample()


class _Sampler:
    """Reads a pattern once, from left to right."""

    def __init__(self, pattern: str, choice: int) -> None:
        self._pattern, self._choice, self._at = pattern, choice, 0

    def sample(self) -> str:
        """The text of one alternative, up to a closing parenthesis or the end."""
        alternatives = [""]
        while self._at < len(self._pattern) and self._pattern[self._at] != ")":
            if self._pattern[self._at] == "|":
                self._at += 1
                alternatives.append("")
                continue
            part = self._part()
            alternatives[-1] = (alternatives[-1] + part * self._least())[:_LONGEST_SAMPLE]
        return alternatives[min(self._choice, len(alternatives) - 1)]

    def _part(self) -> str:
        here = self._pattern[self._at]
        if here == "(":
            return self._group()
        if here == "\\":
            return self._escape()
        if here == "[":
            found = _SET.match(self._pattern, self._at)
            return self._taken(found[0]) if found else self._literal("")
        return self._literal({".": "a", "^": "", "$": ""}.get(here, here))

    def _group(self) -> str:
        self._at += 1
        head = _HEAD.match(self._pattern, self._at)
        self._at = head.end() if head else self._at
        inside = self.sample()
        self._at += 1
        # What looks ahead or back takes nothing of the text.
        return "" if head and head[0].startswith(_AHEAD) else inside

    def _escape(self) -> str:
        found = _ESCAPE.match(self._pattern, self._at)
        if found is None or found[0][1:2] in _NO_CHARACTER or found[0][1:2].isdecimal():
            self._at = found.end() if found else len(self._pattern)
            return ""
        return self._taken(found[0])

    def _taken(self, one: str) -> str:
        """A character that a set or an escape stands for; the expression itself says which fit."""
        self._at += len(one)
        try:
            fits = regex.compile(one, regex.VERSION0)
        except regex.error:
            return ""
        tried = (*_TRIED, *(character for character in one if character not in "[]^\\-"))
        return next((character for character in tried if fits.fullmatch(character)), "")

    def _literal(self, text: str) -> str:
        self._at += 1
        return text

    def _least(self) -> int:
        """How often the part must stand there at least, and once where it may be left out; past its quantifier."""
        least = 1
        times = _TIMES.match(self._pattern, self._at)
        if times:
            least, self._at = max(1, int(times["least"] or 1)), times.end()
        while self._at < len(self._pattern) and self._pattern[self._at] in "*+?":
            self._at += 1
        return min(least, _LONGEST_SAMPLE)
