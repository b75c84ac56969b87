"""PDF pages that look like failed redactions to a simple checker and are sound: nothing may be observed on them."""

import math
from collections.abc import Callable, Iterator

from tests.battery.pdf_pages import (
    BOX,
    CLOSING,
    LEFT,
    OPENING,
    SECRET,
    X,
    Y,
    page,
    recognised,
    scan_page,
    scan_with,
    sentence,
)
from tests.battery.pdf_writer import Pdf, line, rectangle, width

NAVY = "0.05 0.1 0.3 rg"


def traps() -> Iterator[tuple[str, bytes]]:
    """All traps, by name."""
    for name, build in sorted(TRAPS.items()):
        yield name, build()


def over(words: str, cover: str = "") -> Callable[[], bytes]:
    """A page on which a box covers words that give nothing away."""
    return lambda: page(
        OPENING + sentence(False) + line(LEFT, Y, words) + (cover or rectangle(BOX)) + CLOSING
    )


def header() -> bytes:
    band = rectangle((0, 740, 612, 792), NAVY)
    return page(band + line(X, 760, "Harbour Report", size=18, before="1 g") + OPENING + CLOSING)


def chart() -> bytes:
    """Bars with labels before and after them in the order of painting, axes, and a curve of many segments."""
    labels = "".join(line(100 + 60 * bar, 286, f"Week {bar}", size=9) for bar in range(6))
    bars = "".join(
        rectangle((100 + 60 * bar, 300, 140 + 60 * bar, 340 + 20 * bar), "0.2 0.4 0.7 rg") for bar in range(6)
    )
    values = "".join(line(108 + 60 * bar, 305, f"{20 * bar + 40}", size=9, before="1 g") for bar in range(6))
    curve = "q 0.8 w 90 290 m " + " ".join(
        f"{90 + 4 * step} {320 + 40 * math.sin(step / 5):.2f} l" for step in range(100)
    )
    return page(OPENING + labels + bars + values + curve + " S Q\n" + CLOSING)


def shadow() -> bytes:
    words = line(X + 1, 499, "The Long Tide", size=30, before="0.7 g") + line(
        X, 500, "The Long Tide", size=30
    )
    return page(OPENING + words)


def shadow_of_white() -> bytes:
    """A white shadow under black letters at the same place, as style sheets make it."""
    words = line(X, 499.6, "Back to the list", before="1 g") + line(X, 500, "Back to the list")
    return page(OPENING + words)


def dark_slide() -> bytes:
    ground = rectangle((0, 0, 720, 540), "0.08 0.08 0.1 rg")
    label = line(60, 60, "Figures are rounded", size=10, before="0.22 0.22 0.24 rg")
    return page(ground + line(60, 400, "Fog at Sea", size=40, before="1 g") + label, box=(0, 0, 720, 540))


def clean_scan() -> bytes:
    return recognised(False)


def words_under_scan() -> bytes:
    """The recognised words painted first and the picture over them, as some programs do."""
    pdf = Pdf()
    image = pdf.image(612, 792, scan_with(None))
    words = OPENING + sentence(True) + CLOSING
    content = words + "q 612 0 0 792 0 0 cm /I1 Do Q\n"
    pdf.page(content, resources=f"/XObject<</I1 {image} 0 R>>")
    return pdf.bytes()


def watermark() -> bytes:
    large = "q /G1 gs 0.6 g BT /F1 90 Tf 0.7 0.7 -0.7 0.7 150 200 Tm (SPECIMEN) Tj ET Q\n"
    return page(OPENING + sentence(True) + CLOSING + large, resources="/ExtGState<</G1<</ca 0.3>>>>")


def banners() -> bytes:
    lines = line(250, 770, "UNCLASSIFIED", before="0 0.5 0 rg") + line(
        250, 20, "UNCLASSIFIED", before="0 0.5 0 rg"
    )
    return page(OPENING + sentence(True) + CLOSING + lines)


def typed_again() -> bytes:
    words = rectangle(BOX, "0.9 g") + line(LEFT, Y, SECRET)
    return page(OPENING + sentence(True) + words + CLOSING)


def pleading() -> bytes:
    """Numbered lines between ruled margins, a table of thin lines, underlined words, a struck word."""
    numbers = "".join(line(40, 720 - 24 * row, str(row + 1)) for row in range(26))
    rules = "".join(rectangle((x, 0, x + 0.8, 792)) for x in (64, 67, 560))
    grid = "".join(f"q 0.5 w {X} {400 + 20 * row} m 500 {400 + 20 * row} l S Q\n" for row in range(5))
    cells = "".join(line(X + 4, 405 + 20 * row, f"Entry {row} of the table") for row in range(4))
    under = rectangle((LEFT, Y - 2, LEFT + width(SECRET), Y - 1))
    struck = f"q 1 w {X} 674 m {X + 80} 674 l S Q\n"
    frame = rectangle((X - 4, 396, 504, 484), "0 G 0.8 w", "S")
    return page(numbers + OPENING + sentence(True) + grid + cells + rules + under + struck + frame)


