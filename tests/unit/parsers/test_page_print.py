"""Prints of 1973-79: page lines, copies for each office, attributes; and the message form of the nineties."""

import pytest

from tests.unit.parsers.made import BODY, HEADER, fields, parsed, written
from validator.model.level import Level

PRINT = """\
CONFIDENTIAL

PAGE 01 EASTME 02204 071440Z

ORIGIN EUR-12

INFO OCT-01 ISO-00 /013 R

--------------------- 012345
R 071338Z MAY 74
FM AMEMBASSY EASTMERE
TO SECSTATE WASHDC 2081
C O N F I D E N T I A L EASTMERE 2204

E.O. 11652: GDS
TAGS: PFOR, NO
SUBJECT: FERRY

1. THE FERRY IS LATE.
CONFIDENTIAL

UNCLASSIFIED

PAGE 02 EASTME 02204 071440Z

2. IT WILL STAY LATE.
ROE

Message Attributes

Current Classification: UNCLASSIFIED
Document Number: 1974EASTME02204
Original Classification: CONFIDENTIAL
"""

COPIES = {
    "as it should be": (PRINT, [(13, 13, 3)]),
    "another sum": (PRINT.replace("/013", "/014"), [(13, 14, 3)]),
    "no sum": (PRINT.replace(" /013 R", ""), [(13, None, 3)]),
    "a blank fell into a count": (PRINT.replace("OCT-01", "OCT-0 1"), [(12, None, 1)]),
    "a blank fell into a later count": (PRINT.replace("ISO-00", "ISO-0 0"), [(13, None, 2)]),
    "an office named twice": (PRINT.replace("ISO-00", "OCT-02"), [(15, 13, 2)]),
    "no copies": (PRINT.replace("ORIGIN EUR-12", "").replace("INFO OCT", "OCT"), []),
}


@pytest.mark.parametrize(("text", "expected"), COPIES.values(), ids=COPIES)
def test_the_copies_are_added_up(text: str, expected: list[tuple[object, ...]]) -> None:
    assert fields(parsed(text), "distribution", "total", "total_written", "offices") == expected


def test_the_page_lines_have_the_levels_beside_them() -> None:
    confidential, unclassified = Level.CONFIDENTIAL, Level.UNCLASSIFIED
    assert fields(parsed(PRINT), "page_line", "page", "post", "number", "level", "level_before") == [
        (1, "EASTME", 2204, confidential, None),
        (2, "EASTME", 2204, unclassified, confidential),
    ]


def test_a_page_line_may_be_bare() -> None:
    bare = PRINT.replace("UNCLASSIFIED\n\nPAGE 02 EASTME 02204 071440Z", "\n" * 20 + "PAGE 02")
    assert fields(parsed(bare), "page_line", "page", "number", "level")[1:] == [(2, None, None)]


def test_the_attributes_are_no_text_of_the_telegram() -> None:
    document = parsed(PRINT)
    assert fields(document, "signature", "name") == [("ROE",)]
    assert fields(document, "print_attribute", "name", "level", "number") == [
        ("Current Classification", Level.UNCLASSIFIED, None),
        ("Document Number", None, 2204),
        ("Original Classification", Level.CONFIDENTIAL, None),
    ]


FORM = """\
LINE1:   OAACZYUW RUEHXNA2204 1271340-CCCC--RHEHAAX.
LINE2:   ZNY CCCCC ZZH
LINE3:   0 P 071338Z MAY 94 ZFF6
LINE4:   FM AMEMBASSY EASTMERE
 OSRI:   RUEHXN
  DTG:   071338Z MAY 94
 TEXT:
""" + HEADER.replace("12958", "12356")
TRAILER = " SECT   SECTION: 01 OF 01\n  SSN   2204\n"
FORMS = {
    "all of it": (FORM + BODY + TRAILER, ("RUEHXN", "RUEHXN", 2204, 2204, "071338MAY94", "071338MAY94")),
    "garbled fields": (
        FORM.replace("DTG:   07", "DTG:   O7").replace("OSRI:   R", "OSRI:   8") + BODY + "  SSN   22O4\n",
        (None, None, None, 2204, None, "071338MAY94"),
    ),
    "no fields, no group": (
        "OSRI\n" + FORM[: FORM.index("LINE3")] + HEADER + BODY,
        (None, None, None, 2204, None, None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), FORMS.values(), ids=FORMS)
def test_the_fields_of_a_message_form(text: str, expected: tuple[object, ...]) -> None:
    names = ("originator", "station", "serial", "station_serial", "group", "line_group")
    document = parsed(text)
    assert document.layout == "message-form"
    assert fields(document, "message_form", *names) == [expected]


def test_lines_of_the_text_are_no_addressees_where_the_heading_is_garbled() -> None:
    garbled = FORM + BODY.replace("LATE.\n\n2.", "LATE\nTO THE DAY.\n\n2.")
    document = parsed(garbled.replace("C O N F I D E N T I A L", "e O N F I D D H T I A L"))
    assert written(document, "addressee") == ["AMEMBASSY EASTMERE"]
