"""Invented marked documents to parse."""

from tests.unit.parsers.made import fields, parsed
from validator.model.document import Document
from validator.model.nodes import Portion

TOP = "SECRET//NOFORN\n\nMEMORANDUM FOR RECORD\n\nSUBJECT: (U) Ferry Treaty\n\n"
BOTTOM = "\n\nSECRET//NOFORN\n"


def memo(body: str) -> Document:
    """A marked memo with this body."""
    document = parsed(TOP + body + BOTTOM)
    assert document.kind == "memo"
    return document


def marks(body: str) -> list[str]:
    """The portion marks of the body, as written."""
    return [
        str(written)
        for written, place in fields(memo(body), "portion", "written", "place")
        if place != "subject"
    ]


def portions(document: Document) -> list[Portion]:
    """The portion nodes of a document."""
    return [node for node in document.of("portion") if isinstance(node, Portion)]
