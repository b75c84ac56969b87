"""The characters of a page in the order of its content, each with its code, its piece of text and its box."""

import ctypes
from collections.abc import Iterator

from validator.readers.pdf.page.native import Box, Pdfium

_LINE_END_HYPHENS = {0x02, 0xFFFE}  # what PDFium gives for a hyphen at the end of a line


class Characters:
    """The text of one page. Codes and owners are read when first asked for: most pages need their text only."""

    def __init__(self, pdfium: Pdfium, page: int) -> None:
        self.pdfium = pdfium
        self.handle: int = pdfium.FPDFText_LoadPage(page)
        self.count: int = max(0, pdfium.FPDFText_CountChars(self.handle)) if self.handle else 0
        self._codes: list[int] | None = None
        self._owners: list[int] | None = None
        self._boxes: dict[int, Box] = {}

    def close(self) -> None:
        """Gives back what PDFium holds."""
        if self.handle:
            self.pdfium.FPDFText_ClosePage(self.handle)
            self.handle = 0

    def text(self) -> str:
        """All of it, lines ended by carriage return and line feed."""
        if not self.count:
            return ""
        buffer = ctypes.create_string_buffer(2 * self.count + 2)
        written = self.pdfium.FPDFText_GetText(self.handle, 0, self.count, ctypes.addressof(buffer))
        return buffer.raw[: max(0, 2 * written - 2)].decode("utf-16-le", "replace")

    def index_of(self, offset: int) -> int:
        """The character at an offset of the text."""
        return int(self.pdfium.FPDFText_GetCharIndexFromTextIndex(self.handle, offset))

    @property
    def codes(self) -> list[int]:
        """The Unicode number of each character; 0 for a sign that the font does not name."""
        if self._codes is None:
            code, handle = self.pdfium.FPDFText_GetUnicode, self.handle
            self._codes = [code(handle, index) for index in range(self.count)]
        return self._codes

    @property
    def owners(self) -> list[int]:
        """The piece of text that each belongs to, as a handle; None for blanks that PDFium adds."""
        if self._owners is None:
            owner, handle = self.pdfium.FPDFText_GetTextObject, self.handle
            self._owners = [owner(handle, index) for index in range(self.count)]
        return self._owners

    def box(self, index: int) -> Box:
        """The box of a character's ink, in points of the page."""
        known = self._boxes.get(index)
        if known is None:
            known = self._boxes[index] = self.pdfium.character_box(self.handle, index)
        return known

    def blank(self, index: int) -> bool:
        """Whether nothing of it can be seen."""
        return self.codes[index] in (0x20, 0x0A, 0x0D, 0x09, 0xA0)

    def letter(self, index: int) -> str:
        """The character itself."""
        code = self.codes[index]
        return "-" if code in _LINE_END_HYPHENS else chr(code) if 0 < code < 0x110000 else "\ufffd"

    def word_at(self, index: int) -> range:
        """The word that a character belongs to."""
        first = last = index
        while first > 0 and not self.blank(first - 1):
            first -= 1
        while last + 1 < self.count and not self.blank(last + 1):
            last += 1
        return range(first, last + 1)

    def words(self) -> Iterator[range]:
        """The runs of characters between blanks."""
        start = 0
        for index in range(self.count + 1):
            if index == self.count or self.blank(index):
                if index > start:
                    yield range(start, index)
                start = index + 1


def tidy(text: str) -> str:
    """PDFium's text with our line ends, and hyphens for what it puts in place of them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x02", "-").replace("\ufffe", "-")
