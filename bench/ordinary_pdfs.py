"""Makes ordinary PDFs, on which a detector of failed redactions must be silent: 500 of five sorts, all invented.

Reports with tables, charts and coloured headings; letters; dark slides; forms; scans with a layer of recognised text.
The same seed makes the same files.
"""

import argparse
import io
import random
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape, letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

TRADE = """agent agreement annual authority berth board cargo charge committee container cost customs dock export fee
harbor import inspection invoice landing lease levy manifest measure office pier pilot port rate report review route
rule safety schedule season ship storage survey tariff terminal timber toll trade transit tug vessel wharf"""
WORDS = TRADE.split()
FONTS = ("Helvetica", "Times-Roman", "Courier")
DARK = (colors.navy, colors.black, colors.darkslategray, colors.maroon)
LIGHT = (colors.lightgrey, colors.beige, colors.aliceblue, colors.lavender)


def sentence(chance: random.Random, least: int = 8, most: int = 16) -> str:
    """Words of the trade, as a sentence."""
    words = chance.choices(WORDS, k=chance.randint(least, most))
    return " ".join(words).capitalize() + "."


def report(canvas: Canvas, chance: random.Random) -> None:
    """Pages of text under a coloured heading, with a table, a chart and a watermark here and there."""
    for _ in range(chance.randint(2, 6)):
        width, height = letter
        canvas.setFillColor(chance.choice(DARK))
        canvas.rect(0, height - 60, width, 60, fill=1, stroke=0)
        canvas.setFillColor(colors.white)
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(50, height - 40, sentence(chance, 3, 5))
        if chance.random() < 0.3:
            _watermark(canvas, width, height)
        _paragraphs(canvas, chance, height - 90, 370)
        _table(canvas, chance, 320) if chance.random() < 0.6 else _chart(canvas, chance, 300)
        canvas.showPage()


def letter_of(canvas: Canvas, chance: random.Random) -> None:
    """A letter with a letterhead, a rule under it, and a shadow behind the address."""
    width, height = letter
    canvas.setFont("Times-Bold", 16)
    canvas.drawCentredString(width / 2, height - 60, "Nordhaven Port Authority")
    canvas.line(50, height - 70, width - 50, height - 70)
    canvas.setFillColor(colors.lightgrey)
    canvas.rect(74, height - 156, 200, 60, fill=1, stroke=0)
    canvas.setFillColor(colors.white)
    canvas.rect(70, height - 152, 200, 60, fill=1, stroke=1)
    canvas.setFillColor(colors.black)
    canvas.setFont("Times-Roman", 11)
    for row in range(3):
        canvas.drawString(76, height - 108 - 14 * row, sentence(chance, 2, 4))
    _paragraphs(canvas, chance, height - 190, 120)
    canvas.showPage()


def slides(canvas: Canvas, chance: random.Random) -> None:
    """Dark slides with light letters, and boxes with letters on them."""
    width, height = landscape(A4)
    canvas.setPageSize((width, height))
    for _ in range(chance.randint(3, 8)):
        canvas.setFillColor(chance.choice(DARK))
        canvas.rect(0, 0, width, height, fill=1, stroke=0)
        canvas.setFillColor(colors.whitesmoke)
        canvas.setFont("Helvetica-Bold", 28)
        canvas.drawString(60, height - 80, sentence(chance, 3, 5))
        for row in range(chance.randint(2, 4)):
            top = height - 180 - 90 * row
            canvas.setFillColor(chance.choice(LIGHT))
            canvas.roundRect(60, top, 500, 60, 10, fill=1, stroke=0)
            canvas.setFillColor(colors.black)
            canvas.setFont("Helvetica", 16)
            canvas.drawString(80, top + 24, sentence(chance, 4, 7))
        canvas.showPage()


def form(canvas: Canvas, chance: random.Random) -> None:
    """A form with fields, boxes to tick and shaded instructions."""
    height = letter[1]
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(50, height - 50, f"Form {chance.randint(100, 999)}: {sentence(chance, 2, 4)}")
    for row in range(chance.randint(6, 12)):
        top = height - 100 - 45 * row
        canvas.setFillColor(colors.lightgrey if row % 2 else colors.white)
        canvas.rect(50, top - 8, 500, 36, fill=1, stroke=1)
        canvas.setFillColor(colors.black)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(56, top + 14, sentence(chance, 2, 4))
        canvas.acroForm.textfield(name=f"field{row}", x=260, y=top - 2, width=200, height=18, fontSize=9)
        canvas.acroForm.checkbox(name=f"box{row}", x=500, y=top, size=14, checked=chance.random() < 0.5)
    canvas.showPage()


