"""Declassification instructions: what each line of an order, a stamp or an index says."""

from datetime import date

import pytest

from validator.grammar.declassification import legality, read_line, replacement
from validator.vocabulary.load import builtin

VOCABULARIES = builtin()

# text: order, instruction, day, exemptions
READS = {
    "E.O. 12958: DECL: 11/27/2016": ("12958", "date", date(2016, 11, 27), ""),
    "E.O. 12958 DECL 11/27/2016": ("12958", "date", date(2016, 11, 27), ""),
    "E.O.12958:DECL:11/27/2016": ("12958", "date", date(2016, 11, 27), ""),
    "EO 12958: decl: 3/1/08": ("12958", "date", date(2008, 3, 1), ""),
    "E.O. 12958: DECL: 11/27/06": ("12958", "date", date(2006, 11, 27), ""),
    "E.O. 12958: DECLAS: 11/27/2016": ("12958", "date", date(2016, 11, 27), ""),
    "E.O. 12958: DECLASSIFY ON: 11/27/2016": ("12958", "date", date(2016, 11, 27), ""),
    "E.O. 12958: DECL: 11/27/2016 TAGS: PREL": ("12958", "date", date(2016, 11, 27), ""),
    "E.O. 12958: DECL: 11/27/2016 \\": ("12958", "date", date(2016, 11, 27), ""),
    "E.O. 12958: 11/27/2016": ("12958", "date", date(2016, 11, 27), ""),
    "E.O. 12958: DECL: NOVEMBER 27, 2016": ("12958", "date", date(2016, 11, 27), ""),
    "E.O. 12958: DECL: 27 NOV 2016": ("12958", "date", date(2016, 11, 27), ""),
    "E.O. 13526: DECL: 2036/11/27": ("13526", "date", date(2036, 11, 27), ""),
    "E.O. 12598: DECL: 11/27/2016": ("12958", "date", date(2016, 11, 27), ""),
    "E.O. 12958: DECL: 02/30/2015": ("12958", "invalid", None, ""),
    "E.O. 12958: DECL: 13/45/2015": ("12958", "invalid", None, ""),
    "E.O. 12958: N/A": ("12958", "na", None, ""),
    "E.O. 12958:N/A": ("12958", "na", None, ""),
    "E.O. 12958: NA": ("12958", "na", None, ""),
    "E.O. 11652: N.A.": ("11652", "na", None, ""),
    "E.O. 12958: DECL: N/A": ("12958", "na", None, ""),
    "E.O. 12958: NOT APPLICABLE": ("12958", "na", None, ""),
    "E.O. 12958": ("12958", "none", None, ""),
    "E.O.:               13526": ("13526", "none", None, ""),
    "E.O. 12958: DECL:": ("12958", "none", None, ""),
    "E.O. 12958 REASON: 1.4 (B) AND (D)": ("12958", "none", None, ""),
    "E.O. 12958, AS AMENDED": ("12958", "none", None, ""),
    "E.O. 12958: DECL: X1": ("12958", "exemption", None, "X1"),
    "E.O. 12958: DECL: X1, X6": ("12958", "exemption", None, "X1 X6"),
    "E.O. 12958: DECL: 1.6X1": ("12958", "exemption", None, "X1"),
    "E.O. 12958: DECL: 25X1": ("12958", "exemption", None, "25X1"),
    "E.O. 12958: DECL: 25X1, 11/27/2036": ("12958", "exemption", date(2036, 11, 27), "25X1"),
    "E.O. 12958: DECL: 25X1-HUMAN": ("12958", "exemption", None, "25X1-HUMAN"),
    "E.O. 13526: DECL: 50X1-HUM": ("13526", "exemption", None, "50X1-HUM"),
    "E.O. 12958: DECL: 11/27/2016, X5": ("12958", "date", date(2016, 11, 27), "X5"),
    "E.O. 12958: DECL: AFTER THE FERRY TREATY IS SIGNED": ("12958", "event", None, ""),
    "E.O. 12958: DECL: UPON DEPARTURE OF THE DELEGATION": ("12958", "event", None, ""),
    "E.O. 12958: DECL: MR": ("12958", "mr", None, ""),
    "E.O. 12356: DECL: OADR": ("12356", "oadr", None, ""),
    "E.O. 12356: DECL:OADR": ("12356", "oadr", None, ""),
    "E.O. 12356: OADR": ("12356", "oadr", None, ""),
    "E.O. 12356: DECL: 11/27/96": ("12356", "date", date(1996, 11, 27), ""),
    "E.O. 12065: GDS 11/27/86 (ROE, JANE) OR-M": ("12065", "date", date(1986, 11, 27), ""),
    "E.O. 12065: GDS 11/27/86": ("12065", "date", date(1986, 11, 27), ""),
    "E.O. 12065: RDS-3 11/27/99 (ROE, JANE) OR-M": ("12065", "date", date(1999, 11, 27), ""),
    "E.O. 12065: RDS-1": ("12065", "code", None, ""),
    "E.O. 12065: RDS-3 13/45/99": ("12065", "invalid", None, ""),
    "E.O. 12065: N/A": ("12065", "na", None, ""),
    "E.O. 11652: GDS": ("11652", "gds", None, ""),
    "E.O. 11652:GDS": ("11652", "gds", None, ""),
    "E.O. 11652: XGDS-1": ("11652", "xgds", None, "1"),
    "E.O. 11652: XGDS 3": ("11652", "xgds", None, "3"),
    "E.O. 11652: XGDS": ("11652", "xgds", None, ""),
    "E.O. 11652: ADS, DECLASSIFY 12/31/75": ("11652", "date", date(1975, 12, 31), ""),
    "E.O. 11652: ADS, DECLASSIFY UPON SIGNATURE OF TREATY": ("11652", "event", None, ""),
    "E.O. 11652: ADS": ("11652", "ads", None, ""),
    "11652 GDS": ("11652", "gds", None, ""),
    "16652 GDS": ("11652", "gds", None, ""),
    "GDS": ("11652", "gds", None, ""),
    "6DS": ("11652", "gds", None, ""),
    "GS ROE": ("11652", "gds", None, ""),
    "XGDS-2": ("11652", "xgds", None, "2"),
    "X3": ("11652", "xgds", None, "3"),
    "AS 19760331": ("11652", "date", date(1976, 3, 31), ""),
    "RR": (None, "code", None, ""),
    "OA": (None, "code", None, ""),
    "N/A": (None, "na", None, ""),
    "na": (None, "na", None, ""),
    "Declassify on: 20361127": (None, "date", date(2036, 11, 27), ""),
    "Declassify On: November 27, 2036": (None, "date", date(2036, 11, 27), ""),
    "DECL ON: 27 NOV 2036": (None, "date", date(2036, 11, 27), ""),
    "DECL: 11/27/2036": (None, "date", date(2036, 11, 27), ""),
    "Declassify on: OADR": (None, "oadr", None, ""),
    "Declassify on: Originating Agency's Determination Required": (None, "oadr", None, ""),
    "Declassify on: Source marked OADR": (None, "oadr", None, ""),
    "Declassify on: Source marked MR": (None, "mr", None, ""),
    "Declassify on: Manual Review": (None, "mr", None, ""),
    "Declassify on: X1": (None, "exemption", None, "X1"),
    "Declassify on: 50X2-WMD": (None, "exemption", None, "50X2-WMD"),
    "Classified by J. Doe on 08/27/2015 - Reason: 1.4(B) - Declassify on: 01/25/2025": (
        "13526",
        "date",
        date(2025, 1, 25),
        "",
    ),
}
LEFT_ALONE = {
    "a date of the text": "The ferry of 2006/11/25 was late.",
    "prose without a label": "The harbor stayed open until 11/27/2016.",
    "a word that begins like the label": "The declaration of 11/27/2016 was read aloud.",
    "a tide in decline": "DECLINE OF THE FERRY TRADE",
    "an order of another matter": "E.O. 10450",
    "an empty text": "",
    "a label with nothing behind it": "DECL:",
    "blanks": "   ",
}


