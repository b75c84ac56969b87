"""Sets findings aside that are in the baseline or suppressed: they stay in the report, and do not count."""

from datetime import date
from typing import Final

from msgspec.structs import replace

from validator.engine.baseline import JUSTIFICATION
from validator.engine.settings import Settings
from validator.engine.suppressions import Sieve
from validator.findings import FileReport, Finding

_NONE: Final[frozenset[str]] = frozenset()


class SettingAside:
    """What a run sets aside. `today` is the day by which suppressions expire."""

    def __init__(self, settings: Settings, today: date) -> None:
        self._known = settings.baseline.fingerprints() if settings.baseline else _NONE
        self.sieve = Sieve(settings.suppressions, today) if settings.suppressions else None

    def applied(self, report: FileReport) -> FileReport:
        """The report with its findings divided."""
        if self.sieve is not None:
            self.sieve.met(report.path)
        if not report.findings or (self.sieve is None and not self._known):
            return report
        kept: list[Finding] = []
        aside: list[Finding] = []
        for finding in report.findings:
            why = self._why(report.path, finding)
            (aside if why else kept).append(replace(finding, justification=why) if why else finding)
        return replace(report, findings=tuple(kept), suppressed=tuple(aside)) if aside else report

    def _why(self, path: str, finding: Finding) -> str:
        found = self.sieve.justification(path, finding) if self.sieve is not None else ""
        return found or (JUSTIFICATION if finding.fingerprint in self._known else "")
