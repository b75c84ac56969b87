"""The line that opens the text of a telegram, and the line that continues it on the next section or page."""

import re

import msgspec

from validator.model.level import Level
from validator.vocabulary.terms import Vocabularies

_MOST_BLANKS = 4  # between two letters of a spaced word
_LONGEST = 200
_LEAST_GARBLED = 3  # words: what is left of the level, post, number
_PADDED = 6  # digits of the number in a classification line (5 FAH-2 H-320)

# The last section may call itself `FINAL SECTION OF 03`; in the seventies some posts wrote `SECTION ONE OF TWO`.
_NUMERALS = ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE")
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(_NUMERALS)})(?!\w)"
_SECTION = re.compile(
    rf"\b(?:SECT(?:ION)?\s{{1,40}}(?P<section>{_COUNT})|FINAL\s{{1,40}}SECTION)\s{{1,40}}OF\s{{1,40}}(?P<total>{_COUNT})"
)
_POST = re.compile(r"(?P<post>[A-Z][A-Z .'\-/]{1,38}?)\s{1,40}(?P<number>\d{3,8})(?!\d)")
_DISSEMINATION = re.compile(r"\A\s?//[A-Z/,\-]{1,40}")  # `S E C R E T//NOFORN POST 000123`
_CONTINUATION = re.compile(
    r"(?P<post>[A-Z][A-Z .'\-/]{1,38}?)\s{1,40}(?P<number>\d{4,8})\s{1,40}"
    r"(?P<section>\d{2,3})(?:\.(?P<page>\d{1,2}))?\s{1,40}OF\s{1,40}(?P<total>\d{2,3})"
)


class Opening(msgspec.Struct, frozen=True, gc=False):
    """A level as it stands at the start of a line: how it is spelt and where it ends."""

    level: Level
    control: str | None
    spaced: bool
    end: int


class LineText(msgspec.Struct, frozen=True, gc=False):
    """A classification line. `post` and `number` are None where the line stops before them."""

    level: Level
    control: str | None
    spaced: bool
    section: int | None
    total: int | None
    post: str | None
    number: int | None
    number_written: str | None


class ContinuationText(msgspec.Struct, frozen=True, gc=False):
    """`ASTANA 00000668  001.2 OF 003`"""

    post: str
    number: int
    section: int
    page: int | None
    total: int


