"""What reading a marking gives: the value, the faults, the parts in words."""

import msgspec

from validator.model.marking import Marking, MarkingFault


class Part(msgspec.Struct, frozen=True, gc=False):
    """One part of a written marking: what it is, in canonical form and in words, and where it stands."""

    category: str
    canonical: str
    written: str
    start: int
    end: int
    meaning: str = ""


class MarkingText(msgspec.Struct, frozen=True, gc=False):
    """A marking as read. `marking` is None where nothing was understood; faults and parts stand in written order."""

    marking: Marking | None
    faults: tuple[MarkingFault, ...] = ()
    parts: tuple[Part, ...] = ()
