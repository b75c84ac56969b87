"""The functions of PDFium that we call, with handles as plain numbers: twice as fast as handles wrapped in objects."""

import ctypes
from collections.abc import Callable
from ctypes import c_double, c_float, c_int, c_size_t, c_uint, c_ulong, c_void_p
from typing import Any, Final

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f of a PDF matrix."""

IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Box = tuple[float, float, float, float]
Colour = tuple[int, int, int, int]
"""Red, green, blue and opacity, each from 0 to 255."""

TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
MOVE_TO = 2

# name -> what it returns, and what it takes
_SIGNATURES: Final[dict[str, tuple[Any, ...]]] = {
    "FPDF_LoadMemDocument64": (c_void_p, ctypes.c_char_p, c_size_t, c_void_p),
    "FPDF_GetLastError": (c_ulong,),
    "FPDF_CloseDocument": (None, c_void_p),
    "FPDF_GetPageCount": (c_int, c_void_p),
    "FPDF_LoadPage": (c_void_p, c_void_p, c_int),
    "FPDF_ClosePage": (None, c_void_p),
    "FPDF_GetPageBoundingBox": (c_int, c_void_p, c_void_p),
    "FPDFPage_SetRotation": (None, c_void_p, c_int),
    "FPDFPage_CountObjects": (c_int, c_void_p),
    "FPDFPage_GetObject": (c_void_p, c_void_p, c_int),
    "FPDFFormObj_CountObjects": (c_int, c_void_p),
    "FPDFFormObj_GetObject": (c_void_p, c_void_p, c_ulong),
    "FPDFPageObj_GetType": (c_int, c_void_p),
    "FPDFPageObj_GetBounds": (c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p),
    "FPDFPageObj_GetMatrix": (c_int, c_void_p, c_void_p),
    "FPDFPageObj_GetFillColor": (c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p),
    "FPDFPageObj_GetStrokeColor": (c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p),
    "FPDFPageObj_GetStrokeWidth": (c_int, c_void_p, c_void_p),
    "FPDFPageObj_GetClipPath": (c_void_p, c_void_p),
    "FPDFPageObj_CountMarks": (c_int, c_void_p),
    "FPDFPageObj_GetMark": (c_void_p, c_void_p, c_ulong),
    "FPDFPageObjMark_GetName": (c_int, c_void_p, c_void_p, c_ulong, c_void_p),
    "FPDFPageObj_SetIsActive": (c_int, c_void_p, c_int),
    "FPDFTextObj_SetTextRenderMode": (c_int, c_void_p, c_int),
    "FPDFTextObj_GetTextRenderMode": (c_int, c_void_p),
    "FPDFTextObj_GetFontSize": (c_int, c_void_p, c_void_p),
    "FPDFTextObj_GetText": (c_ulong, c_void_p, c_void_p, c_void_p, c_ulong),
    "FPDFPath_GetDrawMode": (c_int, c_void_p, c_void_p, c_void_p),
    "FPDFPath_CountSegments": (c_int, c_void_p),
    "FPDFPath_GetPathSegment": (c_void_p, c_void_p, c_int),
    "FPDFPathSegment_GetPoint": (c_int, c_void_p, c_void_p, c_void_p),
    "FPDFPathSegment_GetType": (c_int, c_void_p),
    "FPDFClipPath_CountPaths": (c_int, c_void_p),
    "FPDFClipPath_CountPathSegments": (c_int, c_void_p, c_int),
    "FPDFClipPath_GetPathSegment": (c_void_p, c_void_p, c_int, c_int),
    "FPDFImageObj_GetImagePixelSize": (c_int, c_void_p, c_void_p, c_void_p),
    "FPDFImageObj_GetBitmap": (c_void_p, c_void_p),
    "FPDFPage_GetAnnotCount": (c_int, c_void_p),
    "FPDFPage_GetAnnot": (c_void_p, c_void_p, c_int),
    "FPDFPage_CloseAnnot": (None, c_void_p),
    "FPDFAnnot_GetSubtype": (c_int, c_void_p),
    "FPDFAnnot_GetRect": (c_int, c_void_p, c_void_p),
    "FPDFAnnot_GetFlags": (c_int, c_void_p),
    "FPDFAnnot_SetFlags": (c_int, c_void_p, c_int),
    "FPDFAnnot_CountAttachmentPoints": (c_size_t, c_void_p),
    "FPDFAnnot_GetAttachmentPoints": (c_int, c_void_p, c_size_t, c_void_p),
    "FPDFText_LoadPage": (c_void_p, c_void_p),
    "FPDFText_ClosePage": (None, c_void_p),
    "FPDFText_CountChars": (c_int, c_void_p),
    "FPDFText_GetText": (c_int, c_void_p, c_int, c_int, c_void_p),
    "FPDFText_GetCharIndexFromTextIndex": (c_int, c_void_p, c_int),
    "FPDFText_GetUnicode": (c_uint, c_void_p, c_int),
    "FPDFText_GetTextObject": (c_void_p, c_void_p, c_int),
    "FPDFText_GetCharBox": (c_int, c_void_p, c_int, c_void_p, c_void_p, c_void_p, c_void_p),
    "FPDFBitmap_CreateEx": (c_void_p, c_int, c_int, c_int, c_void_p, c_int),
    "FPDFBitmap_FillRect": (c_int, c_void_p, c_int, c_int, c_int, c_int, c_ulong),
    "FPDFBitmap_Destroy": (None, c_void_p),
    "FPDFBitmap_GetBuffer": (c_void_p, c_void_p),
    "FPDFBitmap_GetFormat": (c_int, c_void_p),
    "FPDFBitmap_GetWidth": (c_int, c_void_p),
    "FPDFBitmap_GetHeight": (c_int, c_void_p),
    "FPDFBitmap_GetStride": (c_int, c_void_p),
    "FPDF_RenderPageBitmap": (None, c_void_p, c_void_p, c_int, c_int, c_int, c_int, c_int, c_int),
}


class Pdfium:
    """PDFium, started. Its functions have the names that its own documentation uses; a missing one is None."""

    def __init__(self) -> None:
        import pypdfium2_raw as raw  # only here: an extra that may be absent, and 4 MB

        raw.FPDF_InitLibraryWithConfig(ctypes.byref(raw.FPDF_LIBRARY_CONFIG(version=2)))
        for name, signature in _SIGNATURES.items():
            setattr(self, name, _declared(getattr(raw, name, None), signature))
        self._floats = (c_float * 6)()
        self._numbers = (c_uint * 4)()
        self._doubles = (c_double * 4)()
        self._double_places = [ctypes.addressof(self._doubles) + 8 * index for index in range(4)]
        self._float_places = [ctypes.addressof(self._floats) + 4 * index for index in range(4)]
        self._number_places = [ctypes.addressof(self._numbers) + 4 * index for index in range(4)]

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)

    def bounds(self, thing: int) -> Box | None:
        """The box of a page object in the space of its form: left, bottom, right, top."""
        if not self.FPDFPageObj_GetBounds(thing, *self._float_places):
            return None
        left, bottom, right, top, _, _ = self._floats
        return left, bottom, right, top

    def matrix(self, thing: int) -> Matrix:
        """The matrix of a form or picture."""
        if not self.FPDFPageObj_GetMatrix(thing, self._float_places[0]):
            return IDENTITY
        a, b, c, d, e, f = self._floats
        return a, b, c, d, e, f

    def fill(self, thing: int) -> Colour | None:
        """The colour that a page object is filled with; None for a pattern."""
        return self._colour(self.FPDFPageObj_GetFillColor, thing)

    def stroke(self, thing: int) -> Colour | None:
        """The colour of its outline; None for a pattern."""
        return self._colour(self.FPDFPageObj_GetStrokeColor, thing)

    def _colour(self, ask: Callable[..., int], thing: int) -> Colour | None:
        if not ask(thing, *self._number_places):
            return None
        red, green, blue, opacity = self._numbers
        return red, green, blue, opacity

    def stroke_width(self, path: int) -> float:
        """The width of its outline in the space of its form."""
        self.FPDFPageObj_GetStrokeWidth(path, self._float_places[0])
        return self._floats[0]

    def draw_mode(self, path: int) -> tuple[bool, bool]:
        """Whether a path is filled, and whether it is stroked."""
        self.FPDFPath_GetDrawMode(path, self._number_places[0], self._number_places[1])
        return bool(self._numbers[0]), bool(self._numbers[1])

    def pixel_size(self, picture: int) -> tuple[int, int]:
        """Width and height of a picture as it is stored."""
        if not self.FPDFImageObj_GetImagePixelSize(picture, *self._number_places[:2]):
            return 0, 0
        return self._numbers[0], self._numbers[1]

    def point(self, segment: int) -> tuple[float, float]:
        """Where a segment of a path ends."""
        self.FPDFPathSegment_GetPoint(segment, *self._float_places[:2])
        return self._floats[0], self._floats[1]

    def character_box(self, text_page: int, index: int) -> Box:
        """The box of the ink of a character; all zero when it has none."""
        if not self.FPDFText_GetCharBox(text_page, index, *self._double_places):
            return 0.0, 0.0, 0.0, 0.0
        left, right, bottom, top = self._doubles
        return left, bottom, right, top

    def text_of(self, text: int, text_page: int) -> str:
        """The characters of a piece of text, wherever it stands."""
        length = self.FPDFTextObj_GetText(text, text_page, None, 0)
        buffer = ctypes.create_string_buffer(length + 2)
        self.FPDFTextObj_GetText(text, text_page, buffer, length)
        return buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0")

    def font_size(self, text: int) -> float:
        """The size of the font of a piece of text in the space of its form."""
        matrix = self.matrix(text)
        if not self.FPDFTextObj_GetFontSize(text, self._float_places[0]):
            return 0.0
        return float(self._floats[0] * abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5)

    def mark_name(self, mark: int) -> str:
        """The name of a content mark, such as `OC` or `Span`."""
        buffer, size = ctypes.create_string_buffer(64), c_ulong()
        if not self.FPDFPageObjMark_GetName(mark, buffer, 64, ctypes.addressof(size)):
            return ""
        return buffer.raw[: min(size.value, 64)].decode("utf-16-le", "replace").rstrip("\0")

    def page_box(self, page: int) -> Box:
        """What is shown of a page: its crop box within its media box."""
        self.FPDF_GetPageBoundingBox(page, self._float_places[0])
        left, top, right, bottom, _, _ = self._floats
        return left, bottom, right, top

    def annotation_box(self, annotation: int) -> Box:
        """The rectangle of an annotation."""
        self.FPDFAnnot_GetRect(annotation, self._float_places[0])
        left, top, right, bottom, _, _ = self._floats
        return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _declared(function: Any, signature: tuple[Any, ...]) -> Any:
    """The function with plain numbers for handles. PYFUNCTYPE keeps the interpreter's lock, which nobody wants."""
    if function is None:
        return None
    return ctypes.PYFUNCTYPE(*signature)(ctypes.cast(function, c_void_p).value or 0)
