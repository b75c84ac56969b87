"""Fields: which text is code that Word does not show, and what their codes hold."""

import re
from typing import Final

from validator.readers.docx.manuscript import Manuscript
from validator.readers.link_targets import tells
from validator.readers.shown_words import holds_path, unshown

_LONGEST = 10_000  # characters of one code
_QUOTED = re.compile(r'"([^"]{0,2000})"')
# Pictures of numbers and dates, and how the result is to look: the switch and its argument are no words.
_FORMAT = re.compile(r'\\[@#*]\s*(?:"[^"]{0,2000}"|\S+)')
# Fields whose arguments are names of styles, bookmarks, formats or prompts, such as Word itself puts there.
_ORDINARY_NAMES = (
    "ADVANCE AUTONUM BIBLIOGRAPHY CITATION CREATEDATE DATE EDITTIME FORMCHECKBOX FORMDROPDOWN FORMTEXT GREETINGLINE"
    " INDEX LASTSAVEDBY LISTNUM MACROBUTTON MERGEFIELD NEXT NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINT"
    " PRINTDATE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ STYLEREF SYMBOL TIME TOA TOC ="
    " SHAPE EQ"
)
_ORDINARY: Final = frozenset(_ORDINARY_NAMES.split())


class Fields:
    """The fields that are open, innermost last: for each the pieces of its code, and whether the code has ended."""

    def __init__(self) -> None:
        self._open: list[tuple[list[str], list[bool]]] = []
        self._codes = 0  # of the open fields, those whose code goes on

    @property
    def in_code(self) -> bool:
        """Whether text that comes now is code and not shown."""
        return self._codes > 0

    def code(self, text: str) -> None:
        """Adds to the code of the innermost field."""
        if self._open:
            self._open[-1][0].append(text)

    def turn(self, kind: str) -> str:
        """Takes a begin, separate or end mark; returns the code of a field that has just become complete."""
        if kind == "begin":
            self._open.append(([], [False]))
            self._codes += 1
            return ""
        if not self._open:
            return ""
        pieces, ended = self._open[-1]
        code = ""
        if not ended[0]:
            ended[0] = True
            self._codes -= 1
            code = "".join(pieces)
        if kind == "end":
            self._open.pop()
        return code


def judge_field(out: Manuscript, code: str, place: str, at: int, near: str, shown: frozenset[str]) -> None:
    """Observes a field code with a path, or with words in quotation marks that the document does not show."""
    code = code[:_LONGEST].strip()
    name = code.partition(" ")[0].upper()
    if name == "HYPERLINK":
        target = next(iter(_QUOTED.findall(code)), "")
        if tells(target, "", near, shown):
            out.observe("link-target", target, part=place, at=at)
        return
    bare = _FORMAT.sub(" ", code)
    worded = name not in _ORDINARY and any(unshown(words, shown) for words in _QUOTED.findall(bare))
    if worded or (holds_path(bare) and unshown(bare, shown)):
        out.observe("field-code", code, part=place, at=at)
