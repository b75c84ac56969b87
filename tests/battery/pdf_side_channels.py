"""Pairs of PDFs of which one gives words away by widths and positions only. All words are invented."""

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name
from reportlab.pdfgen import canvas

from tests.battery.pdf_structure import Pair, page


def boxes(*widths: float) -> bytes:
    """A page with dark boxes of these widths, and no words under them."""
    made = io.BytesIO()
    drawing = canvas.Canvas(made, invariant=True)
    for row, width in enumerate(widths):
        drawing.drawString(72, 720 - 20 * row, "The agent")
        drawing.setFillGray(0)
        drawing.rect(130, 717 - 20 * row, width, 12, fill=1, stroke=0)
    drawing.showPage()
    drawing.save()
    return made.getvalue()


def gap(points: float) -> bytes:
    """A line whose letters stand so far apart, with a box of 60 points."""
    with pikepdf.open(io.BytesIO(page("Fees."))) as pdf:
        words = f"BT /F1 12 Tf 72 500 Td [(He met) {-points * 1000 / 12:.2f} (in June)] TJ ET"
        pdf.pages[0].contents_add(pdf.make_stream(f"{words} 0 g 110 498 60 12 re f".encode()))
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def subset(letters: str) -> bytes:
    """A page whose font is a subset with these letters; it draws `fees`."""
    rows = "\n".join(f"<{ord(letter):02x}> <{ord(letter):04x}>" for letter in sorted(set(letters)))
    table = f"{len(set(letters))} beginbfchar\n{rows}\nendbfchar"
    with pikepdf.open(io.BytesIO(page("Fees."))) as pdf:
        font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/ABCDEF+Harbor"))
        font.ToUnicode = pdf.make_stream(table.encode())
        pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(F9=font))
        pdf.pages[0].obj.Contents = pdf.make_stream(b"BT /F9 12 Tf 72 500 Td (fees) Tj ET")
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def pairs() -> Iterator[Pair]:
    """Every side channel."""
    yield Pair("boxes as wide as words", "box-of-word-width", boxes(41, 63, 28, 75), boxes(60, 60, 60, 60))
    yield Pair("a gap as wide as the box", "glyph-displacement", gap(60), gap(20))
    yield Pair("letters of a font", "font-leftover", subset("feesquxz"), subset("fees"))
