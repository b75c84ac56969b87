"""Sensitive compartmented information: systems, compartments, sub-compartments."""

from typing import Final

from validator.grammar.marking.forms import Form
from validator.grammar.marking.lexer import BLANK, HYPHEN, WORD
from validator.grammar.marking.reading import Gap, Reading
from validator.model.marking import Compartment, ControlSystem

_SHORTEST_CONTROL: Final = 5  # letters of a control that is no compartment when a hyphen stands before it


def read_sci(reading: Reading, form: Form, length: int, gap: Gap) -> None:
    """A system of the Register with its compartments: `SI-G ABCD EFGH-XYZ`."""
    start, entry = reading.take(form, length), form.entry
    reading.part("sci", entry.name, start, reading.last_end, entry.meaning)
    finish_sci(reading, entry.name, start, gap)


def finish_sci(reading: Reading, name: str, start: int, gap: Gap) -> None:
    """The compartments behind the name of a system, published or not."""
    _keep(reading, name, [], start)
    reading.item("sci", name, (0, name), start, gap)


def read_orphan_compartment(reading: Reading, system: str) -> None:
    """The word here as if the system and a hyphen stood before it."""
    start = reading.token.start
    _keep(reading, system, [_read_name(reading, system)], start)


def _keep(reading: Reading, system: str, compartments: list[Compartment], start: int) -> None:
    while _compartment_ahead(reading, system):
        compartments += _read_compartment(reading, system)
    reading.draft.sci.append(ControlSystem(system, tuple(compartments)))
    judge_compartments(reading, compartments, start)


def _compartment_ahead(reading: Reading, system: str = "") -> bool:
    if reading.token.kind != HYPHEN or reading.kind_ahead() != WORD:
        return False
    if reading.words[reading.at + 1] in reading.tables.compartments.get(system, {}):
        return True
    form = reading.known(1)
    control = form is not None and (form.entry.category == "sci" or len(form.key) >= _SHORTEST_CONTROL)
    return not control or _is_retired_grouping(reading)


def _is_retired_grouping(reading: Reading) -> bool:
    term = reading.tables.retired.get(reading.words[reading.at + 1])
    return term is not None and term.group == "sci-compartment"


def _read_compartment(reading: Reading, system: str) -> list[Compartment]:
    """One compartment with its subs. `ECI` groups compartments and is none itself (REG16 p61)."""
    if _is_retired_grouping(reading):
        return _read_grouping(reading, system)
    reading.at += 1
    return [_read_name(reading, system)]


def _read_name(reading: Reading, system: str) -> Compartment:
    token, name = reading.token, reading.words[reading.at]
    reading.at += 1
    form = reading.tables.compartments.get(system, {}).get(name)
    if form is not None:
        reading.fault_of_form(form, token.start, token.end)
        name = form.entry.name
    else:
        _judge_unpublished(reading, system, name)
    meaning = form.entry.meaning if form is not None else ""
    reading.part("sci-compartment", f"{system}-{name}", token.start, token.end, meaning)
    return Compartment(name, read_subs(reading, f"{system}-{name}"))


def _read_grouping(reading: Reading, system: str) -> list[Compartment]:
    token = reading.tokens[reading.at + 1]
    term = reading.tables.retired[token.text]
    reading.fault_of_term(term, token.start, token.end)
    reading.at += 2
    names: list[Compartment] = []
    while reading.token.kind in (BLANK, HYPHEN) and reading.kind_ahead() == WORD and reading.known(1) is None:
        word = reading.tokens[reading.at + 1]
        names.append(Compartment(word.text))
        reading.part("sci-compartment", f"{system}-{word.text}", word.start, word.end)
        reading.at += 2
    return names


def _judge_unpublished(reading: Reading, system: str, name: str) -> None:
    """A compartment that a published system does not have, nor any of the shape that it may have."""
    shapes = reading.tables.shapes.get(system)
    if shapes is None or any(_has_shape(name, shape) for shape in shapes):
        return
    token = reading.tokens[reading.at - 1]
    known = reading.tables.compartments.get(system, {})
    if not known:  # none is published, so that no word can be meant but only a shape
        reading.fault("compartment-shape", token.start, token.end, "", "sci")
        return
    near = reading.suggestion(reading.tables.nearest_compartment(system), name)
    reading.fault("unknown-token", token.start, token.end, known[near].entry.name if near else "", "sci")


def _judge_sub(reading: Reading, parent: str, name: str, start: int, end: int) -> None:
    """A sub-compartment of a shape that those of a published compartment do not have."""
    shapes = reading.tables.shapes.get(parent)
    if shapes and not any(_has_shape(name, shape) for shape in shapes):
        reading.fault("compartment-shape", start, end, "", "sci")


def _has_shape(name: str, shape: str) -> bool:
    if len(name) != len(shape):
        return False
    return all(
        char.isalpha() if kind == "A" else char.isalnum() for char, kind in zip(name, shape, strict=True)
    )


def read_subs(reading: Reading, parent: str) -> tuple[str, ...]:
    """Sub-compartments follow after blanks, up to a word that is a control of its own."""
    subs: list[str] = []
    while reading.token.kind == BLANK and reading.kind_ahead() == WORD and reading.known(1) is None:
        token = reading.tokens[reading.at + 1]
        subs.append(token.text)
        reading.part("sub-compartment", f"{parent} {token.text}", token.start, token.end)
        _judge_sub(reading, parent, token.text, token.start, token.end)
        reading.at += 2
    return tuple(subs)


def judge_compartments(reading: Reading, compartments: list[Compartment], start: int) -> None:
    """Compartments and subs ascend, digits before letters, none twice (REG16 p61)."""
    names = [compartment.name for compartment in compartments]
    subs = [compartment.subs for compartment in compartments]
    if len(set(compartments)) != len(compartments) or any(len(set(some)) != len(some) for some in subs):
        reading.fault("duplicate-token", start, reading.last_end, "", "compartment")
    if names != sorted(names) or any(list(some) != sorted(some) for some in subs):
        reading.fault("control-out-of-order", start, reading.last_end, "", "compartment")
