"""SARIF 2.1.0, the format of code scanning; within the subset that GitHub reads.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. The results are written as they come. What is known
only at the end, the rules that found something and what was not checked, stands behind them: members of a JSON object
have no order.
"""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from validator.findings import FileReport, Finding, ReportSettings, Summary, Tool
from validator.reporters.compact_json import compact_json
from validator.reporters.places import has_lines, message_with_place, within
from validator.reporters.sarif_places import artifact, physical_location
from validator.reporters.sarif_rules import Rules
from validator.reporters.sarif_text import message

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MASK: Final = "•••"  # what stands for words that are not shown
LEVEL: Final = {"error": "error", "warning": "warning", "info": "note"}
INCOMPLETE: Final = 4
_EXIT_CODES: Final = {
    0: "nothing to fail on",
    1: "findings to fail on",
    INCOMPLETE: "incomplete: something was not read or not judged",
}


class SarifReporter:
    """One run. Kept till the end: the rules, and for each reason of not checking the files it holds for."""

    def __init__(self, tool: Tool, settings: ReportSettings, colour: bool) -> None:
        self._tool, self._settings = tool, settings
        self._rules = Rules()
        self._reasons: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
        self._opening = b"\n"

    def head(self) -> bytes:
        """Up to the first result."""
        run = compact_json({"columnKind": "unicodeCodePoints", "redactionTokens": [MASK]})
        log = compact_json({"$schema": SCHEMA, "version": "2.1.0"})
        return log[:-1] + b',"runs":[' + run[:-1] + b',"results":['

    def file(self, report: FileReport) -> bytes:
        """The results of one file, those that are suppressed behind the others."""
        for entry in report.not_checked:
            level = "note" if entry.rules else "error" if report.status == "unreadable" else "warning"
            self._reasons.setdefault((level, entry.reason, entry.rules), []).append(report.path)
        return b"".join(map(self._next, self._results(report)))

    def tail(self, summary: Summary, exit_code: int) -> bytes:
        """The tool with its rules, and what was not checked."""
        rest = compact_json({"tool": self._described_tool(), "invocations": [self._invocation(exit_code)]})
        return b"\n]," + rest[1:-1] + b"}]}\n"

    def _next(self, result: dict[str, Any]) -> bytes:
        opening, self._opening = self._opening, b",\n"
        return opening + compact_json(result)

    def _results(self, report: FileReport) -> Iterator[dict[str, Any]]:
        for finding in report.findings:
            yield self._result(report.path, finding)
        for finding in report.suppressed:
            suppression = {"kind": "external", "justification": finding.justification}
            yield self._result(report.path, finding) | {
                "suppressions": [{key: value for key, value in suppression.items() if value}]
            }

    def _result(self, path: str, finding: Finding) -> dict[str, Any]:
        result = {
            "ruleId": finding.rule,
            "ruleIndex": self._rules.index(finding),
            "level": LEVEL[finding.severity],
            "message": message(f"{message_with_place(finding)} {finding.hint}".rstrip()),
            "locations": [_location(path, finding)],
            # GitHub reads the first name only.
            "partialFingerprints": {
                "primaryLocationLineHash": finding.fingerprint,
                "redmark/v1": finding.fingerprint,
            },
        }
        return result | _related(path, finding) | _fixes(path, finding)

    def _described_tool(self) -> dict[str, Any]:
        return {
            "driver": {
                "name": self._tool.name,
                "version": self._tool.version,
                "rules": self._rules.described(),
                "properties": {"packs": msgspec.to_builtins(self._tool.packs)},
            }
        }

    def _invocation(self, exit_code: int) -> dict[str, Any]:
        return {
            "executionSuccessful": exit_code != INCOMPLETE,
            "exitCode": exit_code,
            "exitCodeDescription": _EXIT_CODES.get(exit_code, ""),
            "toolExecutionNotifications": [
                _notification(level, reason, rules, paths)
                for (level, reason, rules), paths in self._reasons.items()
            ],
            "properties": {"settings": msgspec.to_builtins(self._settings)},
        }


def _location(path: str, finding: Finding) -> dict[str, Any]:
    place = within(finding.span)
    logical = {"fullyQualifiedName": finding.anchor}
    if place:
        logical |= {"name": place, "kind": "page" if finding.span.page is not None else "part"}
    return physical_location(path, finding.span) | {"logicalLocations": [logical]}


def _related(path: str, finding: Finding) -> dict[str, Any]:
    places = [
        {"id": number, "message": message(other.label)} | physical_location(path, other.span)
        for number, other in enumerate(finding.related)
    ]
    return {"relatedLocations": places} if places else {}


def _fixes(path: str, finding: Finding) -> dict[str, Any]:
    """One fix of all edits; a page or part has no lines of which an editor could replace a stretch."""
    if not finding.fix or not all(has_lines(edit.span) for edit in finding.fix):
        return {}
    replacements = [
        {
            "deletedRegion": physical_location(path, edit.span)["physicalLocation"]["region"],
            "insertedContent": {"text": edit.text},
        }
        for edit in finding.fix
    ]
    change = {"artifactLocation": artifact(path), "replacements": replacements}
    description = message(finding.hint or "Mends the form; the document says the same.")
    return {"fixes": [{"description": description, "artifactChanges": [change]}]}


def _notification(level: str, reason: str, rules: tuple[str, ...], paths: list[str]) -> dict[str, Any]:
    named = f" ({', '.join(rules)})" if rules else ""
    return {
        "level": level,
        "message": message(f"Not checked: {reason}{named}"),
        "locations": [{"physicalLocation": {"artifactLocation": artifact(path)}} for path in paths],
    }
