"""Line numbers that a printer or an office set before every line: ` 1  THE FERRY IS LATE`.

They are taken off only where they are certain: every line with text bears one, each is one more than its forerunner
or begins anew with 1 on the next page.
"""

import re
from typing import Final

from validator.layouts.lines import Lines
from validator.model.nodes import Artefact, Node

_NUMBER = re.compile(r"(?P<number>[1-9]\d{0,3})(?:\s{1,12}(?=\S)|$)")
_LEAST_LINES: Final = 8
_LAST_OF_PAGE: Final = 8  # a numbering that begins again earlier is no page


def undo_line_numbers(lines: Lines) -> list[Node]:
    """Takes the numbers off; returns the artefact, or nothing when the lines are not all numbered."""
    with_text = [index for index, text in enumerate(lines.texts) if text]
    found: list[tuple[int, int]] = []
    last = 0
    for index in with_text:
        match = _NUMBER.match(lines.texts[index])
        number = int(match["number"]) if match else 0
        if match is None or not (number == last + 1 or (number == 1 and last >= _LAST_OF_PAGE)):
            return []
        found.append((index, match.end()))
        last = number
    if len(found) < _LEAST_LINES:
        return []
    start, end = lines.offset(found[0][0]), lines.end(found[-1][0])
    for index, column in found:
        lines.replace(index, lines.texts[index][column:], ((0, column),))
    return [Artefact(start=start, end=end, name="line-numbers")]
