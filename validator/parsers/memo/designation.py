"""The designation indicator of a CUI document: `Controlled by:` and the lines below it (32 CFR 2002.20(c))."""

import re
from typing import Final

from validator.model.marked_nodes import CuiBlock
from validator.parsers.telegram.draft import Draft

_LINES: Final = tuple(
    (name, re.compile(rf"[|*>\s]{{0,8}}(?:\(U\)\s)?[*]{{0,2}}(?:{form})", re.IGNORECASE))
    for name, form in (
        ("controlled_by", r"CONTROLLED\s{1,3}BY\s{0,3}[:|*]"),
        ("category", r"(?:CUI\s{1,3})?CATEGOR(?:Y|IES)(?:\((?:S|IES)\))?\s{0,3}[:|*]"),
        (
            "dissemination",
            r"(?:LIMITED\s)?(?:DISTRIBUTION|DISSEMINATION|DIST)\b[\w/\s]{0,40}[:|*.]|LDC\s{0,3}[:|*]",
        ),
        ("contact", r"(?:POC|POINT\s{1,3}OF\s{1,3}CONTACT)\s{0,3}[:|*]"),
    )
)
_REACH: Final = 10  # lines below the first `Controlled by`


def add_cui_block(draft: Draft) -> None:
    """Adds the designation indicator, by which of its lines stand near the first `Controlled by`."""
    lines = draft.lines
    opens = _LINES[0][1]
    first = next((index for index, text in enumerate(lines.texts) if opens.match(text)), None)
    if first is None:
        return
    near = range(first, min(first + _REACH, len(lines)))
    found = {name: index for index in near for name, form in _LINES if form.match(lines.texts[index])}
    draft.add(
        CuiBlock(
            start=lines.offset(first),
            end=lines.end(max(found.values())),
            controlled_by=True,
            category="category" in found,
            dissemination="dissemination" in found,
            contact="contact" in found,
        )
    )
