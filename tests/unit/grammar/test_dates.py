"""Dates as declassification lines write them; what is no date is left alone."""

from datetime import date

import pytest

from validator.grammar.dates import WrittenDate, add_years, full_year, read_date

READS = {
    "month first with slashes": ("11/27/2016", date(2016, 11, 27), 10),
    "one-digit month and day": ("3/1/2018", date(2018, 3, 1), 8),
    "dashes": ("11-27-2016", date(2016, 11, 27), 10),
    "full stops": ("11.27.2016", date(2016, 11, 27), 10),
    "blanks round the slashes": ("11 / 27 / 2016", date(2016, 11, 27), 14),
    "year first": ("2036/11/27", date(2036, 11, 27), 10),
    "year first with dashes": ("2036-11-27", date(2036, 11, 27), 10),
    "eight digits (ISOO form)": ("20361127", date(2036, 11, 27), 8),
    "day, month in letters, year": ("27 NOV 2036", date(2036, 11, 27), 11),
    "run together": ("26SEP2015", date(2015, 9, 26), 9),
    "day, whole month, year": ("7 February 2011", date(2011, 2, 7), 15),
    "day and month joined by dashes": ("01-Jan-1960", date(1960, 1, 1), 11),
    "month in letters first": ("November 27, 2016", date(2016, 11, 27), 17),
    "month shortened with a full stop": ("Nov. 27, 2016", date(2016, 11, 27), 13),
    "SEPT": ("SEPT 9, 2014", date(2014, 9, 9), 12),
    "29 February of a leap year": ("02/29/2016", date(2016, 2, 29), 10),
    "what follows is left": ("11/27/2016, X1", date(2016, 11, 27), 10),
    "two digits without context: this century": ("4/24/05", date(2005, 4, 24), 7),
    "two digits without context: the last": ("11/27/86", date(1986, 11, 27), 8),
}
IMPOSSIBLE = {
    "no 30 February": ("02/30/2015", 10),
    "no 29 February in a common year": ("02/29/2015", 10),
    "no month 0": ("00/10/2015", 10),
    "no month 13": ("13/10/2015", 10),
    "no day 0": ("10/00/2015", 10),
    "no 31 June in letters": ("31 JUN 2010", 11),
    "no month 45 in eight digits": ("20154501", 8),
    "no year 0": ("01/01/0000", 10),
}
LEFT_ALONE = {
    "a word in the month's place": "12 Nations 1995",
    "three digits of a year": "11/27/201",
    "five digits of a year": "11/27/20161",
    "mixed separators": "11/27-2016",
    "a fraction": "3/4 of them",
    "a serial number": "0668/01",
    "a section of the order": "1.4 (b)",
    "an empty text": "",
    "a month without a year": "NOVEMBER 27",
    "a month and a year without a day": "NOV 2016",
}


@pytest.mark.parametrize(("text", "day", "end"), READS.values(), ids=READS)
def test_reads(text: str, day: date, end: int) -> None:
    assert read_date(text) == WrittenDate(day, end)


@pytest.mark.parametrize(("text", "end"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_a_date_that_no_calendar_has_is_a_date_without_a_day(text: str, end: int) -> None:
    assert read_date(text) == WrittenDate(None, end)


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_is_left_alone_because_it_is(text: str) -> None:
    assert read_date(text) is None


def test_a_date_is_read_where_it_begins_and_nowhere_else() -> None:
    assert read_date("DECL: 11/27/2016", 6) == WrittenDate(date(2016, 11, 27), 16)
    assert read_date("DECL: 11/27/2016") is None


@pytest.mark.parametrize(
    ("digits", "not_before", "year"),
    [
        pytest.param("2016", None, 2016, id="four digits are what they say"),
        pytest.param("0016", None, 16, id="even when they cannot be meant"),
        pytest.param("29", None, 2029, id="without context up to 29 is this century"),
        pytest.param("30", None, 1930, id="and from 30 the last"),
        pytest.param("06", date(1965, 10, 1), 2006, id="2006 under E.O. 12958, not 1906"),
        pytest.param("73", date(1965, 10, 1), 1973, id="the first that is not earlier"),
        pytest.param("64", date(1965, 10, 1), 2064, id="64 is past"),
        pytest.param("65", date(1965, 10, 1), 1965, id="the year itself is not earlier"),
    ],
)
def test_the_century_of_a_year(digits: str, not_before: date | None, year: int) -> None:
    assert full_year(digits, not_before) == year


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        pytest.param(date(2006, 11, 27), 10, date(2016, 11, 27), id="the same day"),
        pytest.param(date(2004, 2, 29), 25, date(2029, 2, 28), id="29 February becomes the 28th"),
        pytest.param(date(2004, 2, 29), 4, date(2008, 2, 29), id="or stays where it can"),
    ],
)
def test_adding_years(day: date, years: int, later: date) -> None:
    assert add_years(day, years) == later
