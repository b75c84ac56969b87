"""The whole report as one JSON document, validated before a byte is written."""

import msgspec

from validator.findings import FileReport, Report, ReportSettings, Summary, Tool
from validator.reporters.validation import valid_builtins


class JsonReporter:
    """Holds the files back until the last one is in: the report is written whole or not at all."""

    def __init__(self, tool: Tool, settings: ReportSettings, colour: bool) -> None:
        self._tool, self._settings = tool, settings
        self._files: list[FileReport] = []

    def head(self) -> bytes:
        """Nothing yet."""
        return b""

    def file(self, report: FileReport) -> bytes:
        """Nothing yet."""
        self._files.append(report)
        return b""

    def tail(self, summary: Summary, exit_code: int) -> bytes:
        """The report."""
        report = Report(self._tool, self._settings, tuple(self._files), summary, exit_code)
        return json_bytes(report)


def json_bytes(report: Report) -> bytes:
    """A report as JSON, valid by its schema; the keys always stand in the same order."""
    data = valid_builtins(report)
    ordered = {"schema_version": data["schema_version"]} | data  # a reader must know this before the rest
    return msgspec.json.format(msgspec.json.encode(ordered), indent=2) + b"\n"
