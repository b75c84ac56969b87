"""`check --statistics`: what each rule found, and which rules were never applied."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from validator.engine.run_reach import APPLIED, STAGES, RunReach
from validator.findings import SEVERITIES, FileReport

WIDTH: Final = 100
_SEVERE_FIRST: Final = SEVERITIES[::-1]
_HEADS: Final = ("findings", "files", "severity", "rule")


class Statistics:
    """Takes in every file report of a run. It keeps counts by rule, and nothing of any file."""

    def __init__(self, reach: RunReach) -> None:
        self._reach = reach
        self._findings: Counter[str] = Counter()
        self._files: Counter[str] = Counter()
        self._aside: Counter[str] = Counter()
        self._severity: dict[str, str] = {}

    def add(self, report: FileReport) -> None:
        """Counts what was found in one file."""
        rules = [finding.rule for finding in report.findings]
        self._findings.update(rules)
        self._files.update(set(rules))
        self._severity.update((finding.rule, finding.severity) for finding in report.findings)
        self._aside.update(finding.rule for finding in report.suppressed)

    def lines(self) -> Iterator[str]:
        """The table, then the rules that found nothing, then those that were never applied, by reason."""
        yield ""
        yield from self._table()
        yield from self._totals()
        stages = self._reach.by_stage()
        found = self._findings.keys() | self._aside.keys()
        silent = [rule for rule in stages.pop(APPLIED) if rule not in found]
        yield from _listed("", f"{_counted(len(silent))} applied, and found nothing", silent)
        never = sum(map(len, stages.values()))
        yield from _listed("", f"{_counted(never)} never applied", ())
        for stage in STAGES:
            if stages.get(stage):
                yield from _listed("  ", f"{stage} ({len(stages[stage])})", stages[stage])

    def _table(self) -> Iterator[str]:
        if not self._findings:
            return
        rows = [
            _HEADS,
            *map(self._row, sorted(self._findings, key=lambda rule: (-self._findings[rule], rule))),
        ]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for findings, files, severity, rule in rows:
            yield f"{findings:>{widths[0]}}  {files:>{widths[1]}}  {severity:<{widths[2]}}  {rule}"

    def _row(self, rule: str) -> tuple[str, str, str, str]:
        return str(self._findings[rule]), str(self._files[rule]), self._severity[rule], rule

    def _totals(self) -> Iterator[str]:
        counts = Counter[str]()
        for rule, count in self._findings.items():
            counts[self._severity[rule]] += count
        parts = [f"{severity} {counts[severity]}" for severity in _SEVERE_FIRST]
        yield f"findings of {_counted(len(self._findings))}: {', '.join(parts)}"
        if self._aside:
            yield from _listed("", f"set aside: {self._aside.total()} of", sorted(self._aside))


def _counted(count: int) -> str:
    return "1 rule" if count == 1 else f"{count} rules"


def _listed(indent: str, title: str, names: Iterable[str]) -> Iterator[str]:
    """A title and the names below it, as wide as the page."""
    text = ", ".join(names)
    yield f"{indent}{title}{':' if text else ''}"
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=f"{indent}  ",
        subsequent_indent=f"{indent}  ",
        break_on_hyphens=False,
        break_long_words=False,
    )
