"""Characters that are in a text and cannot be seen: zero-width, tags, controls that turn the direction.

Silent where a script needs them: joiners in Arabic, Persian and Indic words and between emoji, spaces of no width in
Thai, Khmer, Burmese and Chinese, direction marks on a line with letters that run from right to left, tags in the flag
of England, one variation selector behind a sign, and the isolates that translation libraries put around inserted words.
"""

import re
from collections.abc import Iterator

from validator.model.hidden import Hidden
from validator.model.nodes import Node, Observation

_UNSEEN = re.compile(
    "[\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0000-\U000e01ef]+"
)
# The first bytes in UTF-8 of those outside of General Punctuation (U+2000 to U+206F), and those within it.
_LEAD_BYTES = (b"\xcd", b"\xd8", b"\xe1", b"\xe3", b"\xef", b"\xf3")
_GENERAL = "".join(
    chr(code) for code in (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070))
)
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# Scripts that join, stack or write without blanks: there a sign of no width changes what is seen.
_JOINING = re.compile(
    "[\u0600-\u109f\u1780-\u18af\u1980-\u1cff\u2e80-\ua8ff\uac00-\ud7af\uf900-\ufaff\ufb50-\ufefc]"
)
_EMOJI = re.compile("[\u00a9\u00ae\u203c-\u3299\ufe0e\ufe0f\U0001f000-\U0001faff]")
_BLACK_FLAG = "\U0001f3f4"
_TURNING = frozenset("\u202b\u202d\u202e\u2067")  # RLE, LRO, RLO, RLI
_ALWAYS_TURNING = frozenset("\u202d\u202e")
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202c\u2066\u2068\u2069")
_MARKS = frozenset("\u061c\u200e\u200f")
_TAG_FIRST, _TAG_LAST = 0xE0000, 0xE007F
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def observe_characters(text: str) -> list[Node]:
    """One observation for each kind and line with characters that cannot be seen; none for ASCII, at no cost."""
    if text.isascii() or not _may_hold(text):
        return []
    lines: dict[tuple[int, str], list[tuple[int, str]]] = {}
    line_end = line = -1
    for match in _UNSEEN.finditer(text):
        if match.start() > line_end:
            line, line_end = text.rfind("\n", max(line_end, 0), match.start()), _end(text, match.start())
            turned = _RIGHT_TO_LEFT.search(text, max(line, 0), line_end) is not None
        for name, unseen in _told(text, match, turned):
            lines.setdefault((line_end, name), []).append((match.start(), unseen))
    return [_observation(name, found) for (_, name), found in lines.items()]


def _may_hold(text: str) -> bool:
    """A quick look, as a pattern over a text with a few quotation marks costs more than all the rest of its reading."""
    data = text.encode("utf-8", "surrogatepass")
    if any(lead in data for lead in _LEAD_BYTES):
        return True
    return b"\xe2" in data and any(char in text for char in _GENERAL)


def _end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _told(text: str, match: re.Match[str], turned: bool) -> Iterator[tuple[str, str]]:
    """The kinds of unseen characters in one run of them, with the characters; `turned`: right-to-left on the line."""
    run = match[0]
    before, behind = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    tags = "".join(char for char in run if _TAG_FIRST <= ord(char) <= _TAG_LAST)
    if tags and not (before == _BLACK_FLAG and run == tags and len(tags) <= 7):
        yield "tag-characters", tags
    turning = "".join(char for char in run if char in _TURNING and (not turned or char in _ALWAYS_TURNING))
    if turning:
        yield "bidirectional-override", turning
    rest = "".join(char for char in run if not _TAG_FIRST <= ord(char) <= _TAG_LAST and char not in _TURNING)
    if rest and not _is_at_home(rest, before, behind, turned, match.start() == 0):
        yield "zero-width-characters", rest


def _is_at_home(run: str, before: str, behind: str, turned: bool, first: bool) -> bool:
    if run == "\ufeff" and first:
        return True
    if all(char in _DIRECTION for char in run):
        return turned or not any(char in _MARKS for char in run)
    if len(run) == 1 and _SELECTORS.match(run):
        return True  # asks for one of two forms of the sign before
    if _JOINING.match(before) or _JOINING.match(behind):
        return len(run) <= 2
    return bool(_EMOJI.match(before)) and len(run) <= 3


def _observation(name: str, found: list[tuple[int, str]]) -> Observation:
    start, end = found[0][0], found[-1][0] + len(found[-1][1])
    count = sum(len(unseen) for _, unseen in found)
    words = "".join(_letters(unseen) for _, unseen in found) if name == "tag-characters" else ""
    return Observation(
        start=start, end=end, name=name, value=count, hidden=Hidden(words) if words.strip() else None
    )


def _letters(tags: str) -> str:
    """The ASCII that tag characters stand for."""
    return "".join(chr(ord(tag) - _TAG_FIRST) for tag in tags if ord(tag) - _TAG_FIRST >= 32)
