"""What is wrong with CUI markings, place by place."""

import pytest

from tests.unit.grammar.marking.made import line, read, written

# The marking, its faults in written order, and the marking as it would be written from the value.
CASES: list[tuple[str, list[str], str]] = [
    ("CONTROLLED", ["form-of-another-dialect 0-10 'CONTROLLED' -> 'CUI' [dod]"], "CONTROLLED"),
    ("CUI//PRVCY/SP-CTI", ["cui-order 11-17 'SP-CTI' -> 'PRVCY'"], "CUI//SP-CTI/PRVCY"),
    ("CUI//SP-CTI/SP-AIV", ["cui-order 12-18 'SP-AIV' -> 'SP-CTI'"], "CUI//SP-AIV/SP-CTI"),
    ("CUI//CTI", ["cui-specified-misused 5-8 'CTI' -> 'SP-CTI'"], "CUI//SP-CTI"),
    ("CUI//SP-ADJ", ["cui-specified-misused 5-11 'SP-ADJ' -> 'ADJ'"], "CUI//ADJ"),
    ("CUI//ZZZZ", ["unknown-token 5-9 'ZZZZ'"], "CUI//ZZZZ"),
    ("CUI//PRIVACY", ["unknown-token 5-12 'PRIVACY' -> 'PRVCY'"], "CUI//PRVCY"),
    ("CUI//SP-CTIX", ["unknown-token 5-12 'SP-CTIX' -> 'SP-CTI'"], "CUI//SP-CTI"),
    ("CUI//NF", ["portion-form-in-banner 5-7 'NF' -> 'NOFORN'"], "CUI//NOFORN"),
    ("CUI//NOFORN//PRVCY", ["category-out-of-order 13-18 'PRVCY' -> 'cui-dissem'"], "CUI//PRVCY//NOFORN"),
    ("CUI//REL TO USA,GBR", ["spacing 15-16 ',' -> ', '"], "CUI//REL TO USA, GBR"),
    (
        "CUI//PRIVILEGE//AC",
        ["portion-form-in-banner 16-18 'AC' -> 'Attorney-Client'"],
        "CUI//PRIVILEGE//Attorney-Client",
    ),
    ("(CUI//NOFORN)", ["long-form-in-portion 6-12 'NOFORN' -> 'NF'"], "(CUI//NF)"),
    ("(CONTROLLED)", ["cui-word-in-portion 1-11 'CONTROLLED' -> 'CUI'"], "(CUI)"),
    ("CUI//DRAFT", ["supplemental-mark-in-marking 5-10 'DRAFT'"], "CUI"),
    ("CUI//DELIBERATIVE", ["supplemental-mark-in-marking 5-17 'DELIBERATIVE'"], "CUI"),
    (
        "CUI//PROVISIONAL - IN WORK",
        ["supplemental-mark-in-marking 5-26 'PROVISIONAL - IN WORK'", "spacing 16-19 ' - ' -> '-'"],
        "CUI",
    ),
    ("CUI//PRE-DECISIONAL//NOFORN", ["supplemental-mark-in-marking 5-19 'PRE-DECISIONAL'"], "CUI//NOFORN"),
    ("CUI//FOUO", ["systems-not-mixed 5-9 'FOUO'"], "CUI//FOUO"),
    ("CUI//SBU", ["systems-not-mixed 5-8 'SBU'"], "CUI//SBU"),
    ("CUI/SP-CTI", ["separator-wrong 3-4 '/' -> '//'"], "CUI//SP-CTI"),
    ("CUI//SP-CTI//SP-PRVCY", ["separator-wrong 11-13 '//' -> '/'"], "CUI//SP-CTI/SP-PRVCY"),
    ("CUI SP-CTI", ["separator-wrong 3-4 ' ' -> '//'"], "CUI//SP-CTI"),
    ("cui//prvcy", ["lower-case 0-10 'cui//prvcy' -> 'CUI//PRVCY'"], "CUI//PRVCY"),
    ("CUI//SECRET", ["double-classification 5-11 'SECRET'", "systems-not-mixed 5-11 'SECRET'"], "CUI"),
    ("SECRET//CUI", ["cui-in-classified 8-11 'CUI' [dod]"], "SECRET//CUI"),
    ("SECRET//CUI//SP-CTI//NOFORN", ["cui-in-classified 8-11 'CUI' [dod]"], "SECRET//CUI//SP-CTI//NOFORN"),
    ("SECRET//SI//CUI//NOFORN", ["cui-in-classified 12-15 'CUI' [dod]"], "SECRET//SI//CUI//NOFORN"),
    ("CUI//PRVCY/PRVCY", ["duplicate-token 11-16 'PRVCY'"], "CUI//PRVCY"),
    ("CUI//", ["empty-category 3-5 '//'"], "CUI"),
    ("//CUI", ["separator-wrong 0-2 '//'"], "CUI"),
    ("CUI//FEDCONN", ["unknown-token 5-12 'FEDCONN' -> 'FEDCON'"], "CUI//FEDCON"),
    ("CUI//SP-CTI/NOFORN", ["separator-wrong 11-12 '/' -> '//'"], "CUI//SP-CTI//NOFORN"),
    ("CUI//SSI", ["cui-specified-misused 5-8 'SSI' -> 'SP-SSI'"], "CUI//SP-SSI"),
    (
        "CUI//Health Information",
        [
            "lower-case 5-23 'Health Information' -> 'HEALTH INFORMATION'",
            "unknown-token 5-23 'Health Information' -> 'HLTH'",
        ],
        "CUI//HLTH",
    ),
    (
        "CONTROLLED UNCLASSIFIED INFORMATION",
        ["unknown-token 0-35 'CONTROLLED UNCLASSIFIED INFORMATION' -> 'CUI'"],
        "CUI",
    ),
    ("CUI//CTI/PRVCY", ["cui-specified-misused 5-8 'CTI' -> 'SP-CTI'"], "CUI//SP-CTI/PRVCY"),
    ("U//CUI", ["classification-abbreviated-in-banner 0-1 'U' -> 'UNCLASSIFIED'"], "UNCLASSIFIED//CUI"),
    ("CUI//EXPT, PRVCY", ["separator-wrong 9-10 ',' -> '/'"], "CUI//EXPT/PRVCY"),
    ("SECRET//CUI//PROPIN//NOFORN", ["cui-in-classified 8-11 'CUI' [dod]"], "SECRET//CUI//PROPIN//NOFORN"),
    (
        "SECRET//CUI//SP-PROPIN//FEDCON",
        ["cui-in-classified 8-11 'CUI' [dod]"],
        "SECRET//CUI//SP-PROPIN//FEDCON",
    ),
    ("CONTROLLED//PRVCY", ["form-of-another-dialect 0-10 'CONTROLLED' -> 'CUI' [dod]"], "CONTROLLED//PRVCY"),
    (
        "CONTROLLED//SP-SGI//FED ONLY",
        ["form-of-another-dialect 0-10 'CONTROLLED' -> 'CUI' [dod]"],
        "CONTROLLED//SP-SGI//FED ONLY",
    ),
]


@pytest.mark.parametrize(("text", "faults", "corrected"), CASES, ids=[case[0] for case in CASES])
def test_every_fault_has_its_code_place_and_meaning(text: str, faults: list[str], corrected: str) -> None:
    found = read(text)
    assert [line(fault) for fault in found.faults] == faults
    assert written(found.marking, text) == corrected
