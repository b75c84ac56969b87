"""Where a comment goes that silences a rule for the next block of Markdown or HTML, and what it says."""

import re
from typing import Final

from validator.findings import Finding

_OWN_PACK: Final = (
    "suppression"  # what it finds is wrong with such a comment, and is not to be silenced by another
)
FORMATS: Final = frozenset({"html", "markdown"})  # in which such a comment is read
_FENCE: Final = re.compile(r"^ {0,3}(?:`{3,}|~{3,})", re.MULTILINE)
_BLANK_LINE: Final = re.compile(r"^[ \t]*\r?\n", re.MULTILINE)
_FRONT: Final = re.compile(r"---\r?\n.*?^---[ \t]*$", re.MULTILINE | re.DOTALL)
_BLOCK: Final = re.compile(
    r"<(?:address|article|aside|blockquote|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|li|main|ol|p|pre|"
    r"section|table|tbody|td|th|tr|ul)\b",
    re.IGNORECASE,
)


def place_of_comment(finding: Finding, text: str, form: str) -> int | None:
    """Where the block begins that a finding stands in; None where no comment can stand before it."""
    start, end = finding.span.start.offset, finding.span.end.offset
    if form not in FORMATS or start == end or finding.pack == _OWN_PACK or finding.sensitive:
        return None
    return _in_html(text, start) if form == "html" else _in_markdown(text, start)


def comment(rule: str, text: str, place: int) -> str:
    """The comment, on a line before the block. Its reason is left to be written: only a person can give one."""
    line = text.rfind("\n", 0, place) + 1
    indent = text[line:place] if text[line:place].isspace() else ""
    end = "\r\n" if "\r\n" in text else "\n"
    return f"<!-- redmark: ignore[{rule}] --  -->{end}{indent}"


def _in_markdown(text: str, start: int) -> int | None:
    """Behind the last blank line; not inside a block of code or the front matter, where it would be text."""
    front = _FRONT.match(text)
    if len(_FENCE.findall(text, 0, start)) % 2 or (front is not None and start < front.end()):
        return None
    blanks = [found.end() for found in _BLANK_LINE.finditer(text, front.end() if front else 0, start)]
    if blanks:
        return blanks[-1]
    return text.find("\n", front.end()) + 1 if front is not None else 0


def _in_html(text: str, start: int) -> int | None:
    """Before the innermost element around it that begins a block."""
    blocks = [found.start() for found in _BLOCK.finditer(text, 0, start)]
    return blocks[-1] if blocks else None
