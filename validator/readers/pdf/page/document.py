"""A PDF that is open in PDFium, and what is read from each of its pages."""

import ctypes
import functools

from validator.readers.options import ReadOptions
from validator.readers.pdf.page import layers
from validator.readers.pdf.page.native import Pdfium
from validator.readers.pdf.page.reading import PageReading
from validator.readers.pdf.protocol import PageRead

_PASSWORD = 4  # what FPDF_GetLastError says of a file that wants one
_UNKNOWN_SECURITY = 5


class Refusal(Exception):
    """The file cannot be read; reason and advice are for the user."""

    def __init__(self, reason: str, advice: str = "") -> None:
        self.reason, self.advice = reason, advice
        super().__init__(reason)


class OpenDocument:
    """An open document. Refusal when it cannot be opened or has no pages."""

    def __init__(self, data: bytes, options: ReadOptions) -> None:
        self.pdfium, self.data, self.options = _pdfium(), data, options  # PDFium reads `data` as it goes
        self._handle: int = self.pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._handle:
            raise _refusal(self.pdfium.FPDF_GetLastError())
        self.pages: int = self.pdfium.FPDF_GetPageCount(self._handle)
        if self.pages < 1:
            self.close()
            raise Refusal("a PDF without pages")
        self._layers = layers.any_off(data)

    def close(self) -> None:
        """Gives back what PDFium holds."""
        if self._handle:
            self.pdfium.FPDF_CloseDocument(self._handle)
            self._handle = 0

    def read(self, number: int) -> PageRead:
        """Reads a page, counted from 0."""
        page = self.pdfium.FPDF_LoadPage(self._handle, number)
        if not page:
            return PageRead(number, "", (), ("it is damaged",))
        reading = PageReading(self.pdfium, page, self.options, self._layers)
        read = reading.read(number)
        reading.close()
        self.pdfium.FPDF_ClosePage(page)
        return read

    def plain_text(self, number: int) -> str:
        """The text of a page, counted from 0, seen or not; empty for a damaged page."""
        page = self.pdfium.FPDF_LoadPage(self._handle, number)
        if not page:
            return ""
        text_page = self.pdfium.FPDFText_LoadPage(page)
        count = self.pdfium.FPDFText_CountChars(text_page)
        units = (ctypes.c_ushort * (count + 1))()
        self.pdfium.FPDFText_GetText(text_page, 0, count, ctypes.addressof(units))
        self.pdfium.FPDFText_ClosePage(text_page)
        self.pdfium.FPDF_ClosePage(page)
        return bytes(units).decode("utf-16-le", "replace").rstrip("\0")


@functools.cache
def _pdfium() -> Pdfium:
    """PDFium is started once in a process."""
    try:
        return Pdfium()
    except ImportError as error:
        raise Refusal("a PDF, and pypdfium2 is not installed", "pip install 'redmark[documents]'") from error


def _refusal(code: int) -> Refusal:
    if code == _PASSWORD:
        return Refusal("encrypted with a password", "save a copy without one")
    if code == _UNKNOWN_SECURITY:
        return Refusal("encrypted in a way that PDFium does not know", "save a copy without encryption")
    return Refusal("damaged, or no PDF")
