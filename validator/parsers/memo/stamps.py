"""The stamp of a declassified copy: the word, who declassified it, and when (32 CFR 2001.25(b))."""

import datetime
import re
from typing import Final

import msgspec

from validator.grammar.dates import read_date
from validator.layouts.lines import Lines, indent
from validator.model.marked_nodes import ReleaseStamp
from validator.parsers.telegram.draft import Draft

# In a column of its own: archives put the stamp beside the text.
_STAMP = re.compile(
    r"[|*>\s]{0,8}DECLASSIFIED(?:/RELEASED\b|\s{1,3}(?:BY|ON|UNDER|PER|IN\s(?:FULL|PART)|AND\s(?:APPROVED|RELEASED))\b|\s{0,3}:|(?=[^\w]{0,8}$))\s{0,3}:?",
    re.IGNORECASE,
)
_COLUMNS = re.compile(r"\s{3,}|\t")
_WORD_OF_DATE = re.compile(
    r"(?<!\w)(?=\d{1,2}[ /\-.]|\d{4}[/\-]\d|\d{8}(?!\d)|\d{1,2}[A-Z][a-z]{2}|[A-Z][A-Za-z]{2,8}\.?\s\d{1,2},)"
)
# Words that tell neither who nor when: labels, and the order under which it was done.
_NEITHER = re.compile(
    r"\b(?:(?:AUTHORITY|DECLASSIFICATION|BY|ON|PER|UNDER|DATED?|IN|AND|FULL|PART)\b|E\.?\s?[O0]\.?,?\s?\d{5}|SEC(?:TION|\.)?\s?\d[\d.()a-z]{0,12})",
    re.IGNORECASE,
)
_DAY_OF_ACT = re.compile(r"DECLASSIFICATION\s{1,3}DATE\b", re.IGNORECASE)
_GARBLED = re.compile(r"[\\^~{}<>!?$%™‘’“”]")  # what a scan makes of handwriting
_NAMED = re.compile(r"[A-Za-z]{2}|\d{3}")
_RIGHT: Final = 44  # blanks before what is no longer in the middle of a page
_LONGEST: Final = 5  # lines of a stamp


class Stamp(msgspec.Struct, frozen=True, gc=False):
    """Where a stamp stands: its lines, and the columns of the first between which its opening word does."""

    first: int
    last: int
    column: int
    behind: int

    def lines(self) -> range:
        """The numbers of its lines."""
        return range(self.first, self.last + 1)


def find_stamp(lines: Lines, stops: set[int]) -> Stamp | None:
    """The first stamp on lines, or in a column, of its own; it ends before the lines `stops`.

    A line `Declassification Date:` ends it not: below the word it is no instruction but the day of the act.
    """
    for index, text in enumerate(lines.texts):
        if "DECLASSIFIED" not in text[-160:].upper() or index in stops:
            continue
        column = _last_column(text)
        match = _STAMP.match(text, column) or _STAMP.match(text)
        # In small letters a sentence runs on.
        if match is not None and ("D" in match.group() or match.end() == len(text)):
            return Stamp(index, _end_of_run(lines, index, stops), match.start(), match.end())
    return None


def add_release_stamp(draft: Draft, stamp: Stamp) -> None:
    """Adds the node of a stamp, with what it says."""
    lines = draft.lines
    below = (lines.texts[line][_last_column(lines.texts[line]) :] for line in stamp.lines()[1:])
    words = " ".join((lines.texts[stamp.first][stamp.behind :], *below)).strip()
    when, rest = _date_in(words)
    draft.add(
        ReleaseStamp(
            start=lines.offset(stamp.first, stamp.column),
            end=lines.end(stamp.last),
            readable=not _is_beside(lines, stamp) and _GARBLED.search(words) is None,
            authority=_NAMED.search(_NEITHER.sub(" ", rest)) is not None,
            when=when,
        )
    )


def _last_column(text: str) -> int:
    start = max(0, len(text) - 160)
    ends = [gap.end() for gap in _COLUMNS.finditer(text, start)]
    return ends[-1] if ends else 0


def _is_beside(lines: Lines, stamp: Stamp) -> bool:
    """Whether it stands in a column to the right, even where no text is left of it on its own line."""
    return stamp.column > 0 or indent(lines, stamp.first) > _RIGHT


def _end_of_run(lines: Lines, first: int, stops: set[int]) -> int:
    last = first
    while last + 1 < first + _LONGEST and not lines.is_blank(last + 1):
        if last + 1 in stops and not _DAY_OF_ACT.match(lines.texts[last + 1]):
            break
        last += 1
    return last


def _date_in(words: str) -> tuple[datetime.date | None, str]:
    """The first date that is not that of a guide, and the words without it."""
    for at in _WORD_OF_DATE.finditer(words):
        written = read_date(words, at.start())
        of_guide = words[: at.start()].lower().endswith("dated ")
        if written is not None and written.day is not None and not of_guide:
            return written.day, words[: at.start()] + words[written.end :]
    return None, words
