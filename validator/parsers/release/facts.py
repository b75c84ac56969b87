"""What the marks of a release say together: codes of one place, stamps against the places they speak of."""

from collections.abc import Iterable, Sequence
from datetime import date

from validator.grammar.dates import add_years
from validator.layouts.lines import Lines
from validator.model.marked_nodes import ReleaseStamp
from validator.model.nodes import Node
from validator.model.release_nodes import Exemption, UpgradeStamp
from validator.parsers.release.columns import Piece
from validator.parsers.release.margins import PlacedCode
from validator.parsers.release.stamps import StampText
from validator.parsers.release.upgrades import UpgradeText
from validator.vocabulary.terms import Vocabulary

_CLASSIFIED = "(b)(1)"


def exemptions(codes: Sequence[PlacedCode], pages: Sequence[int]) -> list[Node]:
    """The nodes of codes; each knows the categories and statutes of its place, and whether its style is the odd one."""
    by_place: dict[tuple[str, int], list[PlacedCode]] = {}
    for code in codes:
        by_place.setdefault((code.place, code.group), []).append(code)
    together = {
        place: (_of_sort(held, "category"), _of_sort(held, "statute")) for place, held in by_place.items()
    }
    style = next((code.code.style for code in codes if code.code.sort == "foia"), "")
    found: list[Node] = []
    for code in codes:
        if code.code.sort == "statute":
            continue
        categories, statutes = together[code.place, code.group]
        found.append(
            Exemption(
                start=code.start,
                end=code.end,
                code=code.code.code,
                sort=code.code.sort,
                place=code.place,
                known=code.code.known,
                style=code.code.style,
                odd=code.code.sort == "foia" and code.code.style != style,
                categories=categories,
                statutes=statutes,
                page=pages[code.line],
            )
        )
    return found


def release_stamps(
    lines: Lines, stamps: Sequence[StampText], codes: Sequence[PlacedCode], redactions: int
) -> list[Node]:
    """The nodes of stamps; the first is held against the withheld places."""
    body = [code for code in codes if code.place != "stamp"]
    inside = _act_codes(body)
    found: list[Node] = []
    for number, stamp in enumerate(stamps):
        own = tuple(dict.fromkeys(code.code for _, code in stamp.codes if code.known))
        named = {code for code in own if code.startswith("(")}
        compared = number == 0 and bool(named)
        start, end = _span(lines, stamp.pieces)
        found.append(
            ReleaseStamp(
                start=start,
                end=end,
                readable=False,
                authority=False,
                when=None,
                form="release",
                release=stamp.release,
                codes=own,
                unused=tuple(sorted(named - inside)) if compared else (),
                unnamed=tuple(sorted(inside - named)) if compared else (),
                withheld=len(body) + redactions,
            )
        )
    return found


def upgrade_stamps(
    lines: Lines,
    upgrades: Sequence[UpgradeText],
    codes: Sequence[PlacedCode],
    dated: date | None,
    eras: Vocabulary,
) -> list[Node]:
    """The nodes of upgrade stamps, held against the codes of the release and the day of the document."""
    categories = {code for code in _of_sort(codes, "category") if "(" in code}
    withheld = any(code.code.code == _CLASSIFIED for code in codes)
    found: list[Node] = []
    for upgrade in upgrades:
        start, end = _span(lines, upgrade.pieces)
        found.append(
            UpgradeStamp(
                start=start,
                end=end,
                classifier=upgrade.classifier,
                level=upgrade.level,
                when=upgrade.when,
                expires=upgrade.expires,
                reasons=upgrade.reasons,
                dated=dated,
                limit=_limit(upgrade.when, dated, eras),
                withheld=withheld,
                unreasoned=tuple(sorted(categories - set(upgrade.reasons))) if upgrade.reasons else (),
            )
        )
    return found


def _limit(made: date | None, dated: date | None, eras: Vocabulary) -> date | None:
    """The order of the day on which the stamp was made says how many years after the document it may last."""
    years = next((term.years for term in eras if made is not None and term.covers(made)), None)
    return add_years(dated, years) if dated is not None and years is not None else None


def _act_codes(codes: Iterable[PlacedCode]) -> set[str]:
    return {code.code.code for code in codes if code.code.sort == "foia" and code.code.known}


def _of_sort(codes: Iterable[PlacedCode], sort: str) -> tuple[str, ...]:
    """The codes of a sort, each once; `1.4` is a category whose letter a scan lost."""
    return tuple(dict.fromkeys(code.code.code for code in codes if code.code.sort == sort))


def _span(lines: Lines, pieces: Sequence[Piece]) -> tuple[int, int]:
    """The first piece of a stamp: the others stand below, with other text between."""
    start = lines.starts[pieces[0].line]
    return start + pieces[0].start, start + pieces[0].end
