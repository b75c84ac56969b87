"""Stamps of releases, upgrade stamps and page frames, in columns and cut by lines."""

import datetime

import pytest

from tests.unit.parsers.made import parsed
from tests.unit.parsers.release.made import CLASSIFIED, FRAME, MAIL, RIGHT, fields, released
from validator.model.level import Level

STAMPS = {
    "on one line": (f"{RIGHT}RELEASE IN PART B6\n", "part", ("(b)(6)",)),
    "codes below": (f"{RIGHT}RELEASE IN PART\n{RIGHT}B5,B6\n", "part", ("(b)(5)", "(b)(6)")),
    "cut in two": (f"{RIGHT}RELEASE IN\n{RIGHT}FULL\n", "full", ()),
    "set in the middle": (f"{RIGHT}RELEASE IN\n\n{RIGHT}   PART\n{RIGHT}   B6\n", "part", ("(b)(6)",)),
    "beside the header": (
        f"From:   Roe, Jane{' ' * 53}RELEASE IN PART\nSent:   2012{' ' * 58}B1,1.4(D)\n",
        "part",
        ("(b)(1)", "1.4(d)"),
    ),
    "between its lines": (
        f"{RIGHT}RELEASE IN PART\nFrom:   Roe, Jane\n{RIGHT}B1, 1.4\nTo: X\n",
        "part",
        ("(b)(1)", "1.4"),
    ),
    "the codes go on": (
        f"{RIGHT}RELEASE IN PART B1,\n{RIGHT}1.4 (b)(d)\n",
        "part",
        ("(b)(1)", "1.4(b)", "1.4(d)"),
    ),
    "denied": (f"{RIGHT}DENIED IN FULL\n", "denied", ()),
}
NO_STAMPS = {
    "prose": "The RELEASE IN PART of the list was a mistake.\n",
    "a sentence": "RELEASE IN PART of the list\n",
    "no last word": f"{RIGHT}RELEASE IN\nthe list\n",
}


@pytest.mark.parametrize("name", STAMPS)
def test_a_stamp_is_read(name: str) -> None:
    text, release, codes = STAMPS[name]
    document = released(text)
    assert fields(document, "release_stamp", "release", "codes") == [(release, codes)]
    assert document.release == release


@pytest.mark.parametrize("name", NO_STAMPS)
def test_words_of_prose_are_no_stamp(name: str) -> None:
    assert released(NO_STAMPS[name]).of("release_stamp") == ()


UPGRADES = {
    "on one line": f"{CLASSIFIED}Declassify on: 03/01/2027\n",
    "beside a header": (
        "From: Roe, Jane     Classified by DAS, A/GIS, DoS on 02/29/2016 – Class:\n"
        "To: Doe, John       CONFIDENTIAL – Reason: 1.4(B), 1.4(D) – Declassify on:\n"
        "Subject: Fees       03/01/2027\n"
    ),
    "with a line between": (
        "     Classified by DAS, A/GIS, DoS on 02/29/2016 - Class: CONFIDENTIAL\nFYI\n"
        "     - Reason: 1.4(B),1.4(D) - Declassify\n     on: 03-01-2027\n"
    ),
    "one column off": (
        "To: 'Doe'Classified by DAS, A/GIS, DoS on 02/29/2016 — Class: CONFIDENTIAL\n"
        "Subject:    — Reason: 1.4(B), 1.4(D) — Declassify on: 03/01/2027\n"
    ),
}


@pytest.mark.parametrize("name", UPGRADES)
def test_an_upgrade_stamp_is_read(name: str) -> None:
    found = fields(
        released(UPGRADES[name]), "upgrade_stamp", "classifier", "level", "when", "expires", "reasons"
    )
    day, end = datetime.date(2016, 2, 29), datetime.date(2027, 3, 1)
    assert found == [(True, Level.CONFIDENTIAL, day, end, ("1.4(b)", "1.4(d)"))]


def test_an_upgrade_stamp_knows_how_long_it_may_last() -> None:
    document = released(f"{MAIL}{CLASSIFIED}Declassify on: 03/01/2027\n\nFees rose.{RIGHT}B1\n")
    days = (datetime.date(2012, 3, 2), datetime.date(2037, 3, 2))
    assert fields(document, "upgrade_stamp", "dated", "limit", "withheld") == [(*days, True)]


def test_an_authority_block_is_no_upgrade_stamp() -> None:
    assert released("Classified by Roe on 02/29/2016\nReason: 1.4(d)\n").of("upgrade_stamp") == ()


def test_a_page_frame_is_read_and_recorded_as_undone() -> None:
    document = released("Fees rose.\n\n" + FRAME)
    day = datetime.date(2016, 3, 31)
    assert (
        fields(document, "page_frame", "case", "number", "when", "page", "differs")
        == [("F-2016-00001", "C00000101", day, 1, False)] * 2
    )
    assert fields(document, "artefact", "name") == [("page-frame",)] * 2
    assert (document.kind, document.release) == ("release", "unstated")


@pytest.mark.parametrize(
    ("other", "differs"),
    [("Case No.T2016-00001 Doc No; C00000101", False), ("Case No. F-2016-00001 Doc No. C00000102", True)],
)
def test_another_number_differs_and_a_misread_letter_does_not(other: str, differs: bool) -> None:
    text = f"Fees rose.\n\fU.S. Department of State {other} Date: 03/31/2016\n"
    assert fields(released(text), "page_frame", "page", "differs")[1] == (2, differs)


def test_a_page_without_a_frame_is_observed() -> None:
    text = FRAME + "one\ntwo\nthree\n\f" + "one\ntwo\nthree\n\f" + FRAME + "one\n"
    assert fields(parsed(text), "observation", "name", "page") == [("page-without-frame", 2)]


def test_the_line_of_the_systematic_review_is_a_stamp() -> None:
    line = "Declassified/Released US Department of State EO Systematic Review 20 MAR 2014\n"
    found = fields(parsed(line), "release_stamp", "form", "when")
    assert found == [("systematic-review", datetime.date(2014, 3, 20))]
