"""Lists of countries: of a release (commas), of owners and sources (blanks), of EYES ONLY (slashes)."""

from typing import Final

import msgspec

from validator.grammar.marking.lexer import BLANK, COMMA, END, SLASHES, WORD, Token
from validator.grammar.marking.reading import Reading

RELEASE: Final = ", "
SOURCES: Final = " "
_LONGEST_STRANGER: Final = 15  # characters; what is longer was not meant as a code


class CountryList(msgspec.Struct, frozen=True, gc=False):
    """The codes of a list in written order, and where the list stands."""

    codes: tuple[str, ...]
    start: int
    end: int


def read_list(reading: Reading, separator: str, *, strangers: bool = True) -> CountryList:
    """The codes from this place on. `strangers`: the first word is meant as a code, known or not."""
    start = reading.token.start
    codes: list[str] = []
    ahead = _is_code(reading, 0, strangers)
    while ahead:
        codes.append(_read_code(reading))
        ahead = _pass_separator(reading, separator)
    return CountryList(tuple(codes), start, reading.last_end if codes else start)


def _is_code(reading: Reading, steps: int, strangers: bool) -> bool:
    """Whether the word some tokens on belongs to a list: a code, a country's name, or a stranger in their place."""
    at = reading.at + steps
    if at >= len(reading.tokens) or reading.tokens[at].kind != WORD or at in reading.eyes:
        return False
    if reading.tables.countries.match(reading.words, at) is not None:
        return True
    word = reading.words[at]
    return strangers and len(word) <= _LONGEST_STRANGER and reading.known(steps) is None


def _read_code(reading: Reading) -> str:
    start = reading.token.start
    found = reading.tables.countries.match(reading.words, reading.at)
    if found is None:
        return _read_stranger(reading)
    form, length = found
    reading.at += length
    reading.fault_of_form(form, start, reading.last_end)
    code = reading.tables.code(form.entry.name)
    if code.term is not None and code.term.ends is not None:
        reading.fault_until("deprecated-country", start, reading.last_end, code.term.ends)
    reading.part("country", code.code, start, reading.last_end, code.name)
    return code.code


def _read_stranger(reading: Reading) -> str:
    token = reading.token
    reading.at += 1
    if token.text.startswith("NATO:"):  # words of NATO's own (ISMCAT)
        reading.part("country", token.text, token.start, token.end)
        return token.text
    near = reading.suggestion(reading.tables.nearest_country, token.text)
    form = reading.tables.countries.get(near)
    meant = form.entry.name if form is not None else ""
    reading.fault("unknown-country", token.start, token.end, meant, "country")
    reading.part("country", token.text, token.start, token.end)
    return token.text


def _pass_separator(reading: Reading, separator: str) -> bool:
    """Steps over what stands before the next code; False, and no step, when the list ends here."""
    token = reading.token
    if token.kind == COMMA:
        return _pass_comma(reading, token, separator)
    if token.kind == BLANK:
        return _pass_and(reading, separator) or _pass_blank(reading, token, separator)
    if token.kind == SLASHES and token.text == "/" and _is_code(reading, 1, strangers=False):
        return _pass_wrong(reading, token, separator)
    return False


def _pass_comma(reading: Reading, token: Token, separator: str) -> bool:
    if _pass_and(reading, separator):
        return True
    if not _is_code(reading, 1, strangers=True):
        return False
    if separator != RELEASE:
        return _pass_wrong(reading, token, separator)
    if not token.tidy:
        start, end = _with_blanks(reading)
        reading.fault("spacing", start, end, RELEASE)
    reading.at += 1
    return True


def _pass_blank(reading: Reading, token: Token, separator: str) -> bool:
    if not _is_code(reading, 1, strangers=separator == SOURCES):
        return False
    if separator != SOURCES:
        return _pass_wrong(reading, token, separator)
    reading.at += 1
    return True


def _pass_wrong(reading: Reading, token: Token, separator: str) -> bool:
    reading.fault("separator-wrong", token.start, token.end, separator)
    reading.at += 1
    return True


def _pass_and(reading: Reading, separator: str) -> bool:
    """`CAN and GBR`, as release lists were written until 2005; AND alone is Andorra."""
    at = reading.at + 1
    if separator != RELEASE or reading.words[at] != "AND" or reading.kind_ahead(2) != BLANK:
        return False
    if not _is_code(reading, 3, strangers=False):
        return False
    word = reading.tokens[at]
    reading.mixed_case.add(at)
    reading.fault_of_way("and-in-release-list", word.start, word.end, ",")
    reading.at = at + 2
    return True


def _with_blanks(reading: Reading) -> tuple[int, int]:
    """The comma at this place with the blanks around it."""
    tokens, at = reading.tokens, reading.at
    following = tokens[at + 1]
    return tokens[at - 1].end, following.start if following.kind != END else tokens[at].end


def judge_order(
    reading: Reading, found: CountryList, separator: str, *, usa_first: bool = False
) -> list[str]:
    """The codes in order and each once, with the faults of the written list."""
    codes = list(dict.fromkeys(found.codes))
    ordered = sorted(codes, key=lambda code: reading.tables.code(code).order)
    if usa_first and codes:
        ordered = _usa_first(ordered)
    meant = separator.join(ordered)
    if len(codes) != len(found.codes):
        reading.fault("duplicate-token", found.start, found.end, meant, "country")
    if usa_first and codes and codes[0] != "USA":
        reading.fault("usa-not-first", found.start, found.end, meant, "country")
        codes = _usa_first(codes)
    if codes != ordered:
        reading.fault("list-out-of-order", found.start, found.end, meant, "country")
    return ordered


def _usa_first(codes: list[str]) -> list[str]:
    return ["USA", *(code for code in codes if code != "USA")]
