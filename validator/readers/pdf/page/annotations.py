"""Annotations that paint over a page, and redactions that were marked and never applied."""

import ctypes
from collections.abc import Iterator
from typing import Final

import msgspec

from validator.readers.pdf.page.native import IDENTITY, Box, Pdfium
from validator.readers.pdf.page.pieces import Cover

_REDACT: Final = 28
# Subtypes whose appearance may hide text: free text, line, square, circle, polygon, polyline, highlight, underline,
# squiggly, strike-out, stamp, ink, widget. Links, notes and pop-ups paint at most a frame or an icon.
_PAINTING: Final = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 20})
_UNSEEN: Final = 0x02 | 0x20  # flags: hidden, no view
_ABOVE: Final = 1 << 30  # the place of annotations in the order of painting: over the whole page


class Annotations(msgspec.Struct):
    """What the annotations of one page do: `covers` with the number of the annotation as handle."""

    covers: list[Cover] = []
    redactions: list[list[Box]] = []


def annotations(pdfium: Pdfium, page: int) -> Annotations:
    """The annotations of a page that matter."""
    found = Annotations()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        handle = pdfium.FPDFPage_GetAnnot(page, index)
        if not handle:
            continue
        subtype = pdfium.FPDFAnnot_GetSubtype(handle)
        if subtype == _REDACT:
            found.redactions.append(list(_marked(pdfium, handle)))
        elif subtype in _PAINTING and not pdfium.FPDFAnnot_GetFlags(handle) & _UNSEEN:
            box = pdfium.annotation_box(handle)
            found.covers.append(Cover(_ABOVE + index, index, box, "annotation", None, IDENTITY))
        pdfium.FPDFPage_CloseAnnot(handle)
    return found


def _marked(pdfium: Pdfium, annotation: int) -> Iterator[Box]:
    """The boxes that a redaction marks: its quadrilaterals, else its rectangle."""
    quadrilaterals = pdfium.FPDFAnnot_CountAttachmentPoints(annotation)
    if not quadrilaterals:
        yield pdfium.annotation_box(annotation)
    points = (ctypes.c_float * 8)()
    for index in range(quadrilaterals):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, ctypes.addressof(points)):
            across, up = points[0::2], points[1::2]
            yield min(across), min(up), max(across), max(up)
