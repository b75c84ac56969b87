"""The structure of a PDF: what is found in a bad file, and spared in its twin."""

import io

import pypdfium2
import pytest

from tests.battery import pdf_side_channels
from tests.battery.pdf_structure import SECRET, SHOWN, Pair, page, pairs, traps
from validator.readers.pdf.structure import observe, revision_words

PAIRS = list(pairs())
CHANNELS = list(pdf_side_channels.pairs())
TEXT = " ".join(SHOWN)


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        return " ".join(one.get_textpage().get_text_range() for one in document)


def found(data: bytes) -> list[str]:
    shown = text_of(data)
    structure = observe(data, shown, 10_000, 1_000_000)
    assert structure.not_checked == ()
    names = [node.name for node in structure.observations] + ["attachment"] * len(structure.attached)
    words = (revision_words(text_of(data[:end]), shown, 1) for end in structure.revisions)
    return names + [node.name for node in words if node is not None]


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.name for pair in PAIRS])
def test_the_bad_file_is_found_and_its_twin_is_spared(pair: Pair) -> None:
    assert (found(pair.bad), found(pair.good)) == ([pair.finds], [])


@pytest.mark.parametrize("data", [data for _, data in traps()], ids=[name for name, _ in traps()])
def test_an_ordinary_file_is_spared(data: bytes) -> None:
    assert found(data) == []


def test_the_words_found_are_kept_apart() -> None:
    bad = next(pair.bad for pair in PAIRS if pair.name == "bookmark")
    (node,) = observe(bad, TEXT, 10_000, 1_000_000).observations
    assert node.hidden is not None
    assert (node.value, node.hidden.text) == (len("ann example nordhaven"), "ann example nordhaven")
    assert SECRET.split()[1] not in repr(node)


@pytest.mark.parametrize("keep", [0, 9, 200, 900])
def test_a_damaged_file_is_said_not_to_be_read(keep: int) -> None:
    structure = observe(page(*SHOWN)[:keep], TEXT, 10_000, 1_000_000)
    assert structure.observations == ()
    assert structure.not_checked or keep == 900  # qpdf mends what lacks only its end


@pytest.mark.parametrize("pair", CHANNELS, ids=[pair.name for pair in CHANNELS])
def test_side_channels_are_looked_for_when_asked(pair: Pair) -> None:
    names = [
        [node.name for node in observe(data, "", 10_000, 1_000_000, side_channels=asked).observations]
        for data, asked in ((pair.bad, True), (pair.good, True), (pair.bad, False))
    ]
    assert names == [[pair.finds], [], []]
