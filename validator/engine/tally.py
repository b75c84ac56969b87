"""Counts over all files of a run, and the exit code that follows from them."""

from collections.abc import Iterator
from typing import Final

from validator.engine.inspection import CHECKED, NOT_RECOGNISED, UNREADABLE
from validator.engine.plan import NOT_RECOGNISED as KIND_UNKNOWN
from validator.engine.run import FAILED, TOOK_TOO_LONG
from validator.engine.settings import Settings
from validator.findings import SEVERITIES, FileReport, Summary

CLEAN: Final = 0
FINDINGS: Final = 1
INCOMPLETE: Final = 4


class Tally:
    """Takes in every file report of a run, one by one. `faults` says in a line each what stayed unjudged.

    `left_out` says in a line each what was not looked at, as the user or Git wished.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._status = dict.fromkeys((CHECKED, NOT_RECOGNISED, UNREADABLE), 0)
        self._severity = dict.fromkeys(SEVERITIES, 0)
        self.faults: list[str] = []
        self.left_out: list[str] = []

    def counted(self, report: FileReport, *, named: bool) -> FileReport:
        """The same report, now counted. `named`: the user gave this path, so it must be recognised."""
        self._status[report.status] += 1
        for finding in report.findings:
            self._severity[finding.severity] += 1
        if report.not_checked:
            self.faults += faults_of(report, named=named and not self._settings.allow_unrecognised)
        return report

    def summary(self) -> Summary:
        """The counts."""
        status, severity = self._status, self._severity
        return Summary(
            files=sum(status.values()),
            checked=status[CHECKED],
            not_recognised=status[NOT_RECOGNISED],
            unreadable=status[UNREADABLE],
            error=severity["error"],
            warning=severity["warning"],
            info=severity["info"],
        )

    def checked_nothing(self) -> bool:
        """Whether no file at all was judged, and the user did not say that this is all right."""
        passed_over = self._settings.allow_unrecognised and self._status[NOT_RECOGNISED]
        return not (self._status[CHECKED] or self._settings.allow_empty or passed_over)

    def exit_code(self) -> int:
        """0, 1 or 4. What was not judged outweighs what was found: 4 wins over 1."""
        if self.faults or self.checked_nothing():
            return INCOMPLETE
        failing = SEVERITIES[SEVERITIES.index(self._settings.fail_on) :]
        return FINDINGS if any(self._severity[severity] for severity in failing) else CLEAN


def faults_of(report: FileReport, *, named: bool) -> Iterator[str]:
    """A line for each thing of a file that should have been judged and was not. `named`: the user gave its path."""
    if report.status == UNREADABLE or (named and report.status == NOT_RECOGNISED):
        yield from (f"{report.path}: {entry.reason}" for entry in report.not_checked if not entry.rules)
    for entry in report.not_checked:
        if entry.reason == TOOK_TOO_LONG or entry.reason.startswith(FAILED):
            yield f"{report.path}: {', '.join(entry.rules)}: {entry.reason}"
        elif report.status == CHECKED and not entry.rules and entry.reason != KIND_UNKNOWN:
            yield f"{report.path}: {entry.reason}"  # a page or part that the reader could not see into
