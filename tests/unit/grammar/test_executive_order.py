"""The number of an executive order: which was meant, and which number is of another matter."""

from datetime import date

import pytest

from validator.grammar.executive_order import OrderText, in_force, meant, read_bare_number, read_order
from validator.vocabulary.load import builtin

ORDERS = builtin()["orders"]

READS = {
    "full stops": ("E.O. 12958: DECL", "12958", "12958", 10),
    "no full stops": ("EO 12958", "12958", "12958", 8),
    "blank inside the label": ("E. O. 12958", "12958", "12958", 11),
    "no blank before the number": ("E.O.12356", "12356", "12356", 9),
    "a colon and blanks (SMART)": ("E.O.:                 13526", "13526", "13526", 27),
    "small letters": ("e.o. 12065", "12065", "12065", 10),
    "a nought for the letter": ("E.0. 12958", "12958", "12958", 10),
    "in words": ("EXECUTIVE ORDER 11652", "11652", "11652", 21),
    "13292 amended 12958": ("E.O. 13292", "13292", "13292", 10),
    "no number": ("E.O.: DECL: OADR", None, None, 6),
}
MEANT = {
    "itself": ("12958", "12958"),
    "one digit misread": ("13528", "13526"),
    "another digit misread": ("19526", "13526"),
    "two digits changed places": ("12598", "12958"),
    "a digit of 11652 misread": ("16652", "11652"),
    "10450, another matter": ("10450", None),
    "11905, another matter": ("11905", None),
    "two digits misread": ("99526", None),
}
LEFT_ALONE = {
    "a name": "EOLIA 12958",
    "prose": "Every order 12958",
    "an empty text": "",
    "a number alone": "12958",
}


@pytest.mark.parametrize(("text", "order", "written", "end"), READS.values(), ids=READS)
def test_reads(text: str, order: str | None, written: str | None, end: int) -> None:
    assert read_order(text, 0, ORDERS) == OrderText(order and meant(order, ORDERS), written, 0, end)


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_is_left_alone_because_it_is(text: str) -> None:
    assert read_order(text, 0, ORDERS) is None


@pytest.mark.parametrize(("written", "order"), MEANT.values(), ids=MEANT)
def test_the_order_that_a_number_means(written: str, order: str | None) -> None:
    assert meant(written, ORDERS) == order


def test_six_digits_are_no_number_of_an_order() -> None:
    assert read_order("E.O. 129580", 0, ORDERS) == OrderText(None, None, 0, 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("11652 GDS", OrderText("11652", "11652", 0, 5), id="as NARA's index writes it"),
        pytest.param("16652 GDS", OrderText("11652", "16652", 0, 5), id="misread"),
        pytest.param("10450 files", None, id="another matter"),
        pytest.param("116521", None, id="six digits"),
        pytest.param("GDS", None, id="no number"),
    ],
)
def test_a_number_without_a_label(text: str, expected: OrderText | None) -> None:
    assert read_bare_number(text, ORDERS) == expected


def test_the_days_on_which_an_order_is_cited() -> None:
    assert in_force("12356", ORDERS) == (date(1982, 8, 1), date(1995, 10, 13))
    assert in_force("10450", ORDERS) == in_force(None, ORDERS) == (None, None)
