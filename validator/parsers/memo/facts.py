"""Facts about a whole marked document that its authority block is judged by."""

import re
from collections.abc import Iterable
from typing import Final

from validator.model.marked_nodes import Banner
from validator.model.marking_names import names_of
from validator.model.nodes import DerivedFrom, Node, Notice, Portion

AUTHORITY: Final = frozenset({"classified_by", "declassification", "derived_from", "reason"})
_MULTIPLE = re.compile(r"multiple\s{1,3}(?:sources|documents)", re.IGNORECASE)


def is_of_multiple_sources(node: Node) -> bool:
    """Whether it says `Derived From: Multiple Sources`."""
    return isinstance(node, DerivedFrom) and _MULTIPLE.match(node.source) is not None


def has_no_date(node: Node) -> bool:
    """Whether it marks RD, FRD, TFNI or NATO information (32 CFR 2001.24(h)-(i); Register 2016 pp. 31-33)."""
    marking = node.marking if isinstance(node, Banner | Portion) else None
    if marking is None:
        return False
    restricted = any(not control.name.endswith("UCNI") for control in marking.aea)
    return restricted or marking.system == "nato" or "NATO" in (marking.fgi or ())


def is_cui(node: Node) -> bool:
    """Whether it is a banner of CUI, alone or beside a classification."""
    return isinstance(node, Banner) and node.marking is not None and node.marking.cui


def controls_of(nodes: Iterable[Node]) -> tuple[str, ...]:
    """The names of everything that these banners or portion marks hold, in order of place, each once."""
    markings = {id(node.marking): node.marking for node in nodes if isinstance(node, Banner | Portion)}
    return tuple(
        dict.fromkeys(name for marking in markings.values() if marking for name in names_of(marking))
    )


def names_of_notices(nodes: Iterable[Node]) -> tuple[str, ...]:
    """The names of the notices, in order of place."""
    return tuple(node.name for node in nodes if isinstance(node, Notice))
