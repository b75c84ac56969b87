"""Words that a line break cut in two: `the confer-` / `ence` is put together again, where it is certain.

It is where the text has the whole word elsewhere, and not with a hyphen in it: `Guthrie-` / `Corn` stays as it is.
"""

import re
from typing import Final

from validator.layouts.lines import Lines
from validator.model.nodes import Artefact, Node

_FIRST = re.compile(r"(?<![\w\-])[^\W\d_]{2,30}(?=-$)")
_SECOND = re.compile(r"[^\W\d_]{2,30}(?![\w\-])")
_BREAK: Final = re.compile("-\n")  # re finds a rare pair of characters in a third of the time of str.find
_REACH: Final = 32
_MOST: Final = 40  # each is looked for in the whole text


def undo_hyphenation(lines: Lines) -> list[Node]:
    """Moves the second half of each such word to the line of the first; returns an artefact for each."""
    artefacts: list[Node] = []
    for index in _hyphened(lines)[:_MOST]:
        first = _FIRST.search(lines.texts[index], max(0, len(lines.texts[index]) - _REACH))
        second = _SECOND.match(lines.texts[index + 1]) if first else None
        if first is None or second is None or index in lines.edits or index + 1 in lines.edits:
            continue
        whole_line = second.end() == len(lines.texts[index + 1])  # taking it away would leave a blank line
        if not whole_line and _stands_elsewhere(lines.text, first.group(), second.group()):
            artefacts.append(_joined(lines, index, first.end(), second.end()))
    return artefacts


def _hyphened(lines: Lines) -> list[int]:
    """The lines that end with a letter and a hyphen, and are not the last."""
    breaks = [match.start() for match in _BREAK.finditer(lines.text)]
    return [lines.line_of(at) for at in breaks if lines.text[at - 1 : at].isalpha()]


def _stands_elsewhere(text: str, first: str, second: str) -> bool:
    """Whether the text has the whole word, and nowhere the two halves with a hyphen between them."""
    if f"{first}-{second}" in text:
        return False
    return re.search(rf"(?<!\w){first}{second}(?!\w)", text) is not None


def _joined(lines: Lines, index: int, hyphen: int, taken: int) -> Artefact:
    start, below = lines.offset(index, hyphen), lines.offset(index + 1)
    text, rest = lines.texts[index], lines.texts[index + 1]
    behind = len(rest[taken:]) - len(rest[taken:].lstrip())
    lines.replace(
        index, text[:hyphen] + rest[:taken], ((0, 0), (hyphen, below - lines.offset(index) - hyphen))
    )
    lines.replace(index + 1, rest[taken + behind :], ((0, taken + behind),))
    return Artefact(start=start, end=start + 1, name="hyphenation")
