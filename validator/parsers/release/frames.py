"""The page frame of State Department releases, at the head and foot of each page."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from validator.grammar.dates import read_date
from validator.layouts.lines import Lines
from validator.model.nodes import Artefact, Node, Observation
from validator.model.release_nodes import PageFrame
from validator.parsers.release.columns import Piece

_SIGN: Final = "Department of State Case No"
# A scan makes `No;` of `No.` and `.T2016` of `. F-2016`.
_FRAME = re.compile(
    r"Department of State Case No[.;,]{0,2}\s{0,3}(?P<case>[A-Z]{0,2}-?\d{2,4}-\d{3,6})\s{1,4}"
    r"Doc No[.;,]{0,2}\s{0,3}(?P<number>[A-Z]\d{6,9})(?:\s{1,4}Date:\s{0,3}(?P<day>[\d/\-]{8,10}))?"
)
_LEAST_SHARE: Final = 2  # one page in two bears a frame, else pages without one say nothing
_LEAST_LINES: Final = 3  # a page with less text is a separator or a cut


class Frames(msgspec.Struct, frozen=True, gc=False):
    """The nodes of the frames, and the pieces of lines they take up."""

    nodes: tuple[Node, ...]
    pieces: tuple[Piece, ...]


def find_frames(lines: Lines, pages: Sequence[int]) -> Frames:
    """The frames of a text whose lines stand on `pages`."""
    nodes: list[Node] = []
    pieces: list[Piece] = []
    first: PageFrame | None = None
    for index, raw in enumerate(lines.raws):
        match = _FRAME.search(raw) if _SIGN in raw else None
        if match is None:
            continue
        frame = _frame(lines, index, match, pages[index], first)
        first = first or frame
        nodes += (frame, Artefact(start=frame.start, end=frame.end, name="page-frame"))
        pieces.append(Piece(index, 0, len(raw), raw))
    return Frames((*nodes, *_bare_pages(lines, pages, {piece.line for piece in pieces})), tuple(pieces))


def _frame(lines: Lines, index: int, match: re.Match[str], page: int, first: PageFrame | None) -> PageFrame:
    day = read_date(match["day"]) if match["day"] else None
    return PageFrame(
        start=lines.offset(index),
        end=lines.end(index),
        case=match["case"],
        number=match["number"],
        when=day.day if day else None,
        page=page,
        differs=first is not None
        and _digits(first.case, first.number) != _digits(match["case"], match["number"]),
    )


def _digits(case: str, number: str) -> str:
    """What tells documents apart: of the letters a scan makes others."""
    return "".join(filter(str.isdigit, f"{case[-5:]}{number}"))


def _bare_pages(lines: Lines, pages: Sequence[int], framed: set[int]) -> list[Node]:
    """An observation for each page without a frame, where most pages bear one."""
    held: dict[int, list[int]] = {}
    for index, text in enumerate(lines.texts):
        if text:
            held.setdefault(pages[index], []).append(index)
    bare = [page for page, written in held.items() if framed.isdisjoint(written)]
    if not framed or _LEAST_SHARE * len(bare) > len(held):
        return []
    return [
        Observation(
            start=lines.offset(held[page][0]),
            end=lines.end(held[page][0]),
            name="page-without-frame",
            page=page,
        )
        for page in bare
        if len(held[page]) >= _LEAST_LINES
    ]