@pytest.mark.parametrize(("text", "expected"), READS.items(), ids=str)
def test_reads(text: str, expected: tuple[str | None, str, date | None, str]) -> None:
    found = read_line(text, VOCABULARIES)
    assert (found.order, found.instruction, found.day, " ".join(found.exemptions)) == expected


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_is_left_alone_because_it_is(text: str) -> None:
    found = read_line(text, VOCABULARIES)
    assert (found.instruction, found.day, found.exemptions, found.order) == ("none", None, (), None)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("E.O. 12958: DECL: 11/27/2016 TAGS: PREL", "11/27/2016", id="before TAGS"),
        pytest.param("E.O. 12958: N/A\n\nTAGS: PREL", "N/A", id="before a blank line"),
        pytest.param("E.O. 12958: DECL: X1, X6", "X1, X6", id="all codes"),
        pytest.param("E.O. 12958: DECL: AFTER THE TALKS", "AFTER THE TALKS", id="an event"),
        pytest.param("  Declassify on: 20361127", "20361127", id="behind leading blanks"),
    ],
)
def test_the_place_is_that_of_the_instruction_alone(text: str, written: str) -> None:
    found = read_line(text, VOCABULARIES)
    assert text[found.start : found.end] == written


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        pytest.param("E.O. 12356: OADR", (date(1982, 1, 1), date(1995, 10, 13)), id="OADR"),
        pytest.param("E.O. 12958: DECL: X1", (date(1995, 10, 14), date(2003, 9, 21)), id="X1"),
        pytest.param("E.O. 12958: DECL: X1, 25X1", (date(1995, 10, 14), date(2003, 9, 21)), id="narrowest"),
        pytest.param("E.O. 13526: DECL: 50X1-HUM", (date(2010, 6, 25), None), id="open end"),
        pytest.param("E.O. 11652: XGDS-1", (date(1972, 1, 1), date(1978, 11, 30)), id="XGDS"),
        pytest.param("E.O. 12958: DECL: MR", (None, date(2010, 6, 24)), id="MR"),
        pytest.param("E.O. 12958: DECL: 11/27/2016", (None, None), id="a date is of all times"),
        pytest.param("E.O. 12958: DECL: X9", (None, None), id="an unknown code has no bounds"),
    ],
)
def test_the_days_of_documents_that_may_carry_it(text: str, bounds: tuple[date | None, date | None]) -> None:
    assert legality(read_line(text, VOCABULARIES), VOCABULARIES) == bounds


def test_a_retired_instruction_is_replaced_by_the_document_date_plus_25_years() -> None:
    assert replacement(date(1994, 2, 28)) == date(2019, 2, 28)
    assert replacement(None) is None
