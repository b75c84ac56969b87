"""A hostile file costs bounded time and memory, its faults are named, and the run goes on."""

from collections.abc import Callable

import msgspec
import pytest

from tests.battery import pdf_hostile
from tests.battery.pdf_pages import BOX, OPENING, covered, page, saved
from tests.battery.pdf_writer import Pdf, line, rectangle
from validator.errors import UnreadableError
from validator.model.document import SourceText
from validator.readers import pdf
from validator.readers.options import DEFAULTS, ReadOptions

HEADING = "Brackwater Harbour Office\nNote on the meeting of the third week."
TOO_DEEP = ("page 1: forms nested more than 16 deep",)


def read(data: bytes, **limits: float) -> SourceText:
    return pdf.read("made.pdf", data, msgspec.structs.replace(DEFAULTS, **limits))


@pytest.mark.parametrize(
    "data", [pdf_hostile.nested_forms(10_000), pdf_hostile.looping_form()], ids=["nested", "looping"]
)
def test_forms_are_followed_no_deeper_than_the_limit(data: bytes) -> None:
    source = read(data)
    assert (source.text, source.not_checked) == (HEADING, TOO_DEEP)


def test_a_page_that_takes_too_long_costs_that_page_only() -> None:
    source = read(pdf_hostile.doubling_forms(40), page_seconds=2.0)
    assert source.text == "Before\n\f\n\fAfter"
    assert source.not_checked == ("page 2: it took longer than 2 s",)


def test_a_file_of_such_pages_is_given_up() -> None:
    one = Pdf()
    inner = one.form("0 0 m 1 1 l S")
    for _ in range(40):
        inner = one.form("/X1 Do /X1 Do", resources=f"/XObject<</X1 {inner} 0 R>>")
    for _ in range(6):
        one.page("/X1 Do", resources=f"/XObject<</X1 {inner} 0 R>>")
    source = read(one.bytes(), page_seconds=0.5)
    assert source.not_checked == (
        "page 1: it took longer than 0.5 s",
        "page 2: it took longer than 0.5 s",
        "page 3: it took longer than 0.5 s",
        "pages 4 to 6: given up after 3 that failed",
        "the structure of the file: not looked at after so many failures",
    )


def test_objects_beyond_the_limit_are_not_walked() -> None:
    source = read(pdf_hostile.many_objects(3_000), max_objects=1_000)
    assert (source.text, source.not_checked) == (HEADING, ("page 1: more than 1000 objects",))


def test_pages_beyond_the_limit_are_named() -> None:
    made = Pdf()
    for number in range(5):
        made.page(line(72, 700, f"Page {number}"))
    source = read(made.bytes(), max_pages=2)
    assert source.text == "Page 0\n\fPage 1"
    assert source.not_checked == ("pages 3 to 5: beyond the limit of 2 pages",)


def test_a_huge_page_is_painted_where_it_must_be() -> None:
    source = read(pdf_hostile.huge_page())
    assert len(source.observations) == 2
    assert source.not_checked == ()


def test_what_is_too_large_to_be_painted_is_not_checked() -> None:
    source = read(covered(rectangle(BOX))(True), max_pixels=100)
    assert source.not_checked == ("page 1: it is too large to be painted",)


@pytest.mark.parametrize(
    "build",
    [
        pdf_hostile.looping_pages,
        lambda: pdf_hostile.packed_bomb(50_000_000),
        lambda: pdf_hostile.picture_bomb(8_000),
    ],
    ids=["looping pages", "packed bomb", "picture bomb"],
)
def test_a_bomb_is_read_or_named(build: Callable[[], bytes]) -> None:
    source = read(build())
    assert source.text.startswith("Brackwater") or source.observations or source.not_checked


@pytest.mark.parametrize("part", [0.25, 0.5, 0.75, 0.95], ids=str)
def test_a_truncated_file_is_read_or_refused(part: float) -> None:
    whole = covered(rectangle(BOX))(True)
    try:
        assert read(whole[: int(len(whole) * part)]).format == "pdf"
    except UnreadableError as error:
        assert str(error) == "made.pdf: damaged, or no PDF"


def test_a_password_is_asked_for() -> None:
    import pikepdf

    locked = saved(encryption=pikepdf.Encryption(owner="o", user="u", R=4))(True)
    with pytest.raises(
        UnreadableError, match=r"^made\.pdf: encrypted with a password; save a copy without one$"
    ):
        read(locked)


def test_a_document_without_pages_is_refused() -> None:
    with pytest.raises(UnreadableError, match=r"made\.pdf: a PDF without pages"):
        read(Pdf().bytes())


def test_a_scan_that_nobody_recognised_is_not_checked() -> None:
    made = Pdf()
    image = made.image(2, 2, b"\x00\xff\xff\x00")
    made.page(OPENING)
    made.page("q 612 0 0 792 0 0 cm /I1 Do Q", resources=f"/XObject<</I1 {image} 0 R>>")
    assert read(made.bytes()).not_checked == ("page 2: a picture without text",)


def test_the_page_limits_are_those_of_the_options() -> None:
    assert ReadOptions() == DEFAULTS
    assert read(page(OPENING)).not_checked == ()
