"""What is a telegram, of which layout, with which parts; and what is none."""

import datetime

import pytest

from tests.unit.parsers.made import BODY, HEADER, ROUTING, fields, line_of, parsed

JANAP = "PAACZYUW RUEHXAA2204 1271340-CCCC--RUEHXBB.\nZNY CCCCC ZZH\nP 071338Z MAY 98\n"
PRINT = """\
CONFIDENTIAL

PAGE 01 EASTME 02204 071440Z

ORIGIN EUR-12
INFO OCT-01 ISO-00 /013 R
--------------------- 012345
R 071338Z MAY 74
FM AMEMBASSY EASTMERE
TO SECSTATE WASHDC 3307
CONFIDENTIAL EASTMERE 2204

E.O. 11652: GDS
TAGS: PFOR, NO
SUBJECT: FERRY

1. THE FERRY IS LATE.

CONFIDENTIAL

PAGE 02 EASTME 02204 071440Z

2. IT WILL STAY LATE.
ROE

CONFIDENTIAL

<< END OF DOCUMENT >>
"""
FORM = "OSRI: RUEHXA\nLINE1 " + JANAP.replace("\nZNY", "\nLINE2 ZNY").replace("\nP ", "\nLINE3 P ")
SMART = """\
CONFIDENTIAL

MRN:        12 EASTMERE 2204
Date/DTG:   May 07, 2012 / 071338Z MAY 12
From:       AMEMBASSY EASTMERE
E.O.:       13526
            DECL: 2022/05/07
TAGS:       PREL, NO
Captions:   NOFORN, SIPDIS
Reference:  A) 12 NORDHAVEN 7
Subject:    (C) Ferry talks

Classified By: Jane Roe, reasons 1.4 (b)

1. (C) One (ref A).

2. (C) Two.

Signature:  ROE

Drafted By: EASTMERE: Doe, John
"""

LAYOUTS = {
    "acp127": (ROUTING + HEADER + BODY, "acp127", {"body", "header", "routing", "whole"}),
    "janap128": (JANAP + HEADER + BODY, "janap128", {"body", "header", "routing", "whole"}),
    "message form": (FORM + HEADER + BODY, "message-form", {"body", "header", "routing", "whole"}),
    "print of 1973-79": (PRINT, "nara-sas", {"body", "header", "routing", "whole"}),
    "SMART": (SMART, "smart", {"body", "header", "routing", "whole"}),
    "no routing": (HEADER + BODY, "no-routing", {"body", "header", "whole"}),
    "a body alone": (BODY, "body-only", {"body", "whole"}),
    "routing alone": (ROUTING, "acp127", {"routing", "whole"}),
}


@pytest.mark.parametrize(("text", "layout", "has"), LAYOUTS.values(), ids=LAYOUTS)
def test_a_telegram_is_known_by_its_layout(text: str, layout: str, has: set[str]) -> None:
    document = parsed(text)
    assert (document.kind, document.layout, document.has) == ("telegram", layout, has)


NO_TELEGRAMS = {
    "an empty text": "",
    "prose": "Dear Jane,\n\nthe harbor was quiet on Sunday.\n",
    "numbered prose": "1. The harbor was quiet.\n\n2. The ferry was late.\n",
    "a memorandum": "CONFIDENTIAL\n\nMEMORANDUM FOR JANE ROE\n\nSUBJECT: Ferries\n\n1. (U) Text.\n2. Text.\n3. Text.\n",
    "an e-mail": "From: Roe, Jane\nTo: Doe, John\nSubject: Ferries\n\nSee you at noon.\n",
    "prose that begins like a classification line": "SECRET ARTICLE 1234 was read aloud\n",
    "a level alone": "CONFIDENTIAL\n",
    "a recipe in capitals": "TAKE FLOUR AND WATER.\nMIX BOTH WELL AND WAIT FOR AN HOUR.\n",
}


@pytest.mark.parametrize("text", NO_TELEGRAMS.values(), ids=NO_TELEGRAMS)
def test_no_telegram_because_it_is(text: str) -> None:
    document = parsed(text)
    assert (document.kind, document.layout, document.nodes) == ("unknown", "unknown", {})


@pytest.mark.parametrize("text", NO_TELEGRAMS.values(), ids=NO_TELEGRAMS)
def test_what_is_said_to_be_a_telegram_is_read_as_one(text: str) -> None:
    assert parsed(text, kind="telegram").kind == "telegram"


def test_a_print_of_the_seventies() -> None:
    document = parsed(PRINT)
    assert (document.date, document.post, document.mrn) == (datetime.date(1974, 5, 7), "EASTMERE", 2204)
    assert fields(document, "paragraph", "number") == [(1,), (2,)]
    assert fields(document, "signature", "name") == [("ROE",)]
    frames = [line_of(document, node) for node in document.of("artefact") if node.name == "page-print"]  # type: ignore[attr-defined]
    assert frames == [1, 3, 19, 21, 26]
    assert document.details["distribution"] == {"ORIGIN": {"EUR": 12}, "INFO": {"OCT": 1, "ISO": 0}}
    assert (document.details["distribution_sum"], document.details["distribution_sum_written"]) == (13, 13)
    assert document.details["relay_counter"] == 12345


