"""Structural addresses of nodes, such as `paragraph[4]/portion`: they stay when lines move."""

from bisect import bisect_left
from itertools import islice
from operator import attrgetter

from validator.model import nodes
from validator.model.document import Document
from validator.model.level import Level
from validator.model.nodes import Node


def anchor_of(node: Node | None, document: Document) -> str:
    """The address of a node in its document; `document` for the whole."""
    match node:
        case None:
            return "document"
        case nodes.Portion():
            return _portion(node)
        case nodes.Paragraph(number=int(number)):
            return f"paragraph[{number}]"
        case nodes.Reference(letter=str(letter)):
            return f"reference[{letter}]" if node.role == "listed" else f"reference[{letter}]/citation"
        case nodes.SectionMarker(number=number):
            return f"section[{number}]"
        case nodes.ContinuationLine(section=number):
            return f"section[{number}]/continuation_line"
        case nodes.ClassificationLine(first=False, section=int(number)):
            return f"section[{number}]/classification_line"
        case nodes.Observation(page=int(page)):
            return f"page[{page}]/{node.name}"
        case nodes.Observation(part=str(part)):
            return f"{part}/{node.name}"
        case _:
            return _numbered(node, document)


def _portion(portion: nodes.Portion) -> str:
    if portion.paragraph is not None:
        return f"paragraph[{portion.paragraph}]/portion"
    return f"{portion.place}/portion"


def _numbered(node: Node, document: Document) -> str:
    """The kind, with the place among its like where there are several."""
    like = document.of(node.kind)
    if len(like) < 2:
        return node.kind
    first = bisect_left(like, node.start, key=_start)  # nodes are sorted: ten thousand findings stay cheap
    index = next(
        (index for index, other in enumerate(islice(like, first, None), first + 1) if other is node), 0
    )
    return f"{node.kind}[{index}]"


def marking_of(node: Node | None) -> str:
    """The marking text that identifies a finding about a marking; empty for everything else.

    Never prose: a hash of a name can be guessed from the name.
    """
    match node:
        case nodes.Portion(known=False):
            return "unknown"  # it may be any word in parentheses
        case nodes.Portion() | nodes.Paragraph(level=Level()) | nodes.Subject(level=Level()):
            return str(node.mark)
        case nodes.ClassificationLine():
            return f"{node.level} {node.control}"
        case nodes.Declassification():
            return node.instruction
        case _:
            return ""


_start = attrgetter("start")
