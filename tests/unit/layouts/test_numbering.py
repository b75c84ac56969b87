"""Which numbers at the start of lines open paragraphs: decided over the whole document."""

import pytest

from validator.layouts.numbering import (
    AFTER_SENTENCE,
    DOUBTFUL,
    MARKED,
    OPEN,
    WRAPPED,
    Candidate,
    Reading,
    read_numbers,
    without_pilcrow,
)

# How a number stands in the tables: `3` after a blank line, `3m` with a mark, `3s` after a sentence,
# `3w` in running text, `3d` without a stop, `¶3` with its pilcrow.
_STRENGTHS = {"m": MARKED, "s": AFTER_SENTENCE, "w": WRAPPED, "d": DOUBTFUL}

# written: what is read, `-` no paragraph, `3!` paragraph 3 behind a lost pilcrow
SEQUENCES = {
    "running on": ("1 2 3 4", "1 2 3 4"),
    "one alone": ("1", "1"),
    "none": ("", ""),
    "with pilcrows": ("¶1 ¶2 ¶3", "1 2 3"),
    "beginning late, the head was cut": ("4 5 6", "4 5 6"),
    "13 behind 2 is ¶3": ("1 2 13 14 15", "1 2 3! 4! 5!"),
    "all pilcrows lost": ("11 12 13 14", "1! 2! 3! 4!"),
    "110 behind 9 is ¶10": ("1 2 13 14 15 16 17 18 19 110", "1 2 3! 4! 5! 6! 7! 8! 9! 10!"),
    "111 behind 10 is ¶11": (
        "11 12 13 14 15 16 17 18 19 110 111 112",
        "1! 2! 3! 4! 5! 6! 7! 8! 9! 10! 11! 12!",
    ),
    "the sample: some as links, some lost, one kept": (
        "¶1m ¶2m 13m 14m 15m 16m 17m 18m 19m 110m ¶11m",
        "1 2 3! 4! 5! 6! 7! 8! 9! 10! 11",
    ),
    "11 behind 10 is ¶11, not ¶1": ("1 2 3 4 5 6 7 8 9 10 11 12", "1 2 3 4 5 6 7 8 9 10 11 12"),
    "11 behind a lost 110 is ¶11": (
        "1 2 13 14 15 16 17 18 19 110 11",
        "1 2 3! 4! 5! 6! 7! 8! 9! 10! 11",
    ),
    "13 in its place is 13": (
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14",
    ),
    "a wrapped year": ("1 2 2007w 3", "1 2 - 3"),
    "a wrapped day": ("1 2 18w 3", "1 2 - 3"),
    "a wrapped number that would fit as a pilcrow but runs on": ("1 2 13w 3 4", "1 2 - 3 4"),
    "a number without a stop": ("1 2 7d 3", "1 2 - 3"),
    "a list inside a paragraph": ("1m 2m 1s 2s 3s 3m 4m", "1 2 - - - 3 4"),
    "a list behind blank lines": ("1m 2m 1 2 3 3m 4m", "1 2 - - - 3 4"),
    "two lists": ("1m 1s 2s 2m 1s 2s 3m", "1 - - 2 - - 3"),
    "a gap of one": ("1 2 3 4 6 7", "1 2 3 4 6 7"),
    "a gap of three": ("1 2 6 7", "1 2 6 7"),
    "a gap behind lost pilcrows": ("1 2 13 14 16 17", "1 2 3! 4! 6! 7!"),
    "a repeated number": ("1m 2m 2m 3m", "1 2 2 3"),
    "a repeated number behind a blank line": ("1 2 2 3", "1 2 2 3"),
    "the first number twice": ("1m 1m 2m 3m", "1 1 2 3"),
    "the first two changed places": ("2 1 3 4", "2 1 3 4"),
    "a repeated number behind lost pilcrows": ("11 12 13 13 14 15", "1! 2! 3! 3! 4! 5!"),
    "two that changed places behind lost pilcrows": ("11 12 14 13 15 16", "1! 2! 4! 3! 5! 6!"),
    "a gap before a lost ¶10": ("11 12 13 14 15 16 110 111 112", "1! 2! 3! 4! 5! 6! 10! 11! 12!"),
    "a list of one is none": ("1m 2m 1s 3m", "1 2 - 3"),
    "begun again": ("1m 2m 3m 1m 2m 3m", "1 2 3 1 2 3"),
    "a quoted telegram with marks": ("1m 1m 2m 3m 2m 3m", "1 - - - 2 3"),
    "a list at the end": ("1m 2m 3m 1s 2s 3s", "1 2 3 - - -"),
    "two that changed places": ("1m 3m 2m 4m", "1 3 2 4"),
    "one number too low": ("1m 2m 3m 2m 5m", "1 2 3 2 5"),
    "ends with a leap": ("1m 2m 40m", "1 2 40"),
    "1B is no paragraph number, 12 behind 1 is ¶2": ("1 12 13", "1 2! 3!"),
    "105 is no lost pilcrow": ("1 2 105w 3", "1 2 - 3"),
}


def candidates(written: str) -> list[Candidate]:
    made = []
    for line, word in enumerate(written.split()):
        strength = _STRENGTHS.get(word[-1], OPEN)
        digits = word.lstrip("¶").rstrip("mswd")
        made.append(Candidate(line, 0, int(digits), word.startswith("¶"), strength))
    return made


def shown(readings: list[Reading]) -> str:
    words = ("-" if each.number is None else f"{each.number}{'!' * each.lost_pilcrow}" for each in readings)
    return " ".join(words)


@pytest.mark.parametrize(("written", "expected"), SEQUENCES.values(), ids=SEQUENCES)
def test_a_sequence_is_read(written: str, expected: str) -> None:
    assert shown(read_numbers(candidates(written))) == expected


@pytest.mark.parametrize(
    ("number", "left"),
    [
        (13, 3),
        (19, 9),
        (110, 10),
        (11, 1),
        (1, None),
        (3, None),
        (105, None),
        (10, None),
        (100, None),
        (23, None),
    ],
)
def test_a_number_without_the_1_that_was_a_pilcrow(number: int, left: int | None) -> None:
    assert without_pilcrow(number) == left


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(" ".join(f"{number}" for number in range(1, 200)), id="199 paragraphs"),
        pytest.param(" ".join(f"1{number}" for number in range(1, 90)), id="89 lost pilcrows"),
    ],
)
def test_a_long_sequence_is_read_whole(written: str) -> None:
    readings = read_numbers(candidates(written))
    assert [each.number for each in readings] == list(range(1, len(readings) + 1))
