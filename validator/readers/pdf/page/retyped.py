"""Words that are hidden at one place and stand visibly at the same place as well: then nothing is hidden."""

from collections import defaultdict
from typing import NamedTuple

from validator.readers.pdf.page import boxes
from validator.readers.pdf.page.characters import Characters
from validator.readers.pdf.page.judgement import SHOWN, Verdict
from validator.readers.pdf.page.native import Box
from validator.readers.pdf.page.pieces import Text
from validator.readers.pdf.page.runs import decoded, runs
from validator.readers.pdf.page.suspicion import Bands


class Page(NamedTuple):
    """All the pieces of text of a page, and its box."""

    texts: list[Text]
    box: Box


def without_retyped(characters: Characters, verdicts: dict[int, Verdict], page: Page) -> dict[int, Verdict]:
    """The verdicts without those on words typed again on top, word by word."""
    shown = _Shown(characters, verdicts, page)
    left = dict(verdicts)
    for run in runs(characters, verdicts, over_blanks=False):
        if verdicts[run[0]].name not in SHOWN and _typed_again(characters, run, shown):
            for index in run:
                del left[index]
    return left


class _Shown:
    """The characters of a page that can be seen, to be asked for by place."""

    def __init__(self, characters: Characters, verdicts: dict[int, Verdict], page: Page) -> None:
        self.characters = characters
        self.pieces = Bands(page.texts, page.box)
        self.of_piece: defaultdict[int, list[int]] = defaultdict(list)
        for index, owner in enumerate(characters.owners):
            if index not in verdicts:
                self.of_piece[owner].append(index)

    def words_at(self, place: Box) -> str:
        """The visible characters in a box, without blanks."""
        characters = self.characters
        indices = [
            index
            for handle in {piece.handle for piece in self.pieces.at(place)}
            for index in self.of_piece[handle]
            if not characters.blank(index) and boxes.holds(place, characters.box(index))
        ]
        return "".join([characters.letter(index) for index in sorted(indices)])


def _typed_again(characters: Characters, run: list[int], shown: _Shown) -> bool:
    """Whether the same words stand visibly at the same place: then nothing is hidden."""
    place = boxes.union(characters.box(index) for index in run)
    words = "".join([characters.letter(index) for index in run])
    visible = _dense(shown.words_at(place))
    return _dense(words) in visible or decoded(words) in visible


def _dense(text: str) -> str:
    """A text without blanks and without what stands for blanks in fonts without codes."""
    return "".join([sign for sign in text if sign > " "])
