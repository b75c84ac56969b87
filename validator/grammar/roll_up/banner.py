"""The roll-up itself: level, systems, foreign information, release, other controls, in the Register's order."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec
from msgspec import structs

from validator.grammar.country_groups import Members
from validator.grammar.roll_up.controlled import controlled_banner, is_controlled
from validator.grammar.roll_up.release import NOFORN, Release, release_of
from validator.grammar.roll_up.systems import atomic, has_ucni, union
from validator.model.level import Level
from validator.model.marking import Marking
from validator.vocabulary.terms import Vocabularies

_RELEASE: Final = frozenset({"NOFORN", "RELIDO"})
_FOUO, _ORCON, _ORCON_USGOV = "FOUO", "ORCON", "ORCON-USGOV"
_SBU, _SBU_NF, _LES, _LES_NF = "SBU", "SBU NOFORN", "LES", "LES NOFORN"
_UNCLASSIFIED_ONLY: Final = frozenset({"LIMDIS", _SBU, _SBU_NF})
UNCLASSIFIED_CONTROLS: Final = frozenset({*_UNCLASSIFIED_ONLY, _FOUO, "DOD UCNI", "DOE UCNI"})
_CONCEALED: Final = "FGI"


class RollUp(msgspec.Struct, frozen=True, gc=False):
    """The banner that portions need. `shorthand`: some say only REL, whose list is the banner's own (REG16 p150)."""

    marking: Marking
    shorthand: bool = False


class Order(msgspec.Struct, frozen=True, gc=False):
    """What the roll-up must know of the Register: ranks of controls, members of groups, which codes are groups."""

    rank: Mapping[str, int]
    members: Members
    groups: frozenset[str]


def order_of(vocabularies: Vocabularies) -> Order:
    """What a roll-up needs of the vocabularies."""
    groups = vocabularies["tetragraphs"]
    return Order(
        rank={term.term: place for place, term in enumerate(vocabularies["register"])},
        members={term.term: frozenset(term.members) for term in groups if term.members},
        groups=frozenset(term.term for term in groups),
    )


def roll_up(portions: Sequence[Marking], order: Order, dialect: str = "ic") -> RollUp:
    """The banner over portions. Without portions, or where none has a level, it is UNCLASSIFIED.

    Sources: REG16 pp. 28-30 and the precedence notes of each marking's page; ISM-ID-00056 to 00521; for `dod`
    DoDM 5200.01-V2 Encl. 4 sections 5 and 10.
    """
    if is_controlled(portions):
        return RollUp(controlled_banner(portions, order.members), any(p.rel_to == () for p in portions))
    level = max(
        (portion.level for portion in portions if portion.level is not None), default=Level.UNCLASSIFIED
    )
    system, owners = _system(portions)
    if system == "joint":  # the shorthand `(//JOINT S//REL)` is released to the owners
        portions = [
            portion if portion.owners else structs.replace(portion, owners=owners) for portion in portions
        ]
    non_ic = _non_ic(portions, level)
    release = _with_non_ic(release_of(portions, order.members, dialect), portions, level, non_ic)
    dissem = _dissem(portions, level, release, non_ic, order.rank)
    marking = Marking(
        system=system,
        level=level,
        owners=owners,
        nato=_nato(portions) if system == "nato" else None,
        nato_controls=_gathered((portion.nato_controls for portion in portions), order.rank),
        sci=union(found for portion in portions for found in portion.sci),
        sap=union(found for portion in portions for found in portion.sap),
        aea=atomic([found for portion in portions for found in portion.aea], level),
        fgi=_fgi(portions, system, owners, order),
        dissem=dissem,
        rel_to=release.rel_to,
        eyes_only=release.eyes_only,
        display_only=release.display_only,
        non_ic=_without_absorbed(non_ic, level, release, order.rank),
    )
    return RollUp(marking, any(portion.rel_to == () for portion in portions))


def _system(portions: Sequence[Marking]) -> tuple[str, tuple[str, ...]]:
    """A wholly JOINT, foreign or NATO document keeps its own form of banner; any mixture is a US document."""
    systems = {portion.system for portion in portions}
    if len(systems) != 1 or systems <= {"us", "cui"}:
        return "us", ()
    system = systems.pop()
    owners = {portion.owners for portion in portions if portion.owners}
    if system == "joint" and len(owners) > 1:
        return "us", ()  # REG16 p57: different owners
    return system, tuple(sorted({code for codes in owners for code in codes}))


def _nato(portions: Sequence[Marking]) -> str | None:
    cosmic = any(portion.nato == "COSMIC" for portion in portions)
    return "COSMIC" if cosmic else next((portion.nato for portion in portions if portion.nato), None)


def _fgi(
    portions: Sequence[Marking], system: str, owners: tuple[str, ...], order: Order
) -> tuple[str, ...] | None:
    """Open sources are named, trigraphs then groups; one concealed source conceals all (REG16 p28, p124)."""
    differ = _owners_differ(portions)
    sources = [codes for portion in portions if (codes := _foreign(portion, system, differ)) is not None]
    if not sources:
        return None
    if any(codes == () or _CONCEALED in codes for codes in sources):
        return ()
    own = {"USA", *owners} if system == "joint" else {"USA"}
    named = {code for found in sources for code in found} - own
    return tuple(sorted(named, key=lambda code: (code in order.groups, code))) or None


def _foreign(portion: Marking, system: str, owners_differ: bool) -> tuple[str, ...] | None:
    """The foreign sources of a portion as the banner of a US document must name them."""
    if portion.system == system and system != "us":
        return portion.fgi
    match portion.system:
        case "nato":
            activity = () if portion.nato in (None, "COSMIC", "NATO") else (portion.nato,)
            return (*activity, "NATO", *(portion.fgi or ()))
        case "non-us":
            return (*portion.owners, *(portion.fgi or ())) or ()
        case "joint" if owners_differ:
            return (*portion.owners, *(portion.fgi or ()))
    return portion.fgi


def _owners_differ(portions: Sequence[Marking]) -> bool:
    return len({portion.owners for portion in portions if portion.system == "joint" and portion.owners}) > 1


def _non_ic(portions: Sequence[Marking], level: Level) -> set[str]:
    found = {control for portion in portions for control in portion.non_ic}
    if "NODIS" in found:
        found.discard("EXDIS")
    if found & {"NODIS", "EXDIS"}:
        found -= {_SBU, _SBU_NF}
    if _SBU_NF in found:
        found.discard(_SBU)
    if _LES_NF in found:
        found.discard(_LES)
    return found


def _with_non_ic(release: Release, portions: Sequence[Marking], level: Level, non_ic: set[str]) -> Release:
    """What makes the whole NOFORN: SBU-NF, LES-NF, EXDIS, NODIS, UCNI when classified (REG16 p118, p172-185)."""
    said = any((release.rel_to, release.display_only, release.eyes_only, release.noforn, release.relido))
    classified = level > Level.UNCLASSIFIED
    restricted = bool(non_ic & {_SBU_NF, _LES_NF}) and (classified or said)
    nuclear = classified and any(has_ucni(portion.aea) for portion in portions)
    return Release(noforn=True) if restricted or nuclear or non_ic & {"NODIS", "EXDIS"} else release


def _without_absorbed(
    non_ic: set[str], level: Level, release: Release, rank: Mapping[str, int]
) -> tuple[str, ...]:
    """What NOFORN or the level has taken over is not said twice: `NOFORN//SBU`, `NOFORN//LES`."""
    found = set(non_ic)
    if release.noforn and _SBU_NF in found:
        found = found - {_SBU_NF} | {_SBU}
    if release.noforn and _LES_NF in found:
        found = found - {_LES_NF} | {_LES}
    if level > Level.UNCLASSIFIED:
        found -= _UNCLASSIFIED_ONLY
    return _ranked(found, rank)


def _dissem(
    portions: Sequence[Marking], level: Level, release: Release, non_ic: set[str], rank: Mapping[str, int]
) -> tuple[str, ...]:
    found = {control for portion in portions for control in portion.dissem} - _RELEASE
    if _ORCON in found:
        found.discard(_ORCON_USGOV)
    # FOUO goes with release controls only (REG16 p134; ISM-ID-00030, 00066, 00154).
    if level > Level.UNCLASSIFIED or found - {_FOUO} or non_ic:
        found.discard(_FOUO)
    if release.noforn:
        found.add(NOFORN)
    if release.relido:
        found.add("RELIDO")
    return _ranked(found, rank)


def _gathered(sources: Iterable[tuple[str, ...]], rank: Mapping[str, int]) -> tuple[str, ...]:
    return _ranked({control for source in sources for control in source}, rank)


def _ranked(controls: Iterable[str], rank: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(controls, key=lambda control: (rank.get(control, len(rank)), control)))
