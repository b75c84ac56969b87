"""The banner of a document of controlled unclassified information (32 CFR 2002.20(b); ISM-ID-00475, 00502 to 00504)."""

from collections.abc import Sequence

from validator.grammar.country_groups import Members, expanded
from validator.grammar.roll_up.release import NOFORN, USA
from validator.model.level import Level
from validator.model.marking import CuiCategory, Marking


def is_controlled(portions: Sequence[Marking]) -> bool:
    """Whether a portion is CUI and none is classified: classification takes the banner (32 CFR 2002.20(g))."""
    levels = [portion.level for portion in portions if portion.level is not None]
    return any(portion.cui for portion in portions) and all(level <= Level.UNCLASSIFIED for level in levels)


def controlled_banner(portions: Sequence[Marking], members: Members) -> Marking:
    """Every category and limited dissemination control of the portions, Specified categories before Basic ones."""
    controls = {name for portion in portions for name in (*portion.cui_dissem, *portion.dissem)}
    rel_to = None if NOFORN in controls else _released(portions, members)
    if rel_to == ():
        rel_to, controls = None, controls | {NOFORN}
    return Marking(
        system="cui",
        level=Level.UNCLASSIFIED,
        cui=True,
        cui_word="CUI",
        cui_categories=_categories(portions),
        cui_dissem=tuple(sorted(controls)),
        rel_to=rel_to,
    )


def _categories(portions: Sequence[Marking]) -> tuple[CuiCategory, ...]:
    found = {category for portion in portions for category in portion.cui_categories}
    return tuple(sorted(found, key=lambda category: (not category.specified, category.name)))


def _released(portions: Sequence[Marking], members: Members) -> tuple[str, ...] | None:
    """What the release lists share; () where they share nobody, None where no portion has one."""
    lists = [expanded(portion.rel_to, members) for portion in portions if portion.rel_to]
    if not lists:
        return None
    common = frozenset.intersection(*lists) - {USA}
    written = next((portion.rel_to for portion in portions if portion.rel_to), ())
    if common and expanded(written, members) - {USA} == common:
        return written
    return (USA, *sorted(common)) if common else ()
