"""Runs a plan on a document: hits become findings, sorted by place and then by rule."""

from collections.abc import Iterator
from datetime import date
from typing import Final, TypeAlias

import msgspec

from validator.checks import CheckFailed, CheckTimeout, Hit
from validator.engine.anchors import anchor_of, marking_of
from validator.engine.excerpt import Excerpt
from validator.engine.fingerprint import fingerprint, normal_path
from validator.engine.messages import Filling
from validator.engine.plan import Plan, Step
from validator.engine.whereabouts import whereabouts
from validator.findings import Citation, Edit, FileSpan, Finding, NotChecked, Related
from validator.model.document import Document
from validator.model.marked_nodes import WrittenFault
from validator.model.nodes import Node, Observation
from validator.spans import LineIndex
from validator.vocabulary.terms import Vocabularies

FAILED: Final = "the rule could not run: "
TOOK_TOO_LONG: Final = "the rule took longer than its time limit"

_Found: TypeAlias = tuple[Step, Hit]


class Outcome(msgspec.Struct, frozen=True):
    """What the rules said of one document."""

    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]


def run(
    plan: Plan,
    document: Document,
    lines: LineIndex,
    excerpt: Excerpt,
    vocabularies: Vocabularies | None = None,
) -> Outcome:
    """Every step of the plan on the document. With vocabularies, findings carry their safe fixes."""
    found: list[_Found] = []
    late: list[str] = []
    failed: list[NotChecked] = []
    for step in plan.steps_for(document):
        try:
            if step.when is None or step.when(document):
                hits = step.run(document)
                if hits:
                    found += [(step, hit) for hit in hits]
        except CheckTimeout:
            late.append(step.rule.id)
        except CheckFailed as error:
            failed.append(NotChecked(f"{FAILED}{error}", (step.rule.id,)))
    not_checked = (*plan.not_checked, *failed) if failed else plan.not_checked
    if late:
        not_checked = (*not_checked, NotChecked(TOOK_TOO_LONG, tuple(late)))
    if not found:
        return Outcome((), not_checked)
    found.sort(key=_by_place)
    return Outcome(tuple(_Findings(document, lines, excerpt, vocabularies).of(found)), not_checked)


def by_place(finding: Finding) -> tuple[int, str, int]:
    """The order of findings."""
    return finding.span.start.offset, finding.rule, finding.span.end.offset


def _by_place(found: _Found) -> tuple[int, str, int]:
    step, hit = found
    return (hit.node.start, step.rule.id, hit.node.end) if hit.node else (0, step.rule.id, 0)


class _Findings:
    """Makes findings of one document, with the occurrence numbers that tell equal ones apart."""

    def __init__(
        self, document: Document, lines: LineIndex, excerpt: Excerpt, vocabularies: Vocabularies | None
    ) -> None:
        self._document, self._lines, self._excerpt = document, lines, excerpt
        self._vocabularies = vocabularies
        self._path = normal_path(document.source.name)
        self._seen: dict[tuple[str, str, str], int] = {}

    def of(self, found: list[_Found]) -> Iterator[Finding]:
        """The findings for sorted hits, in their order."""
        for step, hit in found:
            yield self._finding(step, hit)

    def _finding(self, step: Step, hit: Hit) -> Finding:
        rule, span = step.rule, self._span(hit.node)
        filling = Filling(hit, span.start.line, self._document, self._excerpt, rule.sensitive)
        anchor = anchor_of(hit.node, self._document)
        return Finding(
            rule=rule.id,
            pack=rule.pack,
            severity=rule.severity,
            confidence=rule.confidence,
            message=filling.text(step.message),
            span=span,
            anchor=anchor,
            fingerprint=self._identity(rule.id, anchor, "" if rule.sensitive else marking_of(hit.node)),
            citations=_in_force(step.citations, self._document.date),
            dialect=step.dialect,
            hint=filling.advice(step.hint) if step.hint else "",
            related=tuple(Related(self._span(node), label) for node, label in hit.related),
            excerpt=self._frame(hit.node, sensitive=rule.sensitive),
            sensitive=rule.sensitive,
            fix=self._fix(step, hit.node),
        )

    def _span(self, node: Node | None) -> FileSpan:
        return whereabouts(node, self._document.source, self._lines)

    def _fix(self, step: Step, node: Node | None) -> tuple[Edit, ...]:
        """The safe fix, unless its text would show what the excerpts hide."""
        if self._vocabularies is None or step.rule.sensitive or not isinstance(node, WrittenFault):
            return ()
        from validator.engine.fixes import (
            fixer_for,  # loads the marking grammar, which a telegram does not need
        )

        found = fixer_for(self._vocabularies).replacement(node, self._document.source.text)
        if found is None or self._excerpt.shown(found.text) != found.text:
            return ()
        span = FileSpan(self._lines.place(found.start), self._lines.place(found.end))
        return (Edit(span, found.text),)

    def _identity(self, rule: str, anchor: str, marking: str) -> str:
        same = (rule, anchor, marking)
        occurrence = self._seen[same] = self._seen.get(same, -1) + 1
        return fingerprint(rule, self._path, anchor, marking, occurrence)

    def _frame(self, node: Node | None, *, sensitive: bool) -> str:
        # A fault of the whole document, such as a missing part, stands nowhere: no line would explain it.
        if node is None:
            return ""
        if isinstance(node, Observation) and node.hidden is not None:
            return self._excerpt.recovered(node.hidden)
        return self._excerpt.frame(self._document.source.text, node.start, node.end, sensitive=sensitive)


def _in_force(citations: tuple[Citation, ...], day: date | None) -> tuple[Citation, ...]:
    """The authorities of the document's day; all of them where it has none, or where none of them reaches it."""
    if day is None:
        return citations
    written = day.isoformat()
    held = tuple(
        cited for cited in citations if cited.starts <= written and (not cited.ends or written <= cited.ends)
    )
    return held or citations
