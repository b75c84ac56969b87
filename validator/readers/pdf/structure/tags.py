"""Alternative and actual text of tags, in the structure tree and in marked content."""

from collections.abc import Iterator
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Stream

from validator.model.nodes import Observation
from validator.readers.pdf.structure.seen import Shown, seen
from validator.readers.pdf.structure.strings import drawn_by, is_legible
from validator.readers.pdf.structure.tree import PdfObject, child, dictionaries, text_of
from validator.readers.pdf.structure.words import absent, words

_OPENS: Final = frozenset({"BDC", "BMC"})
_CLOSES: Final = "EMC"
_ACTUAL: Final = "/ActualText"


def observe_tags(pdf: pikepdf.Pdf, shown: Shown) -> Iterator[Observation]:
    """An observation for each actual text with words, and each alternative text with names, that no page shows."""
    for element in dictionaries(child(pdf.Root, "/StructTreeRoot", "/K"), shown.most):
        if _ACTUAL in element:
            actual = shown.absent(text_of(element.get(_ACTUAL)))
            if actual:
                yield seen("tag-text", actual, part="structure tree")
        if "/Alt" in element or "/E" in element:
            yield from _described(element, shown)
    for number, page in enumerate(pdf.pages, 1):
        for text, drawn in _marked_content(page, shown.most):
            # The text that PDFium gives of a page is the actual text, so that it says nothing of what is drawn.
            other = absent(text, words(drawn)) if is_legible(drawn) else ()
            if other:
                yield seen("tag-text", other, page=number)


def _described(tag: PdfObject, shown: Shown) -> Iterator[Observation]:
    """An alternative text describes a picture in words of its own; only names and numbers can give something away."""
    found = shown.telling(f"{text_of(tag.get('/Alt'))}\n{text_of(tag.get('/E'))}")
    if found:
        yield seen("alternative-text", found, part="structure tree")


def _marked_content(page: pikepdf.Page, most: int) -> Iterator[tuple[str, str]]:
    """Each actual text in the content of a page, with the strings that are drawn under it."""
    if not any(b"ActualText" in stream.read_bytes() for stream in _contents(page)) and not _named(page):
        return
    open_texts: list[tuple[str, list[str]]] = []
    for one in list(pikepdf.parse_content_stream(page))[:most]:
        operator = str(one.operator)
        if operator in _OPENS:
            open_texts.append((_actual_text(page, one.operands), []))
        elif operator == _CLOSES and open_texts:
            text, drawn = open_texts.pop()
            if text:
                yield text, "".join(drawn)
        elif open_texts:
            open_texts[-1][1].append(drawn_by(one))


def _actual_text(page: pikepdf.Page, operands: PdfObject) -> str:
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Name):
        properties = child(_named(page), str(properties))
    return text_of(child(properties, _ACTUAL))


def _named(page: pikepdf.Page) -> PdfObject:
    """The property lists that marked content calls by name; None where no page tells actual text that way."""
    named = child(page.obj, "/Resources", "/Properties")
    if not isinstance(named, Dictionary):
        return None
    return named if any(child(value, _ACTUAL) is not None for value in named.values()) else None


def _contents(page: pikepdf.Page) -> list[PdfObject]:
    contents: PdfObject = page.obj.get("/Contents")
    if isinstance(contents, Array):
        return [stream for stream in contents if isinstance(stream, Stream)]
    return [contents] if isinstance(contents, Stream) else []
