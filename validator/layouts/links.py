"""Markdown links that a converter made of pilcrows and tags: `[1](#)3.` was `¶3.`, `[KDEM](#)` was `KDEM`."""

import re

from validator.layouts.lines import Lines
from validator.model.nodes import Artefact, Node

# Bounded inside and without nesting, so linear on any line.
_LINK = re.compile(r"\[(?P<label>[^\[\]\n]{0,80})\]\((?P<target>[^()\s]{0,200})\)")
_PILCROW_LABEL = "1"  # the converter took the pilcrow for footnote 1


def undo_links(lines: Lines) -> list[Node]:
    """Replaces links by their labels, and pilcrow links by `¶` or by nothing; returns the artefacts."""
    artefacts: list[Node] = []
    for index, text in enumerate(lines.texts):
        if "](" in text:
            _undo_line(lines, index, artefacts)
    return artefacts


def _undo_line(lines: Lines, index: int, artefacts: list[Node]) -> None:
    text = lines.texts[index]
    clean: list[str] = []
    edits: list[tuple[int, int]] = []
    length = taken = 0
    for match in _LINK.finditer(text):
        before = text[taken : match.start()]
        name, label, shift = _meaning(text, match.start(), match.end(), match["label"])
        artefacts.append(
            Artefact(
                start=lines.offset(index, match.start()), end=lines.offset(index, match.end()), name=name
            )
        )
        clean += (before, label)
        length += len(before)
        edits.append((length, match.start() + shift - length))
        length += len(label)
        taken = match.end()
        edits.append((length, taken - length))
    if taken:
        lines.replace(index, "".join(clean) + text[taken:], tuple(edits))


def _meaning(text: str, start: int, end: int, label: str) -> tuple[str, str, int]:
    """What a link was: name of the artefact, the text it stood for, where that text begins in the link."""
    if label == _PILCROW_LABEL and text[end : end + 1].isalnum():
        if start == 0 or not text[:start].strip():
            return "pilcrow-link", "¶", 0
        return "number-taken-for-paragraph", "", 0
    return "markdown-link", label, 1
