"""The fast pass: which pieces of text need a closer look, and what lies over each. Most pages have none."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, Generic, TypeVar

import msgspec

from validator.readers.pdf.page import boxes
from validator.readers.pdf.page.characters import Characters
from validator.readers.pdf.page.native import Box, Colour
from validator.readers.pdf.page.pieces import Content, Cover, Text

INVISIBLE: Final = frozenset({3, 7})  # text rendering modes that paint nothing
_BAND: Final = 12.0  # points; about a line of text
_NARROWEST: Final = 1.5  # points of a text that a cover must meet
_LOWEST: Final = 0.3  # of its height
_SAME_PLACE: Final = 0.6  # of a piece of text that lies where its like does
_FAR: Final = 150.0  # points between two groups of suspects
_HATCH: Final = 6  # thin lines that cross a text before it may be hatched away
_MOST_COVERS: Final = 64  # kept for one piece of text
_LIGHT: Final = 230  # the darkest channel of a light colour
_NEAR: Final = 24  # how far two colours may differ in a channel and be the same to the eye
_CLEAR: Final = 100


class Suspect(msgspec.Struct, frozen=True, gc=False):
    """A piece of text and what is painted over it, topmost first."""

    text: Text
    covers: tuple[Cover, ...]

    @property
    def hatched(self) -> bool:
        """Whether all that is over it is lines, each too thin to cover anything."""
        return bool(self.covers) and all(cover.lines for cover in self.covers)


Piece = TypeVar("Piece", Cover, Text)


class Bands(Generic[Piece]):
    """Pieces sorted into bands across the page, so that a text meets only what lies at its height."""

    def __init__(self, pieces: Iterable[Piece], page_box: Box) -> None:
        """`pieces` come in the order of painting."""
        self._bottom, self._last = page_box[1], int((page_box[3] - page_box[1]) / _BAND)
        self._bands: defaultdict[int, list[Piece]] = defaultdict(list)
        for piece in pieces:
            for band in self._span(piece.box):
                self._bands[band].append(piece)

    def _span(self, box: Box) -> range:
        low, high = int((box[1] - self._bottom) / _BAND), int((box[3] - self._bottom) / _BAND)
        return range(max(0, low), min(self._last, high) + 1)

    def at(self, box: Box) -> list[Piece]:
        """What may meet a box; a piece that spans bands may come more than once."""
        bands = self._bands
        return [piece for band in self._span(box) if band in bands for piece in bands[band]] if bands else []

    def later(self, box: Box, z: int) -> dict[int, Piece]:
        """What may meet a box and is painted after `z`, by its own place in the order of painting."""
        found: dict[int, Piece] = {}
        bands = self._bands
        for band in self._span(box) if bands else ():
            if band in bands and bands[band][-1].z > z:
                for piece in reversed(bands[band]):
                    if piece.z <= z:
                        break
                    found[piece.z] = piece
        return found


def suspects(content: Content, page_box: Box) -> list[Suspect]:
    """The pieces of text that may not be seen as they are, in the order of painting."""
    if not content.texts:
        return []
    solid = Bands([cover for cover in content.covers if not cover.lines], page_box)
    thin = [cover for cover in content.covers if cover.lines]
    lines = Bands(thin if sum(cover.lines for cover in thin) >= _HATCH else [], page_box)
    under = Bands(content.grounds, page_box)
    found = []
    for text in content.texts:
        covers = _covers(text, solid) or _hatch(text, lines)
        if covers or _odd(text, page_box) or _pale(text, under):
            found.append(Suspect(text, covers))
    return found


def grouped(looked_at: list[Suspect]) -> Iterator[list[Suspect]]:
    """The suspects in groups that lie far from each other up and down the page, to be painted one by one."""
    group: list[Suspect] = []
    lowest = 0.0
    for suspect in sorted(looked_at, key=_from_the_head):
        if group and suspect.text.box[3] < lowest - _FAR:
            yield group
            group = []
        lowest = min(lowest, suspect.text.box[1]) if group else suspect.text.box[1]
        group.append(suspect)
    if group:
        yield group


def _from_the_head(suspect: Suspect) -> float:
    return -suspect.text.box[3]


def _covers(text: Text, solid: Bands[Cover]) -> tuple[Cover, ...]:
    """What is painted over a text and meets more of it than its edge, topmost first."""
    left, bottom, right, top = text.box
    least = _LOWEST * (top - bottom)
    found = []
    for cover in solid.later(text.box, text.z).values():
        box = cover.box
        across = min(right, box[2]) - max(left, box[0])
        if across >= min(_NARROWEST, right - left) and min(top, box[3]) - max(bottom, box[1]) >= least:
            found.append(cover)
    return tuple(sorted(found, key=_from_the_top)[:_MOST_COVERS])


def _hatch(text: Text, lines: Bands[Cover]) -> tuple[Cover, ...]:
    """The thin lines over a text, when they are many and go through it."""
    left, bottom, right, top = text.box
    low, narrow = _LOWEST * (top - bottom), _LOWEST * (right - left)
    found = []
    for cover in lines.later(text.box, text.z).values():
        box = cover.box
        across, up = min(right, box[2]) - max(left, box[0]), min(top, box[3]) - max(bottom, box[1])
        if across >= 0 <= up and (across >= narrow or up >= low):
            found.append(cover)
    if sum(cover.lines for cover in found) < _HATCH:
        return ()
    return tuple(sorted(found, key=_from_the_top)[:_MOST_COVERS])


def _from_the_top(cover: Cover) -> int:
    return -cover.z


def _odd(text: Text, page_box: Box) -> bool:
    """Whether it is drawn, or placed, so that it cannot be seen well."""
    box = text.box
    return (
        text.mode in INVISIBLE
        or text.layered
        or (text.colour is not None and text.colour[3] < _NEAR)
        or text.tiny
        or outside(box, page_box)
        or (text.clip is not None and boxes.share(box, text.clip) < 1 - _LOWEST)
    )


def outside(box: Box, page_box: Box) -> bool:
    """Whether nothing of a box is on the page."""
    left, bottom, right, top = page_box
    return box[2] <= left or box[0] >= right or box[3] <= bottom or box[1] >= top


def _pale(text: Text, under: Bands[Cover]) -> bool:
    """Whether it may have the colour of what it stands on. Paper is white."""
    colour = text.colour
    if colour is None:
        return False
    ground: Colour = (255, 255, 255, 255)
    highest = -1
    for cover in under.at(text.box):
        if highest < cover.z < text.z and boxes.holds(cover.box, text.box):
            highest = cover.z
            ground = cover.colour if cover.colour is not None else (*colour[:3], 255)
    return difference(colour, ground) < (_NEAR if min(colour[:3]) < _LIGHT else _CLEAR)


def difference(one: Colour, other: Colour) -> int:
    """How far two colours differ in the channel where they differ most."""
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]), abs(one[2] - other[2]))


def without_shadows(
    looked_at: list[Suspect], content: Content, page_box: Box, characters: Characters
) -> list[Suspect]:
    """The suspects without those over which the same words are painted again, as a shadow's are.

    PDFium leaves the second of two equal pieces out of the characters: a piece that has none tells of an equal one.
    """
    known = {suspect.text.handle for suspect in looked_at}
    known.update(characters.owners)
    again = Bands([text for text in content.texts if text.handle not in known], page_box)
    return [
        suspect
        for suspect in looked_at
        if not any(_twins(suspect.text.box, text.box) for text in again.at(suspect.text.box))
    ]


def _twins(one: Box, other: Box) -> bool:
    return boxes.share(one, other) > _SAME_PLACE and boxes.share(other, one) > _SAME_PLACE
