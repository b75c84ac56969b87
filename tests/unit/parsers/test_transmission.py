"""The routing block: blocks told apart, filing against the date-time group, addressees."""

import datetime

import pytest

from tests.unit.parsers.made import BODY, HEADER, ROUTING, fields, parsed, written

TELEGRAM = ROUTING + HEADER + BODY


def test_a_block_is_read_whole() -> None:
    document = parsed(TELEGRAM)
    names = (
        "form",
        "transmission",
        "precedence",
        "station",
        "serial",
        "julian",
        "filing_time",
        "filing_lag",
        "security",
    )
    assert fields(document, "routing", *names) == [
        ("acp127", "VZCZCEMA0153", "P", "RUEHXC", 2204, 127, "1340", 2, "C")
    ]  # fmt: skip
    assert fields(document, "date_time_group", "moment", "precedences", "routing_precedence") == [
        (datetime.datetime(1998, 5, 7, 13, 38), ("P",), "P")
    ]
    assert (document.date, document.date_source, document.era) == (
        datetime.date(1998, 5, 7),
        "date-time-group",
        "eo12958",
    )
    assert written(document, "routing") == [ROUTING[: ROUTING.index("\nFM")]]


LAGS = {
    "two minutes": ("1271340", 2),
    "none": ("1271338", 0),
    "before the group": ("1271300", -38),
    "the next day": ("1280010", 632),
    "the first days of the next year": ("0011338", -126 * 24 * 60),
    "by day of the month": ("07/1340Z", 2),
    "by the next day of the month": ("08/0010Z", 632),
    "by the day before, clocks differ": ("06/2330Z", -848),
    "no such day of the year": ("3671340", None),
    "day 0": ("0001340", None),
    "no such time": ("1272560", None),
    "no day of that month in reach": ("40/1340Z", None),
}


@pytest.mark.parametrize(("filed", "lag"), LAGS.values(), ids=LAGS)
def test_the_lag_of_filing(filed: str, lag: int | None) -> None:
    document = parsed(TELEGRAM.replace("1271340", filed))
    assert fields(document, "routing", "filing_lag") == [(lag,)]


def test_filing_after_new_year_is_near_a_group_before_it() -> None:
    text = TELEGRAM.replace("1271340", "0010005").replace("071338Z MAY 98", "312355Z DEC 98")
    assert fields(parsed(text), "routing", "filing_lag") == [(10,)]


def test_a_century_is_settled_by_the_order() -> None:
    text = TELEGRAM.replace("MAY 98", "MAY 06")
    assert parsed(text).date == datetime.date(2006, 5, 7)
    assert parsed(text.replace("12958", "11652").replace("MAY 06", "MAY 74")).date == datetime.date(
        1974, 5, 7
    )


FAULTS = {
    "an impossible day": ("310424Z NOV 98", "NOV 1998 has no such day"),
    "an impossible hour": ("272404Z NOV 98", "there is no such time of day"),
    "an impossible month": ("270424Z NVO 98", "there is no such month"),
}


@pytest.mark.parametrize(("group", "fault"), FAULTS.values(), ids=FAULTS)
def test_an_impossible_group_is_kept_with_its_fault(group: str, fault: str) -> None:
    document = parsed(TELEGRAM.replace("071338Z MAY 98", group))
    assert fields(document, "date_time_group", "moment", "fault") == [(None, fault)]
    assert document.date is None


