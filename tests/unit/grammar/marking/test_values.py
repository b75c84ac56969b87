"""What a marking says, as a value."""

import pytest

from tests.unit.grammar.marking.made import READER, read
from validator.grammar.marking import Part
from validator.model.level import Level
from validator.model.marking import AtomicControl, Compartment, ControlSystem, CuiCategory, Marking

SECRET, TOP_SECRET, UNCLASSIFIED = Level.SECRET, Level.TOP_SECRET, Level.UNCLASSIFIED
SI_G = ControlSystem("SI", (Compartment("G", ("ABCD", "EFGH")), Compartment("XYZ")))

VALUES: list[tuple[str, Marking]] = [
    ("SECRET", Marking("us", SECRET)),
    ("(U)", Marking("us", UNCLASSIFIED)),
    ("TOP SECRET//SI-G ABCD EFGH-XYZ", Marking("us", TOP_SECRET, sci=(SI_G,))),
    ("TOP SECRET//SI-GAMMA ABCD EFGH-XYZ", Marking("us", TOP_SECRET, sci=(SI_G,))),
    ("(TS//TK/SI)", Marking("us", TOP_SECRET, sci=(ControlSystem("SI"), ControlSystem("TK")))),
    (
        "TOP SECRET//HCS-P JJJ-P DDDD",
        Marking(
            "us",
            TOP_SECRET,
            sci=(ControlSystem("HCS", (Compartment("P", ("JJJ",)), Compartment("P", ("DDDD",)))),),
        ),
    ),
    (
        "SECRET//SAR-BP-123/CA-XYZ YYY",
        Marking(
            "us",
            SECRET,
            sap=(
                ControlSystem("BP", (Compartment("123"),)),
                ControlSystem("CA", (Compartment("XYZ", ("YYY",)),)),
            ),
        ),
    ),
    ("SECRET//SAR-BUTTER POPCORN", Marking("us", SECRET, sap=(ControlSystem("BUTTER POPCORN"),))),
    ("SECRET//SAR-MULTIPLE PROGRAMS", Marking("us", SECRET, sap_multiple=True)),
    (
        "SECRET//RD-CNWDI/FRD-SIGMA 18 14",
        Marking("us", SECRET, aea=(AtomicControl("RD", cnwdi=True), AtomicControl("FRD", sigmas=(14, 18)))),
    ),
    ("(S//RD-N)", Marking("us", SECRET, aea=(AtomicControl("RD", cnwdi=True),))),
    ("(U//DCNI)", Marking("us", UNCLASSIFIED, aea=(AtomicControl("DOD UCNI"),))),
    ("SECRET//FGI", Marking("us", SECRET, fgi=())),
    ("SECRET//FGI NATO DEU", Marking("us", SECRET, fgi=("DEU", "NATO"))),
    ("SECRET//NOFORN/ORCON", Marking("us", SECRET, dissem=("ORCON", "NOFORN"))),
    ("(S//REL)", Marking("us", SECRET, rel_to=())),
    ("SECRET//REL TO USA, GBR, FVEY, CAN", Marking("us", SECRET, rel_to=("USA", "CAN", "GBR", "FVEY"))),
    ("(TS//EYES)", Marking("us", TOP_SECRET, eyes_only=())),
    ("SECRET//USA/GBR EYES ONLY", Marking("us", SECRET, eyes_only=("USA", "GBR"))),
    ("SECRET//DISPLAY ONLY IRQ, AFG", Marking("us", SECRET, display_only=("AFG", "IRQ"))),
    ("(U//SBU-NF)", Marking("us", UNCLASSIFIED, non_ic=("SBU NOFORN",))),
    ("SECRET//ACCM-FICTITIOUS EFFORT", Marking("us", SECRET, non_ic=("ACCM-FICTITIOUS EFFORT",))),
    ("(//GBR CAN S)", Marking("non-us", SECRET, owners=("CAN", "GBR"))),
    ("(FGI-C)", Marking("non-us", Level.CONFIDENTIAL, owners=("FGI",))),
    ("//SECRET", Marking("non-us", SECRET)),
    ("(//JOINT S//REL)", Marking("joint", SECRET, rel_to=())),
    ("//JOINT SECRET CAN USA", Marking("joint", SECRET, owners=("CAN", "USA"))),
    (
        "(//CTS//BOHEMIA)",
        Marking("nato", TOP_SECRET, owners=("NATO",), nato="COSMIC", nato_controls=("BOHEMIA",)),
    ),
    ("(//NCA)", read("//NATO CONFIDENTIAL//ATOMAL").marking or Marking("us", None)),
    ("(//NIS)", Marking("nato", SECRET, owners=("NATO",), nato="ISAF")),
    ("TOP SECRET//BOHEMIA", Marking("us", TOP_SECRET, nato_controls=("BOHEMIA",))),
    ("CUI", Marking("cui", UNCLASSIFIED, cui=True, cui_word="CUI")),
    (
        "CONTROLLED//PRVCY/SP-CTI//FEDCON",
        Marking(
            "cui",
            UNCLASSIFIED,
            cui=True,
            cui_word="CONTROLLED",
            cui_categories=(CuiCategory("CTI", specified=True), CuiCategory("PRVCY")),
            cui_dissem=("FEDCON",),
        ),
    ),
    (
        "SECRET//CUI//NOFORN",
        Marking("us", SECRET, dissem=("NOFORN",), cui=True, cui_word="CUI"),
    ),
    ("NOFORN", Marking("us", None, dissem=("NOFORN",))),
    ("(FOUO)", Marking("us", UNCLASSIFIED, dissem=("FOUO",))),
    ("SECRET//NOFORN//25X1", Marking("us", SECRET, dissem=("NOFORN",), declassification="25X1")),
    # What is misspelt is kept as what it is near to, what is strange as it stands.
    ("SECRET//NOFRON", Marking("us", SECRET, dissem=("NOFORN",))),
    (
        "TOP SECRET//QWERTZ-AB CD",
        Marking("us", TOP_SECRET, sci=(ControlSystem("QWERTZ", (Compartment("AB", ("CD",)),)),)),
    ),
    ("SECRET//NOFORN/QWERTZ", Marking("us", SECRET, dissem=("NOFORN", "QWERTZ"))),
]


