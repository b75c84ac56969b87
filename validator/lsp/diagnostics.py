"""From a report to what the editor underlines."""

from typing import Final

from lsprotocol.types import (
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    Range,
)

from validator.findings import FileReport, FileSpan, Finding, NotChecked
from validator.lsp.assessment import Assessment, source_of
from validator.lsp.mail_lines import MailLines
from validator.lsp.open_documents import OpenDocument
from validator.lsp.roles import Role, role_of
from validator.lsp.setting_faults import first_line, place_of
from validator.reporters.places import message_with_place
from validator.reporters.text import cited, named

SOURCE: Final = "redmark"
MAIL: Final = "e-mail"
BODY: Final = "message"  # the part of an e-mail that is the message itself
_SEVERITIES: Final = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "info": DiagnosticSeverity.Information,
}
_NOT_RECOGNISED: Final = "not-recognised"
_UNREADABLE: Final = "unreadable"


def diagnostics_of(assessment: Assessment) -> list[Diagnostic]:
    """All that there is to say of a document, in the order of its places."""
    document, report = assessment.document, assessment.report
    if assessment.error:
        return [_fault(document, line) for line in assessment.error.splitlines()]
    if report is None:
        return []
    places = _Places(document, report, assessment)
    found = [_diagnostic(finding, places) for finding in report.findings]
    # A text of no known kind is in an editor more often than not: there it is no news.
    unjudged = () if report.status == _NOT_RECOGNISED else report.not_checked
    return [*found, *(_not_checked(entry, report, document) for entry in unjudged)]


class _Places:
    """Where the spans of a report stand in the editor."""

    def __init__(self, document: OpenDocument, report: FileReport, assessment: Assessment) -> None:
        self.document = document
        self._mail: MailLines | None = None
        if report.format == MAIL and report.findings:
            source = source_of(document, assessment.setup)
            self._mail = MailLines(source.text, document.text) if source else None
        self._is_mail = report.format == MAIL

    def knows(self, span: FileSpan) -> bool:
        """Whether the place can be shown; else words have to say it."""
        return not self._is_mail or self._start(span) is not None

    def range(self, span: FileSpan) -> Range:
        """The place, on one line: a paragraph underlined from end to end is hard to read."""
        start = self._start(span)
        if start is None:
            return first_line(self.document)
        end = min(start + span.end.offset - span.start.offset, self.document.lines.end_of_line_at(start))
        return self.document.lines.range(start, max(start, end))

    def _start(self, span: FileSpan) -> int | None:
        if span.start.offset == span.end.offset == 0:
            return None  # the document as a whole
        if not self._is_mail:
            return span.start.offset
        return self._mail.offset(span.start.offset) if self._mail and span.part == BODY else None


def _diagnostic(finding: Finding, places: _Places) -> Diagnostic:
    message = finding.message if places.knows(finding.span) else message_with_place(finding)
    hint = [f"hint: {finding.hint}"] if finding.hint else []
    see = [f"see: {cited(finding)}"] if finding.citations else []
    related = [
        DiagnosticRelatedInformation(Location(places.document.uri, places.range(each.span)), each.label)
        for each in finding.related
    ]
    return Diagnostic(
        places.range(finding.span),
        "\n".join((message, *hint, *see)),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=related or None,
    )


def _not_checked(entry: NotChecked, report: FileReport, document: OpenDocument) -> Diagnostic:
    """What did not run is said without a line under anything, so that an unfinished draft is not all wavy."""
    rules = f" ({named(entry.rules)})" if entry.rules else ""
    unreadable = report.status == _UNREADABLE
    return Diagnostic(
        first_line(document),
        f"not checked: {entry.reason}{rules}",
        severity=DiagnosticSeverity.Warning if unreadable else DiagnosticSeverity.Hint,
        source=SOURCE,
    )


def _fault(document: OpenDocument, line: str) -> Diagnostic:
    """A fault of the settings: at its place in a file of ours, else as the reason why a document was not judged."""
    own = role_of(document) in (Role.SETTINGS, Role.SUPPRESSIONS)
    where = place_of(line, document) if own else first_line(document)
    message = line if own else f"not checked: {line}"
    return Diagnostic(where, message, severity=DiagnosticSeverity.Error, source=SOURCE)
