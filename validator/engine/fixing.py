"""Applies safe fixes to the text of a document, until no rule offers another."""

from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from validator.findings import Edit, FileReport, Finding

_MOST_ROUNDS: Final = 10  # a marking is mended in one or two; more would be two rules at odds

# Kinds that record what was sent or released; they are not altered unless that is forced.
RECORDS: Final = frozenset({"telegram", "release"})
# Formats whose text is the file, so that an offset of the one is an offset of the other.
EDITABLE: Final = frozenset({"markdown", "text"})


class Applied(msgspec.Struct, frozen=True):
    """One edit that was made: where, by which rule, and what it changed. Line and column are of the text before it."""

    rule: str
    line: int
    column: int
    before: str
    after: str


def record_of(report: FileReport) -> str | None:
    """What sort of record a file is; None where it is none and may be altered."""
    kind = "release" if report.document.get("release") else report.kind
    return kind if kind in RECORDS else None


def fixed(text: str, report_on: Callable[[str], FileReport]) -> tuple[str, tuple[Applied, ...]]:
    """The text with every safe fix applied, and the edits in the order in which they were made."""
    made: list[Applied] = []
    for _ in range(_MOST_ROUNDS):
        chosen = _apart(report_on(text).findings)
        if not chosen:
            break
        made += [_applied(text, finding, edit) for finding, edit in chosen]
        text = _edited(text, [edit for _, edit in chosen])
    return text, tuple(made)


def _apart(findings: Iterable[Finding]) -> list[tuple[Finding, Edit]]:
    """The edits in their order that do not touch one another; of two that do, the smaller."""
    offered = [(finding, edit) for finding in findings for edit in finding.fix]
    offered.sort(key=lambda pair: (_length(pair[1]), pair[1].span.start.offset))
    chosen: list[tuple[Finding, Edit]] = []
    for finding, edit in offered:
        if all(_are_apart(edit, other) for _, other in chosen):
            chosen.append((finding, edit))
    return sorted(chosen, key=lambda pair: pair[1].span.start.offset)


def _length(edit: Edit) -> int:
    return edit.span.end.offset - edit.span.start.offset


def _are_apart(one: Edit, other: Edit) -> bool:
    return one.span.end.offset < other.span.start.offset or other.span.end.offset < one.span.start.offset


def _edited(text: str, edits: list[Edit]) -> str:
    pieces, place = [], 0
    for edit in edits:
        pieces += [text[place : edit.span.start.offset], edit.text]
        place = edit.span.end.offset
    return "".join((*pieces, text[place:]))


def _applied(text: str, finding: Finding, edit: Edit) -> Applied:
    start, end = edit.span.start, edit.span.end
    return Applied(finding.rule, start.line, start.column, text[start.offset : end.offset], edit.text)
