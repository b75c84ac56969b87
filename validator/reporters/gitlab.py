"""The report that GitLab shows in a merge request as Code Quality."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

from validator.findings import FileReport, Finding, NotChecked, ReportSettings, Summary, Tool
from validator.reporters.compact_json import compact_json
from validator.reporters.places import has_lines, message_with_place

_SEVERITY: Final = {"error": "critical", "warning": "major", "info": "info"}
_NOT_CHECKED: Final = "not-checked"


class GitLabReporter:
    """One array, an issue on each line; what could not be judged is an issue too."""

    def __init__(self, tool: Tool, settings: ReportSettings, colour: bool) -> None:
        self._opening = b"\n"

    def head(self) -> bytes:
        """The beginning of the array."""
        return b"["

    def file(self, report: FileReport) -> bytes:
        """The issues of one file."""
        return b"".join(self._next(issue) for issue in _issues(report))

    def tail(self, summary: Summary, exit_code: int) -> bytes:
        """The end of the array."""
        return b"\n]\n"

    def _next(self, issue: dict[str, Any]) -> bytes:
        opening, self._opening = self._opening, b",\n"
        return opening + compact_json(issue)


def _issues(report: FileReport) -> Iterator[dict[str, Any]]:
    for finding in report.findings:
        yield _issue(
            message_with_place(finding),
            finding.rule,
            finding.fingerprint,
            _SEVERITY[finding.severity],
            _location(report.path, finding),
        )
    for entry in report.not_checked:
        if not entry.rules:
            yield _not_checked(report, entry)


def _not_checked(report: FileReport, entry: NotChecked) -> dict[str, Any]:
    severity = "blocker" if report.status == "unreadable" else "minor"
    identity = "\0".join((_NOT_CHECKED, report.path, entry.reason)).encode("utf-8", "backslashreplace")
    fingerprint = sha256(identity).hexdigest()[:32]
    location = {"path": report.path, "lines": {"begin": 1}}
    return _issue(f"Not checked: {entry.reason}", _NOT_CHECKED, fingerprint, severity, location)


def _issue(
    description: str, check: str, fingerprint: str, severity: str, location: dict[str, Any]
) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": check,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": location,
    }


def _location(path: str, finding: Finding) -> dict[str, Any]:
    """GitLab asks for a line; a page or part has none, so that the message says where it is."""
    line = finding.span.start.line if has_lines(finding.span) else 1
    return {"path": path, "lines": {"begin": line}}
