"""Invented telegrams to parse, and their nodes as plain tuples."""

from validator.model.document import Document
from validator.model.nodes import Node
from validator.parsers import parse
from validator.readers import read_bytes
from validator.vocabulary.load import builtin

ROUTING = """\
VZCZCEMA0153
PP RUEHC
DE RUEHXC #2204 1271340
ZNY CCCCC ZZH
P 071338Z MAY 98
FM AMEMBASSY EASTMERE
TO RUEHC/SECSTATE WASHDC PRIORITY 3307
BT
"""
OPENING = "C O N F I D E N T I A L EASTMERE 002204\n\n"
FIELDS = """\
E.O. 12958: DECL: 05/07/2008
TAGS: PREL, NO
SUBJECT: FERRY TREATY (C)

"""
AUTHORITY = "CLASSIFIED BY: AMBASSADOR JANE ROE. REASON: 1.5 (B) AND (D).\n\n"
HEADER = OPENING + FIELDS + AUTHORITY
BODY = "1. (C) THE FERRY IS LATE.\n\n2. (C) IT WILL STAY LATE.\nDOE\n"


def parsed(text: str, kind: str = "auto") -> Document:
    """The document that a text is."""
    return parse(read_bytes("made.txt", text.encode()), builtin(), kind=kind)


def line_of(document: Document, node: Node) -> int:
    """The line on which a node begins."""
    return document.lines().place(node.start).line


def written(document: Document, kind: str) -> list[str]:
    """The text of each node of a kind, as it stands in the original."""
    return [document.source.text[node.start : node.end] for node in document.of(kind)]


def fields(document: Document, kind: str, *names: str) -> list[tuple[object, ...]]:
    """Some fields of each node of a kind."""
    return [tuple(getattr(node, name) for name in names) for node in document.of(kind)]
