"""How many sources a list below its heading holds, where that can be told."""

import re
from typing import Final

from validator.layouts.lines import Lines

_SORT: Final = r"LIST\s{1,3}OF\s{1,3}|CLASSIFICATION\s{1,3}|DERIVATIVE\s{1,3}"
HEADING: Final = rf"[^\w\n]{{0,12}}(?:{_SORT})?SOURCES?(?:\s{{1,3}}LIST)?\s{{0,3}}:?$"
_HEADING = re.compile(HEADING, re.IGNORECASE)
_NUMBERED = re.compile(r"(?:[-–•*]|\(?[A-Za-z0-9]{1,2}[.)])\s")
_LONGEST: Final = 60  # of a heading
_REACH: Final = 30  # lines below the heading


def lines_of_list(lines: Lines, block: set[int]) -> set[int]:
    """The lines of the list behind the authority block, whose numbers are not those of paragraphs."""
    below = range(min(block, default=len(lines)), len(lines))
    short = (index for index in below if len(lines.texts[index]) <= _LONGEST)
    heading = next((index for index in short if _HEADING.match(lines.texts[index])), None)
    return set() if heading is None else set(range(heading, min(heading + _REACH, len(lines))))


def entries_below(lines: Lines, heading: int, stops: set[int]) -> int | None:
    """Numbers and bullets, else blocks of one line; None where one source may run over several lines."""
    block: list[int] = []
    for index in range(heading + 1, min(heading + _REACH, len(lines))):
        if index in stops:
            break
        block += [index] if lines.texts[index] else []
    numbered = sum(_NUMBERED.match(lines.texts[index]) is not None for index in block)
    if numbered or len(block) <= 1:
        return numbered or len(block)
    return None
