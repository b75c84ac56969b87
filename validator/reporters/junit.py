"""Results as those of a test run, for Jenkins and whatever else reads JUnit's XML: a suite for each file."""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from validator.findings import (
    SEVERITIES,
    FileReport,
    Finding,
    NotChecked,
    ReportSettings,
    Summary,
    Tool,
)
from validator.reporters.places import within
from validator.reporters.text import printable_path

# https://www.w3.org/TR/xml/#charsets
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS: Final = str.maketrans({"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})
_rule = attrgetter("rule")


class Case(NamedTuple):
    """One test: its name, what became of it (`passed` or the name of an element), and what is to be said."""

    name: str
    outcome: str
    message: str = ""
    text: str = ""


class JUnitReporter:
    """A rule that found something is a test; it failed where a finding reaches `--fail-on`."""

    def __init__(self, tool: Tool, settings: ReportSettings, colour: bool) -> None:
        self._name = tool.name
        self._failing = frozenset(SEVERITIES[SEVERITIES.index(settings.fail_on) :])

    def head(self) -> bytes:
        """The beginning of the document."""
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="{_attribute(self._name)}">\n'.encode()
        )

    def file(self, report: FileReport) -> bytes:
        """The suite of one file."""
        return "".join(
            f"{line}\n" for line in _suite(printable_path(report.path), [*self._cases(report)])
        ).encode()

    def tail(self, summary: Summary, exit_code: int) -> bytes:
        """The end of the document."""
        return b"</testsuites>\n"

    def _cases(self, report: FileReport) -> Iterator[Case]:
        by_rule = sorted(report.findings, key=_rule)  # stable: those of a rule stay in their places
        for rule, findings in groupby(by_rule, _rule):
            yield self._case(rule, [*findings])
        if report.status == "checked" and not report.findings:
            yield Case("nothing found", "passed")
        for entry in report.not_checked:
            yield from _not_checked(report, entry)

    def _case(self, rule: str, findings: list[Finding]) -> Case:
        failed = any(finding.severity in self._failing for finding in findings)
        text = "\n".join(map(_described, findings))
        return Case(rule, "failure" if failed else "passed", findings[0].message, text)


def _not_checked(report: FileReport, entry: NotChecked) -> Iterator[Case]:
    """Rules that did not apply are skipped. A file or page that no one could look into is an error."""
    if entry.rules:
        yield from (Case(rule, "skipped", entry.reason) for rule in entry.rules)
    elif report.status == "unreadable":
        yield Case("reading", "error", entry.reason)
    elif report.kind == "unknown":
        yield Case("recognition", "skipped", entry.reason)
    else:
        yield Case("reading", "error", entry.reason)


def _described(finding: Finding) -> str:
    start = finding.span.start
    place = within(finding.span) or f"line {start.line}, column {start.column}"
    lines = [f"{place}: {finding.severity}: {finding.message}", finding.excerpt]
    if finding.hint:
        lines.append(f"hint: {finding.hint}")
    if finding.citations:
        lines.append(f"see: {'; '.join(citation.cite for citation in finding.citations)}")
    return "\n".join(filter(None, lines))


def _suite(path: str, cases: list[Case]) -> Iterator[str]:
    count = {name: sum(case.outcome == name for case in cases) for name in ("failure", "error", "skipped")}
    yield (
        f'  <testsuite name="{_attribute(path)}" tests="{len(cases)}" failures="{count["failure"]}"'
        f' errors="{count["error"]}" skipped="{count["skipped"]}">'
    )
    for case in cases:
        yield from _element(path, case)
    yield "  </testsuite>"


def _element(path: str, case: Case) -> Iterator[str]:
    opening = f'    <testcase classname="{_attribute(path)}" name="{_attribute(case.name)}"'
    if case.outcome == "passed" and not case.text:
        yield f"{opening}/>"
        return
    yield f"{opening}>"
    if case.outcome == "passed":
        yield f"      <system-out>{_text(case.text)}</system-out>"
    else:
        closing = f">{_text(case.text)}</{case.outcome}>" if case.text else "/>"
        yield f'      <{case.outcome} message="{_attribute(case.message)}"{closing}'
    yield "    </testcase>"


def _text(text: str) -> str:
    """Text of an element. A carriage return is written out, or a reader would take it for a line end."""
    return escape(_valid(text), quote=False).replace("\r", "&#13;")


def _attribute(text: str) -> str:
    return escape(_valid(text)).translate(_LINE_ENDS)


def _valid(text: str) -> str:
    """The text without what XML cannot hold; half a surrogate pair becomes a backslash escape, as in every format."""
    return _NO_XML.sub("", text.encode("utf-8", "backslashreplace").decode())
