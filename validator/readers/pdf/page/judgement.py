"""The closer look: a character whose box changes no pixel when its text is switched off is hidden."""

from typing import Final

import msgspec

from validator.readers.pdf.page import boxes, pixels
from validator.readers.pdf.page.characters import Characters
from validator.readers.pdf.page.covering import Covering
from validator.readers.pdf.page.native import Box, Pdfium
from validator.readers.pdf.page.pieces import Cover, Text
from validator.readers.pdf.page.pixels import Painter, Picture
from validator.readers.pdf.page.suspicion import INVISIBLE, Suspect, outside
from validator.readers.pdf.page.switching import without_texts

_SEEN: Final = 8  # levels of grey that the eye and a brighter screen can tell apart
_SEEN_THROUGH_LINES: Final = 64  # the same between dark lines, whose edges are painted a little transparent
_DENSE: Final = 110  # mean grey of lines so close that they were meant to hide
_INK: Final = 0.05  # of a character's box that must change for it to be seen
_LIGHT: Final = 200  # mean grey of a light cover
_PAPER: Final = 225
_ALIKE: Final = 40  # levels between a text and its ground that make them one colour
_PARTLY: Final = 0.35  # of a character's box
_MOSTLY: Final = 0.5
_THROUGH: Final = 250  # opacity from which nothing shows through

_CLIPPING: Final = 7  # a rendering mode: what is painted next shows through the letters
_SHAPES: Final = frozenset({"rectangle", "path"})  # the box around a stroke is too large to go by

COVERED: Final = frozenset({"covered-text", "light-covered-text"})
SHOWN: Final = frozenset({"see-through-cover", "partly-covered-text"})
"""What a reader of the page sees in spite of all."""


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """What is the matter with one character; `cover` is what lies over it, if anything."""

    name: str
    cover: Cover | None = None


class Judge:
    """Judges the suspicious pieces of one page."""

    def __init__(self, pdfium: Pdfium, painter: Painter, characters: Characters) -> None:
        self.pdfium, self.painter, self.characters = pdfium, painter, characters
        self.covering = Covering(pdfium)

    def judge(self, suspects: list[Suspect], scale: float, region: Box) -> dict[int, Verdict]:
        """The verdict on each character that something is the matter with, by its index."""
        shown = self.painter.paint(region, scale)
        switched = [suspect.text for suspect in suspects if suspect.text.mode not in INVISIBLE]
        with without_texts(self.pdfium, switched):
            apart = pixels.difference(shown, self.painter.paint(region, scale) if switched else shown)
        seen = pixels.changed(apart, _SEEN)
        hatched = any(suspect.hatched for suspect in suspects)
        through_lines = pixels.changed(apart, _SEEN_THROUGH_LINES) if hatched else seen
        by_handle = {suspect.text.handle: suspect for suspect in suspects}
        verdicts = {}
        for index, owner in enumerate(self.characters.owners):
            suspect = by_handle.get(owner)
            if suspect is not None and not self.characters.blank(index):
                box = self.characters.box(index)
                dense = suspect.hatched and pixels.mean(shown.cut(box)) < _DENSE
                verdict = self._verdict(box, suspect, shown, through_lines if dense else seen)
                if verdict is not None:
                    verdicts[index] = verdict
        return verdicts

    def _verdict(self, box: Box, suspect: Suspect, shown: Picture, change: Picture) -> Verdict | None:
        text, page_box = suspect.text, self.painter.page_box
        if outside(box, page_box):
            return Verdict("off-page-text")
        if text.mode in INVISIBLE:
            # Over ink it is the recognised words of what can be seen, as programs add them to any page.
            return None if text.mode == _CLIPPING or _inked(shown.cut(box)) else Verdict("invisible-text")
        if text.tiny:
            return Verdict("tiny-text")
        if change.has_ones(box, _INK):
            return self._seen_in_part(box, suspect)
        return self._hidden(box, suspect, shown.cut(box))

    def _seen_in_part(self, box: Box, suspect: Suspect) -> Verdict | None:
        for cover in suspect.covers:
            if cover.colour is None or not self.covering.dark(cover):
                continue
            covered = self.covering.share(box, cover)
            if cover.colour[3] < _THROUGH and covered >= _MOSTLY:
                return Verdict("see-through-cover", cover)
            if cover.kind in _SHAPES and cover.colour[3] >= _THROUGH and covered >= _PARTLY:
                return Verdict("partly-covered-text", cover)
        return None

    def _hidden(self, box: Box, suspect: Suspect, grey: bytes) -> Verdict | None:
        text, ground = suspect.text, pixels.mean(grey)
        least = 0.0 if suspect.hatched else _MOSTLY
        cover = next((c for c in suspect.covers if self.covering.share(box, c) >= least), None)
        if cover is not None:
            return Verdict("light-covered-text" if ground >= _LIGHT else "covered-text", cover)
        if text.colour is not None and text.colour[3] < _ALIKE:
            return None if _inked(grey) else Verdict("transparent-text")
        if text.clip is not None and boxes.share(box, text.clip) < _MOSTLY:
            return Verdict("clipped-text")
        if text.colour is not None and abs(_grey(text) - ground) < _ALIKE:
            return Verdict("white-text" if ground >= _PAPER else "same-colour-text")
        if text.layered:
            return Verdict("hidden-layer")
        # What stands there instead may be the same words, drawn as shapes.
        return None if _inked(grey) else Verdict("transparent-text")


def _inked(grey: bytes) -> bool:
    """Whether something can be seen among some pixels."""
    return max(grey) - min(grey) >= _ALIKE


def _grey(text: Text) -> float:
    assert text.colour is not None
    red, green, blue, _ = text.colour
    return 0.3 * red + 0.59 * green + 0.11 * blue
