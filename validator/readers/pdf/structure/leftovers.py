"""Objects that nothing refers to any more, and the ends of earlier revisions."""

import re
import zlib
from collections.abc import Iterator
from typing import Final

import pikepdf
from pikepdf import Stream

from validator.model.nodes import Observation
from validator.readers.pdf.structure.seen import Shown, seen
from validator.readers.pdf.structure.strings import shown_strings
from validator.readers.pdf.structure.tree import PdfObject, inner, is_dictionary

_END: Final = re.compile(rb"%%EOF[ \t]*(?:\r\n|\r|\n)?")
_OBJECT: Final = re.compile(rb"obj\b")
_NUMBERS: Final = re.compile(rb"(?:\A|\D)(\d{1,8})[ \t\r\n]+\d{1,5}[ \t\r\n]+\Z")
_LONGEST_NUMBERS: Final = 24  # bytes before `obj` that hold its two numbers
_STREAM: Final = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_TEXT: Final = re.compile(rb"\(((?:[^()\\]|\\.)*)\)\s*(?:Tj|'|\")|\[((?:[^\[\]\\]|\\.)*)\]\s*TJ")
_IN_BRACKETS: Final = re.compile(rb"\(((?:[^()\\]|\\.)*)\)")
_MOST_REVISIONS: Final = 16
_LONGEST: Final = 1_000_000  # bytes of a stream that nothing refers to
_LINEARIZED: Final = b"/Linearized"
_NO_CONTENT: Final = (
    pikepdf.Name.XRef,
    pikepdf.Name.ObjStm,
    pikepdf.Name.Metadata,
)  # streams that draw nothing
_SMALLEST_PICTURE: Final = 32  # pixels of either side


def revision_ends(data: bytes) -> list[int]:
    """Where each earlier revision ends: the prefixes of the file that were once the whole of it.

    The first part of a linearized file ends with a mark too, and was never a file of its own.
    """
    ends = [match.end() for match in _END.finditer(data)][:-1]
    linearized = _LINEARIZED in data[:1024]
    return ends[1 if linearized else 0 :][:_MOST_REVISIONS]


def observe_orphans(pdf: pikepdf.Pdf, data: bytes, shown: Shown, *, revised: bool) -> Iterator[Observation]:
    """An observation for each left-over object with words that no page shows, or with a picture.

    In a file with earlier revisions the objects of these are spoken of there.
    """
    reachable = _reachable(pdf.trailer, shown.most)
    known: set[int] = set()
    for number, value in enumerate(list(pdf.objects)[: shown.most], 1):
        known.add(number)
        if is_dictionary(value) and value.objgen not in reachable:
            yield from _of_object(value, shown)
    if not revised:
        yield from _unlisted(data, known, shown)


def _of_object(value: PdfObject, shown: Shown) -> Iterator[Observation]:
    part = f"object {value.objgen[0]}"
    if isinstance(value, Stream) and value.get("/Subtype") == pikepdf.Name.Image:
        if min(int(value.get("/Width", 0)), int(value.get("/Height", 0))) >= _SMALLEST_PICTURE:
            yield seen("orphan-object", part=part)
        return
    if value.get("/Type") not in _NO_CONTENT:
        found = shown.absent(shown_strings(value, shown.most))
        if found:
            yield seen("orphan-object", found, part=part)


def _reachable(root: PdfObject, most: int) -> set[tuple[int, int]]:
    """Numbers of all objects that the trailer leads to."""
    stack: list[PdfObject] = [root]
    found: set[tuple[int, int]] = set()
    while stack and len(found) < most:
        value = stack.pop()
        if value.is_indirect:
            number = value.objgen
            if number in found:
                continue
            found.add(number)
        stack += inner(value)
    return found


def _unlisted(data: bytes, known: set[int], shown: Shown) -> Iterator[Observation]:
    """Objects that stand in the file and in no table of it: they were deleted from the table only."""
    places = _objects(data)[: shown.most]
    for (number, start), (_, end) in zip(places, [*places[1:], (0, len(data))], strict=True):
        if number in known:
            continue
        body = data[start : min(end, start + _LONGEST)]
        found = shown.absent(_drawn(body))
        if found:
            yield seen("orphan-object", found, part=f"object {number}")


def _objects(data: bytes) -> list[tuple[int, int]]:
    """Number of each object that stands in the file, and where its body begins."""
    found = []
    for place in _OBJECT.finditer(
        data
    ):  # a literal first: a pattern for numbers tries every digit of a picture
        start = place.start()
        numbers = _NUMBERS.search(data[max(0, start - _LONGEST_NUMBERS) : start])
        if numbers is not None:
            found.append((int(numbers[1]), place.end()))
    return found


def _drawn(body: bytes) -> str:
    """The strings that a stream draws, taken from its bytes."""
    stream = _STREAM.search(body[:_LONGEST])
    if stream is None:
        return ""
    try:
        content = zlib.decompressobj().decompress(stream[1], _LONGEST)
    except zlib.error:
        content = stream[1]
    pieces = []
    for single, several in _TEXT.findall(content):
        pieces.append(single or b"".join(_IN_BRACKETS.findall(several)))
    return b" ".join(pieces).decode("latin-1")
