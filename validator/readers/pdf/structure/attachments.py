"""Files that a PDF carries: found in the name tree, on pages and as associated files."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Stream

from validator.readers.pdf.protocol import Attached
from validator.readers.pdf.structure.seen import Shown
from validator.readers.pdf.structure.tree import PdfObject, annotations, child, names, text_of


def attached_files(pdf: pikepdf.Pdf, shown: Shown, most_bytes: int) -> Iterator[Attached]:
    """Every attached file once; at most `most_bytes` of them together."""
    specifications = [value for _, value in names(child(pdf.Root, "/Names", "/EmbeddedFiles"), shown.most)]
    specifications += [annotation.get("/FS") for _, annotation in annotations(pdf, shown.most)]
    specifications += _associated(pdf)
    seen: set[tuple[int, int]] = set()
    for specification in specifications:
        stream = child(specification, "/EF", "/F") or child(specification, "/EF", "/UF")
        if not isinstance(stream, Stream) or stream.objgen in seen:
            continue
        seen.add(stream.objgen)
        data = _data(stream, most_bytes)
        most_bytes -= len(data or b"")
        yield Attached(text_of(child(specification, "/UF")) or text_of(child(specification, "/F")), data)


def _associated(pdf: pikepdf.Pdf) -> list[PdfObject]:
    listed = child(pdf.Root, "/AF")
    return [value for value in listed if isinstance(value, Dictionary)] if isinstance(listed, Array) else []


def _data(stream: PdfObject, most: int) -> bytes | None:
    """The bytes, unless the file says that there are too many, or there are."""
    declared = child(stream, "/Params", "/Size")
    if isinstance(declared, int) and declared > most:
        return None
    data: bytes = stream.read_bytes()
    return data if len(data) <= most else None