DASH_LINES = {
    "counter alone": ("--------------------- 012345", (12345, None, None)),
    "filing, counter, copies": ("------------------270429Z 060566 /61", (60566, "270429Z", 61)),
    "counter, filing, copies": ("------------------ 060566 270429Z /61", (60566, "270429Z", 61)),
}


@pytest.mark.parametrize(("line", "expected"), DASH_LINES.values(), ids=DASH_LINES)
def test_the_dash_line_of_the_relay(line: str, expected: tuple[int, str | None, int | None]) -> None:
    details = parsed(PRINT.replace("--------------------- 012345", line)).details
    names = ("relay_counter", "relay_filing", "relay_copies")
    assert tuple(details.get(name) for name in names) == expected


def test_a_labelled_telegram() -> None:
    document = parsed(SMART)
    assert (document.date, document.post, document.mrn) == (datetime.date(2012, 5, 7), "EASTMERE", 2204)
    assert str(document.level) == "CONFIDENTIAL"
    assert fields(document, "executive_order", "order") == [("13526",)]
    assert (datetime.date(2022, 5, 7),) in fields(document, "declassification", "when")
    assert fields(document, "tags", "tokens") == [(("PREL", "NO"),)]
    assert fields(document, "caption", "name") == [("NOFORN",), ("SIPDIS",)]
    assert fields(document, "subject", "text", "mark") == [("(C) Ferry talks", "C")]
    assert fields(document, "reference", "role", "letter", "post", "year") == [
        ("listed", "A", "NORDHAVEN", 2012),
        ("cited", "A", None, None),
    ]
    assert fields(document, "classified_by", "name") == [("Jane Roe",)]
    assert fields(document, "paragraph", "number") == [(1,), (2,)]
    assert fields(document, "signature", "name") == [("ROE",)]


PAGE = """\
Paper Archive   Home   Search
1998-05-07 13:38:00
This page shows only a partial extract of the original telegram.

"""


def test_a_web_page_round_a_telegram_gives_its_date_and_notice() -> None:
    document = parsed(PAGE + HEADER + BODY)
    assert (document.date, document.date_source) == (datetime.date(1998, 5, 7), "carrier")
    assert "whole" not in document.has
    assert fields(document, "notice", "name") == [("partial-extract",)]
    assert fields(document, "artefact", "name") == [("web-page",)]
    assert line_of(document, document.of("notice")[0]) == 3


CARRIERS = {
    "another date": ("1998-05-08 10:00:00\n", datetime.date(1998, 5, 8)),
    "no such day": ("1998-13-08 10:00:00\n", None),
    "a date in a long line": ("On 1998-05-08 " + "the ferry was late " * 5 + "\n", None),
    "no date": ("Paper Archive\n", None),
}


@pytest.mark.parametrize(("page", "day"), CARRIERS.values(), ids=CARRIERS)
def test_the_date_of_a_carrier(page: str, day: datetime.date | None) -> None:
    assert parsed(page + "\n" + HEADER + BODY).date == day


def test_a_date_time_group_goes_before_the_date_of_the_carrier() -> None:
    document = parsed("2011-08-30 01:44:00\n\n" + ROUTING + HEADER + BODY)
    assert (document.date, document.date_source) == (datetime.date(1998, 5, 7), "date-time-group")


def test_a_later_notice_is_text() -> None:
    document = parsed(
        HEADER + BODY.replace("DOE\n", "This page shows only a partial extract of the original telegram.\n")
    )
    assert document.of("notice") == ()


def test_a_portion_above_the_level_is_the_highest() -> None:
    document = parsed(HEADER + "1. (S) ONE.\n\n2. (U) TWO.\nROE\n")
    assert (str(document.level), str(document.highest_portion), document.all_marked) == (
        "CONFIDENTIAL",
        "SECRET",
        True,
    )
    assert not parsed(HEADER + "1. ONE.\n\n2. (U) TWO.\nROE\n").all_marked


@pytest.mark.parametrize(
    ("line", "sensitive"),
    [
        ("UNCLAS EASTMERE 002204\n", False),
        ("UNCLAS EASTMERE 002204\n\nSENSITIVE\n", True),
        ("UNCLAS SENSITIVE EASTMERE 002204\n", True),
        ("UNCLAS E F T O EASTMERE 002204\n", True),
        ("LIMITED OFFICIAL USE EASTMERE 002204\n", True),
    ],
)
def test_what_is_sensitive_as_a_whole(line: str, sensitive: bool) -> None:
    text = line + "\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: FERRY\n\n1. (U) ONE.\n\n2. (U) TWO.\nROE\n"
    assert parsed(text).sensitive is sensitive
