"""A PDF writer of one screen: it writes the content streams that it is told to, as no library would."""

import zlib
from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth

Box = tuple[float, float, float, float]
LETTER: Box = (0, 0, 612, 792)
FONT = "Helvetica"


class Pdf:
    """Collects objects; `bytes()` writes them with a cross-reference table. Same calls, same bytes."""

    def __init__(self) -> None:
        self.objects: list[bytes] = [b"", b""]  # the catalog and the page tree, written last
        self.pages: list[int] = []
        self.catalog = ""
        self.font = self.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")

    def add(self, body: str | bytes) -> int:
        """Adds an object and gives its number."""
        self.objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(self.objects)

    def stream(self, data: str | bytes, entries: str = "") -> int:
        """Adds a stream, packed, and gives its number."""
        packed = zlib.compress(data.encode("latin-1") if isinstance(data, str) else data)
        head = f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>stream\n".encode("latin-1")
        return self.add(head + packed + b"\nendstream")

    def form(self, content: str, entries: str = "", resources: str = "") -> int:
        """Adds a form XObject as large as a page."""
        names = f"/Resources<</Font<</F1 {self.font} 0 R>>{resources}>>"
        return self.stream(content, f"/Type/XObject/Subtype/Form/BBox[0 0 612 792]{names}{entries}")

    def image(self, width: int, height: int, grey: bytes) -> int:
        """Adds a grey picture, one byte for each pixel, top row first."""
        size = f"/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/DeviceGray"
        return self.stream(grey, f"/Type/XObject/Subtype/Image{size}")

    def page(
        self,
        content: str,
        *,
        resources: str = "",
        annotations: Sequence[int] = (),
        box: Box = LETTER,
        entries: str = "",
    ) -> int:
        """Adds a page and gives its number as an object."""
        body = self.stream(content)
        notes = "/Annots[" + " ".join(f"{number} 0 R" for number in annotations) + "]" if annotations else ""
        corners = " ".join(f"{value:g}" for value in box)
        fonts = f"/Resources<</Font<</F1 {self.font} 0 R>>{resources}>>"
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[{corners}]/Contents {body} 0 R{fonts}{notes}{entries}>>"
        self.pages.append(self.add(page))
        return self.pages[-1]

    def bytes(self) -> bytes:
        """The file."""
        kids = " ".join(f"{number} 0 R" for number in self.pages)
        self.objects[0] = f"<</Type/Catalog/Pages 2 0 R{self.catalog}>>".encode("latin-1")
        self.objects[1] = f"<</Type/Pages/Count {len(self.pages)}/Kids[{kids}]>>".encode("latin-1")
        out = bytearray(b"%PDF-1.7\n")
        places = []
        for number, body in enumerate(self.objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        size = len(places) + 1
        trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
        return bytes(out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer)


def width(text: str, size: float = 12) -> float:
    """How wide a text is in the font of all pages, in points."""
    return float(stringWidth(text, FONT, size))


def line(x: float, y: float, text: str, size: float = 12, before: str = "0 g") -> str:
    """Paints a line of text; `before` sets colour and the like."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"q {before} BT /F1 {size:g} Tf {x:g} {y:g} Td ({escaped}) Tj ET Q\n"


def rectangle(box: Box, paint: str = "0 g", operator: str = "f") -> str:
    """Paints a rectangle from its corners."""
    left, bottom, right, top = box
    return f"q {paint} {left:g} {bottom:g} {right - left:g} {top - bottom:g} re {operator} Q\n"
