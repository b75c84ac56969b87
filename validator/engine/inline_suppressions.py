"""Applies the suppressions in a document's own comments, and says which of them are not in order."""

from collections.abc import Iterator
from datetime import date

import msgspec
from msgspec.structs import replace

from validator.engine.suppressions import KIND, is_over
from validator.findings import FileReport, Finding
from validator.model.document import Document, SourceText
from validator.model.nodes import Node, Observation
from validator.model.suppressions import InlineSuppression


class InlineSieve(msgspec.Struct, frozen=True):
    """`known`: the ids of all rules; `selected`: of those that run, as only these can leave a suppression unused."""

    known: frozenset[str]
    selected: frozenset[str]
    today: date

    def applied(self, report: FileReport, source: SourceText) -> tuple[FileReport, Document]:
        """The report with its findings divided, and a document with an observation for each fault of a suppression."""
        used: set[tuple[int, str]] = set()
        kept: list[Finding] = []
        aside: list[Finding] = []
        for finding in report.findings:
            by = next((one for one in source.suppressions if self._silences(one, finding)), None)
            if by is None:
                kept.append(finding)
            else:
                aside.append(replace(finding, justification=by.reason))
                used.add((by.start, finding.rule))
        divided = replace(report, findings=tuple(kept), suppressed=tuple(aside)) if aside else report
        return divided, self._faults(source, used)

    def _silences(self, one: InlineSuppression, finding: Finding) -> bool:
        return (
            finding.rule in one.rules
            and one.first <= finding.span.start.offset < one.last
            and bool(one.reason)
            and not is_over(one.until, self.today)
        )

    def _faults(self, source: SourceText, used: set[tuple[int, str]]) -> Document:
        nodes: tuple[Node, ...] = tuple(
            Observation(start=one.start, end=one.end, name=name)
            for one in source.suppressions
            for name in self._faults_of(one, used)
        )
        bare = replace(source, suppressions=(), observations=nodes)
        return Document(
            kind=KIND, layout="unknown", source=bare, nodes={"observation": nodes} if nodes else {}
        )

    def _faults_of(self, one: InlineSuppression, used: set[tuple[int, str]]) -> Iterator[str]:
        if not one.reason:
            yield "suppression-without-reason"
        elif is_over(one.until, self.today):
            yield "suppression-expired"
        elif not self.known.issuperset(one.rules):
            yield "suppression-of-unknown-rule"
        elif any(rule in self.selected and (one.start, rule) not in used for rule in one.rules):
            yield "suppression-unused"
