"""Check `marking-roll-up`: the banner is the one that the portions need, control by control."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import Final, Literal, TypeAlias

import msgspec

from validator.checks.hit import NO_HITS, Check, Hit
from validator.grammar.roll_up import UNCLASSIFIED_CONTROLS, Order, RollUp, order_of, roll_up
from validator.model.document import Document
from validator.model.level import Level
from validator.model.marked_nodes import Banner
from validator.model.marking import Marking
from validator.model.marking_names import names_of
from validator.model.nodes import Notice, Portion
from validator.vocabulary.terms import Vocabularies

# Names of the constraint table that no banner shows: any system, any compartment, the sort of marking.
_COLLECTIVE: Final = frozenset({"AEA", "CUI", "FGI CONCEALED", "JOINT", "NATO", "NON-US", "SAR", "SCI"})
_EXPLAIN: Final = frozenset(
    {"compilation", "transmittal"}
)  # notices of why a banner says more than the portions
_SHAPES: Final = ("-XXX", " SUB")
_OF_CUI: Final = "CUI "  # the constraint table calls the controls of a CUI marking CUI NOFORN and so on
_ROLL_UPS_KEPT: Final = 64  # several rules ask for that of one document


class MarkingRollUp(msgspec.Struct, frozen=True, tag="marking-roll-up", tag_field="kind"):
    """A hit at the top banner for each difference of one sort from the roll-up of all portions.

    `extra`, `level-too-high` and `release` speak only where every portion is marked, and not where a notice says
    that the document is classified by compilation or for what it transmits (32 CFR 2001.24(b) and (g)); so does
    `cui-extra`. Of a CUI document the three faults of CUI speak, and `missing` and `extra` do not.
    """

    given: Literal["banner"]
    fault: Literal[
        "level-too-low",
        "level-too-high",
        "missing",
        "extra",
        "release",
        "cui-missing",
        "cui-basic-missing",
        "cui-extra",
    ]
    dialect: str

    def compile(self, vocabularies: Vocabularies) -> Check:
        """The check; BadCheckError where it makes no sense."""
        dialect, find = self.dialect, _FINDERS[self.fault]
        needs_all = self.fault in ("level-too-high", "extra", "release", "cui-extra")

        def run(document: Document) -> Iterable[Hit]:
            banner, portions = _top_banner(document), _marked(document)
            if (
                banner is None
                or banner.marking is None
                or not portions
                or (needs_all and not _complete(document))
            ):
                return NO_HITS
            markings = tuple(portion.marking for portion in portions if portion.marking)
            needed = _needed(markings, vocabularies, dialect)
            return [_hit(banner, portions, what) for what in find(banner.marking, needed)]

        return run

    def adds(self) -> frozenset[str]:
        """What it adds to the message."""
        return frozenset({"what"})

    def stands_at_given(self) -> bool:
        """Whether every hit is at a given node."""
        return True


@lru_cache(_ROLL_UPS_KEPT)
def _needed(portions: tuple[Marking, ...], vocabularies: Vocabularies, dialect: str) -> RollUp:
    return roll_up(portions, _order(vocabularies), dialect)


@cache
def _order(vocabularies: Vocabularies) -> Order:
    return order_of(vocabularies)


Finder: TypeAlias = Callable[[Marking, RollUp], Sequence[str]]


def _top_banner(document: Document) -> Banner | None:
    """Not a bottom one alone: that may be the stamp of a release."""
    banners = (node for node in document.of("banner") if isinstance(node, Banner) and node.place == "top")
    return next(banners, None)


def _marked(document: Document) -> list[Portion]:
    return [node for node in document.of("portion") if isinstance(node, Portion) and node.marking is not None]


def _complete(document: Document) -> bool:
    notices = {node.name for node in document.of("notice") if isinstance(node, Notice)}
    return document.all_marked and notices.isdisjoint(_EXPLAIN)


def _hit(banner: Banner, portions: Sequence[Portion], what: str) -> Hit:
    """With the first portion that demands it, where one does."""
    for portion in portions:
        level = portion.level.title if portion.level is not None else ""
        if portion.marking is not None and what in (*_controls(portion.marking), level):
            return Hit(banner, {"what": what}, ((portion, "demanded here"),))
    return Hit(banner, {"what": what})


def _too_low(banner: Marking, needed: RollUp) -> Sequence[str]:
    due = needed.marking.level
    return (due.title,) if due is not None and banner.level is not None and banner.level < due else ()


def _too_high(banner: Marking, needed: RollUp) -> Sequence[str]:
    due = needed.marking.level
    return (due.title,) if due is not None and banner.level is not None and banner.level > due else ()


def _missing(banner: Marking, needed: RollUp) -> Sequence[str]:
    """Controls of unclassified information never convey to a classified banner, however low the portions are."""
    if needed.marking.cui:
        return ()
    held = set(_controls(banner))
    if banner.level is not None and banner.level > Level.UNCLASSIFIED:
        held |= UNCLASSIFIED_CONTROLS
    return [name for name in _controls(needed.marking) if name not in held]


def _extra(banner: Marking, needed: RollUp) -> Sequence[str]:
    due = set(_controls(needed.marking))
    return () if banner.cui else [name for name in _controls(banner) if name not in due]


def _cui_missing(banner: Marking, needed: RollUp) -> Sequence[str]:
    """The control marking, Specified categories and limited dissemination controls (ISM-ID-00475, 00502 to 00504)."""
    if not needed.marking.cui:
        return ()
    if not banner.cui:
        return ("CUI",)
    basic = {category.name for category in needed.marking.cui_categories if not category.specified}
    held = {*_controls(banner), *basic}
    return [name for name in _controls(needed.marking) if name not in held]


def _cui_basic_missing(banner: Marking, needed: RollUp) -> Sequence[str]:
    """Basic categories, which the banner names where the agency asks for it (CUI Registry, marking notes)."""
    if not (needed.marking.cui and banner.cui):
        return ()
    held = {category.name for category in banner.cui_categories}
    basic = (category.name for category in needed.marking.cui_categories if not category.specified)
    return [name for name in basic if name not in held]


def _cui_extra(banner: Marking, needed: RollUp) -> Sequence[str]:
    if not (needed.marking.cui and banner.cui):
        return ()
    due = set(_controls(needed.marking))
    return [name for name in _controls(banner) if name not in due]


def _controls(marking: Marking) -> list[str]:
    """The controls by the names a banner gives them, without the collective names of the constraint table."""
    kept = (name for name in names_of(marking) if name not in _COLLECTIVE and not name.endswith(_SHAPES))
    specified = {category.name for category in marking.cui_categories if category.specified}
    names = (f"SP-{name}" if name in specified else name.removeprefix(_OF_CUI) for name in kept)
    return [*names, *(f"SAR-{program.name}" for program in marking.sap)]


def _release(banner: Marking, needed: RollUp) -> Sequence[str]:
    """Lists of countries that differ; where portions say only REL, the banner's list may be shorter than theirs."""
    due = needed.marking
    pairs = (
        ("REL TO", banner.rel_to, due.rel_to),
        ("DISPLAY ONLY", banner.display_only, due.display_only),
        ("EYES ONLY", banner.eyes_only, due.eyes_only),
    )
    return [
        f"{name} {', '.join(codes)}"
        for name, own, codes in pairs
        if own and codes and set(own) != set(codes) and not (needed.shorthand and set(own) < set(codes))
    ]


_FINDERS: Final[dict[str, Finder]] = {
    "cui-basic-missing": _cui_basic_missing,
    "cui-extra": _cui_extra,
    "cui-missing": _cui_missing,
    "extra": _extra,
    "level-too-high": _too_high,
    "level-too-low": _too_low,
    "missing": _missing,
    "release": _release,
}
