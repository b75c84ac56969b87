"""References: the list under REF, and `Ref A`, `refs B and C`, `REFTEL D` in the text."""

import re

import msgspec

from validator.vocabulary.terms import Vocabulary

# `A.` `B)` `(C)` `¶D.` and, where the pilcrow was lost as 1, `1B.`
_BULLET = re.compile(r"(?<![A-Za-z0-9.'])[¶1]?\(?(?P<letter>[A-Z])[.)](?=\s|[A-Z0-9(]|$)")
_YEAR_FIRST = r"(?:(?P<year>(?:19|20)?\d{2})\s{1,10})?"
_POST = r"(?P<post>[A-Z][A-Z.'\- ]{1,38}?)"
# `A-121` is the number of an airgram.
_NUMBER = (
    r"\s{0,10}(?:\((?P<year_inside>\d{2})\)\s{0,10})?#?(?<!\bA-)(?P<number>\d{1,8})"
    r"(?:[-/](?P<year_behind>\d{2}))?(?!\d)"
)
_TELEGRAM = re.compile(_YEAR_FIRST + _POST + _NUMBER)
# `ref A.` ends a sentence, `ref A's` and `ref (a)` cite A; `ref J.D.` and `ref O'Neil` are names.
_LETTER = r"(?:\([A-Za-z]\)|\(?[A-Z](?![A-Za-z]|['’](?![sS]\b)|\.[A-Za-z]))"
_FURTHER = (
    r"(?P<more>(?:\s{0,3}(?:[,;]|and|AND|&|-|/|or|OR|through|THROUGH|thru|THRU|to|TO)\s{0,3}(?:and\s|AND\s)?"
    rf"{_LETTER})*)"
)
# These begin with a literal behind the R of `Ref`, so that re skips to it: a tenth of the time of the whole word.
_CITED = (
    (re.compile(rf"ef(?:tel)?s?\s{{1,3}}(?P<first>{_LETTER}){_FURTHER}"), ("R", "r")),
    (re.compile(rf"EF(?:TEL)?S?\s{{1,3}}(?P<first>{_LETTER}){_FURTHER}"), ("R",)),
)
_MORE = re.compile(
    r"(?P<range>-|through|THROUGH|thru|THRU|to\b|TO\b)?\s{0,3}\(?(?P<letter>(?<![A-Za-z])[A-Z])(?![A-Za-z])"
)
_LONGEST_LIST = 4000


class ListedText(msgspec.Struct, frozen=True, gc=False):
    """One listed reference: its bullet letter, and post, number and year when it is a telegram."""

    letter: str | None
    start: int
    end: int
    post: str | None = None
    number: int | None = None
    year: int | None = None


class CitedText(msgspec.Struct, frozen=True, gc=False):
    """One letter cited in the text."""

    letter: str
    start: int
    end: int


def read_list(text: str, posts: Vocabulary) -> list[ListedText]:
    """The references in what follows the REF label; without bullets the whole is one."""
    text = text[:_LONGEST_LIST]
    bullets = _bullets(text)
    if not bullets:
        return [_reference(text, None, 0, len(text), posts)] if text.strip() else []
    ends = [start for _, start, _ in bullets[1:]] + [len(text)]
    return [
        _reference(text, letter, start, end, posts, body)
        for (letter, start, body), end in zip(bullets, ends, strict=True)
    ]


def read_cited(text: str, start: int = 0) -> list[CitedText]:
    """Every letter cited from `start` on, ranges spelt out (`refs A-C` cites B)."""
    cited: list[CitedText] = []
    for form, capitals in _CITED:
        for match in form.finditer(text, start + 1):
            at = match.start() - 1
            if text[at] in capitals and not text[at - 1 : at].isalpha():
                cited += (CitedText(letter, at, match.end()) for letter in _letters(match))
    return cited


def _letters(match: "re.Match[str]") -> str:
    letters: str = match["first"].strip("()").upper()
    for more in _MORE.finditer(match["more"].upper()):
        letters += _spelt_out(letters[-1], more["letter"]) if more["range"] else more["letter"]
    return letters


def _bullets(text: str) -> list[tuple[str, int, int]]:
    """Letters that rise from A, with where the bullet and its text begin; initials such as `U.S.` do not."""
    found: list[tuple[str, int, int]] = []
    for match in _BULLET.finditer(text):
        letter = match["letter"]
        last = found[-1][0] if found else "@"
        first_on_line = not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
        if last < letter and (ord(letter) - ord(last) <= 2 or (first_on_line and found)):
            found.append((letter, match.start(), match.end()))
    return found if found and (found[0][0] == "A" or len(found) > 1) else []


def _reference(
    text: str, letter: str | None, start: int, end: int, posts: Vocabulary, body: int = 0
) -> ListedText:
    stop = start + len(text[start:end].rstrip(" \n\t,;"))
    match = _TELEGRAM.search(text, body, stop)
    if match is None:
        return ListedText(letter, start, stop)
    known = posts.find(match["post"])
    if known is None and len(match["number"]) < 3 and not match["year"]:  # `Article 5`, `Track 2`
        return ListedText(letter, start, stop)
    year = match["year"] or match["year_inside"] or match["year_behind"]
    post = known.term if known else " ".join(match["post"].split())
    return ListedText(letter, start, stop, post, int(match["number"]), _full(year) if year else None)


def _full(year: str) -> int:
    number = int(year)
    if len(year) == 4:
        return number
    return number + (1900 if number >= 60 else 2000)


def _spelt_out(first: str, last: str) -> str:
    return "".join(map(chr, range(ord(first) + 1, ord(last) + 1)))
