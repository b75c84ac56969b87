"""Form fields that hold what their picture on the page does not show."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from validator.model.nodes import Observation
from validator.readers.pdf.structure.seen import Shown, seen
from validator.readers.pdf.structure.strings import is_legible, shown_strings
from validator.readers.pdf.structure.tree import PdfObject, child, text_of
from validator.readers.pdf.structure.words import absent, words

_VALUES = ("/V", "/DV")
_UNSEEN = 1 << 1 | 1 << 5  # annotation flags: hidden, no view


def observe_forms(pdf: pikepdf.Pdf, shown: Shown) -> Iterator[Observation]:
    """An observation for each text or choice field with such a value; buttons hold no words."""
    for number, field in enumerate(_fields(child(pdf.Root, "/AcroForm", "/Fields"), shown.most), 1):
        if field.get("/FT") == Name.Btn:
            continue
        picture = _pictured(field, shown.most)
        if picture.strip() and not is_legible(picture):
            continue  # its font has codes of its own, so that what is pictured cannot be told
        pictured = words(picture)
        text = " ".join(_value(field.get(key)) for key in _VALUES)
        found = absent(text, shown.words | pictured)
        if found:
            yield seen("form-value", found, part=f"form field {number}")


def _value(value: PdfObject) -> str:
    if isinstance(value, Stream):
        return value.read_bytes().decode("utf-8", "replace")
    return " ".join(map(text_of, value)) if isinstance(value, Array) else text_of(value)


def _fields(listed: PdfObject, most: int) -> Iterator[PdfObject]:
    stack = list(listed)[::-1] if isinstance(listed, Array) else []
    visited: set[tuple[int, int]] = set()
    while stack and len(visited) < most:
        field = stack.pop()
        if not isinstance(field, Dictionary) or (field.is_indirect and field.objgen in visited):
            continue
        visited.add(field.objgen if field.is_indirect else (0, -len(visited)))
        yield field
        kids = field.get("/Kids")
        stack += list(kids)[::-1] if isinstance(kids, Array) else []


def _pictured(field: PdfObject, most: int) -> str:
    """The words in the pictures of a field on its pages, as far as they are shown at all."""
    kids = field.get("/Kids")
    widgets = [field, *(list(kids) if isinstance(kids, Array) else [])]
    pictures = [
        child(widget, "/AP", "/N")
        for widget in widgets
        if isinstance(widget, Dictionary) and not int(widget.get("/F", 0)) & _UNSEEN
    ]
    return " ".join(shown_strings(picture, most) for picture in pictures if isinstance(picture, Stream))