ADDRESSEES = {
    "indicator, name, precedence, number": (
        "TO RUEHC/SECSTATE WASHDC PRIORITY 3307",
        ("to", "SECSTATE WASHDC", "RUEHC", "PRIORITY", 3307),
    ),
    "no indicator": ("TO SECSTATE WASHDC PRIORITY 3307", ("to", "SECSTATE WASHDC", None, "PRIORITY", 3307)),
    "no precedence": ("TO RUEHC/SECSTATE WASHDC 3307", ("to", "SECSTATE WASHDC", "RUEHC", None, 3307)),
    "no number": ("TO RUEHC/SECSTATE WASHDC PRIORITY", ("to", "SECSTATE WASHDC", "RUEHC", "PRIORITY", None)),
    "two words of precedence": (
        "TO RUEHC/SECSTATE WASHDC NIACT IMMEDIATE 3307",
        ("to", "SECSTATE WASHDC", "RUEHC", "NIACT IMMEDIATE", 3307),
    ),
    "a name with a slash": ("TO SECDEF WASHDC//USDP//", ("to", "SECDEF WASHDC//USDP//", None, None, None)),
    "a collective": (
        "TO RUCNNBC/NORDIC BALTIC COLLECTIVE ROUTINE",
        ("to", "NORDIC BALTIC COLLECTIVE", "RUCNNBC", "ROUTINE", None),
    ),
}


@pytest.mark.parametrize(("line", "expected"), ADDRESSEES.values(), ids=ADDRESSEES)
def test_an_addressee_is_read(line: str, expected: tuple[object, ...]) -> None:
    document = parsed(TELEGRAM.replace("TO RUEHC/SECSTATE WASHDC PRIORITY 3307", line))
    assert fields(document, "addressee", "role", "name", "indicator", "precedence", "continuity") == [
        ("from", "AMEMBASSY EASTMERE", None, None, None),
        expected,
    ]


def test_lists_go_on_over_lines() -> None:
    more = (
        "RUEHXA/AMEMBASSY NORDHAVEN\nINFO RUEHXB/AMEMBASSY SOUTHPORT ISLE 12\nRUEHXD/AMEMBASSY WESTMERE\nBT\n"
    )
    document = parsed(TELEGRAM.replace("BT\n", more, 1))
    assert fields(document, "addressee", "role", "name") == [
        ("from", "AMEMBASSY EASTMERE"),
        ("to", "SECSTATE WASHDC"),
        ("to", "AMEMBASSY NORDHAVEN"),
        ("info", "AMEMBASSY SOUTHPORT ISLE"),
        ("info", "AMEMBASSY WESTMERE"),
    ]


JANAP = """\
PAACZYUW RUEHXAA2204 1271340-CCCC--RUEHXBB.
ZNY CCCCC ZZH
P 071338Z MAY 98
FM AMEMBASSY EASTMERE
TO SECSTATE WASHDC
"""
CONFLICTS = {
    "agreed": ("CCCC", "CCCCC", None),
    "the repetition differs": ("SSSS", "CCCCC", "C is repeated as SSSS"),
    "the prosign differs": ("CCCC", "SSSSS", "the first line says C, the prosign S"),
    "the prosign is malformed": ("CCCC", "CCCC", "it has 4 letters, not 5"),
}


@pytest.mark.parametrize(("again", "group", "fault"), CONFLICTS.values(), ids=CONFLICTS)
def test_a_janap_line_agrees_with_its_prosign(again: str, group: str, fault: str | None) -> None:
    text = JANAP.replace("CCCC--", again + "--").replace("CCCCC", group) + HEADER + BODY
    document = parsed(text)
    assert document.layout == "janap128"
    assert fields(document, "routing", "form", "serial", "filing_lag", "security_fault") == [
        ("janap128", 2204, 2, fault)
    ]


def test_a_joined_telegram_has_a_block_for_each_section() -> None:
    second = ROUTING.replace("EMA0153", "EMA0154").replace("#2204", "#2204/02")
    second += "C O N F I D E N T I A L SECTION 02 OF 02 EASTMERE 002204\n\n3. (C) THE END.\nDOE\n"
    first = TELEGRAM.replace("#2204", "#2204/01").replace("EASTMERE 00", "SECTION 01 OF 02 EASTMERE 00")
    document = parsed(first.replace("DOE\n", "BT\n#2204\nNNNN\n") + second)
    assert fields(document, "routing", "transmission", "section") == [
        ("VZCZCEMA0153", 1),
        ("VZCZCEMA0154", 2),
    ]
    assert len(document.of("addressee")) == 2
    assert fields(document, "section_marker", "number", "state") == [(1, "present"), (2, "present")]
