"""Which numbers at the start of lines are paragraph numbers, decided over the whole document.

Converters lose the pilcrow as a bare `1` glued to the number (`13.` was ¶3, `110.` was ¶10), number lists stand
inside paragraphs, and a line may begin with a wrapped number (`2007.`). Each reading has a cost; the cheapest
sequence wins. A document whose numbers simply run on costs one pass.
"""

from collections.abc import Sequence
from operator import itemgetter
from typing import Final

import msgspec

# How surely a number at the start of a line opens a paragraph.
MARKED: Final = 12.0  # a portion mark follows
OPEN: Final = 6.5  # a blank line, a heading or a section break stands before it
AFTER_SENTENCE: Final = 3.0  # the line before it ends a sentence
WRAPPED: Final = 0.3  # the line before it runs on
DOUBTFUL: Final = 0.1  # no full stop behind the number

_GAP, _LEAP, _LEAP_FROM = 2.0, 5.0, 10
_REPEATED = 4.0
_BACK = 4.0
_LIST_OPENS = 3.5  # a list inside a paragraph begins again at 1
_LIST_OF_ONE = 3.0
_LIST_MARKED = 1.0  # items of a list hardly ever carry a portion mark: a marked 1 is rather a number repeated
_LIST_NOT_LEFT = 3.0  # and a marked list that the text never leaves is rather a numbering begun again
_LOST = 0.25  # a reading as a lost pilcrow is taken only where it pays; where one is lost, the next are too
_FOUND_AGAIN = 6.0  # so that 13 behind a lost 13 is ¶3 once more, and not ¶13
_BEAM = 12


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A number that begins a line: as written, with or without its pilcrow, and how sure it is a paragraph."""

    line: int
    column: int
    number: int
    pilcrow: bool
    strength: float  # the cost of taking it for no paragraph


class Reading(msgspec.Struct, frozen=True, gc=False):
    """What a candidate is: paragraph `number`, or None when it is no paragraph."""

    number: int | None
    lost_pilcrow: bool = False


NO_PARAGRAPH = Reading(None)

# (last paragraph number, last number of an inner list or 0, was the last pilcrow lost)
_State = tuple[int, int, bool]
_Path = tuple[Reading, "_Path"] | None


def read_numbers(candidates: Sequence[Candidate]) -> list[Reading]:
    """One reading for each candidate, in order."""
    return _running_on(candidates) or _cheapest(candidates)


def without_pilcrow(number: int) -> int | None:
    """The number that is left when the leading 1 was a pilcrow: 13 → 3, 110 → 10; None for 1, 3 or 105."""
    digits = str(number)
    return int(digits[1:]) if digits[0] == "1" and digits[1:2] not in ("", "0") else None


def _running_on(candidates: Sequence[Candidate]) -> list[Reading]:
    """The readings when every sure number is higher than its forerunner by little; else nothing."""
    readings: list[Reading] = []
    expected = 1
    lost = False
    for candidate in candidates:
        number = candidate.number
        if number != expected and not candidate.pilcrow and without_pilcrow(number) == expected:
            readings.append(Reading(expected, lost_pilcrow=True))
            expected += 1
            lost = True
        elif number != expected and candidate.strength <= WRAPPED:
            readings.append(NO_PARAGRAPH)
        elif number != expected and lost and without_pilcrow(number):
            return []
        elif expected <= number < expected + _LEAP_FROM:
            readings.append(Reading(number))
            expected = number + 1
        else:
            return []
    return readings


def _cheapest(candidates: Sequence[Candidate]) -> list[Reading]:
    beam: dict[_State, tuple[float, _Path]] = {(0, 0, False): (0.0, None)}
    for candidate in candidates:
        following: dict[_State, tuple[float, _Path]] = {}
        for state, (cost, path) in beam.items():
            for price, after, reading in _choices(state, candidate):
                total = cost + price
                if after not in following or total < following[after][0]:
                    following[after] = (total, (reading, path))
        kept = sorted(following.items(), key=lambda entry: entry[1][0])[:_BEAM]
        beam = dict(kept)
    marked = bool(candidates) and candidates[-1].strength >= MARKED
    _, path = min(
        (
            (cost + _LIST_NOT_LEFT * (marked and inner > 0), path)
            for (_, inner, _), (cost, path) in beam.items()
        ),
        key=itemgetter(0),
    )
    return _unrolled(path)


def _choices(state: _State, candidate: Candidate) -> list[tuple[float, _State, Reading]]:
    last, inner, lost = state
    number = candidate.number
    left = _LIST_OF_ONE if inner == 1 else 0.0
    choices = [
        (candidate.strength, state, NO_PARAGRAPH),
        (left + _step(last, number), (number, 0, False), Reading(number)),
    ]
    if candidate.pilcrow:
        return choices
    bare = without_pilcrow(number)
    if bare is not None and (lost or bare == last + 1):
        price = left + (0.0 if lost else _LOST) + _step(last, bare)
        choices.append((price, (bare, 0, True), Reading(bare, lost_pilcrow=True)))
        if number != last + 1:
            choices[1] = (left + _FOUND_AGAIN, (number, 0, False), Reading(number))
    if inner and number == inner + 1:
        choices.append((0.0, (last, number, lost), NO_PARAGRAPH))
    elif number == 1 and last:
        price = _LIST_OPENS + _LIST_MARKED * (candidate.strength >= MARKED)
        choices.append((price, (last, 1, lost), NO_PARAGRAPH))
    return choices


def _step(last: int, number: int) -> float:
    if number == last + 1:
        return 0.0
    if number == last:
        return _REPEATED
    if number < last:
        return _BACK
    return _GAP if number - last <= _LEAP_FROM else _LEAP


def _unrolled(path: _Path) -> list[Reading]:
    readings: list[Reading] = []
    while path is not None:
        reading, path = path
        readings.append(reading)
    readings.reverse()
    return readings
