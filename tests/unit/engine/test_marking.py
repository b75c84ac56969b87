"""Single markings: judged by dialect and day, explained, corrected; banners worked out from portions."""

from datetime import date

import pytest

from validator import judge_marking, roll_up
from validator.errors import UsageError

# Text, what it should be, and the rules that say so.
FAULTY_BANNERS = [
    ("S//NOFORN", "SECRET//NOFORN", {"classification-abbreviated-in-banner"}),
    ("SECRET/NOFORN", "SECRET//NOFORN", {"separator-wrong"}),
    ("SECRET // NOFORN", "SECRET//NOFORN", {"spacing-wrong"}),
    ("SECRET//NF", "SECRET//NOFORN", {"portion-form-in-banner"}),
    ("SECRET//NoForn", "SECRET//NOFORN", {"lower-case-in-marking"}),
    ("SECRET////NOFORN", "SECRET//NOFORN", {"category-empty"}),
    ("SECRET//NOFORN/NOFORN", "SECRET//NOFORN", {"control-repeated"}),
    ("SECRET//NOFRON", "SECRET//NOFORN", {"control-unknown"}),
    ("TOP SECRET//TK/SI//NOFORN", "TOP SECRET//SI/TK//NOFORN", {"control-system-out-of-order"}),
    ("TOP SECRET//NOFORN//SI", "TOP SECRET//SI//NOFORN", {"category-out-of-order"}),
    ("SECRET//REL TO USA, GBR, AUS", "SECRET//REL TO USA, AUS, GBR", {"list-out-of-order"}),
    ("SECRET//REL TO GBR, USA", "SECRET//REL TO USA, GBR", {"usa-not-first"}),
    ("//JOINT SECRET CAN GBR//REL TO USA, CAN, GBR", None, {"usa-not-in-joint"}),
    ("//NATO TOP SECRET", "//COSMIC TOP SECRET", {"nato-level-wrong"}),
    ("SECRET//SECRET", None, {"classification-twice"}),
    ("CUI//PRVCY/SP-CTI", "CUI//SP-CTI/PRVCY", {"cui-categories-out-of-order"}),
    ("CUI//SP-LEI", "CUI//LEI", {"cui-specified-misused"}),
    ("UNCLASSIFIED//ORCON", None, {"banner-level-not-allowed-in-ic"}),
    ("SECRET//TK-IDIT", None, {"banner-companion-missing-in-ic"}),
    ("SECRET//NOFORN/RELIDO", None, {"banner-controls-exclude-each-other-in-ic"}),
    ("REL TO USA", None, {"classification-missing", "usa-alone-in-release-list"}),
    ("", None, {"classification-missing"}),
]
FAULTY_PORTIONS = [
    ("(S//NOFORN)", "(S//NF)", {"banner-form-in-portion"}),
    ("(S/NF)", "(S//NF)", {"separator-wrong"}),
    ("(S//NF", "(S//NF)", {"parenthesis-wrong"}),
    ("(FOUO)", "(U//FOUO)", {"unclassified-left-out-in-ic"}),
    ("(CONTROLLED)", "(CUI)", {"controlled-in-portion"}),
]


@pytest.mark.parametrize(("text", "corrected", "rules"), FAULTY_BANNERS)
def test_a_faulty_banner_is_not_valid(text: str, corrected: str | None, rules: set[str]) -> None:
    verdict = judge_marking(text)
    assert not verdict.valid
    assert rules <= {finding.rule for finding in verdict.findings}
    if corrected is not None:
        assert verdict.corrected == corrected


@pytest.mark.parametrize(("text", "corrected", "rules"), FAULTY_PORTIONS)
def test_a_faulty_portion_mark_is_not_valid(text: str, corrected: str, rules: set[str]) -> None:
    verdict = judge_marking(text, portion=True)
    found = {finding.rule for finding in verdict.findings}
    assert (verdict.valid, verdict.corrected, rules <= found) == (False, corrected, True)


@pytest.mark.parametrize("text", [case[1] for case in FAULTY_BANNERS if case[1]])
def test_what_is_corrected_is_valid(text: str) -> None:
    assert judge_marking(text).valid


