"""PDF pages on which a redaction failed, each with a twin on which it did not: the two differ in one thing.

The classes are those of the catalogue; every name and sentence is invented.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pikepdf

from tests.battery.pdf_writer import Box, Pdf, line, rectangle, width

SECRET = "Orla Quennell"
BEFORE = "The letter was handed to "
AFTER = " at the ferry landing."
X, Y, SIZE = 72.0, 640.0, 12.0
LEFT = X + width(BEFORE)
RIGHT = LEFT + width(SECRET)
BOX: Box = (LEFT - 1, Y - 4, RIGHT + 1, Y + 11)
OPENING = line(X, 700, "Brackwater Harbour Office") + line(X, 670, "Note on the meeting of the third week.")
CLOSING = line(X, 600, "Nothing else was said that evening.")


class Case(NamedTuple):
    """A pair. `expected` are the names of the observations on the page; `page` counts from 1."""

    name: str
    bad: bytes
    good: bytes
    expected: frozenset[str]
    page: int = 1


def cases() -> Iterator[Case]:
    """All pairs, by name."""
    for table in (COVERED, PAGES, HIDDEN):
        for name, (build, *expected) in sorted(table.items()):
            page = 3 if name == "page-3-of-4" else 1
            yield Case(name, build(True), build(False), frozenset(expected), page)


def sentence(secret: bool, before: str = "0 g") -> str:
    """The sentence with the name in it, or with a gap in its place."""
    words = line(X, Y, BEFORE) + line(RIGHT, Y, AFTER)
    return words + (line(LEFT, Y, SECRET, before=before) if secret else "")


def page(content: str, **rest: object) -> bytes:
    """A document of one page."""
    pdf = Pdf()
    pdf.page(content, **rest)  # type: ignore[arg-type]
    return pdf.bytes()


def covered(cover: str, resources: str = "") -> Callable[[bool], bytes]:
    """Pages with something painted over the name, or over the gap."""
    return lambda bad: page(OPENING + sentence(bad) + cover + CLOSING, resources=resources)


def hatched() -> str:
    left, bottom, right, top = BOX
    lines = ["q 0 G 1.6 w"]
    for step in range(int((right - left + 15) / 1.5)):
        x = left - 15 + 1.5 * step
        lines.append(f"{x:g} {bottom:g} m {x + 15:g} {top:g} l {x + 15:g} {bottom:g} m {x:g} {top:g} l")
    return " ".join([*lines, "S Q\n"])


def rounded() -> str:
    left, bottom, right, top = BOX
    return (
        f"q 0 g {left + 4:g} {bottom:g} m {right - 4:g} {bottom:g} l {right:g} {bottom:g} {right:g} {top:g} "
        f"{right - 4:g} {top:g} c {left + 4:g} {top:g} l {left:g} {top:g} {left:g} {bottom:g} {left + 4:g} {bottom:g} c f Q\n"
    )


def stroke() -> str:
    middle = (BOX[1] + BOX[3]) / 2
    return f"q 0 G 16 w {BOX[0]:g} {middle:g} m {BOX[2]:g} {middle:g} l S Q\n"


def gradient(bad: bool) -> bytes:
    left, bottom, right, top = BOX
    pdf = Pdf()
    function = pdf.add("<</FunctionType 2/Domain[0 1]/C0[0 0 0.1]/C1[0.3 0 0]/N 1>>")
    shading = pdf.add(
        f"<</ShadingType 2/ColorSpace/DeviceRGB/Coords[{left:g} 0 {right:g} 0]/Function {function} 0 R/Extend[true true]>>"
    )
    cover = f"q {left:g} {bottom:g} {right - left:g} {top - bottom:g} re W n /S1 sh Q\n"
    pdf.page(OPENING + sentence(bad) + cover, resources=f"/Shading<</S1 {shading} 0 R>>")
    return pdf.bytes()


def picture_over(bad: bool) -> bytes:
    pdf = Pdf()
    image = pdf.image(4, 2, bytes([20, 30, 20, 30, 25, 20, 30, 20]))
    left, bottom, right, top = BOX
    cover = f"q {right - left:g} 0 0 {top - bottom:g} {left:g} {bottom:g} cm /I1 Do Q\n"
    pdf.page(OPENING + sentence(bad) + cover + CLOSING, resources=f"/XObject<</I1 {image} 0 R>>")
    return pdf.bytes()


def annotated(subtype: str, entries: str, appearance: bool = True) -> Callable[[bool], bytes]:
    """Pages with an annotation over the name, or over the gap."""

    def build(bad: bool) -> bytes:
        pdf = Pdf()
        corners = " ".join(f"{value:g}" for value in BOX)
        left, bottom, right, top = BOX
        look = pdf.stream(
            f"0 g 0 0 {right - left:g} {top - bottom:g} re f",
            f"/Type/XObject/Subtype/Form/BBox[0 0 {right - left:g} {top - bottom:g}]",
        )
        shown = f"/AP<</N {look} 0 R>>" if appearance else ""
        note = pdf.add(f"<</Type/Annot/Subtype/{subtype}/Rect[{corners}]/F 4{entries}{shown}>>")
        pdf.page(OPENING + sentence(bad) + CLOSING, annotations=[note])
        return pdf.bytes()

    return build


def unapplied(bad: bool) -> bytes:
    """A redaction that was marked; its twin was applied: the words gone, the mark gone, a box painted."""
    if not bad:
        return page(OPENING + sentence(False) + rectangle(BOX))
    left, bottom, right, top = BOX
    quadrilateral = f"{left:g} {top:g} {right:g} {top:g} {left:g} {bottom:g} {right:g} {bottom:g}"
    return annotated("Redact", f"/QuadPoints[{quadrilateral}]/IC[0 0 0]", appearance=False)(True)


def scan_with(darkened: Box | None, ink: Box | None = None) -> bytes:
    """The grey of a scanned page of 612 by 792 pixels: lines of ink, and a part made black."""
    rows = [bytearray(b"\xf8" * 612) for _ in range(792)]
    for y in range(60, 700, 24):
        for row in range(y, y + 9):
            rows[row][72:500] = b"\x20\x20\xf0\x20\xf0\xf0\x20\xf0\x20\xf0\xf0\xf0" * 36
            del rows[row][612:]
    for box, grey in ((ink, b"\x20\xf0\xf0"), (darkened, b"\x08")):
        if box is not None:
            left, bottom, right, top = (round(value) for value in box)
            for row in range(792 - top, 792 - bottom):
                rows[row][left:right] = (grey * (right - left))[: right - left]
    return b"".join(bytes(row) for row in rows)


def scan_page(pdf: Pdf, grey: bytes, after: str, annotations: tuple[int, ...] = ()) -> bytes:
    image = pdf.image(612, 792, grey)
    content = "q 612 0 0 792 0 0 cm /I1 Do Q\n" + after
    pdf.page(content, resources=f"/XObject<</I1 {image} 0 R>>", annotations=annotations)
    return pdf.bytes()


def recognised(bad: bool) -> bytes:
    """A scan with its recognised words; a box was burnt into the picture, and the words under it stayed."""
    words = OPENING + sentence(bad) + CLOSING
    return scan_page(Pdf(), scan_with(BOX), words.replace("BT", "BT 3 Tr"))


def box_on_scan(bad: bool) -> bytes:
    """A box that can be taken off; under its twin the picture is black as well."""
    words = (OPENING + sentence(False) + CLOSING).replace("BT", "BT 3 Tr")
    grey = scan_with(None if bad else BOX, BOX)
    return scan_page(Pdf(), grey, words + rectangle(BOX))


def clipped_picture(bad: bool) -> bytes:
    """A picture of which the clip hides a half with ink; the half of its twin is blank."""
    pdf = Pdf()
    half = b"".join([b"\x10\xf0\x10\x10" * 10 + (b"\x10\xf0\xf0\x10" if bad else b"\xf8" * 4) * 10] * 40)
    image = pdf.image(80, 40, half)
    content = "q 100 300 100 100 re W n 200 0 0 100 100 300 cm /I1 Do Q\n"
    pdf.page(OPENING + content, resources=f"/XObject<</I1 {image} 0 R>>")
    return pdf.bytes()


def cropped_picture(bad: bool) -> bytes:
    """The same by the crop box of the page."""
    pdf = Pdf()
    half = b"".join([b"\x10\xf0\x10\x10" * 10 + (b"\x10\xf0\xf0\x10" if bad else b"\xf8" * 4) * 10] * 40)
    image = pdf.image(80, 40, half)
    content = OPENING + "q 400 0 0 100 200 300 cm /I1 Do Q\n"
    pdf.page(content, resources=f"/XObject<</I1 {image} 0 R>>", entries="/CropBox[0 0 400 792]")
    return pdf.bytes()


def rotated(bad: bool) -> bytes:
    return page(OPENING + sentence(bad) + rectangle(BOX), entries="/Rotate 90")


def in_form(bad: bool) -> bytes:
    pdf = Pdf()
    inner = pdf.form(OPENING + sentence(bad) + rectangle(BOX), "/Matrix[0.5 0 0 0.5 100 100]")
    pdf.page("q 1.5 0 0 1.5 10 20 cm /X1 Do Q\n", resources=f"/XObject<</X1 {inner} 0 R>>")
    return pdf.bytes()


def third_page(bad: bool) -> bytes:
    pdf = Pdf()
    for number in range(1, 5):
        cover = rectangle(BOX) if number == 3 else ""
        pdf.page(OPENING + sentence(bad and number == 3) + cover + CLOSING)
    return pdf.bytes()


def saved(**how: object) -> Callable[[bool], bytes]:
    """Pages with a box, written again by another program."""

    def build(bad: bool) -> bytes:
        import io

        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(covered(rectangle(BOX))(bad))) as pdf:
            pdf.save(out, static_id=True, **how)  # type: ignore[arg-type]
        return out.getvalue()

    return build


def no_unicode(bad: bool) -> bytes:
    """A font whose codes stand for other letters than they look like, with no table that says which."""
    pdf = Pdf()
    names = " ".join(f"/{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    pdf.font = pdf.add(
        f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/Differences[97 {names[3:]} /a]>>>>"
    )
    pdf.page(sentence(bad) + rectangle(BOX))
    return pdf.bytes()


def too_short(bad: bool) -> bytes:
    """A box that leaves the last two letters to be seen; its twin covers nothing but a gap."""
    short = (BOX[0], BOX[1], RIGHT - width("ll"), BOX[3])
    return page(OPENING + sentence(bad) + rectangle(short) + CLOSING)


def half_height(bad: bool) -> bytes:
    low = (BOX[0], BOX[1], BOX[2], Y + 4.5)
    return page(OPENING + sentence(bad) + rectangle(low) + CLOSING)


def layer(bad: bool) -> bytes:
    pdf = Pdf()
    group = pdf.add("<</Type/OCG/Name(Draft)>>")
    pdf.catalog = f"/OCProperties<</OCGs[{group} 0 R]/D<</OFF[{group} 0 R]>>>>"
    hidden = f"/OC /L1 BDC {sentence(True)} EMC\n" if bad else ""
    pdf.page(OPENING + hidden + CLOSING, resources=f"/Properties<</L1 {group} 0 R>>")
    return pdf.bytes()


def form_on_layer(bad: bool) -> bytes:
    pdf = Pdf()
    group = pdf.add("<</Type/OCG/Name(Draft)>>")
    pdf.catalog = f"/OCProperties<</OCGs[{group} 0 R]/D<</BaseState/OFF>>>>"
    form = pdf.form(sentence(True), f"/OC {group} 0 R")
    pdf.page(OPENING + ("/X1 Do\n" if bad else ""), resources=f"/XObject<</X1 {form} 0 R>>")
    return pdf.bytes()


def outside(bad: bool) -> bytes:
    return page(OPENING + (line(700, 500, f"Handed to {SECRET}.") if bad else "") + CLOSING)


def out_of_crop(bad: bool) -> bytes:
    hidden = line(X, 60, f"Handed to {SECRET}.") if bad else ""
    return page(OPENING + hidden + CLOSING, entries="/CropBox[0 100 612 792]")


def painted(before: str) -> Callable[[bool], bytes]:
    """Pages with the name painted so that it cannot be seen."""
    return lambda bad: page(OPENING + sentence(bad, before) + CLOSING)


def transparent(bad: bool) -> bytes:
    return page(OPENING + sentence(bad, "/G0 gs") + CLOSING, resources="/ExtGState<</G0<</ca 0>>>>")


def tiny(bad: bool) -> bytes:
    return page(OPENING + (line(X, Y, f"Handed to {SECRET}.", size=0.2) if bad else "") + CLOSING)


def clipped(bad: bool) -> bytes:
    hidden = f"q 400 640 20 20 re W n {line(X, Y, f'Handed to {SECRET}.')} Q\n" if bad else ""
    return page(OPENING + hidden + CLOSING)


SEE_THROUGH = "/ExtGState<</G1<</ca 0.8>>>>"
TEXT = "covered-text"

# name -> what builds the bad twin (True) or the good one (False), and what is to be observed
COVERED: dict[str, tuple[Callable[[bool], bytes], *tuple[str, ...]]] = {
    "circle-annotation": (annotated("Circle", "/IC[0 0 0]"), TEXT),
    "code-on-the-box": (covered(rectangle(BOX) + line(LEFT + 20, Y, "(b)(6)", before="1 g")), TEXT),
    "cross-hatch": (covered(hatched()), TEXT),
    "free-text": (annotated("FreeText", "/DA(/F1 12 Tf)/Contents( )"), TEXT),
    "gradient": (gradient, TEXT),
    "grey-cover": (covered(rectangle(BOX, "0.5 g")), TEXT),
    "half-height": (half_height, "partly-covered-text"),
    "highlight-of-black": (annotated("Highlight", "/C[0 0 0]"), TEXT),
    "no-unicode": (no_unicode, TEXT),
    "picture-over-text": (picture_over, TEXT),
    "rectangle": (covered(rectangle(BOX)), TEXT),
    "rounded-path": (covered(rounded()), TEXT),
    "same-colour-on-box": (
        lambda bad: page(OPENING + rectangle(BOX) + sentence(bad) + CLOSING),
        "same-colour-text",
    ),
    "see-through": (covered(rectangle(BOX, "/G1 gs 0 g"), SEE_THROUGH), "see-through-cover"),
    "square-annotation": (annotated("Square", "/IC[0 0 0]"), TEXT),
    "stamp": (annotated("Stamp", "/Name/Draft"), TEXT),
    "thick-stroke": (covered(stroke()), TEXT),
    "too-short": (too_short, TEXT),
    "unapplied": (unapplied, "unapplied-redaction"),
    "white-cover": (covered(rectangle(BOX, "1 g")), "light-covered-text"),
}
PAGES: dict[str, tuple[Callable[[bool], bytes], *tuple[str, ...]]] = {
    "box-on-scan": (box_on_scan, "image-under-box"),
    "clipped-picture": (clipped_picture, "image-outside-clip"),
    "cropped-picture": (cropped_picture, "image-outside-clip"),
    "empty-password": (
        saved(encryption=pikepdf.Encryption(owner="o", user="", R=3, aes=False, metadata=False)),
        TEXT,
    ),
    "in-a-form": (in_form, TEXT),
    "object-streams": (saved(object_stream_mode=pikepdf.ObjectStreamMode.generate), TEXT),
    "page-3-of-4": (third_page, TEXT),
    "recognised-under-box": (recognised, "ocr-text-under-box"),
    "rotated": (rotated, TEXT),
}
HIDDEN: dict[str, tuple[Callable[[bool], bytes], *tuple[str, ...]]] = {
    "clipped": (clipped, "clipped-text"),
    "form-on-layer": (form_on_layer, "hidden-layer"),
    "invisible": (painted("0 g 3 Tr"), "invisible-text"),
    "layer": (layer, "hidden-layer"),
    "off-page": (outside, "off-page-text"),
    "out-of-crop": (out_of_crop, "off-page-text"),
    "tiny": (tiny, "tiny-text"),
    "transparent": (transparent, "transparent-text"),
    "white": (painted("1 g"), "white-text"),
}
