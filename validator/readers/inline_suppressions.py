"""Suppressions in the comments of Markdown and HTML: `<!-- redmark: ignore[RULE, RULE] until=2027-06-30 -- reason -->`.

One counts for the next block, not for a line: a formatter may move lines. Only a comment is looked at, so the word in
prose or in a code block silences nothing.
"""

import re
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


def written(comment: str) -> Written | None:
    """What the words of a comment silence; None where they silence nothing."""
    match = _WRITTEN.fullmatch(comment.strip())
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


def next_block(source: str, at: int) -> tuple[int, int]:
    """The block of Markdown behind an offset: a heading, a fenced piece, or all up to the next empty line."""
    at = _behind_comments(source, at)
    first = at
    line = _line(source, at)
    if _HEADING.match(line):
        return first, at + len(line)
    fence = _FENCE.match(line)
    at += len(line)
    while at < len(source):
        line = _line(source, at)
        if fence and line.lstrip(" ").startswith(fence[1]):
            return first, at + len(line)
        if not fence and not line.strip():
            break
        at += len(line)
    return first, at


def _behind_comments(source: str, at: int) -> int:
    """Behind blanks and further comments, so that several suppressions can stand above one block."""
    for _ in range(_MOST_STACKED):
        comment = _COMMENT.match(source, at)
        if comment is None:
            break
        end = source.find("-->", comment.end())
        at = len(source) if end < 0 else end + 3
    blanks = _BLANKS.match(source, at)
    return blanks.end() if blanks else at


def _line(source: str, at: int) -> str:
    end = source.find("\n", at)
    return source[at:] if end < 0 else source[at : end + 1]
