"""The labelled header of SMART telegrams: labels, banners, addressees, and what scans make of them."""

import datetime

import pytest

from tests.unit.parsers.made import fields, parsed, written

SMART = """\
                     UNCLASSIFIED
                         SBU

Info Office:   POL, ECON

MRN:           12 EASTMERE 2204
Date/DTG:      May 07, 2012 / 071338Z MAY 12
From:          AMEMBASSY EASTMERE
Action:        WASHDC, SECSTATE IMMEDIATE
E.O.:          13526
TAGS:          PREL, NO
Captions:      SENSITIVE
Subject:       Ferry talks

1. (SBU) One.

2. (U) Two.

Signature:     ROE

Drafted By:    EASTMERE:Doe, John
Info:          NORDHAVEN, AMCONSUL ROUTINE; HQ COAST GUARD
               WASHDC PRIORITY; WESTMERE COLLECTIVE
Dissemination Rule:   Released Copy

                     UNCLASSIFIED
                         SBU
"""
DAY = datetime.date(2012, 5, 7)
DATE = "Date/DTG:      May 07, 2012 / 071338Z MAY 12"

DATES = {
    "as it should be": (DATE, (DAY, DAY, False)),
    "the stroke read as an exclamation mark": (DATE.replace("e/D", "e!D"), (DAY, DAY, False)),
    "the stroke read as a letter": (DATE.replace("e/D", "elD"), (DAY, DAY, False)),
    "the stroke between them read as 1": (DATE.replace(" / ", "1"), (DAY, DAY, False)),
    "no stroke between them": (DATE.replace(" / ", "  "), (DAY, DAY, False)),
    "no day": ("Date/DTG: 071338Z MAY 12", (None, DAY, False)),
    "no group": ("Date/DTG: May 07, 2012", (DAY, None, False)),
    "a day that does not exist": (DATE.replace("May 07", "May 32"), (None, DAY, True)),
}


@pytest.mark.parametrize(("line", "expected"), DATES.values(), ids=DATES)
def test_the_day_and_the_group_are_read(line: str, expected: tuple[object, ...]) -> None:
    document = parsed(SMART.replace(DATE, line))
    assert fields(document, "smart_header", "day", "group_day", "day_impossible") == [expected]


def test_a_stroke_read_as_a_figure_is_said() -> None:
    document = parsed(SMART.replace(" / 07", "107"))
    assert fields(document, "look_alike", "part", "written", "meant") == [("date", "1", "/")]
    assert written(document, "look_alike") == ["1"]


def test_the_years_of_number_and_group() -> None:
    assert fields(parsed(SMART), "smart_header", "number_year", "group_year") == [(2012, 2012)]


CLOSING = SMART[SMART.rindex("\n\n") :]
BANNERS = {
    "over and under it": (SMART, ("UNCLASSIFIED//SBU", "SBU", "UNCLASSIFIED//SBU")),
    "over it only": (SMART.replace(CLOSING, "\n"), ("UNCLASSIFIED//SBU", "SBU", None)),
    "none": (SMART.replace(CLOSING, "\n")[SMART.index("Info Office") :], (None, None, None)),
    "a level alone": (SMART.replace("SBU\n", "\n"), ("UNCLASSIFIED", None, "UNCLASSIFIED")),
    "a mail above it": (
        "SECRET\n\nSee below.\n\n" + SMART,
        ("UNCLASSIFIED//SBU", "SBU", "UNCLASSIFIED//SBU"),
    ),
    "a level far below it": (
        SMART.replace(CLOSING, "\n" * 20 + "SECRET\n"),
        ("UNCLASSIFIED//SBU", "SBU", None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), BANNERS.values(), ids=BANNERS)
def test_the_banners_are_read(text: str, expected: tuple[object, ...]) -> None:
    assert fields(parsed(text), "smart_header", "banner", "control", "closing_banner") == [expected]


def test_a_heading_of_the_older_system_is_read_beside_the_header() -> None:
    document = parsed(SMART.replace("1. (SBU)", "UNCLAS EASTMERE 002204\n\n1. (SBU)"))
    assert fields(document, "smart_header", "number", "body_number") == [(2204, 2204)]
    assert fields(document, "paragraph", "number") == [(1,), (2,)]


def test_the_addressees_are_read_entry_by_entry() -> None:
    assert fields(parsed(SMART), "addressee", "role", "name", "precedence") == [
        ("from", "AMEMBASSY EASTMERE", None),
        ("to", "WASHDC, SECSTATE", "IMMEDIATE"),
        ("info", "NORDHAVEN, AMCONSUL", "ROUTINE"),
        ("info", "HQ COAST GUARD WASHDC", "PRIORITY"),
        ("info", "WESTMERE COLLECTIVE", None),
    ]
    assert written(parsed(SMART), "addressee")[3] == "HQ COAST GUARD\n               WASHDC PRIORITY"


def test_a_list_without_end_is_cut() -> None:
    long = SMART.replace("WESTMERE COLLECTIVE", "X;" * 600)
    assert len(parsed(long).of("addressee")) == 502


def test_the_names_behind_a_mail_are_no_addressees() -> None:
    mail = SMART + "\nFrom: Roe, Jane\nSent: Monday\n"
    assert fields(parsed(mail), "addressee", "role").count(("from",)) == 1


STRAYS = {
    "a speck before the mark": ("2. '(U) Two", "U", ["'"]),
    "no speck": ("2. (U) Two", "U", []),
    "a quotation": ("2. '(Two) is one too many'", None, []),
    "an unknown mark": ("2. '(X) Two", None, []),
}


@pytest.mark.parametrize(("text", "mark", "strays"), STRAYS.values(), ids=STRAYS)
def test_a_speck_before_a_mark_is_stepped_over_and_said(
    text: str, mark: str | None, strays: list[str]
) -> None:
    document = parsed(SMART.replace("2. (U) Two", text))
    assert fields(document, "paragraph", "mark")[1] == (mark,)
    assert written(document, "artefact")[1:] == strays
