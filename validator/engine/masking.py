"""Which words of a document may be shown: markings and structure; every other word becomes three dots.

Every masked word becomes the same three dots, so that not even its length is told.
"""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec

from validator.vocabulary.terms import Vocabularies, Vocabulary, key

if TYPE_CHECKING:
    import regex

DOTS: Final = "•••"
LONGEST_PHRASE: Final = 40  # letters of a caption or post of several words, and
MOST_WORDS: Final = 4  # its words: TEL AVIV, INFORM ALL STATE EMPLOYEES
LONGEST_MARKING: Final = 240  # characters behind `//` that still belong to a marking

Stretch: TypeAlias = tuple[int, int]

# Shown in capitals inside a marking: behind a level or `//`, up to the end of its bracket. Trigraphs are also names.
MARKING_VOCABULARIES: Final = (
    "countries",
    "cui-categories",
    "cui-dissemination",
    "register",
    "retired-markings",
    "tetragraphs",
)

# Shown in any case: words of markings, which are no secret wherever they stand.
OPEN_VOCABULARIES: Final = (
    "declassification-instructions",
    "levels",
    "portion-marks",
    "precedences",
    "security-prosigns",
    "structural-words",
)


def _words(letter: str, sign: str) -> str:
    """The pattern of words; a sign is a letter or what stands among letters in a word."""
    return rf"""
      (?<!{sign}){letter} (?:[ .\-]{{1,2}}{letter}(?!{sign})){{3,}}   # letters set apart: S E C R E T
    | {sign}+ (?:['’]{sign}+)*                                      # a word, or O'HARA
    """


_OPENS_MARKING: Final = re.compile(
    r"\W{0,8}(?:(?:TOP\sSECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|CUI|CONTROLLED|TS|[SCU])\s?)?/"
)
_WORDS_OF_ASCII: Final = re.compile(_words("[A-Za-z]", "[A-Za-z]"), re.VERBOSE)
_RUN_OF_ASCII: Final = re.compile("[A-Za-z]+")
_SIGN: Final = r"[\p{L}\p{M}\p{So}]"
_BETWEEN: Final = frozenset(" .-")
_NOT_LETTER: Final = re.compile(r"[ .\-]")
_PUNCTUATION: Final = ".,;:)]/"


class Lexicon(msgspec.Struct, frozen=True, eq=False, dict=True):
    """The words and terms that a masked text may show, all in upper case."""

    terms: frozenset[str]  # whole terms of every vocabulary
    words: frozenset[str]  # words of the open vocabularies
    captions: frozenset[str]
    posts: frozenset[str]
    tags: frozenset[str]
    markings: frozenset[str] = frozenset()  # words of banners and portion marks

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words with which a caption or post of several words begins."""
        return frozenset(term.split()[0] for term in self.captions | self.posts if " " in term)


@cache
def lexicon_of(vocabularies: Vocabularies) -> Lexicon:
    """The lexicon of the shipped vocabularies."""
    spelt = {name: frozenset(_spellings(vocabularies[name])) for name in vocabularies}
    spelt["countries"] = frozenset(
        term.term for term in vocabularies["countries"]
    )  # their names are also people's
    none: frozenset[str] = frozenset()
    words = {run for name in OPEN_VOCABULARIES for term in spelt.get(name, none) for run in _runs(term)}
    listed = (vocabularies[name] for name in MARKING_VOCABULARIES if name in vocabularies)
    markings = {run for vocabulary in listed for form in _forms(vocabulary) for run in _runs(form)}
    return Lexicon(
        terms=frozenset().union(*spelt.values()),
        words=frozenset(words),
        captions=spelt.get("captions", none),
        posts=spelt.get("posts", none),
        tags=spelt.get("tags", none),
        markings=frozenset({*markings, "SP"}),
    )


def _runs(term: str) -> list[str]:
    """The words of a term, signs between them left out."""
    pattern = _RUN_OF_ASCII if term.isascii() else _run_of_any_script()
    return pattern.findall(term)


def _spellings(vocabulary: Vocabulary) -> Iterator[str]:
    for term in vocabulary:
        yield key(term.term)
        yield from map(key, term.aliases)


def _forms(vocabulary: Vocabulary) -> Iterator[str]:
    """Every form of a marking, long and short; the titles of countries and categories are no forms."""
    yield from _spellings(vocabulary)
    for term in vocabulary:
        yield from (term.portion or "", term.title or "") if vocabulary.id == "register" else ()


def printable(text: str) -> str:
    """The text without control and format characters, which could drive a terminal or turn the line round."""
    text = text.replace("\t", " ")
    return text if text.isprintable() else _unprintable().sub("\N{REPLACEMENT CHARACTER}", text)


def masked_value(text: str, lexicon: Lexicon) -> str:
    """One value taken from a document: shown whole when it is a known term, else masked word by word."""
    if text in lexicon.terms or _is_list_of_marks(text, lexicon):
        return text
    line = printable(text)
    return dotted(line, masked_spans(line, lexicon))


def _is_list_of_marks(text: str, lexicon: Lexicon) -> bool:
    """`GBR, USA` or `SP-CTI`, taken out of a marking; one word alone may be a name."""
    runs = _RUN_OF_ASCII.findall(text) if text.isascii() and text.isprintable() and text.isupper() else []
    return len(runs) > 1 and not {",", "/", "-"}.isdisjoint(text) and lexicon.markings.issuperset(runs)


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
    words = _WORDS_OF_ASCII if line.isascii() else _words_of_any_script()
    for match in words.finditer(line):
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
    if not word.isupper():
        return False
    return _is_in_marking(line, start, word, lexicon) or _is_structure(line, start, end, lexicon)


def _is_in_marking(line: str, start: int, word: str, lexicon: Lexicon) -> bool:
    if word not in lexicon.markings:
        return False
    opening = line.rfind("(", max(0, start - LONGEST_MARKING), start) + 1
    return _OPENS_MARKING.match(line, opening, start) is not None and line.find(")", opening, start) < 0


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


# Most telegrams are ASCII, and `regex`, which alone knows letters of every script, is a tenth of the start-up.


@cache
def _words_of_any_script() -> "regex.Pattern[str]":
    import regex

    return regex.compile(_words(r"\p{L}", _SIGN), regex.VERBOSE | regex.VERSION0)


@cache
def _run_of_any_script() -> "regex.Pattern[str]":
    import regex

    return regex.compile(rf"{_SIGN}+")


@cache
def _unprintable() -> "regex.Pattern[str]":
    import regex

    return regex.compile(r"[\p{C}\p{Zl}\p{Zp}]")
