"""Runs of characters with one verdict, and their words."""

from collections.abc import Iterator
from typing import Final

from validator.readers.pdf.page.characters import Characters
from validator.readers.pdf.page.judgement import Verdict

_LONGEST_GAP: Final = 4  # blanks between two words of one run
_NEXT_LINE: Final = 36.0  # points between the lines of one run
_FIRST_GLYPH: Final = 0x20 - 3


def runs(
    characters: Characters, verdicts: dict[int, Verdict], over_blanks: bool = True
) -> Iterator[list[int]]:
    """Characters with one verdict that follow each other; the blanks between them, if any may be, are left out."""
    run: list[int] = []
    for index in sorted(verdicts):
        if run and not _follows(characters, run[-1], index, verdicts, over_blanks):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _follows(
    characters: Characters, last: int, index: int, verdicts: dict[int, Verdict], over_blanks: bool
) -> bool:
    one, other = verdicts[last], verdicts[index]
    if one.name != other.name or (one.cover and one.cover.kind) != (other.cover and other.cover.kind):
        return False
    between = range(last + 1, index)
    if len(between) > _LONGEST_GAP or not all(characters.blank(at) for at in between):
        return False
    if between and not over_blanks:
        return False
    return abs(characters.box(last)[1] - characters.box(index)[1]) <= _NEXT_LINE


def decoded(text: str) -> str:
    """A text with its letters, where the font has no codes and the numbers of its glyphs were taken for them.

    In most fonts the glyphs of ASCII come in its order and begin at number 3, the blank.
    """
    if not any(sign < " " and sign != "\n" for sign in text):
        return text
    shifted = "".join([sign if sign in "\n " else chr(ord(sign) + _FIRST_GLYPH) for sign in text])
    return shifted if shifted.replace("\n", "").isprintable() else text
