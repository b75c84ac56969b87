"""Special access programs: `SAR-BP-123/CA-XYZ YYY`, `SPECIAL ACCESS REQUIRED-BUTTER POPCORN`."""

from typing import Final

from validator.grammar.marking.forms import Form
from validator.grammar.marking.lexer import BLANK, HYPHEN, WORD
from validator.grammar.marking.reading import Gap, Reading
from validator.grammar.marking.systems import judge_compartments, read_subs
from validator.model.marking import Compartment, ControlSystem

_ABBREVIATION: Final = 3  # characters of a program's abbreviation in a portion mark (REG16 p101)
_MULTIPLE: Final = "MULTIPLE PROGRAMS"


def read_sap(reading: Reading, form: Form, length: int, gap: Gap) -> None:
    """The first program with its `SAR-`, which is not repeated for the next one (REG16 p100)."""
    again = bool(reading.items) and reading.items[-1].category == "sap"
    start, entry = reading.take(form, length), form.entry
    reading.part("sap", entry.name, start, reading.last_end, entry.meaning)
    if again:
        reading.fault_of_way("repeated-sar", start, reading.last_end)
    sign = reading.token
    if sign.kind not in (HYPHEN, BLANK) or reading.kind_ahead() != WORD:
        reading.fault("names-missing", start, reading.last_end, "", "sap")
        reading.item("sap", "", None, start, gap)
        return
    if sign.kind == BLANK:
        reading.fault("separator-wrong", sign.start, sign.end, "-", "sap")
    reading.at += 1
    read_program(reading, start, gap)


def read_program(reading: Reading, start: int, gap: Gap) -> None:
    """One program: a nickname of one or more words, or an abbreviation, with its compartments."""
    first = reading.token.start
    name = _read_name(reading)
    if name == _MULTIPLE:
        reading.draft.sap_multiple = True
        reading.fault_of_way("sar-multiple-programs", start, reading.last_end)
        reading.part("sap-program", name, first, reading.last_end, "three programs or more")
    else:
        _finish_program(reading, name, first)
    reading.item("sap", name, (0, name), start, gap)


def _read_name(reading: Reading) -> str:
    first = reading.at
    reading.at += 1
    while reading.token.kind == BLANK and reading.kind_ahead() == WORD and reading.known(1) is None:
        reading.at += 2
    return "".join(reading.words[first : reading.at])


def _finish_program(reading: Reading, name: str, first: int) -> None:
    reading.part("sap-program", f"SAR-{name}", first, reading.last_end)
    if reading.portion and len(name) > _ABBREVIATION:
        reading.fault("long-form-in-portion", first, reading.last_end, "", "sap")
    compartments: list[Compartment] = []
    while reading.token.kind == HYPHEN and reading.kind_ahead() == WORD:
        reading.at += 1
        token = reading.token
        reading.at += 1
        written = f"SAR-{name}-{token.text}"
        reading.part("sap-compartment", written, token.start, token.end)
        compartments.append(Compartment(token.text, read_subs(reading, written)))
    judge_compartments(reading, compartments, first)
    reading.draft.sap.append(ControlSystem(name, tuple(compartments)))


def is_program_ahead(reading: Reading, gap: Gap) -> bool:
    """Whether a further program of SAR stands here."""
    return gap.text in ("/", ",") and bool(reading.items) and reading.items[-1].category == "sap"
