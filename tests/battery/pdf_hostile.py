"""PDF files that try to cost time, memory or a process, and otherwise are nothing."""

import zlib

from tests.battery.pdf_pages import OPENING, sentence
from tests.battery.pdf_writer import Pdf, line, rectangle


def nested_forms(depth: int) -> bytes:
    """Forms in forms; the innermost holds a line of text."""
    pdf = Pdf()
    inner = pdf.form(line(72, 500, "The innermost line."))
    for _ in range(depth):
        inner = pdf.form("/X1 Do", resources=f"/XObject<</X1 {inner} 0 R>>")
    pdf.page(OPENING + "/X1 Do", resources=f"/XObject<</X1 {inner} 0 R>>")
    return pdf.bytes()


def doubling_forms(levels: int) -> bytes:
    """Three pages; the second draws a form that draws another twice, and so on."""
    pdf = Pdf()
    inner = pdf.form("0 0 m 1 1 l S")
    for _ in range(levels):
        inner = pdf.form("/X1 Do /X1 Do", resources=f"/XObject<</X1 {inner} 0 R>>")
    pdf.page(line(72, 700, "Before"))
    pdf.page("/X1 Do", resources=f"/XObject<</X1 {inner} 0 R>>")
    pdf.page(line(72, 700, "After"))
    return pdf.bytes()


def looping_form() -> bytes:
    """A form that draws itself."""
    pdf = Pdf()
    itself = len(pdf.objects) + 1
    pdf.form("/X1 Do", resources=f"/XObject<</X1 {itself} 0 R>>")
    pdf.page(OPENING + "/X1 Do", resources=f"/XObject<</X1 {itself} 0 R>>")
    return pdf.bytes()


def looping_pages() -> bytes:
    """A page tree that holds itself."""
    pdf = Pdf()
    pdf.page(OPENING)
    pdf.pages.append(2)
    return pdf.bytes()


def many_objects(count: int) -> bytes:
    """A page of so many lines, each an object of its own."""
    pdf = Pdf()
    pdf.page(OPENING + "0 0 m 9 9 l S\n" * count)
    return pdf.bytes()


def huge_page() -> bytes:
    """A page of 200 inches by 200 with a box over a line at each of two opposite corners."""
    pdf = Pdf()
    far = sentence(True) + rectangle((70, 630, 500, 660))
    pdf.page(far + f"q 1 0 0 1 13000 13000 cm {far} Q", box=(0, 0, 14400, 14400))
    return pdf.bytes()


def picture_bomb(side: int) -> bytes:
    """A black picture of so many pixels a side, packed to next to nothing, over a line of text."""
    pdf = Pdf()
    packer = zlib.compressobj(9)
    row = bytes(side)
    packed = b"".join([packer.compress(row) for _ in range(side)]) + packer.flush()
    size = f"/Width {side}/Height {side}/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode"
    head = f"<</Type/XObject/Subtype/Image{size}/Length {len(packed)}>>stream\n".encode()
    image = pdf.add(head + packed + b"\nendstream")
    pdf.page(OPENING + "q 300 0 0 20 60 665 cm /I1 Do Q", resources=f"/XObject<</I1 {image} 0 R>>")
    return pdf.bytes()


def packed_bomb(size: int) -> bytes:
    """A page whose content unpacks to so many bytes."""
    pdf = Pdf()
    pdf.page(OPENING + " " * size)
    return pdf.bytes()
