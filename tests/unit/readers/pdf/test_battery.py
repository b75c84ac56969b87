"""Every class of failed redaction is found on its page, and its sound twin and the traps give nothing."""

import pytest

from tests.battery import pdf_pages, pdf_traps, pdf_variants
from validator.model.nodes import Observation
from validator.model.observations import PAGE
from validator.readers import pdf
from validator.readers.options import DEFAULTS

CASES = [*pdf_pages.cases(), *pdf_variants.variants()]
TRAPS = dict(pdf_traps.traps())
STILL_THERE = {"see-through-cover", "partly-covered-text", "unapplied-redaction"}


def observed(data: bytes) -> set[tuple[int | None, str]]:
    source = pdf.read("made.pdf", data, DEFAULTS)
    found = [node for node in source.observations if isinstance(node, Observation)]
    return {(one.page, one.name) for one in found if one.name in PAGE}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_failed_redaction_is_found_and_its_sound_twin_is_not(case: pdf_pages.Case) -> None:
    assert observed(case.bad) == {(case.page, name) for name in case.expected}
    assert observed(case.good) == set()


@pytest.mark.parametrize("data", TRAPS.values(), ids=TRAPS)
def test_a_sound_page_that_looks_unsound_gives_nothing(data: bytes) -> None:
    assert observed(data) == set()


@pytest.mark.parametrize(
    "case", [case for case in CASES if not case.expected & STILL_THERE], ids=lambda case: case.name
)
def test_hidden_words_are_in_observations_and_not_in_the_text(case: pdf_pages.Case) -> None:
    assert "Quennell" not in pdf.read("made.pdf", case.bad, DEFAULTS).text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_observation_has_a_place_a_count_and_a_box(case: pdf_pages.Case) -> None:
    source = pdf.read("made.pdf", case.bad, DEFAULTS)
    start = source.stretches[case.page - 1].start
    for node in source.observations:
        assert isinstance(node, Observation)
        assert (node.start, node.end, node.page) == (start, start, case.page)
        assert node.box is not None
        hidden = node.hidden.text if node.hidden is not None else ""
        assert node.value == sum(not sign.isspace() for sign in hidden)


def test_the_battery_is_the_same_every_time() -> None:
    assert [*pdf_pages.cases(), *pdf_variants.variants()] == CASES
    assert dict(pdf_traps.traps()) == TRAPS
