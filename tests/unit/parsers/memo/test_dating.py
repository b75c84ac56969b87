"""The date of the document."""

import datetime

import pytest

from tests.unit.parsers.memo.made import memo

DATES = {
    "on a line of its own": "15 March 2012",
    "in American order": "March 15, 2012",
    "in eight digits": "20120315",
    "behind a label": "Date: 15 March 2012",
    "behind a label in a table": "| DATE: | 2012-03-15 |",
    "of origin": "Date of Origin: 20120315",
    "in an e-mail": "Sent: Thursday, March 15, 2012 2:14 PM",
    "in the last column": "MEMORANDUM FOR: Jane Roe                   15 March 2012",
    "behind a city": "Eastmere, March 15, 2012",
    "with a mark": "(U) 15 March 2012",
    "the labelled one first": "1 January 1999\nDate: 15 March 2012",
}
NO_DATES = {
    "in a sentence": "It was built on 15 March 2012 by hand.",
    "the day to declassify": "Declassify On: 20120315",
    "no day": "March 2012",
    "no day of any calendar": "31 February 2012",
}


@pytest.mark.parametrize("text", DATES.values(), ids=DATES)
def test_a_date(text: str) -> None:
    document = memo(text + "\n\n(S) One.")
    assert (document.date, document.date_source) == (datetime.date(2012, 3, 15), "text")


@pytest.mark.parametrize("text", NO_DATES.values(), ids=NO_DATES)
def test_no_date(text: str) -> None:
    assert memo("(S) One.\n\n" + text).date is None
