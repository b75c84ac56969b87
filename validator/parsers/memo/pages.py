"""The pages of a text, told apart by form feeds, and the lines at their edges."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

import msgspec

from validator.layouts.lines import Lines
from validator.model.nodes import Observation
from validator.parsers.telegram.draft import Draft

_REACH: Final = 6  # lines with text from the top or bottom in which the banner of a document may stand
_BARE: Final = ("no-banner-at-top", "no-banner-at-bottom")
_LETTERHEAD: Final = 8  # lines below that, as stamps and forms take
_LEAST_LINES: Final = 3  # a page with less text is a separator or a cut


class Page(msgspec.Struct, frozen=True, gc=False):
    """The lines with text on a page: the first of them, the last of them, and how many there are."""

    number: int
    head: tuple[int, ...]
    foot: tuple[int, ...]
    count: int


def pages_of(lines: Lines) -> list[Page]:
    """The pages that bear text; one, where no form feed stands."""
    found: list[Page] = []
    held: list[int] = []
    number = 1
    for index, raw in enumerate(lines.raws):
        fed = raw.count("\f")
        before = raw.lstrip(" \t").startswith("\f") if fed else False
        if fed and before:
            found += _page(number, held)
            held, number = [], number + fed
        if lines.texts[index]:
            held.append(index)
        if fed and not before:
            found += _page(number, held)
            held, number = [], number + fed
    return found + _page(number, held)


def page_at(pages: Sequence[Page], line: int) -> int:
    """The number of the page that holds a line with text."""
    held = bisect_right(pages, line, key=_first_line) - 1
    return pages[held].number if held >= 0 else 1


def share_of_edges(draft: Draft, pages: Sequence[Page]) -> int:
    """How many in a hundred tops and bottoms of pages bear a banner."""
    edges = 2 * max(len(pages), 1)
    bare = sum(getattr(node, "name", "") in _BARE for node in draft.nodes.get("observation", ()))
    return 100 * (edges - bare) // edges


def observe_bare_edges(draft: Draft, pages: list[Page], banner_lines: Sequence[int]) -> None:
    """An observation for each top and bottom of a page that bears no banner, be it below a long letterhead."""
    for page in pages:
        if len(pages) > 1 and page.count < _LEAST_LINES:
            continue
        first, last = page.head[0], page.foot[-1]
        top = _first_within(banner_lines, first, min(page.head[-1] + _LETTERHEAD, last - 1))
        if top is None:
            _observe(draft, first, _BARE[0], page.number)
        behind = first + 1 if top is None else top + 1
        if _first_within(banner_lines, max(page.foot[0] - _LETTERHEAD, behind), last) is None:
            _observe(draft, last, _BARE[1], page.number)


def _first_within(sorted_lines: Sequence[int], first: int, last: int) -> int | None:
    at = bisect_left(sorted_lines, first)
    return sorted_lines[at] if at < len(sorted_lines) and sorted_lines[at] <= last else None


def _page(number: int, held: list[int]) -> list[Page]:
    if not held:
        return []
    reach = min(_REACH, (len(held) + 1) // 2)  # of a short page one half each
    return [Page(number, tuple(held[:reach]), tuple(held[-reach:]), len(held))]


def _first_line(page: Page) -> int:
    return page.head[0]


def _observe(draft: Draft, line: int, name: str, page: int) -> None:
    start = draft.lines.offset(line)
    draft.add(Observation(start=start, end=draft.lines.end(line), name=name, value=page))
