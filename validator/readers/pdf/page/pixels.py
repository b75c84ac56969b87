"""Pictures of a page in grey, and questions about the pixels in a box."""

import ctypes
from typing import Final

from validator.readers.pdf.page import boxes
from validator.readers.pdf.page.native import Box, Pdfium

FINE: Final = 1.5  # pixels for each point: enough to see a comma change
COARSE: Final = 1.0
COARSEST: Final = 0.5
_GREY: Final = 1  # FPDFBitmap_Gray
_ANNOTATIONS: Final = 0x01  # FPDF_ANNOT
_MARGIN: Final = 2.0  # points around a region


class Picture:
    """A region of a page as it is painted: one byte for each pixel, 0 is black, top row first."""

    def __init__(self, region: Box, scale: float, width: int, height: int, grey: bytes) -> None:
        self.region, self.scale, self.width, self.height, self.grey = region, scale, width, height, grey

    def with_grey(self, grey: bytes) -> "Picture":
        """Other pixels of the same region."""
        return Picture(self.region, self.scale, self.width, self.height, grey)

    def _corners(self, box: Box) -> tuple[int, int, int, int]:
        """First column, column behind the last, first row, row behind the last: a pixel at least, all in here."""
        left, _, _, top = self.region
        scale, width, height = self.scale, self.width, self.height
        first = min(max(int((box[0] - left) * scale), 0), width - 1)
        last = min(max(int((box[2] - left) * scale + 0.999), first + 1), width)
        upper = min(max(int((top - box[3]) * scale), 0), height - 1)
        lower = min(max(int((top - box[1]) * scale + 0.999), upper + 1), height)
        return first, last, upper, lower

    def cut(self, box: Box) -> bytes:
        """The pixels of a box."""
        first, last, upper, lower = self._corners(box)
        grey, width = self.grey, self.width
        return b"".join([grey[row * width + first : row * width + last] for row in range(upper, lower)])

    def has_ones(self, box: Box, share: float) -> bool:
        """Whether such a share of the pixels of a box is 1."""
        first, last, upper, lower = self._corners(box)
        count, width = self.grey.count, self.width
        missing = share * (last - first) * (lower - upper)
        for row in range(upper * width, lower * width, width):
            missing -= count(1, row + first, row + last)
            if missing <= 0:
                return True
        return False


class Painter:
    """Paints regions of one page. PDFium's page must be open."""

    def __init__(self, pdfium: Pdfium, page: int, page_box: Box, max_pixels: int) -> None:
        self.pdfium, self.page, self.page_box, self.max_pixels = pdfium, page, page_box, max_pixels

    def scale_for(self, region: Box, wanted: float) -> float | None:
        """The scale at which a region may be painted; None when even the coarsest is too large."""
        size = boxes.area(region)
        scale = wanted if size <= 0 else min(wanted, (self.max_pixels / size) ** 0.5)
        return scale if scale >= COARSEST else None

    def region(self, box: Box) -> Box:
        """A box with a margin, as far as it is on the page."""
        left, bottom, right, top = box
        return boxes.common((left - _MARGIN, bottom - _MARGIN, right + _MARGIN, top + _MARGIN), self.page_box)

    def paint(self, region: Box, scale: float, annotations: bool = True) -> Picture:
        """The region as it looks now, on white paper."""
        width = max(1, int((region[2] - region[0]) * scale))
        height = max(1, int((region[3] - region[1]) * scale))
        stride = (width + 3) & ~3
        buffer = ctypes.create_string_buffer(stride * height)
        left, _, right, top = self.page_box
        flags = _ANNOTATIONS if annotations else 0
        pdfium = self.pdfium
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, _GREY, ctypes.addressof(buffer), stride)
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        whole = round((right - left) * scale), round((top - self.page_box[1]) * scale)
        across, down = -round((region[0] - left) * scale), -round((top - region[3]) * scale)
        pdfium.FPDF_RenderPageBitmap(bitmap, self.page, across, down, *whole, 0, flags)
        pdfium.FPDFBitmap_Destroy(bitmap)
        return Picture(region, scale, width, height, _packed(buffer.raw, width, stride, height))


def _packed(raw: bytes, width: int, stride: int, height: int) -> bytes:
    if width == stride:
        return raw[: width * height]
    return b"".join([raw[row * stride : row * stride + width] for row in range(height)])


def difference(one: Picture, other: Picture) -> Picture:
    """How far apart the pixels of two pictures of the same region are, by and large: 0 for equal ones."""
    # Exclusive or of two long numbers compares all pixels at once. It takes 127 and 128 for far apart; that is rare.
    apart = int.from_bytes(one.grey, "little") ^ int.from_bytes(other.grey, "little")
    return one.with_grey(apart.to_bytes(len(one.grey), "little"))


def changed(apart: Picture, least: int) -> Picture:
    """1 for each pixel of a difference of at least so many levels, 0 for the others."""
    return apart.with_grey(apart.grey.translate(bytes(int(level >= least) for level in range(256))))


def mean(pixels: bytes) -> float:
    """The average grey of some pixels; white when there are none."""
    return sum(pixels) / len(pixels) if pixels else 255.0
