"""Applies the suppressions in a document's own comments, and says which of them are not in order."""

from collections.abc import Iterator
from datetime import date
from heapq import heappop, heappush

import msgspec
from msgspec.structs import replace

from validator.engine.suppressions import KIND, is_over
from validator.findings import FileReport, Finding
from validator.model.document import Document, SourceText
from validator.model.nodes import Node, Observation
from validator.model.suppressions import InlineSuppression


class InlineSieve(msgspec.Struct, frozen=True):
    """`known`: the ids of all rules; `selected`: of those that run, as only these can leave a suppression unused.

    `barred`: those of what hides in a file. A document does not decide what may hide in it: that is for the file of
    suppressions, which whoever releases it keeps.
    """

    known: frozenset[str]
    selected: frozenset[str]
    barred: frozenset[str]
    today: date

    def applied(self, report: FileReport, source: SourceText) -> tuple[FileReport, Document]:
        """The report with its findings divided, and a document with an observation for each fault of a suppression."""
        used: set[tuple[int, str]] = set()
        kept: list[Finding] = []
        aside: list[Finding] = []
        for finding, by in self._sorted_out(report, source):
            if by is None:
                kept.append(finding)
            else:
                aside.append(replace(finding, justification=by.reason))
                used.add((by.start, finding.rule))
        divided = replace(report, findings=tuple(kept), suppressed=tuple(aside)) if aside else report
        return divided, self._faults(source, used)

    def _sorted_out(
        self, report: FileReport, source: SourceText
    ) -> Iterator[tuple[Finding, InlineSuppression | None]]:
        """Each finding with the first comment that silences it.

        Both are in the order of the text, so that each comment is looked at when its block begins and when it ends.
        """
        coming = sorted(self._in_force(source), key=lambda placed: placed[1].first)[::-1]
        begun: dict[str, list[tuple[int, InlineSuppression]]] = {}
        for finding in report.findings:
            offset = finding.span.start.offset
            while coming and coming[-1][1].first <= offset:
                number, one = coming.pop()
                for rule in frozenset(one.rules):
                    heappush(begun.setdefault(rule, []), (number, one))
            found = begun.get(finding.rule, [])
            while found and found[0][1].last <= offset:
                heappop(found)
            yield finding, found[0][1] if found else None

    def _in_force(self, source: SourceText) -> Iterator[tuple[int, InlineSuppression]]:
        for number, one in enumerate(source.suppressions):
            if one.reason and not is_over(one.until, self.today) and self.barred.isdisjoint(one.rules):
                yield number, one

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
        elif not self.barred.isdisjoint(one.rules):
            yield "suppression-by-the-document"
        elif any(rule in self.selected and (one.start, rule) not in used for rule in one.rules):
            yield "suppression-unused"
