"""Suppressions in the comments of Markdown and HTML: `<!-- redmark: ignore[RULE, RULE] until=2027-06-30 -- reason -->`.

One counts for the next block, not for a line: a formatter may move lines. Only a comment is looked at, so the word in
prose or in a code block silences nothing.
"""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from validator.model.nodes import Observation
from validator.model.suppressions import InlineSuppression

SIGN: Final = "redmark:"
MALFORMED: Final = "suppression-malformed"
_WRITTEN: Final = re.compile(
    r"""
    redmark:\s*ignore\s*
    \[ (?P<rules> \s*[a-z][a-z0-9-]*\s* (?:,\s*[a-z][a-z0-9-]*\s*)*+ ) \]
    (?: \s+until=(?P<until>\S+) )?
    (?: \s+--(?P<reason>.*) )?
    """,
    re.VERBOSE | re.DOTALL,
)
_HEADING: Final = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_COMMENT: Final = re.compile(r"\s*<!--")
_EMPTY_LINE: Final = re.compile(r"\n[^\S\n]*\n")
_END: Final = "-->"
_LONGEST: Final = 500  # characters of a comment: why a rule is silent, and no place to keep text
_BLANKS: Final = re.compile(r"\s*")
_MOST_STACKED: Final = 20  # comments above one block


class Written(msgspec.Struct, frozen=True):
    """What a comment says."""

    rules: tuple[str, ...]
    reason: str
    until: str

    def over(self, comment: tuple[int, int], block: tuple[int, int]) -> InlineSuppression:
        """The suppression that this comment is for a block."""
        return InlineSuppression(*comment, *block, self.rules, self.reason, self.until)


def is_short(comment: str) -> bool:
    """Whether a comment, from behind its beginning on, has an end, no empty line and no more words than it needs."""
    return comment.endswith(_END) and len(comment) <= _LONGEST and not _EMPTY_LINE.search(comment)


def written(comment: str) -> Written | None:
    """What a comment, from behind its beginning on, silences; None where that is nothing."""
    match = _WRITTEN.fullmatch(comment.removesuffix(_END).strip()) if is_short(comment) else None
    if match is None:
        return None
    rules = tuple(name.strip() for name in match["rules"].split(","))
    return Written(rules, " ".join((match["reason"] or "").split()), match["until"] or "")


def is_meant(comment: str) -> bool:
    """Whether a comment is written for Redmark, rightly or not."""
    return comment.lstrip().startswith(SIGN)


def malformed(start: int, end: int) -> Observation:
    """The node for a comment that is meant for Redmark and says nothing that it understands."""
    return Observation(start=start, end=end, name=MALFORMED)


def blocks(source: str, comments: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The block of Markdown behind each comment: a heading, a fenced piece, or all up to the next empty line.

    Comments above one block have the same. It goes from the last to the first, and looks at no line twice.
    """
    found: list[tuple[int, int]] = []
    after = empty = len(source)  # where the next comment begins, and the first empty line from there on
    block = (after, after)
    for start, end in reversed(comments):
        first = _behind_comments(source, end)
        if first < after:
            block = first, _block_end(source, first, _empty_line(source, first, after, empty))
        empty = _empty_line(source, start, after, empty)
        after = start
        found.append(block)
    return found[::-1]


def _empty_line(source: str, start: int, stop: int, otherwise: int) -> int:
    """Where the first empty line between two offsets begins."""
    match = _EMPTY_LINE.search(source, start, stop)
    return match.start() + 1 if match else otherwise


def _block_end(source: str, first: int, empty: int) -> int:
    line = _line(source, first)
    if _HEADING.match(line):
        return first + len(line)
    fence = _FENCE.match(line)
    if fence is None:
        return empty
    at = first + len(line)
    while at < len(source):
        line = _line(source, at)
        at += len(line)
        if line.lstrip(" ").startswith(fence[1]):
            break
    return at


def _behind_comments(source: str, at: int) -> int:
    """Behind blanks and further comments, so that several suppressions can stand above one block."""
    for _ in range(_MOST_STACKED):
        comment = _COMMENT.match(source, at)
        if comment is None:
            break
        end = source.find(_END, comment.end())
        at = len(source) if end < 0 else end + 3
    blanks = _BLANKS.match(source, at)
    return blanks.end() if blanks else at


def _line(source: str, at: int) -> str:
    end = source.find("\n", at)
    return source[at:] if end < 0 else source[at : end + 1]
