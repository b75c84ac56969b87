"""Parts of a picture that its clip or the edge of the page hides, and that are in the file all the same."""

import ctypes
from collections.abc import Iterator
from typing import Final

import msgspec

from validator.readers.pdf.page import boxes
from validator.readers.pdf.page.native import Box, Matrix, Pdfium
from validator.readers.pdf.page.pieces import Cover
from validator.readers.pdf.protocol import Sighting

_SHOWN: Final = 0.9  # of a picture: less is a crop, more is bleed
_NARROWEST: Final = 8.0  # points of a hidden strip that can show anything
_BYTES_OF_A_PIXEL: Final = {1: 1, 2: 3, 3: 4, 4: 4}  # by FPDFBitmap format: grey, BGR, BGRx, BGRA
_SAMPLES: Final = 64  # rows, and pixels of a row, that are looked at in a strip
_CONTRAST: Final = 64  # levels between the darkest and the lightest of a strip that holds something
_SLANT: Final = 1e-3


class _Raster(msgspec.Struct, frozen=True):
    """A picture as it is stored, one channel of it."""

    width: int
    height: int
    rows: int  # address of the first row
    stride: int
    step: int  # bytes of a pixel

    def sample(self, left: float, lower: float, right: float, upper: float) -> bytes:
        """Some pixels of a part; the corners are shares of the picture, from its lower left."""
        first, last = int(left * self.width), max(int(right * self.width), int(left * self.width) + 1)
        top, bottom = int((1 - upper) * self.height), int((1 - lower) * self.height)
        stride = max(1, (last - first) // _SAMPLES)
        taken = []
        for row in range(top, max(bottom, top + 1), max(1, (bottom - top) // _SAMPLES)):
            address = self.rows + min(row, self.height - 1) * self.stride
            pixels = ctypes.string_at(address, self.width * self.step)[first * self.step : last * self.step]
            taken.append(pixels[:: self.step * stride])
        return b"".join(taken)


def cropped(pdfium: Pdfium, pictures: list[Cover], page_box: Box, max_pixels: int) -> list[Sighting]:
    """The pictures of which a part with something on it is hidden."""
    found = []
    for picture, visible in _crops(pictures, page_box):
        width, height = pdfium.pixel_size(picture.handle)
        if width * height <= max_pixels and _hides_something(pdfium, picture, visible):
            found.append(Sighting("image-outside-clip", picture.box, "image"))
    return found


def _crops(pictures: list[Cover], page_box: Box) -> Iterator[tuple[Cover, Box]]:
    """Pictures shown in part. One that is painted in many parts, each through its own clip, is shown whole."""
    shown: dict[Box, float] = {}
    for picture in pictures:
        shown[picture.box] = shown.get(picture.box, 0.0) + boxes.share(
            picture.box, _visible(picture, page_box)
        )
    for picture in pictures:
        if 0 < shown[picture.box] < _SHOWN:
            yield picture, _visible(picture, page_box)


def _visible(picture: Cover, page_box: Box) -> Box:
    return page_box if picture.clip is None else boxes.common(picture.clip, page_box)


def _hides_something(pdfium: Pdfium, picture: Cover, visible: Box) -> bool:
    a, b, c, d, _, _ = matrix = boxes.chained(pdfium.matrix(picture.handle), picture.matrix)
    if abs(b) > _SLANT * abs(a) or abs(c) > _SLANT * abs(d) or not a or not d:
        return False
    bitmap = pdfium.FPDFImageObj_GetBitmap(picture.handle)
    if not bitmap:
        return False
    raster = _raster(pdfium, bitmap)
    strips = [_of_picture(strip, matrix) for strip in _strips(picture.box, visible)]
    hidden = raster is not None and any(_has_contrast(raster.sample(*strip)) for strip in strips)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return hidden


def _raster(pdfium: Pdfium, bitmap: int) -> _Raster | None:
    step = _BYTES_OF_A_PIXEL.get(pdfium.FPDFBitmap_GetFormat(bitmap))
    rows = pdfium.FPDFBitmap_GetBuffer(bitmap)
    if step is None or not rows:
        return None
    width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
    return _Raster(width, height, rows, pdfium.FPDFBitmap_GetStride(bitmap), step)


def _strips(box: Box, visible: Box) -> Iterator[Box]:
    """What of a box lies to the left, right, bottom and top of its visible part."""
    left, bottom, right, top = box
    shown = boxes.common(box, visible)
    strips = (
        (left, bottom, shown[0], top),
        (shown[2], bottom, right, top),
        (left, bottom, right, shown[1]),
        (left, shown[3], right, top),
    )
    for strip in strips:
        if min(strip[2] - strip[0], strip[3] - strip[1]) >= _NARROWEST:
            yield strip


def _of_picture(strip: Box, matrix: Matrix) -> Box:
    """A box of the page as shares of the picture."""
    a, _, _, d, e, f = matrix
    across = sorted(((strip[0] - e) / a, (strip[2] - e) / a))
    up = sorted(((strip[1] - f) / d, (strip[3] - f) / d))
    return max(0.0, across[0]), max(0.0, up[0]), min(1.0, across[1]), min(1.0, up[1])


def _has_contrast(pixels: bytes) -> bool:
    if not pixels:
        return False
    ordered = sorted(pixels)
    few = len(ordered) // 100  # specks are nothing
    return ordered[-1 - few] - ordered[few] >= _CONTRAST
