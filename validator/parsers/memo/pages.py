"""The pages of a text, told apart by form feeds, and the lines at their edges."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

import msgspec

from validator.layouts.lines import Lines
from validator.model.nodes import Observation
from validator.parsers.telegram.draft import Draft

_REACH: Final = 6  # lines with text from the top or bottom in which the banner of a document may stand
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


def observe_bare_edges(draft: Draft, pages: list[Page], banner_lines: set[int]) -> None:
    """An observation for each top and bottom of a page that bears no banner."""
    for page in pages:
        if len(pages) > 1 and page.count < _LEAST_LINES:
            continue
        if not banner_lines.intersection(page.head):
            _observe(draft, page.head[0], "no-banner-at-top", page.number)
        if not banner_lines.intersection(page.foot):
            _observe(draft, page.foot[-1], "no-banner-at-bottom", page.number)


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
