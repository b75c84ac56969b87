"""Notices, stamps of declassified copies, and the designation indicator of CUI."""

import datetime

import pytest

from tests.unit.parsers.made import fields, parsed
from tests.unit.parsers.memo.made import BOTTOM, TOP, memo
from validator.model.level import Level

NOTICES = {
    "compilation": (
        "The items are unclassified one by one; their\ncompilation reveals more and is classified SECRET.",
        "compilation",
    ),
    "classified by compilation": ("This document is classified by compilation.", "compilation"),
    "working papers in a column": ("Harbor Office             WORKING PAPER", "working-papers"),
    "with a control": ("UNCLASSIFIED//FOR OFFICIAL USE ONLY when separated from the annex", "transmittal"),
    "working papers": ("WORKING PAPERS", "working-papers"),
    "transmittal": ("UNCLASSIFIED when classified enclosure removed", "transmittal"),
    "transmittal of attachments": (
        "Upon removal of attachments, this document is CONFIDENTIAL",
        "transmittal",
    ),
    "transmittal in the old words": ("UNCLASSIFIED WHEN SEPARATED FROM ATTACHMENT", "transmittal"),
    "not portion marked": (
        "This document may not be used as a source for derivative classification.",
        "no-source",
    ),
    "a blanket": ("All portions are (S) unless otherwise marked.", "blanket-portion-marking"),
    "foreign": (
        "This Document Contains Foreign Government Information",
        "foreign-government-information",
    ),
    "downgrading": ("Downgrade To: CONFIDENTIAL on 20200101", "downgrade"),
    "decontrol": ("Decontrol On: 20300101", "decontrol"),
    "sources": ("Sources:\n1. Guide 5, 20120401", "multiple-sources-listed"),
}
NO_NOTICES = {
    "a compilation of songs": "A compilation of songs was played.",
    "papers that work": "The working papers of the board are in room 12.",
    "a removal": "The buoy was removed in May.",
    "sources in a sentence": "Sources say that it rained.",
}


@pytest.mark.parametrize(("text", "name"), NOTICES.values(), ids=NOTICES)
def test_a_notice(text: str, name: str) -> None:
    assert fields(memo("(S) One.\n\n" + text), "notice", "name") == [(name,)]


@pytest.mark.parametrize("text", NO_NOTICES.values(), ids=NO_NOTICES)
def test_no_notice(text: str) -> None:
    assert memo("(S) One.\n\n" + text).of("notice") == ()


STAMPS = {
    "as in the directive": (
        "Declassified by David Smith, Chief, Division 5, August 17, 2008",
        (True, datetime.date(2008, 8, 17)),
    ),
    "over two lines": ("DECLASSIFIED BY: Guide 5\nDate: 20080817", (True, datetime.date(2008, 8, 17))),
    "without date": ("Declassified by: J. Roe", (True, None)),
    "without authority": ("Declassified by", (False, None)),
    "the word alone": ("DECLASSIFIED", (False, None)),
    "of the archives": (
        "DECLASSIFIED\nAuthority NND 900000\nBy NARA, Date 7/1/98",
        (True, datetime.date(1998, 7, 1)),
    ),
    "in a column beside the text": (
        "HARBOR OFFICE                    DECLASSIFIED\nDIVISION 5                       PER E.O. 13526\n"
        "Room 12                          2014-0001-M 4/10/2014",
        (True, datetime.date(2014, 4, 10)),
    ),
    "the order is no authority": ("DECLASSIFIED\nPER E.O. 13526, sec. 3.3", (False, None)),
    "the day first": ("Declassified on: 20180817\nBy: J. Roe", (True, datetime.date(2018, 8, 17))),
    "the day of a guide is not that of the act": ("Declassified by: Guide 5, dated 2 May 2010", (True, None)),
    "a guide and the day": (
        "Declassified by: Guide 5, dated 2 May 2010\nDate: 20180817",
        (True, datetime.date(2018, 8, 17)),
    ),
    "of the Department of State": (
        "Declassified/Released US Department of State EO Systematic Review 20 Mar 2014",
        (True, datetime.date(2014, 3, 20)),
    ),
}


@pytest.mark.parametrize(("text", "found"), STAMPS.values(), ids=STAMPS)
def test_a_stamp(text: str, found: tuple[bool, datetime.date | None]) -> None:
    document = memo("(S) One.\n\n" + text)
    assert fields(document, "release_stamp", "authority", "when") == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Declassified documents are in room 12.",
        "He declassified by hand.",
        "The papers that were\ndeclassified and released lie in room 12.",
        "Declassified in 1998, the papers lie in room 12.",
    ],
)
def test_no_stamp(text: str) -> None:
    assert memo("(S) One.\n\n" + text).of("release_stamp") == ()


def test_the_day_of_the_act_is_no_instruction() -> None:
    stamp = "DECLASSIFIED UNDER AUTHORITY OF THE PANEL\nNo. 2012-1\nDeclassification Date: July 11, 2014"
    document = parsed(f"{stamp}\n\n{TOP}(S) One.{BOTTOM}")
    assert fields(document, "release_stamp", "authority", "when") == [(True, datetime.date(2014, 7, 11))]
    assert document.of("declassification") == ()


