"""Sets findings aside that are known, excepted or silenced: they stay in the report, and do not count."""

from collections.abc import Iterable
from datetime import date
from fnmatch import fnmatchcase
from typing import Final

from msgspec.structs import replace

from validator.engine.baseline import JUSTIFICATION
from validator.engine.fingerprint import normal_path
from validator.engine.selection import named_by
from validator.engine.settings import Settings
from validator.engine.suppressions import Sieve
from validator.findings import FileReport, Finding
from validator.rulebook import ExecutableRule

BY_SETTINGS: Final = "silent for this file by the settings"
_NONE: Final[frozenset[str]] = frozenset()


class SettingAside:
    """What a run sets aside. `today` is the day by which suppressions expire."""

    def __init__(self, settings: Settings, rules: Iterable[ExecutableRule], today: date) -> None:
        self._per_file = tuple((pattern, named_by(names, rules)) for pattern, names in settings.per_file)
        self._known = settings.baseline.fingerprints() if settings.baseline else _NONE
        self.sieve = Sieve(settings.suppressions, today) if settings.suppressions else None

    def applied(self, report: FileReport) -> FileReport:
        """The report with its findings divided."""
        if self.sieve is not None:
            self.sieve.met(report.path)
        silent = self._silent(report.path) if self._per_file else _NONE
        if not report.findings or not (self.sieve or self._known or silent):
            return report
        kept: list[Finding] = []
        aside: list[Finding] = []
        for finding in report.findings:
            why = self._why(report.path, finding, silent)
            (aside if why else kept).append(replace(finding, justification=why) if why else finding)
        return replace(report, findings=tuple(kept), suppressed=tuple(aside)) if aside else report

    def _silent(self, path: str) -> frozenset[str]:
        """The rules that the settings silence for a file."""
        here = normal_path(path)
        found = (rules for pattern, rules in self._per_file if fnmatchcase(here, pattern))
        return frozenset(rule for rules in found for rule in rules)

    def _why(self, path: str, finding: Finding, silent: frozenset[str]) -> str:
        if finding.rule in silent:
            return BY_SETTINGS
        found = self.sieve.justification(path, finding) if self.sieve is not None else ""
        return found or (JUSTIFICATION if finding.fingerprint in self._known else "")
