"""The text of a PDF: in the order in which a reader of the page reads it, with its pages."""

import pytest

from tests.battery.pdf_pages import OPENING, page
from tests.battery.pdf_traps import traps
from tests.battery.pdf_writer import Pdf, line
from validator.errors import UnreadableError
from validator.model.document import Stretch
from validator.model.nodes import Observation
from validator.readers import pdf, read_bytes
from validator.readers.options import DEFAULTS


def text_of(data: bytes) -> str:
    return pdf.read("made.pdf", data, DEFAULTS).text


def test_pages_follow_each_other_and_know_their_numbers() -> None:
    made = Pdf()
    for words in ("First page", "Second page", "Third page"):
        made.page(line(72, 700, words))
    source = pdf.read("made.pdf", made.bytes(), DEFAULTS)
    assert source.text == "First page\n\fSecond page\n\fThird page"
    assert source.stretches == (Stretch(0, 1), Stretch(12, 2), Stretch(25, 3))
    assert (source.format, source.not_checked, source.observations) == ("pdf", (), ())


def test_what_is_painted_last_and_stands_on_top_is_read_first() -> None:
    body = line(72, 700, "The body.") + line(72, 680, "Its second line.")
    assert text_of(page(body + line(72, 20, "FOOT") + line(72, 770, "HEAD"))) == (
        "HEAD\nThe body.\nIts second line.\n\nFOOT"
    )


def test_columns_are_read_one_after_the_other() -> None:
    left = "".join(line(72, 700 - 20 * row, f"left {row}") for row in range(3))
    right = "".join(line(320, 700 - 20 * row, f"right {row}") for row in range(3))
    assert text_of(page(left + right)) == "left 0\nleft 1\nleft 2\nright 0\nright 1\nright 2"


def test_a_turned_page_reads_as_any_other() -> None:
    upright, turned = (text_of(page(OPENING, entries=entries)) for entries in ("", "/Rotate 270"))
    assert upright == turned == "Brackwater Harbour Office\nNote on the meeting of the third week."


def test_an_empty_page_has_no_text_and_no_fault() -> None:
    source = pdf.read("made.pdf", page(""), DEFAULTS)
    assert (source.text, source.not_checked) == ("", ())


def test_the_recognised_words_of_a_scan_are_its_text() -> None:
    assert "Brackwater Harbour Office" in text_of(dict(traps())["clean-scan"])


def test_a_signature_behind_other_bytes_is_seen() -> None:
    data = b"junk\n" + page(OPENING)
    assert read_bytes("made.bin", data).format == "pdf"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(2000), page(OPENING)[:300]], ids=len)
def test_what_cannot_be_opened_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"^made\.pdf: damaged, or no PDF$"):
        pdf.read("made.pdf", data, DEFAULTS)


def test_the_other_lines_of_a_page_stay_when_words_on_it_are_hidden() -> None:
    made = Pdf()
    lines = "".join(
        f"BT /F1 11 Tf 72 {700 - 16 * row} Td (Line {row} of the page) Tj ET\n" for row in range(4)
    )
    made.page(lines + "0 g 70 680 200 14 re f")
    source = pdf.read("made.pdf", made.bytes(), DEFAULTS)
    assert source.text == "Line 0 of the page\n\nLine 2 of the page\nLine 3 of the page"
    assert [node.name for node in source.observations if isinstance(node, Observation)] == ["covered-text"]


def test_a_wide_step_begins_a_paragraph() -> None:
    made = Pdf()
    tops = (700, 686, 672, 640, 626)
    made.page("".join(f"BT /F1 11 Tf 72 {top} Td (Words at {top}) Tj ET\n" for top in tops))
    expected = "Words at 700\nWords at 686\nWords at 672\n\nWords at 640\nWords at 626"
    assert pdf.read("made.pdf", made.bytes(), DEFAULTS).text == expected
