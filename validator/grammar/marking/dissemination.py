"""Foreign government information, dissemination controls, controls of other agencies, NATO controls."""

from validator.grammar.marking.country_lists import RELEASE, SOURCES, judge_order, read_list
from validator.grammar.marking.forms import Form
from validator.grammar.marking.lexer import BLANK, COMMA, HYPHEN, WORD
from validator.grammar.marking.reading import Gap, Reading


def read_nato_control(reading: Reading, form: Form, length: int, gap: Gap) -> None:
    """ATOMAL, BALK, BOHEMIA."""
    start, entry = reading.take(form, length), form.entry
    reading.part("nato-control", entry.name, start, reading.last_end, entry.meaning)
    reading.draft.nato_controls.append(entry.name)
    reading.control(entry, start, gap)


def read_fgi(reading: Reading, form: Form, length: int, gap: Gap) -> None:
    """`FGI`, a source that is not named, or `FGI CAN DEU NATO`."""
    start, entry = reading.take(form, length), form.entry
    reading.part("fgi", entry.name, start, reading.last_end, entry.meaning)
    codes: list[str] = []
    if _sources_ahead(reading):
        reading.at += 1
        found = read_list(reading, SOURCES)
        codes = judge_order(reading, found, SOURCES)
        if "USA" in codes:
            reading.fault("usa-in-fgi", found.start, found.end, "", "fgi")
    draft = reading.draft
    draft.fgi = sorted({*(draft.fgi or ()), *codes}, key=lambda code: reading.tables.code(code).order)
    if draft.system in ("non-us", "nato"):
        reading.fault("systems-not-mixed", start, reading.last_end, "", "fgi")
    reading.item("fgi", "FGI", None, start, gap)


def _sources_ahead(reading: Reading) -> bool:
    """Whether countries follow FGI, as they should behind a blank."""
    sign = reading.token
    if sign.kind == BLANK:
        return reading.kind_ahead() == WORD and reading.known(1) is None
    if sign.kind not in (COMMA, HYPHEN) or not reading.country_ahead(1):
        return False
    reading.fault("separator-wrong", sign.start, sign.end, SOURCES, "fgi")
    return True


def read_control(reading: Reading, form: Form, length: int, gap: Gap) -> None:
    """A control that stands for itself, or one that a list follows."""
    entry = form.entry
    if entry.name == "REL TO":
        read_release(reading, form, length, gap)
    elif entry.name == "DISPLAY ONLY":
        read_display(reading, form, length, gap)
    elif entry.name == "EYES ONLY":
        _read_eyes_alone(reading, form, length, gap)
    else:
        start = reading.take(form, length)
        reading.part("dissem", entry.name, start, reading.last_end, entry.meaning)
        reading.draft.dissem.append(entry.name)
        reading.control(entry, start, gap)


def read_release(reading: Reading, form: Form, length: int, gap: Gap) -> None:
    """`REL TO USA, GBR`; in a portion `REL` alone stands for the list of the banner (REG16 p150)."""
    start, entry, at = reading.token.start, form.entry, reading.at
    reading.at += length
    end = reading.last_end
    reading.part(entry.category, entry.name, start, end, entry.meaning)
    codes = _codes_behind(reading, usa_first=True)
    shorthand = form.key == "REL"
    if shorthand and codes is not None:
        reading.fault("unknown-token", start, end, entry.name, entry.category)
    elif not shorthand or not reading.portion:
        reading.fault_of_form(form, start, end)
    if codes is None and not (shorthand and reading.portion):
        reading.fault("names-missing", start, end, "", entry.category)
    if codes == ["USA"]:
        reading.fault("usa-alone-in-rel-to", reading.tokens[at].start, reading.last_end, "", entry.category)
    draft = reading.draft
    draft.rel_to = [*(draft.rel_to or ()), *(codes or ())]
    reading.control(entry, start, gap)


def _codes_behind(reading: Reading, *, usa_first: bool) -> list[str] | None:
    """The list behind REL TO or DISPLAY ONLY; None where no country follows."""
    if reading.token.kind != BLANK or reading.kind_ahead() != WORD or reading.known(1) is not None:
        return None
    reading.at += 1
    return judge_order(reading, read_list(reading, RELEASE), RELEASE, usa_first=usa_first)


