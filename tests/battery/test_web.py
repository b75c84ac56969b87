"""Every way in which a page, Markdown or text keeps what it does not show."""

import pytest

from tests.battery.web import PAIRS, TRAPS
from validator.model.nodes import Observation
from validator.readers import read_bytes


def names(file: str, text: str) -> list[str]:
    return [
        each.name for each in read_bytes(file, text.encode()).observations if isinstance(each, Observation)
    ]


@pytest.mark.parametrize(("file", "name", "bad", "good"), PAIRS.values(), ids=PAIRS)
def test_the_bad_twin_is_told_and_the_good_one_is_not(file: str, name: str, bad: str, good: str) -> None:
    assert names(file, bad) == [name]
    assert names(file, good) == []


@pytest.mark.parametrize(("file", "text"), TRAPS.values(), ids=TRAPS)
def test_a_trap_is_spared(file: str, text: str) -> None:
    assert names(file, text) == []
