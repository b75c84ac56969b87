"""Markings of the Atomic Energy Act: `RD-CNWDI`, `FRD-SIGMA 14 18`, `DOE UCNI`, `TFNI`."""

from typing import Final

from validator.grammar.marking.forms import Form
from validator.grammar.marking.lexer import BLANK, COMMA, HYPHEN, WORD
from validator.grammar.marking.reading import Gap, Reading
from validator.model.marking import AtomicControl

_CNWDI_OF_DOD: Final = "N"
_PARENTS: Final = ("RD", "FRD")
_DIGITS: Final = "0123456789"
_HIGHEST_SIGMA: Final = 99  # DODM 5200.01-V2; the Register has four


def read_atomic(reading: Reading, form: Form, length: int, gap: Gap) -> None:
    """A control of the Act with what is attached to it."""
    start, entry = reading.take(form, length), form.entry
    reading.part("aea", entry.name, start, reading.last_end, entry.meaning)
    control = AtomicControl(entry.name)
    while entry.name in _PARENTS and (suffix := _suffix_ahead(reading)):
        if reading.token.kind == BLANK:
            reading.fault("separator-wrong", reading.token.start, reading.token.end, "-", "aea")
        reading.at += 1
        control = _with_suffix(reading, control, *suffix)
    reading.draft.aea.append(control)
    reading.item("aea", _in_words(control), (entry.rank, ""), start, gap)


def read_suffix_alone(reading: Reading, form: Form, length: int, gap: Gap) -> None:
    """`RD//CNWDI`, or CNWDI without the RD that it belongs to."""
    aea, start = reading.draft.aea, reading.token.start
    attached = bool(reading.items) and reading.items[-1].category == "aea" and aea[-1].name in _PARENTS
    control = aea.pop() if attached else AtomicControl(_PARENTS[0])
    aea.append(_with_suffix(reading, control, form, length))
    if attached:
        reading.fault("separator-wrong", gap.start, gap.end, "-", "aea")
        reading.items[-1] = reading.items[-1].stretched(reading.last_end)
        return
    meant = f"{_PARENTS[0]}-{form.entry.written(reading.portion)}"
    reading.fault("parent-missing", start, reading.last_end, meant, "aea")
    reading.item("aea", form.entry.name, (1, ""), start, gap)


def _suffix_ahead(reading: Reading) -> tuple[Form, int] | None:
    """CNWDI or SIGMA behind a hyphen, or by mistake behind a blank; `N` is the CNWDI of the DoD."""
    sign = reading.token.kind
    if sign not in (HYPHEN, BLANK) or reading.kind_ahead() != WORD:
        return None
    word = reading.words[reading.at + 1]
    found = reading.tables.register.match(reading.words, reading.at + 1)
    if found is not None:
        return found if found[0].entry.category == "aea-suffix" else None
    if sign == HYPHEN and word == _CNWDI_OF_DOD:
        return Form(word, reading.tables.entries["CNWDI"]), 1
    form = reading.tables.register.get(word.rstrip(_DIGITS))
    return (form, 0) if form is not None and form.entry.name == "SIGMA" else None


def _with_suffix(reading: Reading, control: AtomicControl, form: Form, length: int) -> AtomicControl:
    """The control with CNWDI, or with the numbers of SIGMA. A length of 0: they stand in one word, `SIGMA14`."""
    entry, token = form.entry, reading.token
    start = token.start
    if length:
        reading.take(form, length)
    if form.key == _CNWDI_OF_DOD:
        reading.fault_of_way("cnwdi-as-n", start, reading.last_end, entry.name)
    reading.part("aea-suffix", entry.name, start, token.end, entry.meaning)
    if entry.name != "SIGMA":
        return AtomicControl(control.name, True, control.sigmas)
    numbers = _read_sigmas(reading, start) if length else _read_joined(reading, form)
    return AtomicControl(control.name, control.cnwdi, tuple(sorted({*control.sigmas, *numbers})))


def _read_joined(reading: Reading, form: Form) -> list[int]:
    token = reading.token
    number = token.text[len(form.key) :]
    reading.at += 1
    reading.fault(
        "spacing", token.start, token.end, f"{form.entry.written(reading.portion)} {number}", "sigma"
    )
    return [int(number)] if len(number) <= len(str(_HIGHEST_SIGMA)) else []


def _read_sigmas(reading: Reading, start: int) -> list[int]:
    """The numbers behind SIGMA, set apart by blanks, in rising order."""
    numbers: list[int] = []
    first = reading.at
    while reading.token.kind in (BLANK, HYPHEN, COMMA) and _number_ahead(reading):
        sign = reading.token
        if sign.kind != BLANK:
            reading.fault("separator-wrong", sign.start, sign.end, " ", "sigma")
        reading.at += 1
        numbers.append(_read_number(reading))
    if not numbers:
        reading.fault("sigma-number", start, reading.last_end, "", "sigma")
    elif numbers != sorted(set(numbers)):
        code = "duplicate-token" if len(set(numbers)) != len(numbers) else "list-out-of-order"
        meant = " ".join(map(str, sorted(set(numbers))))
        reading.fault(code, reading.tokens[first + 1].start, reading.last_end, meant, "sigma")
    return numbers


def _number_ahead(reading: Reading) -> bool:
    word = reading.words[reading.at + 1]
    return len(word) <= len(str(_HIGHEST_SIGMA)) + 1 and word.isascii() and word.isdigit()


def _read_number(reading: Reading) -> int:
    token, number = reading.token, int(reading.token.text)
    reading.at += 1
    reading.part("sigma", token.text, token.start, token.end)
    if not 0 < number <= _HIGHEST_SIGMA:
        reading.fault("sigma-number", token.start, token.end, "", "sigma")
    elif number not in reading.tables.sigmas:
        reading.fault_in(("ic",), "sigma-number", token.start, token.end, "sigma")
    return number


def _in_words(control: AtomicControl) -> str:
    """`RD-CNWDI`, `FRD-SIGMA 14 18`."""
    sigmas = "-SIGMA " + " ".join(map(str, control.sigmas)) if control.sigmas else ""
    return f"{control.name}{'-CNWDI' if control.cnwdi else ''}{sigmas}"
