"""How many sources a list below its heading holds, where that can be told."""

import re
from typing import Final

from validator.layouts.lines import Lines

_NUMBERED = re.compile(r"(?:[-–•*]|\(?[A-Za-z0-9]{1,2}[.)])\s")
_REACH: Final = 30  # lines below the heading


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
