"""NATO classifications: `COSMIC TOP SECRET`, `NS`, `NATO ISAF SECRET`, `NIS`."""

from validator.grammar.marking.lexer import BLANK
from validator.grammar.marking.reading import Gap, Reading
from validator.model.level import Level


def read_level(reading: Reading, gap: Gap) -> bool:
    """Reads a NATO classification here; False, and no step, where none stands."""
    found = reading.tables.register.match(reading.words, reading.at)
    if found is None or found[0].entry.category != "nato":
        return _read_words(reading, gap) or _read_initials(reading, gap)
    start, entry = reading.take(*found), found[0].entry
    reading.draft.nato_controls = list(entry.controls)
    _set(reading, entry.level, "COSMIC" if entry.level is Level.TOP_SECRET else "NATO")
    reading.part("nato", entry.name, start, reading.last_end, entry.meaning)
    for control in entry.controls:
        meaning = reading.tables.entries[control].meaning
        reading.part("nato-control", control, start, reading.last_end, meaning)
    reading.item("nato", entry.name, None, start, gap)
    return True


def _set(reading: Reading, level: Level | None, nato: str) -> None:
    draft = reading.draft
    draft.system, draft.owners, draft.level, draft.nato = "nato", ["NATO"], level, nato


def _read_words(reading: Reading, gap: Gap) -> bool:
    """`NATO ISAF SECRET`, and levels that NATO does not have: `NATO TOP SECRET`, `COSMIC SECRET`."""
    word = reading.words[reading.at]
    if word not in ("NATO", "COSMIC") or reading.kind_ahead() != BLANK:
        return False
    activity = _activity_ahead(reading) if word == "NATO" else ""
    steps = 4 if activity else 2
    found = reading.tables.register.match(reading.words, reading.at + steps)
    if found is None or found[0].entry.category != "level":
        return False
    start, (form, length) = reading.token.start, found
    if activity:
        reading.at += steps
        reading.take(form, length)
        _finish_activity(reading, form.entry.level, activity, start, gap)
    else:
        reading.at += steps + length
        _finish_wrong(reading, word, form.entry.level, start, gap)
    return True


def _activity_ahead(reading: Reading) -> str:
    """The activity behind NATO: `ISAF` in `NATO ISAF SECRET`."""
    word, tables = reading.words[reading.at + 2], reading.tables
    known = word in tables.codes or word in tables.activities.values()
    return word if known and reading.kind_ahead(3) == BLANK else ""


def _finish_wrong(reading: Reading, word: str, level: Level | None, start: int, gap: Gap) -> None:
    """COSMIC goes with TOP SECRET only, NATO never (DODM E4-S4.b.2)."""
    entries = reading.tables.entries.values()
    right = next((entry for entry in entries if entry.category == "nato" and entry.level == level), None)
    meant = right.written(reading.portion) if right is not None else ""
    code = "nato-level-wrong"
    if right is not None and right.name.startswith(word):  # `NATO S`, half of either form
        code = "long-form-in-portion" if reading.portion else "classification-abbreviated-in-banner"
    reading.fault(code, start, reading.last_end, meant, "nato")
    _set(reading, level, "COSMIC" if level is Level.TOP_SECRET else "NATO")
    reading.part("nato", meant, start, reading.last_end, right.meaning if right is not None else "")
    reading.item("nato", meant, None, start, gap)


def _read_initials(reading: Reading, gap: Gap) -> bool:
    """`NIS`: NATO, the letter of the activity, the letter of the level. `NIC SECRET` is Nicaragua's."""
    token, tables = reading.token, reading.tables
    if token.text in tables.codes and reading.kind_ahead() == BLANK:
        return False
    activity = tables.activities.get(token.text[1:-1]) if token.text[:1] == "N" else None
    form = tables.register.get(token.text[-1:]) if activity else None
    if activity is None or form is None or form.entry.category != "level":
        return False
    reading.at += 1
    if not reading.portion:
        meant = f"NATO {activity} {form.entry.name}"
        reading.fault("classification-abbreviated-in-banner", token.start, token.end, meant, "nato")
    _finish_activity(reading, form.entry.level, activity, token.start, gap)
    return True


def _finish_activity(reading: Reading, level: Level | None, activity: str, start: int, gap: Gap) -> None:
    _set(reading, level, activity)
    name, code = f"NATO {activity} {level}", reading.tables.codes.get(activity)
    meaning = f"NATO information of {code.name}" if code else ""
    reading.part("nato", name, start, reading.last_end, meaning)
    reading.item("nato", name, None, start, gap)
