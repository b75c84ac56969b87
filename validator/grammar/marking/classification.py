"""The head of a marking: US, non-US, JOINT, NATO or CUI, and the level."""

from typing import Final

from validator.grammar.marking import cui, nato
from validator.grammar.marking.country_lists import SOURCES, CountryList, judge_order, read_list
from validator.grammar.marking.forms import Form
from validator.grammar.marking.lexer import BLANK, BRACKET, COMMA, HYPHEN, WORD
from validator.grammar.marking.reading import Gap, Reading
from validator.model.level import Level

_FOREIGN: Final = "//"  # opens every marking that is not of the United States alone (REG16 p15)
_LONGEST_OWNER: Final = 5  # letters of a stranger in the place of a country code


def read_head(reading: Reading) -> None:
    """Reads up to and with the level; where there is none, nothing but what stands before it."""
    gap = reading.gap()
    found = reading.tables.register.match(reading.words, reading.at)
    category = found[0].entry.category if found is not None else ""
    if found is not None and category == "cui":
        _refuse_opening(reading, gap)
        cui.read_word(reading, *found, gap)
    elif category == "joint":
        _read_joint(reading, gap)
    elif nato.read_level(reading, gap) or _read_owned(reading, gap):
        pass
    else:
        _read_level_alone(reading, gap)
        return
    if category != "cui":
        _judge_opening(reading, gap)


def _judge_opening(reading: Reading, gap: Gap) -> None:
    if gap.text != _FOREIGN and not reading.hyphenated:
        reading.fault("separator-wrong", gap.start, gap.end, _FOREIGN, "level")


def _refuse_opening(reading: Reading, gap: Gap) -> None:
    if gap.text:
        reading.fault("separator-wrong", gap.start, gap.end, "", "level")


def _read_level_alone(reading: Reading, gap: Gap) -> None:
    """A US level, a foreign one without its country, or a word that is meant as a level."""
    start = reading.token.start
    form = reading.level_ahead()
    if form is not None:
        take_level(reading)
        _judge_age(reading, form, start, gap)
    else:
        form = _misspelt_level(reading)
    if form is None:
        _miss_level(reading, gap)
        return
    reading.draft.level = form.entry.level
    reading.item("level", form.entry.name, None, start, gap)
    if gap.text == _FOREIGN:
        reading.draft.system = "non-us"
        reading.fault("owner-missing", gap.start, gap.end, "", "level")
    else:
        _refuse_opening(reading, gap)


def _judge_age(reading: Reading, form: Form, start: int, gap: Gap) -> None:
    """RESTRICTED was a level of the United States until 1953."""
    until = form.entry.until
    if until is not None and not gap.text:
        reading.fault_until("retired-token", start, reading.last_end, until, "level")


def take_level(reading: Reading) -> Level | None:
    """The level that stands here, with the fault of its form; None, and no step, where none does."""
    found = reading.tables.register.match(reading.words, reading.at)
    if found is None or found[0].entry.category != "level":
        return None
    start, entry = reading.take(*found), found[0].entry
    reading.part("level", entry.name, start, reading.last_end, entry.meaning)
    return entry.level


def _misspelt_level(reading: Reading) -> Form | None:
    """`SECERT`, `TOP SECRT`: the words up to the next separator, where a level is near enough."""
    at = reading.at
    while reading.tokens[at].kind in (WORD, BLANK):
        at += 1
    stranger = "".join(reading.words[reading.at : at]).strip()
    if reading.known() is not None:
        return None
    form = reading.tables.register.get(reading.suggestion(reading.tables.nearest_level, stranger))
    if form is None or form.entry.category != "level":
        return None
    start, entry = reading.token.start, form.entry
    reading.at = at - (reading.tokens[at - 1].kind == BLANK)
    reading.fault("unknown-token", start, reading.last_end, entry.written(reading.portion), "level")
    reading.part("level", entry.name, start, reading.last_end, entry.meaning)
    return form


def _miss_level(reading: Reading, gap: Gap) -> None:
    """Nothing is read: what stands here belongs to a later category."""
    reading.headless = True
    if reading.fragment:
        return
    found = reading.tables.register.match(reading.words, reading.at)
    if found is None:
        _skip_strange_level(reading, gap)
        return
    form, start, end = found[0], reading.token.start, reading.tokens[reading.at + found[1] - 1].end
    alone = reading.tables.ways["unclassified-left-out"]
    if form.entry.name not in alone.instead or gap.text:
        reading.fault("classification-missing", start, end, "", "level")
        return
    entry = reading.tables.entries[Level.UNCLASSIFIED.title]
    meant = f"{entry.written(reading.portion)}//{form.entry.written(reading.portion)}"
    reading.fault_of_way(alone.term, start, end, meant, code="classification-missing")
    reading.draft.level = Level.UNCLASSIFIED


