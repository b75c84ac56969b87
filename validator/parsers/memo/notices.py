"""Sentences that change how a marked document is judged: compilation, working papers, transmittals."""

import re
from typing import Final

from validator.model.level import Level
from validator.model.nodes import Notice
from validator.parsers.memo.source_list import HEADING, entries_below
from validator.parsers.telegram.draft import Draft

_LEVEL: Final = (
    r"(?P<level>UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP\s{1,3}SECRET|UNCONTROLLED\s{1,3}UNCLASSIFIED|CUI)"
)
_PARTS: Final = r"(?:ENCLOSURE|ATTACHMENT|ANNEX|APPENDI|TAB|COVER)"
_CONTROLS: Final = r"(?://[A-Z][A-Z /-]{1,60}?)?"
_LABEL_END: Final = r"(?:\s?\(S\))?\s{0,3}(?::|$)"
# A word that must be there in some case before the pattern is tried, then the pattern.
_NOTICES: Final = tuple(
    (name, word, re.compile(form, re.IGNORECASE | re.MULTILINE))
    for name, word, form in (
        (
            "compilation",
            "compilation",
            r"\bcompilation\b[^\f]{0,160}?\bclassif|classif\w{1,6}\s{1,9}(?:\w{1,12}\s{1,9}){0,4}by\s{1,9}compilation",
        ),
        (
            "working-papers",
            "working",
            r"(?:^[^\w\n]{0,80}|[ \t]{3,40})(?:DRAFT\W{1,4})?WORKING\sPAPERS?(?:\s?[/,-]\s?DRAFT)?"
            r"\W{0,20}(?:\d{8}|\d{1,2}\s\w{3,9}\s\d{4})?$",
        ),
        ("working-papers", "draft", r"^[^\w\n]{0,80}DRAFT\W{0,20}$"),
        (
            "transmittal",
            "remov",
            rf"\bUPON\s{{1,9}}REMOVAL\s{{1,9}}OF\b[^.\f]{{0,80}}?\bTHIS\s{{1,9}}DOCUMENT\s{{1,9}}(?:IS|BECOMES)\s{{1,9}}{_LEVEL}",
        ),
        (
            "transmittal",
            "remov",
            rf"\bWHEN\s{{1,9}}(?:\w{{1,12}}\s{{1,9}})?{_PARTS}\w{{0,4}}\s{{1,9}}(?:IS|ARE)\s{{1,9}}REMOVED,?\s{{1,9}}"
            rf"THIS\s{{1,9}}DOCUMENT\s{{1,9}}(?:IS|BECOMES)\s{{1,9}}{_LEVEL}",
        ),
        (
            "transmittal",
            "remov",
            rf"\b{_LEVEL}{_CONTROLS}\s{{1,9}}(?:WHEN|UPON|IF)\b[^.\f]{{0,120}}?\bREMOV|\bUPON\s{{1,9}}REMOVAL\s{{1,9}}OF\b",
        ),
        ("transmittal", "separated", rf"\b{_LEVEL}{_CONTROLS}\s{{1,9}}WHEN\s{{1,9}}SEPARATED\b"),
        ("enclosures", "encl", rf"^[^\w\n]{{0,80}}(?:\d{{1,2}}\s)?ENCL(?:OSURE)?S?\.?{_LABEL_END}"),
        ("enclosures", "atch", rf"^[^\w\n]{{0,80}}(?:\d{{1,2}}\s)?ATCHS?\.?{_LABEL_END}"),
        ("enclosures", "attach", rf"^[^\w\n]{{0,80}}(?:\d{{1,2}}\s)?ATTACHMENTS?{_LABEL_END}"),
        (
            "no-source",
            "derivative",
            r"(?:may|can)\s?not\s{1,9}be\s{1,9}used\s{1,9}as\s{1,9}an?\s{1,9}source\s{1,9}(?:for|of)\s{1,9}derivative",
        ),
        (
            "blanket-portion-marking",
            "unless",
            r"\ball\s{1,9}(?:portions|paragraphs)\s{1,9}(?:are|is)\b[^.\f]{0,60}?\bunless\b[^.\f]{0,20}?\bmarked",
        ),
        (
            "foreign-government-information",
            "contains",
            r"this\s{1,9}document\s{1,9}contains\s{1,9}[^.\f]{1,80}?\binformation\b",
        ),
        ("downgrade", "downgrade", r"^[^\w\n]{0,12}DOWNGRADE\s{1,3}(?:TO|ON)\b"),
        ("decontrol", "decontrol", r"^[^\w\n]{0,12}DECONTROL(?:LED)?\s{1,3}(?:ON|BY|DATE)\b"),
        (
            "multiple-sources-listed",
            "sources",
            "^" + HEADING,
        ),
    )
)


def add_notices(draft: Draft, text: str, small: str, stops: set[int]) -> None:
    """Adds a notice for the first sentence of each sort that stands in the text."""
    seen: set[str] = set()
    for name, word, form in _NOTICES:
        found = form.search(text) if name not in seen and word in small else None
        if found is not None:
            seen.add(name)
            draft.add(_notice(draft, name, found, stops))


def _notice(draft: Draft, name: str, found: "re.Match[str]", stops: set[int]) -> Notice:
    left = found["level"] if name == "transmittal" else None
    listed = name == "multiple-sources-listed"
    return Notice(
        start=found.start(),
        end=found.end(),
        name=name,
        level=_level(left),
        uncontrolled=left is not None and left[:12].upper() == "UNCONTROLLED",
        entries=entries_below(draft.lines, draft.lines.line_of(found.end()), stops) if listed else None,
    )


def _level(word: str | None) -> Level | None:
    """CUI without its level is unclassified too."""
    if word is None:
        return None
    words = word.upper().split()
    return Level.named(" ".join(words)) if words[-1] in ("SECRET", "CONFIDENTIAL") else Level.UNCLASSIFIED
