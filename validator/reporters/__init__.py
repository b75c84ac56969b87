"""Report formats: each turns findings into bytes, file by file. They know findings and nothing else."""

from collections.abc import Callable
from typing import Final, Protocol

from validator.findings import FileReport, ReportSettings, Summary, Tool
from validator.reporters.json import JsonReporter
from validator.reporters.jsonl import JsonLinesReporter
from validator.reporters.text import TextReporter

__all__ = ["REPORTERS", "Reporter"]


class Reporter(Protocol):
    """One report being written: a head, each file as it comes, a tail."""

    def head(self) -> bytes:
        """What stands before the first file."""

    def file(self, report: FileReport) -> bytes:
        """What is written for one file; may be empty."""

    def tail(self, summary: Summary, exit_code: int) -> bytes:
        """What stands after the last file."""


# The last argument: whether to use colour, for the formats that have any.
REPORTERS: Final[dict[str, Callable[[Tool, ReportSettings, bool], Reporter]]] = {
    "json": JsonReporter,
    "jsonl": JsonLinesReporter,
    "text": TextReporter,
}
