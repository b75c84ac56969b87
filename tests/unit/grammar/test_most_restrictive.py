"""Which instruction of several sources a derivative document carries (32 CFR 2001.22(e)(4))."""

from datetime import date

import pytest

from validator.grammar.most_restrictive import most_restrictive
from validator.vocabulary.load import builtin

D2010, D2011 = date(2010, 10, 20), date(2011, 3, 1)


@pytest.mark.parametrize(
    ("sources", "instruction", "source"),
    [
        # A portion that has no date has none for the whole.
        (
            [("20301020", D2010), ("N/A to RD portions. See source list for NSI portions.", D2010)],
            "N/A to RD portions. See source list for NSI portions.",
            1,
        ),
        ([("50X2-WMD", D2010), ("50X1-HUM", D2010)], "50X1-HUM", 1),
        ([("50X2-WMD", D2010), ("50X6, 20851231", D2010)], "50X2-WMD", 0),
        ([("50X6, 20751231", D2010), ("50X9, 20851231", D2010)], "50X9, 20851231", 1),
        ([("50X9, 20851231", D2010), ("50X6, 20851231", D2010)], "50X6, 20851231", 1),
        ([("25X4, 20601231", D2010), ("25X1, EO 12951", D2010)], "25X1, EO 12951", 1),
        ([("25X4, 20601231", D2010), ("20351020", D2010)], "25X4, 20601231", 0),
        # 25X without its date: 50 years from its source, below one that has its date.
        ([("25X4", D2010), ("20351020", D2010)], "25X4, 20601020", 0),
        ([("25X4", D2010), ("25X6, 20401231", D2010)], "25X6, 20401231", 1),
        # The later date, then dates before events, events before what is calculated.
        ([("20301020", D2010), ("20350301", D2011)], "20350301", 1),
        ([("Upon completion of the tests", D2010), ("20151020", D2010)], "20151020", 1),
        (
            [("Upon completion of the tests", D2010), ("OADR", date(1990, 5, 1))],
            "Upon completion of the tests",
            0,
        ),
        ([("OADR", date(1990, 5, 1)), ("X1", date(2000, 5, 1))], "20250501", 1),
        ([("", D2010)], "20351020", 0),
    ],
)
def test_the_strictest_is_chosen(
    sources: list[tuple[str, date | None]], instruction: str, source: int
) -> None:
    found = most_restrictive(sources, builtin())
    assert found is not None
    assert (found.instruction, found.source) == (instruction, source)


def test_a_source_without_date_and_instruction_has_no_say() -> None:
    assert most_restrictive([("OADR", None)], builtin()) is None
    found = most_restrictive([("OADR", None)], builtin(), date(2020, 6, 1))
    assert found is not None
    assert found.instruction == "20450601"


def test_no_source_no_choice() -> None:
    assert most_restrictive([], builtin()) is None
