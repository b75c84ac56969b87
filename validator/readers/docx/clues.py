"""What may say more than the document shows: judged at the end, when all that it shows is known.

Names that Word makes itself (`_Toc…`, `Picture 3`) are silent. Alternative text is there for those who cannot see the
picture, so an ordinary one is silent too; one with a name, a number or a path that the document does not show is told.
"""

import re

import msgspec

from validator.readers.docx.fields import judge_field
from validator.readers.docx.manuscript import Manuscript
from validator.readers.shown_words import holds_name, unshown

_NEAR = 300  # characters before and behind that count as near
_BUILT_IN = re.compile(
    r"_|OLE_LINK\d*$|(?:bookmark|text|check|dropdown|bm|start|end|page|table|figure|fig|ref|sec|section|id)[-_. ]?\d*$",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\W]+|(?<=\D)(?=\d)")
_AUTOMATIC = re.compile(
    r"description automatically generated|AI-generated content may be incorrect", re.IGNORECASE
)


class Clue(msgspec.Struct, frozen=True, gc=False):
    """A name, code or text that the document keeps and does not show, with the place that it belongs to."""

    name: str  # of the observation that it may become
    text: str
    place: str
    at: int  # offset in the text


def judge(out: Manuscript, clues: list[Clue], text: str, shown: frozenset[str]) -> None:
    """Observes the clues that say more than the words shown."""
    for clue in clues:
        if clue.name == "field-code":
            judge_field(out, clue.text, clue.place, clue.at, near(text, clue.at), shown)
        elif _JUDGES[clue.name](clue.text, shown):
            out.observe(clue.name, clue.text, part=clue.place, at=clue.at)


def near(text: str, at: int) -> str:
    """The line around an offset, cut so that its length is bounded."""
    before, _, _ = text[max(0, at - _NEAR) : at][::-1].partition("\n")
    behind, _, _ = text[at : at + _NEAR].partition("\n")
    return before[::-1] + behind


def _bookmark_tells(name: str, shown: frozenset[str]) -> bool:
    return not _BUILT_IN.match(name) and bool(unshown(_CAMEL.sub(" ", name), shown))


def _alternative_tells(text: str, shown: frozenset[str]) -> bool:
    return not _AUTOMATIC.search(text) and holds_name(text, shown)


_JUDGES = {"bookmark-name": _bookmark_tells, "alternative-text": _alternative_tells}
