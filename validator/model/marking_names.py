"""The names by which the table of constraints knows what a marking holds."""

from collections.abc import Iterator

from validator.model.marking import AtomicControl, ControlSystem, Marking


def names_of(marking: Marking) -> tuple[str, ...]:
    """Every control of a marking by name, each once: `SI`, `SI-G`, `SI-G SUB`, `RD-CNWDI`, `REL TO`, `JOINT`.

    Besides controls: `SCI`, `SAR` and `AEA` for any system, program or atomic control, `FGI CONCEALED`, and the kind
    of marking where it is not US: `NON-US`, `JOINT`, `NATO`, `CUI`. In a CUI marking `CUI NOFORN`, `CUI REL TO`.
    """
    return tuple(dict.fromkeys(_names(marking)))


def _names(marking: Marking) -> Iterator[str]:
    if marking.system != "us":
        yield marking.system.upper()
    yield from marking.nato_controls
    for system in marking.sci:
        yield from _system(system)
    if marking.sap or marking.sap_multiple:
        yield "SAR"
    for control in marking.aea:
        yield from _atomic(control)
    if marking.fgi is not None:
        yield from ("FGI",) if marking.fgi else ("FGI", "FGI CONCEALED")
    yield from _dissemination(marking)
    for name in marking.non_ic:
        yield "ACCM" if name.startswith("ACCM-") else name
    if marking.cui:
        yield "CUI"
    yield from (category.name for category in marking.cui_categories)
    yield from (f"CUI {name}" for name in marking.cui_dissem)


def _system(system: ControlSystem) -> Iterator[str]:
    """`SI-XXX` is any compartment, `SI-G SUB` any sub-compartment."""
    yield from ("SCI", system.name)
    for compartment in system.compartments:
        name = f"{system.name}-{compartment.name}"
        yield name
        yield f"{system.name}-XXX"
        if compartment.subs:
            yield f"{name} SUB"


def _atomic(control: AtomicControl) -> Iterator[str]:
    yield from ("AEA", control.name)
    if control.cnwdi:
        yield "CNWDI"
    if control.sigmas:
        yield "SIGMA"


def _dissemination(marking: Marking) -> Iterator[str]:
    """Controls of a CUI marking are named apart: NOFORN may stand there without a classification in all dialects."""
    lists = {"REL TO": marking.rel_to, "EYES ONLY": marking.eyes_only, "DISPLAY ONLY": marking.display_only}
    names = (*marking.dissem, *(name for name, codes in lists.items() if codes is not None))
    yield from (f"CUI {name}" for name in names) if marking.system == "cui" else names
