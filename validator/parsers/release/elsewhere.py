"""Words left out at one place that stand in clear at another: the same words before and after, others between."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?;:]\s|\n\s{0,40}\n")
_CONTEXT: Final = 3  # words on each side; fewer are found by chance
_LONGEST_GAP: Final = 4  # words in clear
_LEAST_LETTERS: Final = 4
_LEAST_TELLING: Final = 3  # words of so many letters around a place, one of them on each side
_MOST_PLACES: Final = 500  # withheld places of a document that are looked into
_MOST_OCCURRENCES: Final = 40  # a phrase that returns more often is a form
_REACH: Final = 200  # characters on each side

Words = tuple[str, ...]


def in_clear(text: str, places: Sequence[tuple[int, int]]) -> dict[int, int]:
    """For the start of each withheld place whose sentence stands elsewhere in clear: where the clear words begin."""
    sought = dict(_contexts(text, places[:_MOST_PLACES]))
    if not sought:
        return {}
    words = [(match[0].lower(), match.start(), match[0]) for match in _WORD.finditer(text)]
    lower = [word for word, _, _ in words]
    wanted = {before[0] for before, _ in sought.values()}
    at: dict[Words, list[int]] = {}
    for index, word in enumerate(lower):
        if word in wanted:
            at.setdefault(tuple(lower[index : index + _CONTEXT]), []).append(index + _CONTEXT)
    found = {}
    for start, (before, after) in sought.items():
        for index in at.get(before, ())[:_MOST_OCCURRENCES]:
            gap = _gap(lower, index, after)
            if gap and _is_clear(text, words[index - 1], words[index : index + gap + 1], places):
                found[start] = words[index][1]
                break
    return found


def _contexts(text: str, places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, tuple[Words, Words]]]:
    """The words of its sentence around each place; none where they are few or say little."""
    for start, end in places:
        before = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1]
        after = _SENTENCE_END.split(text[end : end + _REACH], maxsplit=1)[0]
        left = tuple(word.lower() for word in _WORD.findall(before)[-_CONTEXT:])
        right = tuple(word.lower() for word in _WORD.findall(after)[:_CONTEXT])
        if len(left) == len(right) == _CONTEXT and _tells(left, right):
            yield start, (left, right)


def _tells(left: Words, right: Words) -> bool:
    before, after = (sum(len(word) >= _LEAST_LETTERS for word in words) for words in (left, right))
    return bool(before and after) and before + after >= _LEAST_TELLING


def _gap(lower: Sequence[str], index: int, after: Words) -> int:
    """How many words stand before the words `after`, up to the most; 0 where they do not follow."""
    for gap in range(1, _LONGEST_GAP + 1):
        if tuple(lower[index + gap : index + gap + _CONTEXT]) == after:
            return gap
    return 0


def _is_clear(
    text: str,
    last: tuple[str, int, str],
    words: Sequence[tuple[str, int, str]],
    places: Sequence[tuple[int, int]],
) -> bool:
    """Whether the words between are a name or number, in clear: one has a capital or a digit, none is withheld."""
    start, end = last[1] + len(last[2]), words[-1][1]
    held = bisect_left(places, start, key=_end)  # the first place that ends behind the start
    if held < len(places) and places[held][0] < end:
        return False
    between = [word for _, _, word in words[:-1]]
    return any(word[0].isupper() or word[0].isdigit() for word in between) and "\n\n" not in text[start:end]


def _end(place: tuple[int, int]) -> int:
    return place[1]
