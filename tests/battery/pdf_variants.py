"""The same failures on pages that are laid out in other ways: turned, moved, scaled, in forms, painted by patterns."""

from collections.abc import Callable, Iterator

from tests.battery.pdf_pages import BOX, CLOSING, OPENING, Case, annotated, page, sentence
from tests.battery.pdf_writer import Pdf, rectangle

TEXT = "covered-text"


def variants() -> Iterator[Case]:
    """All pairs, by name."""
    for name, build in sorted(VARIANTS.items()):
        yield Case(name, build(True), build(False), frozenset({TEXT}))


def boxed(entries: str = "") -> Callable[[bool], bytes]:
    return lambda bad: page(OPENING + sentence(bad) + rectangle(BOX) + CLOSING, entries=entries)


def moved(bad: bool) -> bytes:
    """A page whose lower left corner is not at the origin."""
    content = OPENING + sentence(bad) + rectangle(BOX) + CLOSING
    return page(f"q 1 0 0 1 -300 1000 cm {content} Q", box=(-300, 1000, 312, 1792), entries="/Rotate 90")


def box_in_form(bad: bool) -> bytes:
    pdf = Pdf()
    form = pdf.form(rectangle(BOX))
    pdf.page(OPENING + sentence(bad) + "/X1 Do\n", resources=f"/XObject<</X1 {form} 0 R>>")
    return pdf.bytes()


def text_in_form(bad: bool) -> bytes:
    pdf = Pdf()
    form = pdf.form(OPENING + sentence(bad))
    pdf.page("/X1 Do\n" + rectangle(BOX), resources=f"/XObject<</X1 {form} 0 R>>")
    return pdf.bytes()


def text_over_form(bad: bool) -> bytes:
    """A box in a form before the text hides nothing; after it, it does."""
    pdf = Pdf()
    form = pdf.form(rectangle(BOX, "0.3 g"))
    parts = [sentence(True), "/X1 Do\n"]
    pdf.page(OPENING + "".join(parts if bad else reversed(parts)), resources=f"/XObject<</X1 {form} 0 R>>")
    return pdf.bytes()


def tiled(bad: bool) -> bytes:
    """A fill with a tiling pattern."""
    pdf = Pdf()
    tile = pdf.stream(
        "0.1 g 0 0 4 4 re f 0.2 g 1 1 2 2 re f",
        "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 4 4]/XStep 4/YStep 4/Resources<<>>",
    )
    cover = rectangle(BOX, "/Pattern cs /P1 scn")
    pdf.page(OPENING + sentence(bad) + cover, resources=f"/Pattern<</P1 {tile} 0 R>>")
    return pdf.bytes()


def single_lines(bad: bool) -> bytes:
    """A hatch of lines that are painted one by one."""
    left, bottom, right, top = BOX
    steps = [bottom + 0.9 * step for step in range(int((top - bottom) / 0.9) + 1)]
    lines = "".join(f"q 0 G 1.2 w {left:g} {y:g} m {right:g} {y:g} l S Q\n" for y in steps)
    return page(OPENING + sentence(bad) + lines + CLOSING)


def many_boxes(bad: bool) -> bytes:
    """One path of several rectangles: one over the name, others over nothing."""
    left, bottom, right, top = BOX
    boxes = [(left, bottom), (72, 500), (300, 450), (200, 400)]
    path = " ".join(f"{x:g} {y:g} {right - left:g} {top - bottom:g} re" for x, y in boxes)
    return page(OPENING + sentence(bad) + f"q 0 g {path} f Q\n" + CLOSING)


def stencil(bad: bool) -> bytes:
    """A picture mask of one bit, all of it painted black."""
    pdf = Pdf()
    mask = pdf.stream(
        b"\x00", "/Type/XObject/Subtype/Image/Width 1/Height 1/ImageMask true/BitsPerComponent 1"
    )
    left, bottom, right, top = BOX
    cover = f"q 0 g {right - left:g} 0 0 {top - bottom:g} {left:g} {bottom:g} cm /I1 Do Q\n"
    pdf.page(OPENING + sentence(bad) + cover, resources=f"/XObject<</I1 {mask} 0 R>>")
    return pdf.bytes()


VARIANTS: dict[str, Callable[[bool], bytes]] = {
    "box-in-a-form": box_in_form,
    "hatch-of-single-lines": single_lines,
    "ink-annotation": annotated("Ink", "/InkList[[0 0 1 1]]"),
    "many-boxes-in-a-path": many_boxes,
    "moved-and-turned": moved,
    "polygon-annotation": annotated("Polygon", "/Vertices[0 0 1 1 0 1]/IC[0 0 0]"),
    "stencil": stencil,
    "text-in-a-form": text_in_form,
    "text-over-a-form": text_over_form,
    "tiling-pattern": tiled,
    "turned-by-180": boxed("/Rotate 180"),
    "turned-by-270": boxed("/Rotate 270"),
    "user-unit": boxed("/UserUnit 2.5"),
}
