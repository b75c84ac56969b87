"""Controlled unclassified information: `CUI//SP-CTI/PRVCY//NOFORN`."""

from typing import Final

from validator.grammar.marking.dissemination import read_display, read_release
from validator.grammar.marking.forms import Form
from validator.grammar.marking.lexer import COMMA, END, HYPHEN, SLASHES, WORD
from validator.grammar.marking.reading import Gap, Reading
from validator.model.level import Level
from validator.model.marking import CuiCategory

_CONTROLLED: Final = "CONTROLLED"
_SPECIFIED: Final = "SP"
_CATEGORY_PLACES: Final = ("cui", "cui-category")
_WITH_LIST: Final = {"REL TO": read_release, "DISPLAY ONLY": read_display}


def read_word(reading: Reading, form: Form, length: int, gap: Gap) -> None:
    """CUI or CONTROLLED, which opens the marking or the CUI part of a classified one."""
    token, draft = reading.token, reading.draft
    reading.take(form, length)
    controlled = form.key == _CONTROLLED and not reading.portion
    if controlled:
        reading.fault_of_way("controlled-for-cui", token.start, token.end, "CUI")
    if draft.level is None:
        draft.system, draft.level = "cui", Level.UNCLASSIFIED
    elif draft.level > Level.UNCLASSIFIED and not reading.portion:
        reading.fault_in(("dod",), "cui-in-classified", token.start, token.end, "cui")
    draft.cui_word = _CONTROLLED if controlled else "CUI"
    reading.part("cui", draft.cui_word, token.start, reading.last_end, "controlled unclassified information")
    reading.item("cui", "CUI", None, token.start, gap)


def read_item(reading: Reading, gap: Gap) -> bool:
    """A category, a control or an administrative mark of CUI; False, and no step, where none is meant."""
    if not _is_place_of_cui(reading):
        return False
    if reading.words[reading.at] == _SPECIFIED and reading.kind_ahead() == HYPHEN:
        _read_specified(reading, gap)
        return True
    found = reading.tables.cui.match(reading.words, reading.at)
    if found is not None:
        _read_known(reading, *found, gap)
        return True
    if reading.draft.system != "cui":
        return False
    if _is_foreign_control(reading):
        return False
    _read_strange_category(reading, reading.token.start, gap, specified=False)
    return True


def _is_place_of_cui(reading: Reading) -> bool:
    """Everywhere in a CUI marking; in a classified one where the Register does not know the word better."""
    draft = reading.draft
    if draft.system == "cui" or not draft.cui_word:
        return draft.system == "cui"
    form = reading.known()
    found = reading.tables.cui.match(reading.words, reading.at)
    category = found[0].entry.category if found is not None else ""
    in_place = reading.items[-1].category in _CATEGORY_PLACES
    return form is None or (in_place and category == "cui-category")


def _read_known(reading: Reading, form: Form, length: int, gap: Gap) -> None:
    entry = form.entry
    if entry.category == "cui-category":
        start = reading.take(form, length)
        _keep_category(reading, entry.name, start, specified=False, gap=gap)
    elif entry.name in _WITH_LIST:
        _WITH_LIST[entry.name](reading, form, length, gap)
    elif entry.category == "cui-dissem":
        start = _take_control(reading, form, length)
        reading.draft.cui_dissem.append(entry.name)
        reading.part("cui-dissem", entry.name, start, reading.last_end, entry.meaning)
        reading.item("cui-dissem", entry.name, None, start, gap)
    else:
        start = reading.take(form, length)
        reading.part(entry.category, entry.name, start, reading.last_end, entry.meaning)
        reading.item("", entry.name, None, start, gap)


def _take_control(reading: Reading, form: Form, length: int) -> int:
    """`Attorney-Client` is written in small letters (CUI Registry)."""
    if any(char.islower() for char in form.entry.name):
        reading.mixed_case.update(range(reading.at, reading.at + length))
    return reading.take(form, length)


def _read_specified(reading: Reading, gap: Gap) -> None:
    start = reading.token.start
    reading.at += 2
    found = reading.tables.cui.match(reading.words, reading.at)
    if found is None or found[0].entry.category != "cui-category":
        _read_strange_category(reading, start, gap, specified=True)
        return
    reading.take(*found)
    _keep_category(reading, found[0].entry.name, start, specified=True, gap=gap)


def _keep_category(reading: Reading, name: str, start: int, *, specified: bool, gap: Gap) -> None:
    """A category with SP- must be one that can be Specified, and one without it one that can be Basic."""
    group = reading.tables.specified.get(name, "both")
    right = specified if group == "both" else group == "specified"
    mark = f"{_SPECIFIED}-{name}" if right else name
    if right != specified:
        reading.fault("cui-specified-misused", start, reading.last_end, mark, "cui-category")
    reading.draft.cui_categories.append(CuiCategory(name, right))
    form = reading.tables.cui.get(name)
    reading.part("cui-category", mark, start, reading.last_end, form.entry.meaning if form else "")
    reading.item("cui-category", mark, (int(not right), name), start, gap)


def _is_foreign_control(reading: Reading) -> bool:
    """A word of the Register inside a CUI marking (ISM-ID-00476, 00486), which its own reader reads then."""
    found = reading.tables.register.match(reading.words, reading.at)
    if found is not None:
        start, end = reading.token.start, reading.tokens[reading.at + found[1] - 1].end
        reading.fault("systems-not-mixed", start, end, "", "cui")
    return found is not None


def _read_strange_category(reading: Reading, start: int, gap: Gap, *, specified: bool) -> None:
    """Words up to the next separator that no list knows, and what they were meant as."""
    first = reading.at
    while reading.token.kind not in (SLASHES, COMMA, END):
        reading.at += 1
    while reading.at > first + 1 and reading.tokens[reading.at - 1].kind != WORD:
        reading.at -= 1
    name = "".join(reading.words[first : reading.at])
    form = reading.tables.cui.get(reading.suggestion(reading.tables.nearest_cui, name))
    meant = form.entry.written(reading.portion) if form is not None else ""
    if specified and meant:
        meant = f"{_SPECIFIED}-{meant}"
    is_control = form is not None and form.entry.category == "cui-dissem"
    group = "cui-dissem" if is_control else "cui-category"
    reading.fault("unknown-token", start, reading.last_end, meant, group)
    if form is not None and is_control:
        reading.draft.cui_dissem.append(form.entry.name)
        reading.item("cui-dissem", form.entry.name, None, start, gap)
        return
    kept = form.entry.name if form is not None and form.entry.category == "cui-category" else name
    reading.draft.cui_categories.append(CuiCategory(kept, specified))
    reading.strange_part("cui-category", kept, start, reading.last_end)
    reading.item("cui-category", kept, None, start, gap)
