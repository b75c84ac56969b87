"""Diagnostics of reviewdog as JSON Lines: comments on a pull request, with suggestions where there is a fix."""

from collections.abc import Iterator
from typing import Any, Final

from validator.findings import FileReport, FileSpan, Finding, NotChecked, ReportSettings, Summary, Tool
from validator.reporters.compact_json import compact_json
from validator.reporters.places import has_lines, message_with_place

_SEVERITY: Final = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class ReviewdogReporter:
    """A line for each finding, and for each file or page that could not be judged."""

    def __init__(self, tool: Tool, settings: ReportSettings, colour: bool) -> None:
        self._source = {"name": tool.name}

    def head(self) -> bytes:
        """Nothing."""
        return b""

    def file(self, report: FileReport) -> bytes:
        """The diagnostics of one file."""
        return b"".join(compact_json(each) + b"\n" for each in self._diagnostics(report))

    def tail(self, summary: Summary, exit_code: int) -> bytes:
        """Nothing."""
        return b""

    def _diagnostics(self, report: FileReport) -> Iterator[dict[str, Any]]:
        for finding in report.findings:
            yield self._finding(report.path, finding)
        for entry in report.not_checked:
            if not entry.rules:
                yield self._not_checked(report, entry)

    def _finding(self, path: str, finding: Finding) -> dict[str, Any]:
        diagnostic: dict[str, Any] = {
            "message": f"{message_with_place(finding)} {finding.hint}".rstrip(),
            "location": _location(path, finding.span),
            "severity": _SEVERITY[finding.severity],
            "source": self._source,
            "code": {"value": finding.rule},
        }
        edits = [edit for edit in finding.fix if has_lines(edit.span)]
        if edits:
            diagnostic["suggestions"] = [{"range": _range(edit.span), "text": edit.text} for edit in edits]
        return diagnostic

    def _not_checked(self, report: FileReport, entry: NotChecked) -> dict[str, Any]:
        return {
            "message": f"Not checked: {entry.reason}",
            "location": {"path": report.path},
            "severity": "ERROR" if report.status == "unreadable" else "WARNING",
            "source": self._source,
        }


def _location(path: str, span: FileSpan) -> dict[str, Any]:
    return {"path": path, "range": _range(span)} if has_lines(span) else {"path": path}


def _range(span: FileSpan) -> dict[str, Any]:
    """The end is the place behind the last character, as ours."""
    start, end = span.start, span.end
    return {
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }
