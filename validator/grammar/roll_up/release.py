"""Foreign disclosure and release in a roll-up: the table of the Register, pp. 28-30, and DoD's differing rows.

Each portion is one of: not for foreigners, released to a list, releasable by an official (RELIDO), for display to a
list, eyes only, or silent. The banner must be as strict as the strictest combination of them.
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from validator.grammar.country_groups import Members, expanded
from validator.model.level import Level
from validator.model.marking import Marking

USA: Final = "USA"
NOFORN: Final = "NOFORN"
_NOT_FOR_FOREIGNERS_BY_NON_IC: Final = frozenset({"EXDIS", "NODIS"})  # REG16 p172, p174: never released
# Controls that leave a portion without caveat as far as release goes (REG16 p51, p134, p176).
_UNCAVEATED: Final = frozenset({"FOUO"})


class Release(msgspec.Struct, frozen=True, gc=False):
    """What the banner says of release: at most NOFORN alone, or lists with or without RELIDO."""

    noforn: bool = False
    relido: bool = False
    rel_to: tuple[str, ...] | None = None
    display_only: tuple[str, ...] | None = None
    eyes_only: tuple[str, ...] | None = None


def release_of(portions: Sequence[Marking], members: Members, dialect: str) -> Release:
    """The release part of the banner over `portions`; `members` expands FVEY and its like."""
    relevant = [portion for portion in portions if _speaks_of_release(portion)]
    if not relevant:
        return Release()
    if any(_is_noforn(portion) for portion in relevant):
        return Release(noforn=True)
    if any(portion.eyes_only is not None for portion in relevant):
        return _eyes_only(relevant, members)
    return _combined(relevant, members, dialect)


def _speaks_of_release(portion: Marking) -> bool:
    """Unclassified portions without caveats are ignored (REG16 p51); classified ones always count."""
    if portion.level is not None and portion.level > Level.UNCLASSIFIED:
        return True
    caveats = set(portion.dissem) - _UNCAVEATED
    lists = (portion.rel_to, portion.display_only, portion.eyes_only)
    return bool(caveats or portion.sci) or any(codes is not None for codes in lists)


def _is_noforn(portion: Marking) -> bool:
    return NOFORN in portion.dissem or bool(_NOT_FOR_FOREIGNERS_BY_NON_IC.intersection(portion.non_ic))


def _combined(portions: Sequence[Marking], members: Members, dialect: str) -> Release:
    silent = [portion for portion in portions if _is_silent(portion)]
    if len(silent) == len(portions):
        return Release()
    relido = all("RELIDO" in portion.dissem for portion in portions)
    listed = all(portion.rel_to is not None or portion.display_only is not None for portion in portions)
    if not silent and listed:
        return _lists(portions, members, dialect, relido=relido)
    if relido:
        return Release(relido=True)
    if dialect == "dod" and _only_release_and_silence(portions):
        return Release()  # DoDM 5200.01-V2 Encl. 4 10.d(8)(a): outside intelligence the bare classification
    if _only_relido_and_silence(portions) and all(
        not portion.dissem and not portion.sci for portion in silent
    ):
        return Release(relido=True)  # REG16 pp19-21: uncaveated information since 28 June 2010 is RELIDO
    return Release(noforn=True)


def _is_silent(portion: Marking) -> bool:
    return portion.rel_to is None and portion.display_only is None and "RELIDO" not in portion.dissem


def _only_release_and_silence(portions: Sequence[Marking]) -> bool:
    return not any("RELIDO" in portion.dissem or portion.display_only is not None for portion in portions)


def _only_relido_and_silence(portions: Sequence[Marking]) -> bool:
    return not any(portion.rel_to is not None or portion.display_only is not None for portion in portions)


def _lists(portions: Sequence[Marking], members: Members, dialect: str, *, relido: bool) -> Release:
    """Released or displayed in every portion: what all of them share (release implies disclosure)."""
    released = [_released_to(portion, members) for portion in portions]
    shown = [_shown_to(portion, members) for portion in portions]
    common = _shared([countries for countries in released if countries is not None])
    displayed = _shared([countries for countries in shown if countries is not None]) - common - {USA}
    written = [portion.rel_to for portion in portions]
    rel_to = _as_written(written, common, members) if common - {USA} else None
    display = tuple(sorted(displayed)) if displayed else None
    if rel_to is None and all(codes == () for codes in written):
        rel_to = ()  # every portion says only REL: the list is the banner's own
    if rel_to is None and display is None:
        return Release() if dialect == "dod" and _only_release_and_silence(portions) else Release(noforn=True)
    return Release(relido=relido, rel_to=rel_to, display_only=display)


def _released_to(portion: Marking, members: Members) -> frozenset[str] | None:
    """The countries a portion is released to; None for the shorthand REL, whose list is the banner's."""
    if portion.rel_to is None:
        return frozenset()
    if portion.rel_to:
        return expanded(portion.rel_to, members)
    return expanded(portion.owners, members) if portion.system == "joint" and portion.owners else None


def _shown_to(portion: Marking, members: Members) -> frozenset[str] | None:
    released = _released_to(portion, members)
    return None if released is None else released | expanded(portion.display_only or (), members)


def _shared(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset.intersection(*sets) if sets else frozenset()


def _as_written(
    written: Sequence[tuple[str, ...] | None], common: frozenset[str], members: Members
) -> tuple[str, ...]:
    """A list that some portion wrote and that means the same, so that FVEY stays FVEY; else spelt out."""
    for codes in written:
        if codes and expanded(codes, members) | {USA} == common | {USA}:
            return codes
    return (USA, *sorted(common - {USA}))


def _eyes_only(portions: Sequence[Marking], members: Members) -> Release:
    """EYES ONLY with REL TO becomes REL TO for those they share; alone it stays (REG16 Table 3)."""
    lists = [portion.eyes_only if portion.eyes_only is not None else portion.rel_to for portion in portions]
    if any(codes is None for codes in lists):
        return Release(noforn=True)
    known = [expanded(codes, members) for codes in lists if codes]
    common = _shared(known)
    if all(portion.eyes_only is not None for portion in portions):
        return Release(eyes_only=tuple(sorted(common, key=_usa_first)))
    return Release(rel_to=(USA, *sorted(common - {USA}))) if common - {USA} else Release(noforn=True)


def _usa_first(code: str) -> tuple[bool, str]:
    return code != USA, code