def _skip_strange_level(reading: Reading, gap: Gap) -> None:
    """Words in the place of the level that are none."""
    start = reading.token.start
    while reading.token.kind in (WORD, BLANK, HYPHEN, COMMA, BRACKET):
        reading.at += 1
    end = reading.last_end if reading.at else start
    reading.fault("classification-missing", start, end, "", "level")
    if reading.at:
        reading.item("", "", None, start, gap)


def _read_joint(reading: Reading, gap: Gap) -> None:
    """`JOINT S CAN USA`; in portions the owners may be left out (REG16 p58)."""
    draft, start = reading.draft, reading.token.start
    reading.part("joint", "JOINT", start, reading.token.end, "owned jointly by the countries named")
    draft.system = "joint"
    reading.at += 1
    _step_over_blank(reading)
    draft.level = take_level(reading)
    if draft.level is not None:
        _step_to_owners(reading)
    owners = read_list(reading, SOURCES)
    if draft.level is None:
        draft.level = _level_behind_owners(reading, start)
    draft.owners = judge_order(reading, owners, SOURCES)
    _judge_owners(reading, owners, start)
    reading.item("joint", "JOINT", None, start, gap)


def _step_to_owners(reading: Reading) -> None:
    token = reading.token
    if token.kind not in (BLANK, COMMA) or reading.known(1) is not None:
        return
    reading.at += 1
    if token.kind == COMMA:
        reading.fault("separator-wrong", token.start, token.end, SOURCES, "joint")


def _level_behind_owners(reading: Reading, start: int) -> Level | None:
    if reading.token.kind == BLANK and reading.level_ahead(1):
        reading.at += 1
    level = take_level(reading)
    code = "classification-missing" if level is None else "control-out-of-order"
    reading.fault(code, start, reading.last_end, "", "joint")
    return level


def _judge_owners(reading: Reading, owners: CountryList, start: int) -> None:
    if not owners.codes and reading.portion:
        return
    if len(reading.draft.owners) < 2:
        reading.fault("joint-owners-too-few", start, reading.last_end, "", "joint")
    if owners.codes and "USA" not in owners.codes:
        reading.fault("usa-not-in-joint", owners.start, owners.end, "", "joint")


def _step_over_blank(reading: Reading) -> None:
    if reading.token.kind == BLANK:
        reading.at += 1


def _read_owned(reading: Reading, gap: Gap) -> bool:
    """`GBR S`, `CAN GBR SECRET`, `FGI TS`; outside the IC also `(CAN-C)` (32 CFR 2001.24(c))."""
    if not owners_ahead(reading, strangers=gap.text == _FOREIGN):
        return False
    draft, start = reading.draft, reading.token.start
    owners = _read_source(reading)
    reading.hyphenated = reading.token.kind == HYPHEN
    reading.at += 1
    draft.level = take_level(reading)
    draft.system, draft.owners = "non-us", judge_order(reading, owners, SOURCES)
    if "USA" in owners.codes:
        reading.fault("systems-not-mixed", start, reading.last_end, "", "level")
    reading.item("level", "level", None, start, gap)
    if reading.hyphenated:
        level = reading.tables.entries[str(draft.level)].written(reading.portion)
        written = f"{_FOREIGN}{SOURCES.join(draft.owners)} {level}"
        reading.fault_of_way("foreign-source-with-hyphen", start, reading.last_end, written)
    return True


def _read_source(reading: Reading) -> CountryList:
    token = reading.token
    if token.text != "FGI":
        return read_list(reading, SOURCES)
    reading.at += 1
    reading.part("owner", "FGI", token.start, token.end, "a foreign government that is not named")
    return CountryList(("FGI",), token.start, token.end)


def owners_ahead(reading: Reading, *, strangers: bool) -> bool:
    """Whether countries and then a level stand here; looks no further than the next slash."""
    at, tokens, tables = reading.at, reading.tokens, reading.tables
    owners = 0
    while length := _owner_length(reading, at, strangers):
        owners += 1
        at += length
        if tokens[at].kind not in (BLANK, COMMA) or reading.level_ahead(at + 1 - reading.at):
            break
        at += 1
    found = tables.register.match(reading.words, at + 1) if at + 1 < len(tokens) else None
    return bool(
        owners
        and tokens[at].kind in (BLANK, HYPHEN)
        and found is not None
        and found[0].entry.category == "level"
    )


def _owner_length(reading: Reading, at: int, strangers: bool) -> int:
    token = reading.tokens[at]
    if token.text == "FGI":
        return 1
    found = reading.tables.countries.match(reading.words, at)
    if found is not None:
        return found[1]
    unknown = strangers and token.kind == WORD and len(token.text) <= _LONGEST_OWNER
    return int(unknown and reading.tables.register.match(reading.words, at) is None)