@pytest.mark.parametrize(("text", "marking"), VALUES, ids=[value[0] for value in VALUES])
def test_a_marking_becomes_a_value(text: str, marking: Marking) -> None:
    assert read(text).marking == marking


@pytest.mark.parametrize("text", ["", "()", "Hello world", "the quick / brown fox", "12345", "a//b", "\n"])
def test_what_is_no_marking_has_no_value(text: str) -> None:
    found = read(text)
    assert (found.marking, found.parts) == (None, ())
    assert [fault.code for fault in found.faults] == ["classification-missing"]


def test_every_part_is_explained() -> None:
    assert read("(S//SI-G ABCD//REL TO USA, GBR)").parts == (
        Part(
            "level",
            "SECRET",
            "S",
            1,
            2,
            "unauthorized disclosure could cause serious damage to the national security",
        ),
        Part("sci", "SI", "SI", 4, 6, "special intelligence"),
        Part("sci-compartment", "SI-G", "G", 7, 8),
        Part("sub-compartment", "SI-G ABCD", "ABCD", 9, 13),
        Part("dissem", "REL TO", "REL TO", 15, 21, "authorized for release to"),
        Part("country", "USA", "USA", 22, 25, "United States of America"),
        Part("country", "GBR", "GBR", 27, 30, "United Kingdom of Great Britain and Northern Ireland"),
    )


def test_a_fragment_needs_no_classification() -> None:
    assert [fault.code for fault in READER.fragment("REL TO USA").faults] == ["usa-alone-in-rel-to"]
    found = READER.fragment("SBU NOFORN")
    assert (found.faults, found.marking) == ((), Marking("us", None, non_ic=("SBU NOFORN",)))


def test_the_same_text_is_read_once() -> None:
    assert READER.banner("SECRET//NOFORN") is READER.banner("SECRET//NOFORN")
    assert READER.banner("SECRET//NF") is not READER.portion("SECRET//NF")