class ClassificationLines:
    """Reads classification lines with the spellings of the vocabularies `levels` and `posts`."""

    __slots__ = ("_form", "_posts", "_spellings")

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._posts = vocabularies["posts"]
        self._spellings = _spellings(vocabularies)
        self._form = re.compile("|".join(f"({_spaced(spelling.letters)})" for spelling in self._spellings))

    @property
    def starts(self) -> tuple[str, ...]:
        """The pairs of characters that a classification line can begin with."""
        spelt = [spelling.letters for spelling in self._spellings]
        return tuple({letters[:2] for letters in spelt} | {f"{letters[0]} " for letters in spelt})

    def read(self, text: str) -> LineText | None:
        """The classification line that `text` is, or None: prose, however it begins, is none."""
        if len(text) > _LONGEST:
            return None
        opening = self.opening(text)
        return self._after(text, opening) if opening else None

    def opening(self, text: str) -> Opening | None:
        """The level spelt at the start of `text`, letters set apart or not."""
        match = self._form.match(text)
        if match is None or match.lastindex is None:
            return None
        spelling, end = self._spellings[match.lastindex - 1], match.end()
        return Opening(spelling.level, spelling.control, len(match.group().split()) > spelling.words, end)

    def _after(self, text: str, opening: Opening) -> LineText | None:
        rest = text[opening.end :]
        control = opening.control
        more = self.opening(rest.lstrip(" /"))  # `UNCLAS E F T O`, `UNCLAS SENSITIVE`
        if more is not None and more.control is not None:
            control, rest = more.control, rest.lstrip(" /")[more.end :]
        rest = _DISSEMINATION.sub("", rest, count=1)
        section = _SECTION.search(rest)
        if section is not None:
            rest = rest[: section.start()] + " " + rest[section.end() :]
        post, number, understood = self._post(rest.strip(" /:-"), opening.spaced)
        if not understood:
            return None
        return LineText(
            level=opening.level,
            control=control,
            spaced=opening.spaced,
            section=_count(section["section"] or section["total"]) if section else None,
            total=_count(section["total"]) if section else None,
            post=post,
            number=int(number) if number else None,
            number_written=number,
        )

    def _post(self, rest: str, spaced: bool) -> tuple[str | None, str | None, bool]:
        """Post, number as written, and whether the rest of the line can be that of a classification line."""
        if not rest:
            return None, None, True
        match = _POST.match(rest)
        if match is None:
            known = self._posts.find(rest)
            return (known.term if known else None), None, known is not None
        known = self._posts.find(match["post"])
        trailing = rest[match.end() :]
        plausible = known is not None or spaced or _is_plausible(match["post"], match["number"])
        if not plausible or trailing != trailing.upper():
            return None, None, False
        return (known.term if known else " ".join(match["post"].split())), match["number"], True

    def continued(self, line: LineText, text: str) -> LineText | None:
        """The line with the post and number that stand by themselves on a later line, `text`; None when none do."""
        if len(text) > _LONGEST or not text[-1:].isdecimal():
            return None
        section = _SECTION.match(text)
        rest = text[section.end() :].strip() if section else text
        match = _POST.fullmatch(rest)
        known = self._posts.find(match["post"]) if match else None
        if match is None or not (known or match["number"][0] == "0"):
            return None
        return msgspec.structs.replace(
            line,
            section=_count(section["section"] or section["total"]) if section else line.section,
            total=_count(section["total"]) if section else line.total,
            post=known.term if known else " ".join(match["post"].split()),
            number=int(match["number"]),
            number_written=match["number"],
        )

    def garbled(self, text: str) -> tuple[str, str] | None:
        """Known post and padded number at the end of a line whose level no longer can be read; None when none are."""
        words = text.split() if len(text) <= _LONGEST else []
        if len(words) < _LEAST_GARBLED or not (words[-1].isdecimal() and len(words[-1]) == _PADDED):
            return None
        for first in range(2, 0, -1):
            known = self._posts.find(" ".join(words[-1 - first : -1]))
            if known is not None and len(words) > first + 1:
                return known.term, words[-1]
        return None

    def continuation(self, text: str) -> ContinuationText | None:
        """The continuation line that `text` is, or None."""
        match = _CONTINUATION.fullmatch(text) if len(text) <= _LONGEST else None
        if match is None:
            return None
        known = self._posts.find(match["post"])
        return ContinuationText(
            post=known.term if known else " ".join(match["post"].split()),
            number=int(match["number"]),
            section=int(match["section"]),
            page=int(match["page"]) if match["page"] else None,
            total=int(match["total"]),
        )


def _is_plausible(post: str, number: str) -> bool:
    """Behind an unknown post: a padded or long number, or one word and no year, unlike `SECRET TALKS IN 1975`."""
    if number[0] == "0" or len(number) > 4:
        return True
    return len(number) == 4 and number[:2] not in ("19", "20") and " " not in post.strip()


class _Spelling(msgspec.Struct, frozen=True):
    letters: str  # without blanks
    words: int
    level: Level
    control: str | None


def _count(written: str) -> int:
    return int(written) if written.isdecimal() else _NUMERALS.index(written) + 1


def _spellings(vocabularies: Vocabularies) -> list[_Spelling]:
    """Every spelling, the longest first, so that UNCLASSIFIED is not read as UNCLAS."""
    found: dict[str, _Spelling] = {}
    for term in vocabularies["levels"]:
        control = term.term if term.group == "control" else None
        for spelling in (term.term, *term.aliases):
            letters = "".join(spelling.split())
            level = term.level or Level.UNCLASSIFIED
            found.setdefault(letters, _Spelling(letters, len(spelling.split()), level, control))
    return sorted(found.values(), key=lambda spelling: -len(spelling.letters))


def _spaced(letters: str) -> str:
    """A pattern for a word whose letters blanks may set apart, and that no letter follows."""
    between = f" {{0,{_MOST_BLANKS}}}"
    return between.join(map(re.escape, letters)) + "(?![A-Za-z])"
