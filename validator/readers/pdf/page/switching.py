"""Pages painted without some of their pieces.

`FPDFPageObj_SetIsActive` is experimental. Where it is missing, text can be made invisible; shapes cannot.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from validator.readers.pdf.page.native import Pdfium
from validator.readers.pdf.page.pieces import Cover, Text

_INVISIBLE = 3  # a text rendering mode


@contextmanager
def without_texts(pdfium: Pdfium, texts: list[Text]) -> Iterator[None]:
    """Keeps pieces of text from being painted."""
    if pdfium.FPDFPageObj_SetIsActive is not None:
        with _without(pdfium, [text.handle for text in texts]):
            yield
        return
    for text in texts:
        pdfium.FPDFTextObj_SetTextRenderMode(text.handle, _INVISIBLE)
    yield
    for text in texts:
        pdfium.FPDFTextObj_SetTextRenderMode(text.handle, text.mode)


@contextmanager
def without_shapes(pdfium: Pdfium, covers: list[Cover]) -> Iterator[None]:
    """Keeps covers from being painted, where that can be done."""
    switchable = pdfium.FPDFPageObj_SetIsActive is not None
    with _without(pdfium, [cover.handle for cover in covers if switchable]):
        yield


@contextmanager
def _without(pdfium: Pdfium, handles: list[int]) -> Iterator[None]:
    for handle in handles:
        pdfium.FPDFPageObj_SetIsActive(handle, 0)
    yield
    for handle in handles:
        pdfium.FPDFPageObj_SetIsActive(handle, 1)
