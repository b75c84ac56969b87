"""Two texts word by word: what was taken out, and what was put in, with the places of both."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final

import msgspec

_WORD: Final = re.compile(r"\w+|[^\w\s]+")  # a sign is a word of its own: `wait.` is still `wait`
_MOST_PAIRS: Final = (
    4_000_000  # words of one stretch times words of the other; beyond, the stretch counts as replaced
)


class Change(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the first text that became a stretch of the second; either may be empty. Offsets of both."""

    start: int
    end: int
    new_start: int
    new_end: int
    words: int  # taken out, signs not counted
    new_words: int  # put in


class _Words:
    """The words of a text, with where they stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in _WORD.finditer(text)]
        self.words = [text[start:end] for start, end in self.spans]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the words from `first` to before `last`; of the place between two words where there are none."""
        if first < last:
            return self.spans[first][0], self.spans[last - 1][1]
        place = self.spans[first - 1][1] if first else 0
        return place, place

    def lines(self) -> list[tuple[str, ...]]:
        """The words line by line."""
        return [tuple(_WORD.findall(line)) for line in self.text.split("\n")]

    def count(self, first: int, last: int) -> int:
        """How many of them are no mere signs."""
        return sum(word[0].isalnum() for word in self.words[first:last])


def changes(old: str, new: str) -> Iterator[Change]:
    """Every change, in order. Time grows with the length, but for stretches that differ, which are bounded."""
    before, after = _Words(old), _Words(new)
    for first, last, new_first, new_last in _differing(before, after):
        start, end = before.span(first, last)
        new_start, new_end = after.span(new_first, new_last)
        taken, put = before.count(first, last), after.count(new_first, new_last)
        yield Change(start, end, new_start, new_end, taken, put)


def _differing(before: _Words, after: _Words) -> Iterator[tuple[int, int, int, int]]:
    """Stretches of words: first of lines, then within the lines that differ."""
    old_lines, new_lines = before.lines(), after.lines()
    old_at = list(accumulate(map(len, old_lines), initial=0))
    new_at = list(accumulate(map(len, new_lines), initial=0))
    # Lines that return often, such as empty ones, are no landmarks: autojunk leaves them out of a long text.
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old_lines, new_lines).get_opcodes():
        if tag != "equal":
            yield from _within(before, after, (old_at[i1], old_at[i2]), (new_at[j1], new_at[j2]))


def _within(
    before: _Words, after: _Words, old: tuple[int, int], new: tuple[int, int]
) -> Iterator[tuple[int, int, int, int]]:
    (first, last), (new_first, new_last) = old, new
    if first == last and new_first == new_last:
        return
    if (last - first) * (new_last - new_first) > _MOST_PAIRS:
        yield first, last, new_first, new_last
        return
    words = SequenceMatcher(None, before.words[first:last], after.words[new_first:new_last], autojunk=False)
    for tag, i1, i2, j1, j2 in words.get_opcodes():
        if tag != "equal":
            yield first + i1, first + i2, new_first + j1, new_first + j2
