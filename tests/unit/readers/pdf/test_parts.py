"""The small parts of the page reader: tables of what goes in and what comes out."""

import zlib

import pytest

from tests.battery.pdf_pages import BOX, LEFT, OPENING, SECRET, Y, page, sentence
from tests.battery.pdf_writer import Pdf, line, rectangle, width
from validator.model.hidden import Hidden
from validator.model.nodes import Observation
from validator.readers import pdf
from validator.readers.options import DEFAULTS
from validator.readers.pdf.assembly import assemble
from validator.readers.pdf.page import boxes, layers
from validator.readers.pdf.page.native import Pdfium
from validator.readers.pdf.page.pieces import Text
from validator.readers.pdf.page.runs import decoded
from validator.readers.pdf.page.switching import without_texts
from validator.readers.pdf.protocol import PageRead, Sighting


def observations(data: bytes) -> list[Observation]:
    return [one for one in pdf.read("made.pdf", data, DEFAULTS).observations if isinstance(one, Observation)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Orla Quennell", "Orla Quennell"),
        ("2UOD\x034XHQQHOO", "Orla Quennell"),
        ("2UOD\n\x034XHQQHOO", "Orla\n Quennell"),
        ("\x03\x7f\x7f", "\x03\x7f\x7f"),
        ("", ""),
    ],
)
def test_numbers_of_glyphs_are_read_as_letters(text: str, wanted: str) -> None:
    assert decoded(text) == wanted


PACKED = zlib.compress(b"<</OCProperties<</D<</OFF[4 0 R]>>>>>>")
EMPTY = zlib.compress(b"<</OCProperties<</D<</OFF[]>>>>>>")


@pytest.mark.parametrize(
    ("data", "off"),
    [
        (b"", False),
        (b"<</OCProperties<</D<</ON[4 0 R]/OFF[]>>>>>>", False),
        (b"<</D<</OFF [ 4 0 R ]>>>>", True),
        (b"<</D<</OFF 4 0 R>>>>", True),
        (b"<</D<</BaseState /OFF>>>>", True),
        (b"<</Type/ObjStm>>stream\r\n" + PACKED, True),
        (b"<</Type/ObjStm>>stream\n" + EMPTY, False),
        (b"<</Type/ObjStm>>stream\n" + EMPTY + b"<</Type/ObjStm>>stream\n" + PACKED, True),
        (b"<</Type/ObjStm>>stream\nnot packed", True),
        (b"<</Type/ObjStm>>stream\n" + EMPTY + b"<</Encrypt 5 0 R>>", True),
    ],
)
def test_a_layer_that_is_off_is_known_before_the_pages_are(data: bytes, off: bool) -> None:
    assert layers.any_off(data) is off


def test_boxes_are_moved_and_shared() -> None:
    assert boxes.moved((0, 0, 2, 1), (0, 1, -1, 0, 10, 10)) == (9, 10, 10, 12)
    assert boxes.moved((0, 0, 2, 1), (2, 0, 0, -1, 1, 1)) == (1, 0, 5, 1)
    assert boxes.chained((1, 0, 0, 1, 5, 6), (2, 0, 0, 2, 1, 1)) == (2, 0, 0, 2, 11, 13)
    assert boxes.share((0, 0, 2, 2), (1, 0, 5, 5)) == 0.5
    assert boxes.share((0, 0, 0, 0), (1, 0, 5, 5)) == 0.0


def test_an_observation_is_told_whole() -> None:
    (one,) = observations(page(OPENING + sentence(True) + rectangle(BOX)))
    assert (one.name, one.page, one.cover, one.value) == ("covered-text", 1, "rectangle", 12)
    assert one.hidden == Hidden(SECRET)
    assert one.box is not None
    assert boxes.share(one.box, BOX) > 0.99


def test_lines_under_one_box_are_one_observation_and_far_ones_are_not() -> None:
    lines = "".join(line(72, y, f"Line at {y}") for y in (500, 486, 472, 200))
    covers = rectangle((60, 460, 300, 520)) + rectangle((60, 190, 300, 220))
    texts = [one.hidden.text for one in observations(page(lines + covers)) if one.hidden is not None]
    assert texts == ["Line at 500\nLine at 486\nLine at 472", "Line at 200"]


def test_two_letters_under_the_edge_of_a_box_are_a_part_of_a_word() -> None:
    edge = (LEFT - 40, BOX[1], LEFT + width("Or"), BOX[3])
    (one,) = observations(page(line(LEFT, Y, SECRET) + rectangle(edge)))
    assert (one.name, one.hidden) == ("partly-covered-text", Hidden("Or"))


def test_the_same_words_on_top_in_another_place_do_not_help() -> None:
    again = line(72, Y - 100, SECRET)
    assert [one.name for one in observations(page(sentence(True) + rectangle(BOX) + again))] == [
        "covered-text"
    ]


def test_dates_alone_are_left_out_and_beside_words_are_not() -> None:
    dates = Sighting("covered-text", BOX, "rectangle", Hidden("03/23/2019"))
    words = Sighting("covered-text", BOX, "rectangle", Hidden("a name"))
    for sightings, count in (((dates,), 0), ((dates, dates), 0), ((dates, words), 2)):
        source = assemble("made.pdf", b"", [PageRead(0, "", sightings)], [])
        assert len(source.observations) == count


def test_text_can_be_made_invisible_where_nothing_can_be_switched_off() -> None:
    pdfium = Pdfium()
    made = Pdf()
    made.page(sentence(False))
    data = made.bytes()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    opened = pdfium.FPDF_LoadPage(document, 0)
    handle = pdfium.FPDFPage_GetObject(opened, 0)
    text = Text(1, handle, BOX, 0, None, False, False, None)
    pdfium.FPDFPageObj_SetIsActive = None
    with without_texts(pdfium, [text]):
        assert pdfium.FPDFTextObj_GetTextRenderMode(handle) == 3
    assert pdfium.FPDFTextObj_GetTextRenderMode(handle) == 0
    pdfium.FPDF_ClosePage(opened)
    pdfium.FPDF_CloseDocument(document)
