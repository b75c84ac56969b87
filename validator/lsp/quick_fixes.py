"""What the editor can do about a finding: apply its safe fix, or write a comment that silences its rule."""

from collections.abc import Iterator

import msgspec
from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Diagnostic,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from validator.engine.fixing import EDITABLE, record_of
from validator.findings import FileReport, Finding
from validator.lsp.assessment import Assessment
from validator.lsp.open_documents import OpenDocument
from validator.lsp.silencing import comment, place_of_comment


class Asked(msgspec.Struct, frozen=True):
    """What an editor asks about: a range, and the diagnostics that it shows there.

    `with_version`: it takes edits of one version of a text, and refuses those of an older one.
    """

    where: Range
    shown: tuple[Diagnostic, ...]
    with_version: bool


def quick_fixes(assessment: Assessment, asked: Asked) -> list[CodeAction]:
    """The actions for the findings in a range. None on a record: what was sent or released is not altered."""
    document, report = assessment.document, assessment.report
    if report is None or record_of(report) is not None:
        return []
    start, end = map(document.lines.offset, (asked.where.start, asked.where.end))
    return [
        action
        for finding in report.findings
        if finding.span.start.offset <= end and start <= finding.span.end.offset
        for action in _actions(finding, document, report, asked)
    ]


def _actions(
    finding: Finding, document: OpenDocument, report: FileReport, asked: Asked
) -> Iterator[CodeAction]:
    if finding.fix and report.format in EDITABLE:
        what = "; ".join(f"Write '{edit.text}'" if edit.text else "Leave it out" for edit in finding.fix)
        edits = [
            TextEdit(document.lines.range(edit.span.start.offset, edit.span.end.offset), edit.text)
            for edit in finding.fix
        ]
        yield _action(f"{what} ({finding.rule})", edits, finding, document, asked, preferred=True)
    place = place_of_comment(finding, document.text, report.format)
    if place is not None:
        title = f"Silence '{finding.rule}' here: write the reason into the comment"
        edit = TextEdit(document.lines.range(place, place), comment(finding.rule, document.text, place))
        yield _action(title, [edit], finding, document, asked, preferred=False)


def _action(
    title: str,
    edits: list[TextEdit],
    finding: Finding,
    document: OpenDocument,
    asked: Asked,
    *,
    preferred: bool,
) -> CodeAction:
    about = [each for each in asked.shown if each.code == finding.rule]
    return CodeAction(
        title,
        kind=CodeActionKind.QuickFix,
        diagnostics=about or None,
        is_preferred=preferred,
        edit=_workspace_edit(edits, document, with_version=asked.with_version),
    )


def _workspace_edit(edits: list[TextEdit], document: OpenDocument, *, with_version: bool) -> WorkspaceEdit:
    if not with_version:
        return WorkspaceEdit(changes={document.uri: edits})
    identifier = OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
    return WorkspaceEdit(document_changes=[TextDocumentEdit(identifier, list(edits))])
