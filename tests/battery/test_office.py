"""Every way in which a Word document keeps what it does not show: the bad twin is told, the good one is not."""

import pytest

from tests.battery.office import NAME, PAIRS, TRAPS
from validator.model.document import SourceText
from validator.model.nodes import Observation
from validator.readers import read_bytes


def names(source: SourceText) -> list[str]:
    return [each.name for each in source.observations if isinstance(each, Observation)]


@pytest.mark.parametrize(("name", "bad", "good"), PAIRS.values(), ids=PAIRS)
def test_the_bad_twin_is_told_and_the_good_one_is_not(name: str, bad: bytes, good: bytes) -> None:
    assert names(read_bytes("bad.docx", bad)) == [name]
    assert names(read_bytes("good.docx", good)) == []


@pytest.mark.parametrize("trap", TRAPS.values(), ids=TRAPS)
def test_a_trap_is_spared(trap: bytes) -> None:
    source = read_bytes("trap.docx", trap)
    assert (names(source), source.not_checked) == ([], ())


@pytest.mark.parametrize("bad", [bad for _, bad, _ in PAIRS.values()], ids=PAIRS)
def test_what_is_hidden_is_not_in_the_representation(bad: bytes) -> None:
    source = read_bytes("bad.docx", bad)
    assert NAME.split()[1] not in repr(source.observations)
