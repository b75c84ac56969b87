"""The end of reading: the draft as a value in Register order, faults in written order."""

from validator.grammar.marking.reading import Draft, Reading
from validator.grammar.marking.tables import MarkingTables
from validator.grammar.marking.text import MarkingText
from validator.model.marking import AtomicControl, ControlSystem, CuiCategory, Marking, MarkingFault


def result_of(reading: Reading) -> MarkingText:
    """What was understood; no marking where that is nothing."""
    faults = _sorted(reading.faults)
    if not reading.understood:
        return MarkingText(None, tuple(fault for fault in faults if fault.code == "classification-missing"))
    parts = tuple(sorted(reading.parts, key=lambda part: part.start))
    return MarkingText(_marking(reading.draft, reading.tables), faults, parts)


def _sorted(faults: list[MarkingFault]) -> tuple[MarkingFault, ...]:
    """Each fault once; of one code at one place the later, which knows what was expected."""
    if len(faults) < 2:
        return tuple(faults)
    at = {(fault.start, fault.end, fault.code): fault for fault in faults}
    return tuple(at[place] for place in sorted(at))


def _marking(draft: Draft, tables: MarkingTables) -> Marking:
    return Marking(
        draft.system,
        draft.level,
        owners=tuple(draft.owners),
        nato=draft.nato,
        nato_controls=_ranked(draft.nato_controls, tables),
        sci=_merged(draft.sci),
        sap=_merged(draft.sap),
        sap_multiple=draft.sap_multiple,
        aea=_merged_atomic(draft.aea, tables),
        fgi=_listed(draft.fgi),
        dissem=_ranked(draft.dissem, tables),
        rel_to=_listed(draft.rel_to),
        eyes_only=_listed(draft.eyes_only),
        display_only=_listed(draft.display_only),
        non_ic=_ranked(draft.non_ic, tables),
        cui=bool(draft.cui_word),
        cui_word=draft.cui_word,
        cui_categories=_categories(draft.cui_categories),
        cui_dissem=tuple(sorted(set(draft.cui_dissem))),
        declassification=draft.declassification,
    )


def _ranked(names: list[str], tables: MarkingTables) -> tuple[str, ...]:
    if len(names) < 2:
        return tuple(names)
    return tuple(sorted(set(names), key=lambda name: (tables.rank(name), name)))


def _listed(codes: list[str] | None) -> tuple[str, ...] | None:
    return None if codes is None else tuple(dict.fromkeys(codes))


def _merged(systems: list[ControlSystem]) -> tuple[ControlSystem, ...]:
    """Systems in order, each once with all its compartments."""
    by_name: dict[str, list[ControlSystem]] = {}
    for system in systems:
        by_name.setdefault(system.name, []).append(system)
    return tuple(_merge(name, by_name[name]) for name in sorted(by_name))


def _merge(name: str, systems: list[ControlSystem]) -> ControlSystem:
    """Compartments of one name stay in written order: `HCS-P JJJ-P DDDD` (REG16 p194)."""
    compartments = dict.fromkeys(some for system in systems for some in system.compartments)
    return ControlSystem(name, tuple(sorted(compartments, key=lambda compartment: compartment.name)))


def _merged_atomic(controls: list[AtomicControl], tables: MarkingTables) -> tuple[AtomicControl, ...]:
    by_name: dict[str, AtomicControl] = {}
    for control in controls:
        other = by_name.get(control.name, control)
        sigmas = tuple(sorted({*control.sigmas, *other.sigmas}))
        by_name[control.name] = AtomicControl(control.name, control.cnwdi or other.cnwdi, sigmas)
    return tuple(by_name[name] for name in sorted(by_name, key=tables.rank))


def _categories(categories: list[CuiCategory]) -> tuple[CuiCategory, ...]:
    """Specified before Basic, each by the alphabet (CUI Registry)."""
    return tuple(sorted(set(categories), key=lambda category: (not category.specified, category.name)))
