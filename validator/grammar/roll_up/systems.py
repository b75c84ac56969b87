"""Unions of control systems, programs and atomic energy controls over portions."""

from collections.abc import Iterable, Sequence
from typing import Final

from validator.model.level import Level
from validator.model.marking import AtomicControl, Compartment, ControlSystem

_UCNI: Final = frozenset({"DOD UCNI", "DOE UCNI"})
_RD, _FRD, _TFNI = "RD", "FRD", "TFNI"


def union(systems: Iterable[ControlSystem]) -> tuple[ControlSystem, ...]:
    """Every system, compartment and sub-compartment once, in ascending order (REG16 pp15-16, p28)."""
    found: dict[str, dict[str, set[str]]] = {}
    for system in systems:
        compartments = found.setdefault(system.name, {})
        for compartment in system.compartments:
            compartments.setdefault(compartment.name, set()).update(compartment.subs)
    return tuple(
        ControlSystem(
            name,
            tuple(
                Compartment(part, tuple(sorted(subs, key=ascending)))
                for part, subs in sorted(compartments.items(), key=lambda entry: ascending(entry[0]))
            ),
        )
        for name, compartments in sorted(found.items(), key=lambda entry: ascending(entry[0]))
    )


def ascending(name: str) -> tuple[bool, str]:
    """Numbers before letters."""
    return not name[:1].isdigit(), name


def atomic(controls: Sequence[AtomicControl], level: Level) -> tuple[AtomicControl, ...]:
    """RD outranks FRD outranks TFNI; SIGMA numbers are gathered; UCNI stays in unclassified banners only."""
    by_name = {control.name: control for control in controls}
    sigmas = tuple(sorted({sigma for control in controls for sigma in control.sigmas}))
    strongest = next((name for name in (_RD, _FRD, _TFNI) if name in by_name), None)
    found: list[AtomicControl] = []
    if strongest is not None:
        cnwdi = any(control.cnwdi for control in controls)
        found.append(
            AtomicControl(strongest, cnwdi and strongest == _RD, sigmas if strongest != _TFNI else ())
        )
    if level == Level.UNCLASSIFIED:
        found += (AtomicControl(name) for name in sorted(_UCNI & set(by_name)))
    return tuple(found)


def has_ucni(controls: Iterable[AtomicControl]) -> bool:
    """Whether unclassified controlled nuclear information is among them."""
    return any(control.name in _UCNI for control in controls)
