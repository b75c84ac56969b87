"""One file from text to report: parse, describe, run the rules."""

from datetime import date
from operator import attrgetter
from typing import Final

import msgspec
from msgspec.structs import replace

from validator.engine.document_data import Data, document_data
from validator.engine.excerpt import Excerpt
from validator.engine.inline_suppressions import InlineSieve
from validator.engine.masking import lexicon_of
from validator.engine.plan import UNKNOWN, Planner
from validator.engine.run import Outcome, by_place, run
from validator.engine.run_reach import RunReach
from validator.engine.selection import ids_of, selected
from validator.engine.settings import Settings, check_names
from validator.engine.withheld import WithheldList, observed
from validator.errors import UnreadableError
from validator.findings import Artefact, FileReport, NotChecked
from validator.model import nodes
from validator.model.document import Document, SourceText
from validator.parsers import parse
from validator.rulebook import Rulebook
from validator.spans import LineIndex
from validator.vocabulary.terms import Vocabularies

CHECKED: Final = "checked"
NOT_RECOGNISED: Final = "not-recognised"
UNREADABLE: Final = "unreadable"
HIDING: Final = frozenset({"docx", "html", "pdf"})  # formats that show less than they hold


class Inspector(msgspec.Struct, frozen=True):
    """What all files of a run share: the rules chosen, the vocabularies and the mask."""

    planner: Planner
    vocabularies: Vocabularies
    excerpt: Excerpt
    kind: str
    as_of: date | None
    inline: InlineSieve
    withheld: WithheldList | None = None
    reach: RunReach | None = None  # counts which rules were applied; only where somebody wants to know

    def inspect(self, source: SourceText) -> FileReport:
        """The report for one text that could be read."""
        if self.withheld is not None:
            seen = (*source.observations, *observed(source, self.withheld))
            source = replace(source, observations=tuple(sorted(seen, key=attrgetter("start"))))
        document = parse(source, self.vocabularies, kind=self.kind, as_of=self.as_of)
        return self.report(document)

    def compare(self, original: SourceText, redacted: SourceText) -> FileReport:
        """The report on a redacted copy beside its original."""
        from validator.engine.comparison import compared  # what aligns two texts is not needed to check one

        old, new = (
            parse(one, self.vocabularies, kind=self.kind, as_of=self.as_of) for one in (original, redacted)
        )
        return self.report(compared(old, new))

    def report(self, document: Document) -> FileReport:
        """The report for one parsed document."""
        lines, plan = document.lines(), self.planner.plan_for(document)
        if self.reach is not None:
            self.reach.met(document, plan)
        outcome = run(plan, document, lines, self.excerpt, self.vocabularies)
        report = file_report(document, lines, outcome, document_data(document, lines, self.excerpt))
        return self._silenced(report, document.source) if document.source.suppressions else report

    def _silenced(self, report: FileReport, source: SourceText) -> FileReport:
        """The report without what the document's own comments silence, and with what is wrong with these."""
        divided, comments = self.inline.applied(report, source)
        faults = self.report(comments).findings
        return replace(divided, findings=tuple(sorted((*divided.findings, *faults), key=by_place)))


def inspector(rulebook: Rulebook, vocabularies: Vocabularies, settings: Settings, today: date) -> Inspector:
    """The inspector for these rules and settings; UsageError where the settings name unknown rules.

    Nothing but suppressions that end depends on `today`.
    """
    check_names(settings, rulebook)
    chosen = selected(rulebook, settings)
    return Inspector(
        planner=Planner(chosen, settings.dialect),
        inline=InlineSieve(ids_of(rulebook.rules), ids_of(chosen), _of_what_hides(rulebook), today),
        vocabularies=vocabularies,
        excerpt=Excerpt(settings.excerpts, lexicon_of(vocabularies), settings.reveal),
        kind=settings.kind,
        as_of=settings.as_of,
        withheld=settings.withheld,
    )


def _of_what_hides(rulebook: Rulebook) -> frozenset[str]:
    return frozenset(one.rule.id for one in rulebook.rules if one.rule.sensitive)


def file_report(document: Document, lines: LineIndex, outcome: Outcome, data: Data) -> FileReport:
    """The report that the outcome and the data of a document make."""
    source = document.source
    return FileReport(
        path=shown_path(source.name),
        sha256=source.sha256,
        format=source.format,
        kind=document.kind,
        status=_status(document, outcome),
        document=data,
        findings=outcome.findings,
        not_checked=(*outcome.not_checked, *map(NotChecked, source.not_checked)),
        artefacts=_artefacts(document, lines),
    )


def _status(document: Document, outcome: Outcome) -> str:
    """A file of a format that hides things from its readers is judged for that, whatever kind of document it is."""
    judged = document.kind != UNKNOWN or document.source.format in HIDING or not outcome.not_checked
    return CHECKED if judged else NOT_RECOGNISED


def unreadable(error: UnreadableError) -> FileReport:
    """The report for a file that could not be read: a result, not a crash."""
    reason = f"{error.reason}; {error.advice}" if error.advice else error.reason
    return FileReport(
        path=shown_path(error.path),
        sha256="",
        format="",
        kind=UNKNOWN,
        status=UNREADABLE,
        document={},
        not_checked=(NotChecked(reason),),
    )


def shown_path(name: str) -> str:
    """The path as a report can hold it: a file name need not be text, and JSON must be."""
    return name if name.isascii() else name.encode("utf-8", "backslashreplace").decode("utf-8")


def _artefacts(document: Document, lines: LineIndex) -> tuple[Artefact, ...]:
    found = []
    for node in document.of("artefact"):
        if isinstance(node, nodes.Artefact):
            place = lines.place(node.start)
            found.append(Artefact(node.name, place.line, place.column))
    return tuple(found)