@pytest.mark.parametrize(
    "text",
    [
        "UNCLASSIFIED",
        "SECRET//REL TO USA, FVEY",
        "TOP SECRET//SI-G ABCD/TK//RSEN/ORCON/NOFORN",
        "SECRET//CONTROLLED IMAGERY",
        "SECRET//RD-CNWDI//NOFORN",
        "//COSMIC TOP SECRET//BOHEMIA",
        "//JOINT SECRET GBR USA//REL TO USA, GBR",
        "CUI//SP-CTI//NOFORN",
    ],
)
def test_a_valid_banner_stays_as_it_is(text: str) -> None:
    verdict = judge_marking(text)
    assert (verdict.valid, verdict.corrected, verdict.findings) == (True, text, ())


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("SECRET//RD-N//NOFORN", {"ic": False, "dod": True}),
        ("TOP SECRET//SAR-MULTIPLE PROGRAMS", {"ic": False, "dod": True}),
        ("SECRET//EXDIS", {"ic": False, "dod": True}),
        ("CONFIDENTIAL//FRD-SIGMA 1 2", {"ic": False, "dod": True}),
        ("SECRET//TK", {"ic": True, "dod": False}),
        ("UNCLASSIFIED//RELIDO", {"ic": True, "dod": False}),
        ("//GBR SECRET//NOFORN", {"ic": True, "dod": False}),
        ("SECRET//NOFORN", {"ic": True, "dod": True, "isoo": True, "state": True, "nato": True}),
    ],
)
def test_each_dialect_has_its_own_rules(text: str, valid: dict[str, bool]) -> None:
    assert {dialect: judge_marking(text, dialect=dialect).valid for dialect in valid} == valid


@pytest.mark.parametrize(
    ("text", "last_day"),
    [
        ("SECRET//NOFORN//X1", date(2008, 1, 21)),
        ("SECRET//ORCON,NOFORN", date(2005, 6, 30)),
        ("SECRET//REL TO USA, CAN and GBR", date(2005, 6, 30)),
        ("SECRET//RD/NOFORN", date(2010, 11, 30)),
        ("SECRET//REL TO USA, ISAF", date(2016, 3, 17)),
        ("//COSMIC TOP SECRET BOHEMIA", date(2010, 11, 30)),
        ("SECRET//USA/GBR EYES ONLY", date(2017, 9, 30)),
    ],
)
def test_a_legacy_form_is_valid_in_its_day_only(text: str, last_day: date) -> None:
    assert judge_marking(text, as_of=last_day).valid
    assert not judge_marking(text, as_of=last_day.replace(year=last_day.year + 1)).valid


def test_without_a_day_the_rules_now_in_force_judge() -> None:
    verdict = judge_marking("SECRET//NOFORN//20301231")
    assert (verdict.valid, verdict.corrected) == (False, "SECRET//NOFORN")


def test_what_has_no_level_cannot_be_corrected() -> None:
    assert judge_marking("REL TO USA").corrected is None


def test_an_unpublished_system_is_a_warning() -> None:
    verdict = judge_marking("TOP SECRET//SI/XUNPUB//NOFORN")
    assert [(finding.rule, finding.severity) for finding in verdict.findings] == [
        ("control-system-unknown", "warning")
    ]
    assert verdict.valid


def test_a_finding_says_word_place_and_advice() -> None:
    (finding,) = judge_marking("SECRET//NF").findings
    assert finding.message == "NF is the form of a portion mark; a banner writes NOFORN."
    assert finding.hint == "Write NOFORN."
    assert (finding.span.start.offset, finding.span.end.offset) == (8, 10)


def test_the_parts_are_in_written_order_with_their_meaning() -> None:
    parts = judge_marking("(TS//SI//NF)", portion=True).parts
    assert [(part.written, part.canonical) for part in parts] == [
        ("TS", "TOP SECRET"),
        ("SI", "SI"),
        ("NF", "NOFORN"),
    ]
    assert all(part.meaning for part in parts)


def test_an_unknown_dialect_is_an_error_of_use() -> None:
    with pytest.raises(UsageError, match="there is no 'dodd'; did you mean 'dod'"):
        judge_marking("SECRET", dialect="dodd")


@pytest.mark.parametrize(
    ("portions", "dialect", "banner"),
    [
        (["(S//NF)", "(C)"], "ic", "SECRET//NOFORN"),
        (["(U//FOUO)", "(C)"], "ic", "CONFIDENTIAL"),
        (["(S//REL TO USA, GBR)", "(S)"], "ic", "SECRET//NOFORN"),
        (["(S//REL TO USA, GBR)", "(S)"], "dod", "SECRET"),
        (["not a mark", "(S)"], "ic", "SECRET"),
        ([], "ic", "UNCLASSIFIED"),
    ],
)
def test_the_banner_that_portions_need(portions: list[str], dialect: str, banner: str) -> None:
    assert roll_up(portions, dialect=dialect) == banner


def test_a_control_of_the_atomic_energy_act_is_named_as_it_is_written() -> None:
    faults = judge_marking("SECRET//FRD//RD-SIGMA 14").findings
    assert all("False" not in finding.message and "()" not in finding.message for finding in faults)
    assert any("RD-SIGMA 14" in f"{finding.message} {finding.hint}" for finding in faults)