def scan(canvas: Canvas, chance: random.Random) -> None:
    """Pictures of pages, with the recognised text under them; photographs with dark parts among the lines."""
    for _ in range(chance.randint(1, 4)):
        width, height = letter
        picture = Image.new("L", (850, 1100), 250)
        drawing = ImageDraw.Draw(picture)
        lines = [(80 + 26 * row, sentence(chance)) for row in range(chance.randint(12, 28))]
        for top, text in lines:
            drawing.text((90, top), text, fill=20)
        if chance.random() < 0.5:
            drawing.rectangle((90, 860, 700, 1050), fill=chance.randint(20, 90))
        picture = picture.filter(ImageFilter.GaussianBlur(0.6)).rotate(
            chance.uniform(-0.6, 0.6), fillcolor=250
        )
        canvas.drawImage(ImageReader(picture), 0, 0, width, height)
        layer = canvas.beginText()
        layer.setTextRenderMode(3)
        layer.setFont("Helvetica", 8)
        for top, text in lines:
            layer.setTextOrigin(90 * width / 850, height - (top + 10) * height / 1100)
            layer.textOut(text)
        canvas.drawText(layer)
        canvas.showPage()


def _paragraphs(canvas: Canvas, chance: random.Random, top: float, bottom: float) -> None:
    canvas.setFillColor(colors.black)
    canvas.setFont(chance.choice(FONTS), 10)
    while top > bottom:
        for _ in range(min(chance.randint(2, 6), int((top - bottom) / 13) + 1)):
            canvas.drawString(50, top, sentence(chance)[:95])
            top -= 13
        top -= 9


def _table(canvas: Canvas, chance: random.Random, top: float) -> None:
    for row in range(chance.randint(5, 14)):
        canvas.setFillColor(colors.navy if row == 0 else chance.choice(LIGHT) if row % 2 else colors.white)
        canvas.rect(50, top - 18 * row, 500, 18, fill=1, stroke=1)
        canvas.setFillColor(colors.white if row == 0 else colors.black)
        canvas.setFont("Helvetica", 8)
        for column in range(4):
            text = chance.choice(WORDS) if row == 0 or column == 0 else f"{chance.uniform(1, 999):.2f}"
            canvas.drawString(56 + 125 * column, top - 18 * row + 6, text)


def _chart(canvas: Canvas, chance: random.Random, top: float) -> None:
    for bar in range(chance.randint(4, 9)):
        height = chance.uniform(20, 180)
        canvas.setFillColor(chance.choice(DARK))
        canvas.rect(70 + 50 * bar, top - 200, 36, height, fill=1, stroke=0)
        canvas.setFillColor(colors.white)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(74 + 50 * bar, top - 200 + height - 12, f"{height:.0f}")
        canvas.setFillColor(colors.black)
        canvas.drawString(70 + 50 * bar, top - 212, chance.choice(WORDS)[:7])


def _watermark(canvas: Canvas, width: float, height: float) -> None:
    canvas.saveState()
    canvas.setFillColor(colors.Color(0.8, 0.8, 0.8, alpha=0.5))
    canvas.setFont("Helvetica-Bold", 90)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(45)
    canvas.drawCentredString(0, 0, "DRAFT")
    canvas.restoreState()


SORTS: tuple[Callable[[Canvas, random.Random], None], ...] = (report, letter_of, slides, form, scan)


def make(folder: Path, count: int, seed: int = 1) -> None:
    """Writes `count` files of all sorts in turn."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        chance = random.Random(seed * 1_000_003 + number)
        sort = SORTS[number % len(SORTS)]
        made = io.BytesIO()
        canvas = Canvas(made, pagesize=letter, invariant=True)
        sort(canvas, chance)
        canvas.save()
        (folder / f"{number:04}-{sort.__name__}.pdf").write_bytes(made.getvalue())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=500)
    arguments = parser.parse_args()
    make(arguments.folder, arguments.count)
