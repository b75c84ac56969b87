"""How much of a box a cover lies over. A path of many parts is taken part by part, not by the box around all."""

from typing import Final

from validator.readers.pdf.page import boxes
from validator.readers.pdf.page.native import MOVE_TO, Box, Pdfium
from validator.readers.pdf.page.pieces import Cover

_DARK: Final = 110  # grey of a cover that is meant to hide
_MOST_SEGMENTS: Final = 4_000  # of a path that is taken apart
_SIMPLE: Final = 6


class Covering:
    """Answers for the covers of one page, and keeps the parts of their paths."""

    def __init__(self, pdfium: Pdfium) -> None:
        self.pdfium = pdfium
        self._parts: dict[int, list[Box]] = {}

    def dark(self, cover: Cover) -> bool:
        """Whether it is dark enough to be a redaction."""
        if cover.colour is None:
            return False
        red, green, blue, _ = cover.colour
        return 0.3 * red + 0.59 * green + 0.11 * blue < _DARK

    def share(self, box: Box, cover: Cover) -> float:
        """The share of a box that the cover lies over; for lines that hatch, of the box that they are drawn in."""
        if cover.lines or cover.segments <= _SIMPLE or cover.segments > _MOST_SEGMENTS:
            return boxes.share(box, cover.box)
        return min(1.0, sum(boxes.share(box, part) for part in self._parts_of(cover)))

    def _parts_of(self, cover: Cover) -> list[Box]:
        known = self._parts.get(cover.z)
        if known is None:
            known = self._parts[cover.z] = self._split(cover)
        return known

    def _split(self, cover: Cover) -> list[Box]:
        pdfium, path = self.pdfium, cover.handle
        parts: list[list[tuple[float, float]]] = []
        for index in range(cover.segments):
            segment = pdfium.FPDFPath_GetPathSegment(path, index)
            if pdfium.FPDFPathSegment_GetType(segment) == MOVE_TO or not parts:
                parts.append([])
            parts[-1].append(pdfium.point(segment))
        to_page = pdfium.matrix(path)
        around = [boxes.around(part) for part in parts if len(part) > 1]
        return [
            boxes.common(boxes.moved(boxes.moved(box, to_page), cover.matrix), cover.box) for box in around
        ]
