"""Notices that go with markings: those that stand there, and those that a banner calls for."""

import pytest

from tests.unit.parsers.made import parsed

RD = (
    "This document contains RESTRICTED DATA as defined in the Atomic\n* Energy Act of 1954, as amended.\n"
    "Unauthorized disclosure subject to administrative and criminal sanctions."
)
FRD = "Handle as RESTRICTED DATA in foreign dissemination.\nSection 144b, Atomic Energy Act of 1954."
CASES = {
    "RD without": ("SECRET//RD//NOFORN", "", (), ("RD",), ()),
    "RD with": ("SECRET//RD//NOFORN", RD, ("RD",), (), ()),
    "FRD without": ("SECRET//FRD//NOFORN", "", (), ("FRD",), ()),
    "FRD with": ("SECRET//FRD//NOFORN", FRD, ("FRD",), (), ()),
    "RD outranks FRD": ("SECRET//RD/FRD//NOFORN", RD, ("RD",), (), ()),
    "nuclear weapon design": ("SECRET//RD-CNWDI//NOFORN", RD, ("RD",), (), ("CNWDI",)),
    "imagery": ("SECRET//IMCON/NOFORN", "", (), (), ("IMCON",)),
    "FISA": ("SECRET//NOFORN/FISA", "FISA Warning: ask first.", ("FISA",), (), ()),
    "law enforcement": ("UNCLASSIFIED//LES", "", (), (), ("LES",)),
    "security": ("UNCLASSIFIED//SSI", "WARNING: it is controlled under 49 CFR parts 15 and 1520.", ("SSI",), (), ()),
    "nothing": ("SECRET//NOFORN", "The data of the harbor are restricted.", (), (), ()),
}  # fmt: skip


@pytest.mark.parametrize(("banner", "text", "standing", "due", "unread"), CASES.values(), ids=CASES)
def test_notices_of_markings(
    banner: str, text: str, standing: tuple[str, ...], due: tuple[str, ...], unread: tuple[str, ...]
) -> None:
    document = parsed(f"{banner}\n\n(U) One.\n\n{text}\n\n{banner}\n")
    assert (document.notices, document.notices_due, document.notices_due_unread) == (standing, due, unread)
