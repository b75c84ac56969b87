"""What is wrong with non-US, JOINT and NATO markings, place by place."""

import pytest

from tests.unit.grammar.marking.made import line, read, written

# The marking, its faults in written order, and the marking as it would be written from the value.
CASES: list[tuple[str, list[str], str]] = [
    ("(NS)", ["separator-wrong 1-1 '' -> '//'"], "(//NS)"),
    ("(FGI-C)", ["form-of-another-dialect 1-6 'FGI-C' -> '//FGI C' [ic dod nato]"], "(//FGI C)"),
    ("(CAN-C)", ["form-of-another-dialect 1-6 'CAN-C' -> '//CAN C' [ic dod nato]"], "(//CAN C)"),
    ("(GBR S)", ["separator-wrong 1-1 '' -> '//'"], "(//GBR S)"),
    ("//GBR S", ["classification-abbreviated-in-banner 6-7 'S' -> 'SECRET'"], "//GBR SECRET"),
    ("//SECRET", ["owner-missing 0-2 '//'"], "//SECRET"),
    ("NATO SECRET", ["separator-wrong 0-0 '' -> '//'"], "//NATO SECRET"),
    (
        "//NATO TOP SECRET",
        ["nato-level-wrong 2-17 'NATO TOP SECRET' -> 'COSMIC TOP SECRET'"],
        "//COSMIC TOP SECRET",
    ),
    ("//COSMIC SECRET", ["nato-level-wrong 2-15 'COSMIC SECRET' -> 'NATO SECRET'"], "//NATO SECRET"),
    (
        "//COSMIC TOP SECRET BOHEMIA",
        ["legacy-form 2-27 'COSMIC TOP SECRET BOHEMIA' -> 'COSMIC TOP SECRET//BOHEMIA' until 2010-11-30"],
        "//COSMIC TOP SECRET//BOHEMIA",
    ),
    (
        "(//CTSA)",
        ["legacy-form 3-7 'CTSA' -> 'COSMIC TOP SECRET//ATOMAL' until 2010-11-30"],
        "(//CTS//ATOMAL)",
    ),
    (
        "(//CTS-B)",
        ["legacy-form 3-8 'CTS-B' -> 'COSMIC TOP SECRET//BOHEMIA' until 2010-11-30"],
        "(//CTS//BOHEMIA)",
    ),
    ("(//NSAT)", ["legacy-form 3-7 'NSAT' -> 'NATO SECRET//ATOMAL' until 2010-11-30"], "(//NS//ATOMAL)"),
    (
        "//JOINT SECRET CAN GBR USA//REL TO USA, CAN",
        ["joint-owner-not-released 28-43 'REL TO USA, CAN' -> 'GBR'"],
        "//JOINT SECRET CAN GBR USA//REL TO USA, CAN",
    ),
    ("//JOINT SECRET CAN USA//REL TO USA, FVEY", [], "//JOINT SECRET CAN USA//REL TO USA, FVEY"),
    (
        "//JOINT SECRET GBR",
        ["joint-owners-too-few 2-18 'JOINT SECRET GBR'", "usa-not-in-joint 15-18 'GBR'"],
        "//JOINT SECRET GBR",
    ),
    (
        "//JOINT SECRET GBR CAN USA//REL TO USA, CAN, GBR",
        ["list-out-of-order 15-26 'GBR CAN USA' -> 'CAN GBR USA'"],
        "//JOINT SECRET CAN GBR USA//REL TO USA, CAN, GBR",
    ),
    (
        "//JOINT SECRET, CAN, USA",
        ["separator-wrong 14-15 ',' -> ' '", "separator-wrong 19-20 ',' -> ' '"],
        "//JOINT SECRET CAN USA",
    ),
    ("//JOINT SECRET CAN GBR", ["usa-not-in-joint 15-22 'CAN GBR'"], "//JOINT SECRET CAN GBR"),
    ("JOINT SECRET CAN USA", ["separator-wrong 0-0 '' -> '//'"], "//JOINT SECRET CAN USA"),
    (
        "//JOINT S CAN USA",
        ["classification-abbreviated-in-banner 8-9 'S' -> 'SECRET'"],
        "//JOINT SECRET CAN USA",
    ),
    (
        "//JOINT CAN USA SECRET",
        ["control-out-of-order 2-22 'JOINT CAN USA SECRET'"],
        "//JOINT SECRET CAN USA",
    ),
    ("(//NATO S)", ["long-form-in-portion 3-9 'NATO S' -> 'NS'"], "(//NS)"),
    ("//NATO S", ["classification-abbreviated-in-banner 2-8 'NATO S' -> 'NATO SECRET'"], "//NATO SECRET"),
    (
        "//COSMIC TS",
        ["classification-abbreviated-in-banner 2-11 'COSMIC TS' -> 'COSMIC TOP SECRET'"],
        "//COSMIC TOP SECRET",
    ),
    ("(//S)", ["owner-missing 1-3 '//'"], "(//S)"),
    ("(//SECRET)", ["owner-missing 1-3 '//'", "long-form-in-portion 3-9 'SECRET' -> 'S'"], "(//S)"),
    ("//COSMIC", ["classification-missing 2-8 'COSMIC'"], "-"),
    ("//NATO", ["classification-missing 2-6 'NATO'"], "-"),
    ("(//NATO SECRET)", ["long-form-in-portion 3-14 'NATO SECRET' -> 'NS'"], "(//NS)"),
    ("//NS", ["classification-abbreviated-in-banner 2-4 'NS' -> 'NATO SECRET'"], "//NATO SECRET"),
    (
        "//CTS",
        ["classification-abbreviated-in-banner 2-5 'CTS' -> 'COSMIC TOP SECRET'"],
        "//COSMIC TOP SECRET",
    ),
    (
        "//NATO SECRET ATOMAL",
        ["legacy-form 2-20 'NATO SECRET ATOMAL' -> 'NATO SECRET//ATOMAL' until 2010-11-30"],
        "//NATO SECRET//ATOMAL",
    ),
    (
        "//NATO SECRET-ATOMAL",
        ["legacy-form 2-20 'NATO SECRET-ATOMAL' -> 'NATO SECRET//ATOMAL' until 2010-11-30"],
        "//NATO SECRET//ATOMAL",
    ),
    ("NATO CONFIDENTIAL//NOFORN", ["separator-wrong 0-0 '' -> '//'"], "//NATO CONFIDENTIAL//NOFORN"),
    ("COSMIC TOP SECRET", ["separator-wrong 0-0 '' -> '//'"], "//COSMIC TOP SECRET"),
    ("//SECRET//NOFORN", ["owner-missing 0-2 '//'"], "//SECRET//NOFORN"),
    ("//TOP SECRET", ["owner-missing 0-2 '//'"], "//TOP SECRET"),
    ("//DEU SECRET//FGI GBR", ["systems-not-mixed 14-21 'FGI GBR'"], "//DEU SECRET//FGI GBR"),
    ("//GBR USA SECRET", ["systems-not-mixed 2-16 'GBR USA SECRET'"], "//GBR USA SECRET"),
    ("//XYZ SECRET", ["unknown-country 2-5 'XYZ'"], "//XYZ SECRET"),
    ("//DEU, GBR SECRET", ["separator-wrong 5-6 ',' -> ' '"], "//DEU GBR SECRET"),
    ("//GBR", ["classification-missing 2-5 'GBR'"], "-"),
    ("//JOINT SECRET", ["joint-owners-too-few 2-14 'JOINT SECRET'"], "//JOINT SECRET"),
    ("//JOINT SECRET USA", ["joint-owners-too-few 2-18 'JOINT SECRET USA'"], "//JOINT SECRET USA"),
    ("//JOINT SECRET USA CAN", ["list-out-of-order 15-22 'USA CAN' -> 'CAN USA'"], "//JOINT SECRET CAN USA"),
    ("//JOINT CAN USA", ["classification-missing 2-15 'JOINT CAN USA'"], "//JOINT CAN USA"),
    ("//JOINT SECRET CAN/USA", ["separator-wrong 18-19 '/' -> ' '"], "//JOINT SECRET CAN USA"),
    (
        "JOINT S CAN USA",
        ["separator-wrong 0-0 '' -> '//'", "classification-abbreviated-in-banner 6-7 'S' -> 'SECRET'"],
        "//JOINT SECRET CAN USA",
    ),
]


@pytest.mark.parametrize(("text", "faults", "corrected"), CASES, ids=[case[0] for case in CASES])
def test_every_fault_has_its_code_place_and_meaning(text: str, faults: list[str], corrected: str) -> None:
    found = read(text)
    assert [line(fault) for fault in found.faults] == faults
    assert written(found.marking, text) == corrected
