"""JSON Lines: first the tool and settings, then a line for each file, last the summary; flat memory."""

from typing import Any

import msgspec
from msgspec.structs import replace

from validator.findings import SCHEMA_VERSION, FileReport, ReportSettings, Summary, Tool
from validator.reporters.validation import valid

_ENCODER = msgspec.json.Encoder()


class JsonLinesReporter:
    """Each line is valid by its own definition in the report schema before it is written."""

    def __init__(self, tool: Tool, settings: ReportSettings, colour: bool) -> None:
        self._tool, self._settings = tool, settings

    def head(self) -> bytes:
        """What made the report."""
        run = {"schema_version": SCHEMA_VERSION, "tool": self._tool, "settings": self._settings}
        return _line(msgspec.to_builtins(run), "run_line")

    def file(self, report: FileReport) -> bytes:
        """One file."""
        # The document is plain data as it is, and most of the report: no need to copy it.
        data = msgspec.to_builtins(replace(report, document={}))
        data["document"] = report.document
        return _line({"file": data}, "file_line")

    def tail(self, summary: Summary, exit_code: int) -> bytes:
        """The counts. A report without this line was cut short."""
        return _line({"summary": msgspec.to_builtins(summary), "exit_code": exit_code}, "summary_line")


def _line(data: dict[str, Any], part: str) -> bytes:
    return _ENCODER.encode(valid(data, part)) + b"\n"