def one_letter() -> bytes:
    """A box over a gap whose edge touches the last letter before it."""
    wide = (BOX[0] - width("o ") + 0.5, BOX[1], BOX[2], BOX[3])
    return page(OPENING + sentence(False) + rectangle(wide) + CLOSING)


def dates_only() -> bytes:
    words = "".join(line(X, 500 - 20 * row, f"0{row + 1}/14/2004") for row in range(4))
    return page(OPENING + words + rectangle((X - 2, 430, X + 80, 515)) + CLOSING)


def shaded_table() -> bytes:
    cells = "".join(
        rectangle((X, 400 + 20 * row, 500, 420 + 20 * row), f"{0.8 + 0.05 * row} g")
        + line(X + 4, 405 + 20 * row, f"Shaded entry {row}")
        for row in range(4)
    )
    return page(OPENING + cells + CLOSING)


def yellow_marker() -> bytes:
    pdf = Pdf()
    corners = " ".join(f"{value:g}" for value in BOX)
    left, bottom, right, top = BOX
    quadrilateral = f"{left:g} {top:g} {right:g} {top:g} {left:g} {bottom:g} {right:g} {bottom:g}"
    note = pdf.add(
        f"<</Type/Annot/Subtype/Highlight/Rect[{corners}]/QuadPoints[{quadrilateral}]/C[1 1 0]/F 4>>"
    )
    link = pdf.add(f"<</Type/Annot/Subtype/Link/Rect[{corners}]/Border[0 0 1]/F 4>>")
    pdf.page(OPENING + sentence(True) + CLOSING, annotations=[note, link])
    return pdf.bytes()


def form_field() -> bytes:
    """A field to be filled in over a line of underscores."""
    pdf = Pdf()
    look = pdf.stream("1 g 0 0 100 16 re f", "/Type/XObject/Subtype/Form/BBox[0 0 100 16]")
    field = pdf.add(
        f"<</Type/Annot/Subtype/Widget/FT/Tx/T(who)/Rect[{LEFT:g} {Y - 4:g} {LEFT + 100:g} {Y + 12:g}]/F 4/AP<</N {look} 0 R>>>>"
    )
    pdf.page(OPENING + line(X, Y, BEFORE_BLANK) + line(LEFT, Y, "_" * 14) + CLOSING, annotations=[field])
    return pdf.bytes()


BEFORE_BLANK = "Signed by"


def lettered_scan() -> bytes:
    """A scan with a heading in white on a dark band, recognised and all."""
    band = (60.0, 690.0, 400.0, 716.0)
    grey = bytearray(scan_with(band))
    for row in range(792 - 710, 792 - 698):
        for column in range(72, 214, 3):
            grey[row * 612 + column] = 0xF0
    words = (OPENING + CLOSING).replace("BT", "BT 3 Tr")
    return scan_page(Pdf(), bytes(grey), words)


def big_picture() -> bytes:
    """A photograph across the page behind a slide's text on boxes: a ground, no scan."""
    pdf = Pdf()
    grey = bytes((7 * (x * y) + 40 * (x // 5) + y) % 256 for y in range(60) for x in range(80))
    image = pdf.image(80, 60, grey)
    rows = "".join(
        rectangle((60, 80 + 60 * row, 600, 128 + 60 * row), "1 g")
        + line(70, 90 + 60 * row, f"Point {row}", size=30)
        for row in range(6)
    )
    content = "q 720 0 0 540 0 0 cm /I1 Do Q\n" + rows
    pdf.page(content, resources=f"/XObject<</I1 {image} 0 R>>", box=(0, 0, 720, 540))
    return pdf.bytes()


TRAPS: dict[str, Callable[[], bytes]] = {
    "banner-lines": banners,
    "big-picture": big_picture,
    "blanks-under-the-box": over("          "),
    "chart-labels": chart,
    "clean-scan": clean_scan,
    "dark-slide": dark_slide,
    "dates-only": dates_only,
    "drop-shadow": shadow,
    "filler-letters": over("aaaaaaaaaaaa"),
    "form-field": form_field,
    "lettered-scan": lettered_scan,
    "one-letter": one_letter,
    "pleading-rules": pleading,
    "redacted-under-the-box": over("[REDACTED]"),
    "shaded-table": shaded_table,
    "typed-again": typed_again,
    "watermark": watermark,
    "white-on-navy": header,
    "white-shadow": shadow_of_white,
    "words-under-scan": words_under_scan,
    "xxxx-under-the-box": over("XXXX XXXXXXXX"),
    "yellow-marker": yellow_marker,
}
