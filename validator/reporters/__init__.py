"""Report formats: each turns findings into bytes, file by file. They know findings and nothing else."""

from collections.abc import Callable
from importlib import import_module
from typing import Final, Protocol, TypeAlias, cast

from validator.findings import FileReport, ReportSettings, Summary, Tool

__all__ = ["REPORTERS", "MakeReporter", "Reporter"]


class Reporter(Protocol):
    """One report being written: a head, each file as it comes, a tail."""

    def head(self) -> bytes:
        """What stands before the first file."""

    def file(self, report: FileReport) -> bytes:
        """What is written for one file; may be empty."""

    def tail(self, summary: Summary, exit_code: int) -> bytes:
        """What stands after the last file."""


# The last argument: whether to use colour, for the formats that have any.
MakeReporter: TypeAlias = Callable[[Tool, ReportSettings, bool], Reporter]


def _made_by(name: str, module: str) -> MakeReporter:
    """Imports the module when the first report of its format is made: a run uses one or two of them."""

    def make(tool: Tool, settings: ReportSettings, colour: bool) -> Reporter:
        reporter = cast(MakeReporter, getattr(import_module(f"validator.reporters.{module}"), name))
        return reporter(tool, settings, colour)

    return make


REPORTERS: Final[dict[str, MakeReporter]] = {
    "github": _made_by("GitHubReporter", "github"),
    "gitlab": _made_by("GitLabReporter", "gitlab"),
    "html": _made_by("HtmlReporter", "html"),
    "json": _made_by("JsonReporter", "json"),
    "jsonl": _made_by("JsonLinesReporter", "jsonl"),
    "junit": _made_by("JUnitReporter", "junit"),
    "rdjsonl": _made_by("ReviewdogReporter", "rdjsonl"),
    "sarif": _made_by("SarifReporter", "sarif"),
    "text": _made_by("TextReporter", "text"),
}
# What a job of GitHub Actions shows on its page, beside its log; no format of its own.
JOB_SUMMARY: Final = _made_by("JobSummary", "job_summary")
# What `--quiet` leaves of the text report; no format of its own either.
FINDINGS_ONLY: Final = _made_by("FindingsOnly", "findings_only")