def read_display(reading: Reading, form: Form, length: int, gap: Gap) -> None:
    """`DISPLAY ONLY AFG`."""
    start, entry = reading.take(form, length), form.entry
    reading.part(entry.category, entry.name, start, reading.last_end, entry.meaning)
    codes = _codes_behind(reading, usa_first=False)
    if codes is None:
        reading.fault("names-missing", start, reading.last_end, "", entry.category)
    draft = reading.draft
    draft.display_only = [*(draft.display_only or ()), *(codes or ())]
    reading.control(entry, start, gap)


def _read_eyes_alone(reading: Reading, form: Form, length: int, gap: Gap) -> None:
    """`EYES` of a portion, whose list is that of the banner (REG16 p157)."""
    start, entry = reading.take(form, length), form.entry
    reading.part("dissem", entry.name, start, reading.last_end, entry.meaning)
    if not reading.portion:
        reading.fault("names-missing", start, reading.last_end, "", "dissem")
    reading.draft.eyes_only = reading.draft.eyes_only or []
    reading.control(entry, start, gap)


def find_eyes(reading: Reading) -> None:
    """Notes where the lists begin that EYES closes: they are read from the front, but known by their end."""
    codes = reading.tables.codes
    for place, word in enumerate(reading.words):
        if word != "EYES" or place < 2 or reading.tokens[place - 1].kind != BLANK:
            continue
        first = place - 2
        if reading.words[first] not in codes:
            continue
        while first >= 2 and _is_list_sign(reading, first - 1) and reading.words[first - 2] in codes:
            first -= 2
        reading.eyes[first] = place


def _is_list_sign(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return token.text == "/" or token.kind == COMMA


def read_eyes(reading: Reading, gap: Gap) -> None:
    """`USA/CAN/GBR EYES ONLY`."""
    start, place = reading.token.start, reading.eyes[reading.at]
    codes: list[str] = []
    for at in range(reading.at, place, 2):
        token, code = reading.tokens[at], reading.tables.code(reading.words[at])
        codes.append(code.code)
        reading.part("country", code.code, token.start, token.end, code.name)
        sign = reading.tokens[at + 1]
        if sign.kind == COMMA:
            reading.fault("separator-wrong", sign.start, sign.end, "/", "country")
    _judge_eyes(reading, codes, start, reading.tokens[place - 2].end)
    reading.at = place
    found = reading.tables.register.match(reading.words, place)
    if found is not None:
        _close_eyes(reading, *found, start, gap)


def _close_eyes(reading: Reading, form: Form, length: int, start: int, gap: Gap) -> None:
    """With a list, banner and portion mark write `EYES ONLY` (REG16 Table 4); `EYES` stands alone."""
    entry, at = form.entry, reading.token.start
    reading.at += length
    if form.key != entry.name:
        reading.fault("unknown-token", at, reading.last_end, entry.name, entry.category)
    reading.part(entry.category, entry.name, at, reading.last_end, entry.meaning)
    reading.control(entry, start, gap)


def _judge_eyes(reading: Reading, codes: list[str], start: int, end: int) -> None:
    ordered = sorted(set(codes), key=lambda code: (code != "USA", reading.tables.code(code).order))
    if len(ordered) != len(codes):
        reading.fault("duplicate-token", start, end, "/".join(ordered), "country")
    if codes[0] != "USA":
        reading.fault("usa-not-first", start, end, "/".join(ordered), "country")
    elif codes != ordered and len(codes) == len(ordered):
        reading.fault("list-out-of-order", start, end, "/".join(ordered), "country")
    reading.draft.eyes_only = ordered


def read_non_ic(reading: Reading, form: Form, length: int, gap: Gap) -> None:
    """A control of another agency; `SBU NOFORN` is one of its own, `ACCM-` takes a nickname."""
    start, entry = reading.token.start, form.entry
    name = entry.name
    if form.meant == "sbu-slash-n":
        reading.at += length
        reading.fault_of_way(form.meant, start, reading.last_end, entry.written(reading.portion))
    else:
        reading.take(form, length)
    if name == "ACCM":
        name = _read_nickname(reading, name, start)
    reading.part("non-ic", name, start, reading.last_end, entry.meaning)
    reading.draft.non_ic.append(name)
    reading.control(entry, start, gap, name)


def _read_nickname(reading: Reading, name: str, start: int) -> str:
    if reading.token.kind != HYPHEN or reading.kind_ahead() != WORD:
        reading.fault("names-missing", start, reading.last_end, "", "non-ic")
        return name
    first = reading.at
    reading.at += 2
    while reading.token.kind in (BLANK, HYPHEN) and reading.kind_ahead() == WORD and reading.known(1) is None:
        reading.at += 2
    return name + "".join(reading.words[first : reading.at])
