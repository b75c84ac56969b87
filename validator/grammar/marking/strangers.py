"""What stands where a control should: a second classification, a declassification, a stray country, a misspelling."""

from typing import Final

from validator.grammar.marking.classification import owners_ahead
from validator.grammar.marking.country_lists import SOURCES, read_list
from validator.grammar.marking.forms import Form
from validator.grammar.marking.lexer import BLANK, BRACKET, COMMA, END, HYPHEN, SLASHES, WORD
from validator.grammar.marking.reading import Gap, Reading
from validator.grammar.marking.systems import finish_sci, read_orphan_compartment

_BEFORE_SYSTEMS: Final = frozenset({"level", "nato", "joint", "nato-control", "sci"})
_LONGEST_PHRASE: Final = 13  # words and blanks of the longest form
_DAY: Final = 8  # digits of YYYYMMDD
_DECLASSIFY: Final = "DECL"


def read_second_level(reading: Reading, form: Form, length: int, gap: Gap) -> None:
    """`SECRET//TOP SECRET`; `SECRET//NATO SECRET`, a US marking with a foreign classification in it."""
    start, category = reading.token.start, form.entry.category
    reading.at += length
    if category == "joint":
        _skip_to_slash(reading)
    code = "double-classification" if category == "level" else "systems-not-mixed"
    reading.fault(code, start, reading.last_end, "", category)
    reading.part(category, form.entry.name, start, reading.last_end, form.entry.meaning)
    reading.item("", form.entry.name, None, start, gap)


def read_foreign_level(reading: Reading, gap: Gap) -> bool:
    """`SECRET//GBR SECRET`."""
    if not owners_ahead(reading, strangers=False):
        return False
    start = reading.token.start
    _skip_to_slash(reading)
    reading.fault("systems-not-mixed", start, reading.last_end, "", "level")
    reading.item("", "level", None, start, gap)
    return True


def _skip_to_slash(reading: Reading) -> None:
    first = reading.at
    while reading.token.kind not in (SLASHES, END):
        reading.at += 1
    while reading.at > first and reading.tokens[reading.at - 1].kind != WORD:
        reading.at -= 1


def read_declassification(reading: Reading, gap: Gap) -> bool:
    """The block that closed banners until 2008: `20301231`, `25X1`, `MR`, `DECL ON: 20301231`."""
    start, word, first = reading.token.start, reading.words[reading.at], reading.at
    found = reading.tables.declassification.match(reading.words, first)
    if found is not None:
        reading.at += found[1]
    elif len(word) == _DAY and word.isdigit():
        reading.at += 1
    elif word.startswith(_DECLASSIFY):
        _skip_to_slash(reading)
    else:
        return False
    if reading.token.kind == COMMA and reading.words[reading.at + 1].isdigit():
        reading.at += 2
    written = reading.text[start : reading.last_end].upper()
    meaning = found[0].entry.meaning if found is not None else "declassification instruction"
    term = reading.tables.ways["declassification-in-banner"]
    reading.fault_of_way(term.term, start, reading.last_end, code=term.term)
    reading.part("declassification", written, start, reading.last_end, meaning)
    reading.draft.declassification = reading.draft.declassification or written
    reading.item("declassification", written, None, start, gap)
    return True


def read_stray_countries(reading: Reading, gap: Gap) -> bool:
    """Countries that nothing introduces."""
    if reading.tables.countries.match(reading.words, reading.at) is None:
        return False
    found = read_list(reading, SOURCES)
    reading.fault("unknown-token", found.start, found.end, "", "country")
    reading.item("", "country", None, found.start, gap)
    return True


def read_orphan(reading: Reading, gap: Gap) -> bool:
    """A compartment without its system: `SI/G`, `BLFH`."""
    token, tables = reading.token, reading.tables
    last = reading.items[-1] if reading.items else None
    system = last.name if last is not None and last.category == "sci" else ""
    form = tables.compartments.get(system, {}).get(token.text)
    if form is None or last is None:
        return _read_parentless(reading, gap)
    reading.fault("separator-wrong", gap.start, gap.end, "-", "sci")
    read_orphan_compartment(reading, system)
    reading.items[-1] = last.stretched(reading.last_end)
    return True


def _read_parentless(reading: Reading, gap: Gap) -> bool:
    token = reading.token
    system = reading.tables.parents.get(token.text)
    if system is None:
        return False
    form = reading.tables.compartments[system][token.text]
    reading.fault("parent-missing", token.start, token.end, f"{system}-{form.entry.name}", "sci")
    read_orphan_compartment(reading, system)
    reading.item("sci", system, (0, system), token.start, gap)
    return True


def stranger_ahead(reading: Reading) -> int:
    """The number of tokens up to the next separator or known word."""
    at = reading.at + 1
    while reading.tokens[at].kind not in (SLASHES, COMMA, BRACKET, END):
        if reading.tokens[at - 1].kind == BLANK and reading.known(at - reading.at) is not None:
            break
        at += 1
    while reading.tokens[at - 1].kind != WORD:
        at -= 1
    return at - reading.at


def misspelt_block(reading: Reading) -> tuple[Form, int] | None:
    """Words up to the next slash that are near to one form of several words: `FORMERLY RESTRICTED DATE`."""
    at = reading.at
    while reading.tokens[at].kind in (WORD, BLANK, HYPHEN) and at - reading.at <= _LONGEST_PHRASE:
        at += 1
    length = at - reading.at
    if not 3 <= length <= _LONGEST_PHRASE or reading.tokens[at - 1].kind != WORD:
        return None
    stranger = "".join(reading.words[reading.at : at])
    form = reading.tables.register.get(reading.suggestion(reading.tables.nearest_phrase, stranger))
    return (form, length) if form is not None else None


def misspelt(reading: Reading, length: int) -> tuple[Form, int] | None:
    """The form that the strange words, or the first of them, are near to."""
    nearest = reading.tables.nearest_control
    words = reading.words[reading.at : reading.at + length]
    for some in dict.fromkeys((length, 1)):
        form = reading.tables.register.get(reading.suggestion(nearest, "".join(words[:some])))
        if form is not None:
            return form, some
    return None


def read_stranger(reading: Reading, length: int, gap: Gap) -> None:
    """Words that nothing is near to: kept where they stand, as the lists of SCI and SAP are not all published."""
    category = _category_here(reading, gap)
    words = reading.words[reading.at : reading.at + length]
    start = reading.token.start
    if category == "sci" and " " not in words[:2]:
        reading.at += 1
        reading.fault("unknown-token", start, reading.last_end, "", "sci")
        reading.strange_part("sci", words[0], start, reading.last_end)
        finish_sci(reading, words[0], start, gap)
        return
    category = "dissem" if category == "sci" else category
    reading.at += length
    name = "".join(words)
    reading.fault("unknown-token", start, reading.last_end, "", category)
    reading.strange_part(category, name, start, reading.last_end)
    (reading.draft.non_ic if category == "non-ic" else reading.draft.dissem).append(name)
    reading.item(category if gap.text == "/" else "", name, None, start, gap)


def _category_here(reading: Reading, gap: Gap) -> str:
    last = reading.items[-1].category if reading.items else ""
    if last in _BEFORE_SYSTEMS and not (last == "sci" and gap.text == "//"):
        return "sci"
    return "non-ic" if last == "non-ic" or (last == "dissem" and gap.text == "//") else "dissem"
