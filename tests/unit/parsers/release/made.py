"""Invented releases."""

from typing import Any

from tests.unit.parsers.made import parsed
from validator.model.document import Document

FRAME = "   UNCLASSIFIED U.S. Department of State Case No. F-2016-00001 Doc No. C00000101 Date: 03/31/2016\n"
MAIL = "From:   Roe, Jane\nSent:   Friday, March 2, 2012 9:14 AM\nTo:     Doe, John\nSubject:  Fees\n\n"
CLASSIFIED = "Classified by DAS, A/GIS, DoS on 02/29/2016 — Class: CONFIDENTIAL — Reason: 1.4(B), 1.4(D) — "
RIGHT = " " * 70


def fields(document: Document, kind: str, *names: str) -> list[tuple[Any, ...]]:
    """Some fields of all nodes of a kind."""
    return [tuple(getattr(node, name) for name in names) for node in document.of(kind)]


def released(text: str) -> Document:
    """The document that a mail with a page frame and this text is."""
    return parsed(FRAME + "\n" + text)
