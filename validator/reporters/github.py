"""Commands to GitHub Actions that put findings beside the lines of a pull request."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from validator.findings import FileReport, FileSpan, Finding, ReportSettings, Summary, Tool
from validator.reporters.places import has_lines, message_with_place
from validator.reporters.text import printable_path

# GitHub drops what goes beyond ten of a level in a step, without a word. The tenth notice is ours: it counts the rest.
_SHOWN: Final = {"error": 10, "warning": 10, "notice": 9}
_LEVEL: Final = {"error": "error", "warning": "warning", "info": "notice"}
_IN_MESSAGE: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


class GitHubReporter:
    """The first ten annotations of each level, and one that counts the others."""

    def __init__(self, tool: Tool, settings: ReportSettings, colour: bool) -> None:
        self._seen: Counter[str] = Counter()

    def head(self) -> bytes:
        """Nothing."""
        return b""

    def file(self, report: FileReport) -> bytes:
        """The annotations of one file, as far as there is room for them."""
        return _encoded(command for level, command in _annotations(report) if self._has_room(level))

    def tail(self, summary: Summary, exit_code: int) -> bytes:
        """How many annotations there was no room for."""
        more = [
            f"{count} more {level if count == 1 else f'{level}s'}"
            for level, shown in _SHOWN.items()
            if (count := self._seen[level] - shown) > 0
        ]
        if not more:
            return b""
        return _encoded([_command("notice", {"title": "not shown here"}, f"{', '.join(more)}; see the log.")])

    def _has_room(self, level: str) -> bool:
        self._seen[level] += 1
        return self._seen[level] <= _SHOWN[level]


def _annotations(report: FileReport) -> Iterator[tuple[str, str]]:
    """The level and the command of each."""
    path = printable_path(report.path)
    for finding in report.findings:
        level = _LEVEL[finding.severity]
        properties = {"file": path, **_place(finding.span), "title": finding.rule}
        yield level, _command(level, properties, _message(finding))
    for entry in report.not_checked:
        if not entry.rules:
            level = "error" if report.status == "unreadable" else "warning"
            yield level, _command(level, {"file": path, "title": "not checked"}, entry.reason)


def _place(span: FileSpan) -> dict[str, str]:
    """Columns only within one line: GitHub takes no others, and its last column is part of the place."""
    if not has_lines(span):
        return {"line": "1"}
    start, end = span.start, span.end
    place = {"line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:
        last = max(start.column, end.column - 1)
        place |= {"col": str(start.column), "endColumn": str(last)}
    return place


def _message(finding: Finding) -> str:
    lines = [message_with_place(finding), finding.hint]
    if finding.citations:
        lines.append(f"See {'; '.join(citation.cite for citation in finding.citations)}")
    return "\n".join(filter(None, lines))


def _command(level: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{name}={value.translate(_IN_PROPERTY)}" for name, value in properties.items())
    return f"::{level} {listed}::{message.translate(_IN_MESSAGE)}"


def _encoded(commands: Iterator[str] | list[str]) -> bytes:
    return "".join(f"{command}\n" for command in commands).encode("utf-8", "backslashreplace")