READABLE = {
    "lines of its own": ("DECLASSIFIED\nPER E.O. 13526", True),
    "a column": ("HARBOR OFFICE              DECLASSIFIED", False),
    "far to the right": (" " * 60 + "DECLASSIFIED\n" + " " * 60 + "PER E.O. 13526", False),
    "in small letters": (" " * 60 + "declassified", False),
    "handwriting": ("DECLASSIFIED\nPER E.O. 13526\n^o13-O5n", False),
}


@pytest.mark.parametrize(("text", "readable"), READABLE.values(), ids=READABLE)
def test_whether_a_stamp_can_be_read(text: str, readable: bool) -> None:
    assert fields(memo("(S) One.\n\n" + text), "release_stamp", "readable") == [(readable,)]


def test_the_day_of_a_stamp_is_not_that_of_the_document() -> None:
    document = parsed(f"DECLASSIFIED\nAuthority NND 900000\nBy NARA\nDate: 7/1/98\n\n{TOP}(S) One.{BOTTOM}")
    assert (document.date, document.declassified, document.shows_date) == (None, True, False)


@pytest.mark.parametrize(
    ("bottom", "found"),
    [("~~SECRET~~", [True]), ("S\u0336E\u0336C\u0336R\u0336E\u0336T\u0336", [True]), ("SECRET", [False])],
)
def test_a_banner_that_is_lined_through(bottom: str, found: list[bool]) -> None:
    document = parsed(f"SECRET//NOFORN\n\n(S) One.\n\n{bottom}\n")
    struck = fields(document, "banner", "struck", "written")
    assert struck == [(False, "SECRET//NOFORN"), (found[0], "SECRET")]


LEVELS = {
    "before": ("UNCLASSIFIED when classified enclosure removed", Level.UNCLASSIFIED),
    "behind": ("Upon removal of attachments, this document is\nCONFIDENTIAL.", Level.CONFIDENTIAL),
    "two words": ("TOP SECRET when separated from annex A", Level.TOP_SECRET),
    "of CUI": (
        "When enclosure is removed, this document is Uncontrolled Unclassified Information",
        Level.UNCLASSIFIED,
    ),
    "none": ("Upon removal of the annex, lock the box.", None),
}


@pytest.mark.parametrize(("text", "level"), LEVELS.values(), ids=LEVELS)
def test_what_a_transmittal_is_without_its_enclosures(text: str, level: Level | None) -> None:
    document = memo("(S) One.\n\n" + text)
    assert fields(document, "notice", "name", "level") == [("transmittal", level)]


ENCLOSURES = ["Enclosure: Report", "2 Encls", "Attachments (S):", "Enclosures\n1. Report", "1 Enclosure"]
NO_ENCLOSURES = ["Enclosures are fenced.", "The enclosure: a fence.", "Tables: two"]


@pytest.mark.parametrize("text", ENCLOSURES)
def test_enclosures(text: str) -> None:
    assert memo("(S) One.\n\n" + text).notices == ("enclosures",)


@pytest.mark.parametrize("text", NO_ENCLOSURES)
def test_no_enclosures(text: str) -> None:
    assert memo("(S) One.\n\n" + text).notices == ()


SOURCE_LISTS = {
    "numbered": ("Sources:\n1. Guide 5\n2. Guide 6,\ndated 20120401", 2),
    "one": ("List of Sources\n\nGuide 5, dated 20120401", 1),
    "lines that nobody can tell apart": ("Sources:\nGuide 5,\ndated 20120401", None),
    "elsewhere": ("Sources:", 0),
}


@pytest.mark.parametrize(("text", "entries"), SOURCE_LISTS.values(), ids=SOURCE_LISTS)
def test_the_length_of_a_list_of_sources(text: str, entries: int | None) -> None:
    assert fields(memo("(S) One.\n\n" + text), "notice", "entries") == [(entries,)]


BLOCKS = {
    "the general one": ("Controlled by: Department of Good Works", (False, False, False)),
    "that of the Department of Defense": (
        "Controlled by: OUSD\nControlled by: Division 5\nCUI Category: CTI\n"
        "Distribution/Dissemination Control: FEDCON\nPOC: J. Roe",
        (True, True, True),
    ),
    "in a table": (
        "| Controlled by: | OUSD |\n| CUI Category(ies): | CTI |\n| LDC: | FEDCON |",
        (True, True, False),
    ),
}


@pytest.mark.parametrize(("text", "found"), BLOCKS.values(), ids=BLOCKS)
def test_a_designation_indicator(text: str, found: tuple[bool, bool, bool]) -> None:
    document = memo("(CUI) One.\n\n" + text)
    assert fields(document, "cui_block", "category", "dissemination", "contact") == [found]


def test_no_designation_indicator() -> None:
    assert memo("(CUI) One.\n\nControlled by wire, the gate opens.\n\nPOC: J. Roe").of("cui_block") == ()
