"""Sentences that change how a marked document is judged: compilation, working papers, transmittals."""

import re
from typing import Final

from validator.model.nodes import Notice
from validator.parsers.telegram.draft import Draft

# A word that must be there in some case before the pattern is tried, then the pattern.
_NOTICES: Final = tuple(
    (name, word, re.compile(form, re.IGNORECASE | re.MULTILINE))
    for name, word, form in (
        (
            "compilation",
            "compilation",
            r"\bcompilation\b[^\f]{0,160}?\bclassif|classif\w{1,6}\s{1,9}(?:\w{1,12}\s{1,9}){0,4}by\s{1,9}compilation",
        ),
        ("working-papers", "working", r"^[^\w\n]{0,20}(?:DRAFT\W{1,4})?WORKING\sPAPERS?\W{0,20}$"),
        (
            "transmittal",
            "remov",
            r"\b(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|CUI)\s{1,9}(?:WHEN|UPON|IF)\b[^.\f]{0,120}?\bREMOV"
            r"|\bUPON\s{1,9}REMOVAL\s{1,9}OF\b",
        ),
        ("transmittal", "separated", r"\b(?:UNCLASSIFIED|CONFIDENTIAL|SECRET)\s{1,9}WHEN\s{1,9}SEPARATED\b"),
        (
            "no-source",
            "derivative",
            r"(?:may|can)\s?not\s{1,9}be\s{1,9}used\s{1,9}as\s{1,9}an?\s{1,9}source\s{1,9}for\s{1,9}derivative",
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
            r"^[^\w\n]{0,12}(?:LIST\s{1,3}OF\s{1,3}|CLASSIFICATION\s{1,3}|DERIVATIVE\s{1,3})?SOURCES?(?:\s{1,3}LIST)?\s{0,3}:?$",
        ),
    )
)


def add_notices(draft: Draft, text: str) -> None:
    """Adds a notice for the first sentence of each sort that stands in the text."""
    small = text.lower()
    seen: set[str] = set()
    for name, word, form in _NOTICES:
        found = form.search(text) if name not in seen and word in small else None
        if found is not None:
            seen.add(name)
            draft.add(Notice(start=found.start(), end=found.end(), name=name))
