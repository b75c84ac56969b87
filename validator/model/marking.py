"""A classification or CUI marking as a value: what a banner line or a portion mark says, however it was written."""

from datetime import date

import msgspec

from validator.model.level import Level


class Compartment(msgspec.Struct, frozen=True, order=True, gc=False):
    """One compartment of a control system or program, with its sub-compartments: the `G ABCD` of `SI-G ABCD`."""

    name: str
    subs: tuple[str, ...] = ()


class ControlSystem(msgspec.Struct, frozen=True, order=True, gc=False):
    """One SCI system or one SAP program with its compartments: `SI-G ABCD EFGH-XYZ`, `SAR-BP-123`."""

    name: str
    compartments: tuple[Compartment, ...] = ()


class AtomicControl(msgspec.Struct, frozen=True, order=True, gc=False):
    """One marking of the Atomic Energy Act: `RD`, `RD-CNWDI`, `FRD-SIGMA 14 18`, `DOE UCNI`, `TFNI`."""

    name: str  # RD FRD TFNI DOD UCNI DOE UCNI
    cnwdi: bool = False
    sigmas: tuple[int, ...] = ()


class CuiCategory(msgspec.Struct, frozen=True, order=True, gc=False):
    """One CUI category mark; `specified` when it carries SP-."""

    name: str
    specified: bool = False


class Marking(msgspec.Struct, frozen=True, gc=False):
    """What a marking says, in canonical words: the banner abbreviation of the Register for every control.

    `system`: us, non-us, joint, nato or cui. `level` is UNCLASSIFIED for CUI and None where none was written. `owners`
    are country codes of a non-US or JOINT marking ("FGI" for a concealed source, "NATO" for NATO; none in the portion
    shorthand `(//JOINT S//REL)`). `fgi` is None without FGI, () for a concealed source, else codes in the order of the
    Register (trigraphs, then tetragraphs). `dissem` holds simple controls in Register order; lists of countries have
    fields of their own and None means that the control is absent; an empty `rel_to` is the portion shorthand `REL`.
    """

    system: str
    level: Level | None
    owners: tuple[str, ...] = ()
    nato: str | None = None  # "COSMIC" | "NATO" | a NAC activity such as "ISAF"
    nato_controls: tuple[str, ...] = ()  # ATOMAL BALK BOHEMIA
    sci: tuple[ControlSystem, ...] = ()
    sap: tuple[ControlSystem, ...] = ()
    sap_multiple: bool = False  # DoD: SAR-MULTIPLE PROGRAMS
    aea: tuple[AtomicControl, ...] = ()
    fgi: tuple[str, ...] | None = None
    dissem: tuple[str, ...] = ()
    rel_to: tuple[str, ...] | None = None
    eyes_only: tuple[str, ...] | None = None
    display_only: tuple[str, ...] | None = None
    non_ic: tuple[str, ...] = ()
    cui: bool = False
    cui_word: str = ""  # CUI or CONTROLLED, as written
    cui_categories: tuple[CuiCategory, ...] = ()
    cui_dissem: tuple[str, ...] = ()
    declassification: str | None = None  # the trailing block that banners carried until 2008


class MarkingFault(msgspec.Struct, frozen=True, gc=False):
    """A fault of a written marking: its code, where it stands in the marking's text, what was found and is meant.

    `group` is the category of the marking, or the term of `retired-markings` for a form once legal. `dialects` are
    those in which it is a fault, () for all of them. `until` is the last day of the documents that may be so marked,
    None where it was never right.
    """

    code: str
    start: int
    end: int
    found: str = ""
    meant: str = ""
    group: str = ""
    dialects: tuple[str, ...] = ()
    until: date | None = None
