"""Notices, stamps of declassified copies, and the designation indicator of CUI."""

import datetime

import pytest

from tests.unit.parsers.made import fields
from tests.unit.parsers.memo.made import memo

NOTICES = {
    "compilation": (
        "The items are unclassified one by one; their\ncompilation reveals more and is classified SECRET.",
        "compilation",
    ),
    "classified by compilation": ("This document is classified by compilation.", "compilation"),
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
}


@pytest.mark.parametrize(("text", "found"), STAMPS.values(), ids=STAMPS)
def test_a_stamp(text: str, found: tuple[bool, datetime.date | None]) -> None:
    document = memo("(S) One.\n\n" + text)
    assert fields(document, "release_stamp", "authority", "when") == [found]


@pytest.mark.parametrize("text", ["Declassified documents are in room 12.", "He declassified by hand."])
def test_no_stamp(text: str) -> None:
    assert memo("(S) One.\n\n" + text).of("release_stamp") == ()


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
