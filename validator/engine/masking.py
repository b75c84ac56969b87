"""Which words of a document may be shown: markings and structure; every other word becomes three dots.

Every masked word becomes the same three dots, so that not even its length is told.
"""

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Final, TypeAlias

import msgspec
import regex

from validator.vocabulary.terms import Vocabularies, Vocabulary, key

DOTS: Final = "•••"
LONGEST_PHRASE: Final = 40  # letters of a caption or post of several words, and
MOST_WORDS: Final = 4  # its words: TEL AVIV, INFORM ALL STATE EMPLOYEES

Stretch: TypeAlias = tuple[int, int]

# Shown in any case: words of markings, which are no secret wherever they stand.
OPEN_VOCABULARIES: Final = (
    "declassification-instructions",
    "levels",
    "portion-marks",
    "precedences",
    "security-prosigns",
    "structural-words",
)

_LETTER = r"[\p{L}\p{M}\p{So}]"
_WORDS = regex.compile(
    rf"""
      (?<!{_LETTER})\p{{L}} (?:[ .\-]{{1,2}}\p{{L}}(?!{_LETTER})){{3,}}   # letters set apart: S E C R E T
    | {_LETTER}+ (?:['’]{_LETTER}+)*                                      # a word, or O'HARA
    """,
    regex.VERBOSE | regex.VERSION0,
)
_BETWEEN: Final = frozenset(" .-")
_NOT_LETTER = regex.compile(r"[ .\-]")
_PUNCTUATION: Final = ".,;:)]/"
_RUN = regex.compile(rf"{_LETTER}+")
_UNPRINTABLE = regex.compile(r"[\p{C}\p{Zl}\p{Zp}]")


class Lexicon(msgspec.Struct, frozen=True, eq=False, dict=True):
    """The words and terms that a masked text may show, all in upper case."""

    terms: frozenset[str]  # whole terms of every vocabulary
    words: frozenset[str]  # words of the open vocabularies
    captions: frozenset[str]
    posts: frozenset[str]
    tags: frozenset[str]

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words with which a caption or post of several words begins."""
        return frozenset(term.split()[0] for term in self.captions | self.posts if " " in term)


@cache
def lexicon_of(vocabularies: Vocabularies) -> Lexicon:
    """The lexicon of the shipped vocabularies."""
    spelt = {name: frozenset(_spellings(vocabularies[name])) for name in vocabularies}
    none: frozenset[str] = frozenset()
    words = {
        run.group()
        for name in OPEN_VOCABULARIES
        for term in spelt.get(name, none)
        for run in _RUN.finditer(term)
    }
    return Lexicon(
        terms=frozenset().union(*spelt.values()),
        words=frozenset(words),
        captions=spelt.get("captions", none),
        posts=spelt.get("posts", none),
        tags=spelt.get("tags", none),
    )


def _spellings(vocabulary: Vocabulary) -> Iterator[str]:
    for term in vocabulary:
        yield key(term.term)
        yield from map(key, term.aliases)


def printable(text: str) -> str:
    """The text without control and format characters, which could drive a terminal or turn the line round."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))


def masked_value(text: str, lexicon: Lexicon) -> str:
    """One value taken from a document: shown whole when it is a known term, else masked word by word."""
    if text in lexicon.terms:
        return text
    line = printable(text)
    return dotted(line, masked_spans(line, lexicon))


def dotted(line: str, spans: list[Stretch]) -> str:
    """The line with dots in place of each span."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += (line[at:start], DOTS)
        at = end
    return "".join((*pieces, line[at:]))


def masked_spans(line: str, lexicon: Lexicon) -> list[Stretch]:
    """The words of a printable line that must not be shown, from start to end."""
    open_words, first_words = lexicon.words, lexicon.first_words
    spans: list[Stretch] = []
    shown_until = 0
    for match in _WORDS.finditer(line):
        start, end = match.span()
        if start < shown_until:
            continue
        word = line[start:end]
        upper = word.upper()
        if word == upper and upper in first_words:  # written in capitals, as on its own line
            shown_until = _phrase_end(line, start, lexicon)
        if not (start < shown_until or upper in open_words or _is_shown_alone(line, start, end, lexicon)):
            spans.append((start, end))
    return spans


def _is_shown_alone(line: str, start: int, end: int, lexicon: Lexicon) -> bool:
    word = line[start:end]
    if end - start == 1:  # a portion mark, a reference letter, a category of reason
        return word.isascii()
    if word[1] in _BETWEEN:
        return _NOT_LETTER.sub("", word).upper() in lexicon.words
    return word.isupper() and _is_structure(line, start, end, lexicon)


def _phrase_end(line: str, start: int, lexicon: Lexicon) -> int:
    """Where a caption or post of several words ends that begins here; 0: there is none."""
    words = line[start : start + LONGEST_PHRASE].split(" ")
    for count in range(min(MOST_WORDS, len(words)), 1, -1):
        end = start + len(" ".join(words[:count]).rstrip(_PUNCTUATION))
        if _is_structure(line, start, end, lexicon):
            return end
    return 0


def _is_structure(line: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Captions, posts and tags are also words of prose, all the more in telegrams of capitals only.

    So a post is shown before a number, as in `KABUL 0276`, and a tag on a TAGS line.
    """
    term = line[start:end]
    if term in lexicon.captions:
        return True
    if term in lexicon.posts:
        return line[end:].lstrip(" ")[:1].isdigit()
    return term in lexicon.tags and "TAGS" in line[:start].upper()
