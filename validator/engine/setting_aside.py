"""Sets findings aside that are known, excepted or silenced: they stay in the report, and do not count."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec.structs import replace

from validator.engine.baseline import JUSTIFICATION
from validator.engine.inspection import CHECKED
from validator.engine.run import by_place
from validator.engine.selection import ids_of, named_by
from validator.engine.settings import Settings
from validator.engine.suppressions import Sieve
from validator.findings import FileReport, Finding
from validator.readers.path_patterns import fits, placed
from validator.rulebook import ExecutableRule

BY_SETTINGS: Final = "silent for this file by the settings"
_NONE: Final[frozenset[str]] = frozenset()


class SettingAside:
    """What a run sets aside. `selected`: the rules that run; `today`: the day by which suppressions expire."""

    def __init__(
        self,
        settings: Settings,
        rules: Iterable[ExecutableRule],
        selected: Iterable[ExecutableRule],
        today: date,
    ) -> None:
        self._per_file = tuple(
            ((placed(pattern),), named_by(names, rules)) for pattern, names in settings.per_file
        )
        self._known = settings.baseline.fingerprints() if settings.baseline else _NONE
        self.sieve = Sieve(settings.suppressions, ids_of(selected), today) if settings.suppressions else None

    def applied(self, report: FileReport) -> FileReport:
        """The report with its findings divided."""
        if self.sieve is not None and report.status == CHECKED:
            self.sieve.met(report.path)
        silent = self._silent(report.path) if self._per_file else _NONE
        if not report.findings or not (self.sieve or self._known or silent):
            return report
        kept: list[Finding] = []
        aside: list[Finding] = []
        for finding in report.findings:
            why = self._why(report.path, finding, silent)
            (aside if why else kept).append(replace(finding, justification=why) if why else finding)
        if not aside:
            return report
        both = sorted((*report.suppressed, *aside), key=by_place)
        return replace(report, findings=tuple(kept), suppressed=tuple(both))

    def _silent(self, path: str) -> frozenset[str]:
        """The rules that the settings silence for a file."""
        found = (rules for patterns, rules in self._per_file if fits(path, patterns))
        return frozenset(rule for rules in found for rule in rules)

    def _why(self, path: str, finding: Finding, silent: frozenset[str]) -> str:
        if finding.rule in silent:
            return BY_SETTINGS
        found = self.sieve.justification(path, finding) if self.sieve is not None else ""
        return found or (JUSTIFICATION if finding.fingerprint in self._known else "")
