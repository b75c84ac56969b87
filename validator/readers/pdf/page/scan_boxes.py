"""Boxes over a scanned page that can be taken off: a picture is under them, with ink where they lie."""

from typing import Final

from validator.readers.pdf.page import boxes
from validator.readers.pdf.page.native import Box, Pdfium
from validator.readers.pdf.page.pieces import Content, Cover, Text
from validator.readers.pdf.page.pixels import Painter
from validator.readers.pdf.page.suspicion import INVISIBLE
from validator.readers.pdf.page.switching import without_shapes, without_texts
from validator.readers.pdf.protocol import Sighting

_SCAN: Final = 0.4  # of the page that one picture fills when it is a scan
_MOST_TEXT: Final = 0.25  # of its height that visible text may fill; more, and the picture is a background
_LOW: Final = 5.0  # points; what is smaller is a letter drawn as a shape
_NARROW: Final = 8.0
_LARGEST: Final = 0.5  # of the page
_SIMPLE: Final = 14  # segments of a box with round corners
_MOST: Final = 200  # boxes of one page
_OPAQUE: Final = 250
_EDGE: Final = 1.0  # points inside a box that its own edge may colour
# There is ink where some pixels are dark and many light. Where most are dark the picture was made black as well,
# and the light ones are the edges of a box that is a little larger.
_DARK: Final = 110
_LIGHT: Final = 150
_LEAST: Final = 0.02
_MANY: Final = 0.45
_AT_LEAST_DARK: Final = bytes(range(_DARK, 256))
_AT_MOST_LIGHT: Final = bytes(range(_LIGHT + 1))


def candidates(content: Content, page_box: Box) -> list[Cover]:
    """The boxes that may hide a part of a scan."""
    scans = [picture for picture in content.pictures if boxes.share(page_box, picture.box) >= _SCAN]
    if not scans or _text_height(content) > _MOST_TEXT * (page_box[3] - page_box[1]):
        return []
    found = [
        cover
        for cover in content.covers
        if _is_box(cover, page_box) and any(cover.z > scan.z and _within(cover, scan) for scan in scans)
    ]
    return [cover for cover in found[:_MOST] if not _is_label(cover, content)]


def _text_height(content: Content) -> float:
    return sum(text.box[3] - text.box[1] for text in content.texts if text.mode not in INVISIBLE)


def _is_box(cover: Cover, page_box: Box) -> bool:
    left, bottom, right, top = cover.box
    if right - left < _NARROW or top - bottom < _LOW or boxes.share(page_box, cover.box) > _LARGEST:
        return False
    if cover.kind == "annotation":
        return True
    solid = cover.colour is None or cover.colour[3] >= _OPAQUE
    return (
        solid
        and not cover.lines
        and cover.kind in ("rectangle", "path", "stroke")
        and cover.segments <= _SIMPLE
    )


def _is_label(cover: Cover, content: Content) -> bool:
    """Whether it is the light ground of words painted on it; words on a dark box may be the reason for it."""
    if cover.colour is None or min(cover.colour[:3]) < _LIGHT:
        return False
    return any(text.z > cover.z and boxes.holds(cover.box, text.box) for text in content.texts)


def _within(cover: Cover, scan: Cover) -> bool:
    return boxes.share(cover.box, scan.box) > 1 - _LEAST


def over_ink(
    pdfium: Pdfium, painter: Painter, found: list[Cover], texts: list[Text], scale: float, region: Box
) -> list[Sighting]:
    """Those under which the picture has ink. `region` holds them all, `texts` are those of the page."""
    shown = painter.paint(region, scale)
    shapes = [cover for cover in found if cover.kind != "annotation"]
    words = [text for text in texts if text.mode not in INVISIBLE]  # words under a box are no picture
    with without_shapes(pdfium, shapes), without_texts(pdfium, words):
        bare = painter.paint(region, scale, annotations=False)
    sightings = []
    for cover in found:
        left, bottom, right, top = cover.box
        inside = (left + _EDGE, bottom + _EDGE, right - _EDGE, top - _EDGE)
        if _has_ink(bare.cut(inside)) and not _has_ink(shown.cut(inside)):
            sightings.append(Sighting("image-under-box", cover.box, cover.kind))
    return sightings


def _has_ink(grey: bytes) -> bool:
    dark, light = len(grey.translate(None, _AT_LEAST_DARK)), len(grey.translate(None, _AT_MOST_LIGHT))
    return dark >= _LEAST * len(grey) and light >= _MANY * len(grey) > 0
