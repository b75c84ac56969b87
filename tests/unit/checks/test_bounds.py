"""Lengths of time on the calendar."""

from datetime import date

import pytest

from validator.checks.bounds import shift


@pytest.mark.parametrize(
    ("day", "length", "later"),
    [
        (date(2006, 11, 27), "25y", date(2031, 11, 27)),
        (date(2004, 2, 29), "25y", date(2029, 2, 28)),
        (date(2004, 2, 29), "4y", date(2008, 2, 29)),
        (date(2006, 1, 31), "1m", date(2006, 2, 28)),
        (date(2006, 11, 30), "3m", date(2007, 2, 28)),
        (date(2006, 12, 1), "92d", date(2007, 3, 3)),
        (date(9999, 1, 1), "1y", date.max),
        (date(9999, 12, 31), "1d", date.max),
    ],
)
def test_a_length_of_time_ends_on_this_day(day: date, length: str, later: date) -> None:
    assert shift(length).apply(day) == later


@pytest.mark.parametrize(
    ("day", "length", "earlier"),
    [
        (date(2007, 3, 31), "1m", date(2007, 2, 28)),
        (date(2007, 1, 1), "1d", date(2006, 12, 31)),
        (date(2004, 2, 29), "1y", date(2003, 2, 28)),
        (date(1, 1, 1), "1d", date.min),
        (date(1, 1, 1), "1y", date.min),
    ],
)
def test_a_length_of_time_backwards_begins_on_this_day(day: date, length: str, earlier: date) -> None:
    assert shift(length).reversed().apply(day) == earlier
