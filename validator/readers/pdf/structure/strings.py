"""The strings that a content stream draws, without their positions."""

import pikepdf
from pikepdf import Array, Stream, String

from validator.readers.pdf.structure.tree import PdfObject

_LONGEST = 1_000_000  # bytes of a stream that are parsed
_SHOWING = frozenset({"Tj", "TJ", "'", '"'})


def shown_strings(stream: PdfObject, most: int) -> str:
    """The text of the operators that draw text; empty where the stream is no content, or too long to be looked at."""
    if not isinstance(stream, Stream):
        return ""
    try:
        if len(stream.read_bytes()) > _LONGEST:
            return ""
        return " ".join(map(drawn_by, list(pikepdf.parse_content_stream(stream))[:most]))
    except (pikepdf.PdfError, TypeError, ValueError):
        return ""


def drawn_by(instruction: PdfObject) -> str:
    """The text that one operator draws; ValueError where the stream is no content."""
    if str(instruction.operator) not in _SHOWING:
        return ""
    return " ".join(map(_drawn, instruction.operands))


def _drawn(operand: PdfObject) -> str:
    if isinstance(operand, Array):
        return "".join(bytes(piece).decode("latin-1") for piece in operand if isinstance(piece, String))
    return bytes(operand).decode("latin-1") if isinstance(operand, String) else ""


def is_legible(drawn: str) -> bool:
    """Whether the codes drawn are letters: in a font with codes of its own they tell nothing."""
    return drawn.isprintable() and any(map(str.isalpha, drawn))
