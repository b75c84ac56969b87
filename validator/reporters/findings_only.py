"""The text report of `--quiet`: findings, and nothing where there are none."""

from msgspec.structs import replace

from validator.findings import FileReport, ReportSettings, Summary, Tool
from validator.reporters.text import TextReporter


class FindingsOnly:
    """The report for people without the counts, and without what was not judged: that is said beside it."""

    def __init__(self, tool: Tool, settings: ReportSettings, colour: bool) -> None:
        self._text = TextReporter(tool, settings, colour)

    def head(self) -> bytes:
        """Nothing."""
        return b""

    def file(self, report: FileReport) -> bytes:
        """The findings of one file."""
        return self._text.file(replace(report, not_checked=()))

    def tail(self, summary: Summary, exit_code: int) -> bytes:
        """Nothing."""
        return b""
