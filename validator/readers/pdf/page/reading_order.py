"""The text of a page from top to bottom. Content that a program painted out of order is put in its place."""

from itertools import pairwise
from math import inf
from typing import Final

from validator.readers.pdf.page.characters import Characters, tidy

_MOST_BLOCKS: Final = 64  # a page of more is a drawing, and keeps its order
_COMMON: Final = 8  # the step that an eighth of the steps do not reach is that from line to line
_WIDER: Final = 1.4  # times that step
_SLACK: Final = 1.0  # points that two blocks may overlap and still be one above the other


class _Block:
    """Lines that follow each other down the page."""

    def __init__(self, line: str, top: float, bottom: float) -> None:
        self.lines, self.tops, self.top, self.bottom = [line], [top], top, bottom

    def takes(self, top: float) -> bool:
        return top <= self.tops[-1] + _SLACK

    def add(self, line: str, top: float, bottom: float) -> None:
        self.lines.append(line)
        self.tops.append(top)
        self.bottom = min(self.bottom, bottom)

    def steps(self) -> list[float]:
        """How far each line but the first lies below the one before, in points."""
        return [before - top for before, top in pairwise(self.tops)]

    def text(self, least: float) -> str:
        """The lines, with an empty one where a step is at least so wide."""
        gaps = ["\n\n" if step >= least else "\n" for step in self.steps()]
        return self.lines[0] + "".join(gap + line for gap, line in zip(gaps, self.lines[1:], strict=True))

    def above(self, other: "_Block") -> bool:
        return self.bottom >= other.top - _SLACK


def visible_text(characters: Characters, unseen: set[int]) -> str:
    """The words that a reader of the page sees, line by line."""
    blocks: list[_Block] = []
    for line, first, last in _lines(characters, unseen):
        top = characters.box(first)[3]
        bottom = min(characters.box(first)[1], characters.box(last)[1])
        if blocks and blocks[-1].takes(top):
            blocks[-1].add(line, top, bottom)
        else:
            blocks.append(_Block(line, top, bottom))
    if len(blocks) <= _MOST_BLOCKS:
        blocks = _ordered(blocks)
    least = _paragraph_step(blocks)
    return "\n".join(block.text(least) for block in blocks)


def _paragraph_step(blocks: list[_Block]) -> float:
    """From what step on a line begins a paragraph: wider than the lines of the page commonly lie apart."""
    steps = sorted(step for block in blocks for step in block.steps() if step > _SLACK)
    return steps[len(steps) // _COMMON] * _WIDER if steps else inf


def _ordered(blocks: list[_Block]) -> list[_Block]:
    """Each block before those that lie wholly below it; columns, which lie side by side, stay as they came."""
    ordered: list[_Block] = []
    for block in blocks:
        at = next((index for index, other in enumerate(ordered) if block.above(other)), len(ordered))
        ordered.insert(at, block)
    return ordered


def _lines(characters: Characters, unseen: set[int]) -> list[tuple[str, int, int]]:
    """Each line with something on it, and the numbers of its first and last character that can be seen."""
    if unseen:
        return _lines_without(characters, unseen)
    lines, offset = [], 0
    for line in characters.text().split("\r\n"):
        body = line.strip()
        if body:
            first = offset + line.index(body[0])
            last = offset + len(line.rstrip()) - 1
            lines.append((tidy(line.rstrip()), characters.index_of(first), characters.index_of(last)))
        offset += len(line) + 2
    return lines


def _lines_without(characters: Characters, unseen: set[int]) -> list[tuple[str, int, int]]:
    lines: list[tuple[str, int, int]] = []
    letters: list[str] = []
    seen: list[int] = []
    for index in range(characters.count + 1):
        letter = characters.letter(index) if index < characters.count else "\n"
        if letter == "\n" and seen:
            lines.append(("".join(letters).rstrip(), seen[0], seen[-1]))
        if letter == "\n":
            letters, seen = [], []
        if letter in "\r\n":
            continue
        if index not in unseen:
            letters.append(letter)
            if not characters.blank(index):
                seen.append(index)
    return lines
