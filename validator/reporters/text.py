"""The report for people: one paragraph for each finding, with the masked line it stands on."""

from collections.abc import Iterator
from typing import Final

from validator.findings import Edit, FileReport, FileSpan, Finding, NotChecked, ReportSettings, Summary, Tool
from validator.reporters.colour import Paint
from validator.reporters.places import within

NAMES_SHOWN: Final = 3  # of the rules that were not checked
CITATIONS_SHOWN: Final = 2


class TextReporter:
    """Findings grouped by file, what was not checked always among them, and the counts at the end."""

    def __init__(self, tool: Tool, settings: ReportSettings, colour: bool) -> None:
        self._paint = Paint(colour)

    def head(self) -> bytes:
        """Nothing."""
        return b""

    def file(self, report: FileReport) -> bytes:
        """The findings of a file and what was not checked in it."""
        path = _no_command(printable_path(report.path))
        lines = [line for finding in report.findings for line in self._finding(path, finding)]
        lines += [self._not_checked(path, report.status, entry) for entry in report.not_checked]
        return _encoded([*lines, ""]) if lines else b""

    def tail(self, summary: Summary, exit_code: int) -> bytes:
        """The counts, in a sentence."""
        return _encoded([self._counts(summary)])

    def _finding(self, path: str, finding: Finding) -> Iterator[str]:
        start = finding.span.start
        place = self._paint("place", f"{path}{_place(finding.span)}:")
        severity = self._paint(finding.severity, f"{finding.severity}:")
        yield f"{place} {severity} {finding.message} [{finding.rule}]"
        yield from self._frame(start.line, finding)
        if finding.hint:
            yield f"  hint: {finding.hint}"
        for edit in finding.fix:
            yield f"  fix:  {_edit(edit)}"
        if finding.citations:
            yield self._paint("quiet", f"  see:  {cited(finding)}")

    def _frame(self, number: int, finding: Finding) -> Iterator[str]:
        if not finding.excerpt:
            return
        line, _, carets = finding.excerpt.partition("\n")
        if not carets:  # recovered words stand on no line
            yield f"  {self._paint('quiet', 'found:')} {line}"
            return
        yield f"{self._paint('quiet', f'{number:>6} |')} {line}"
        yield f"{self._paint('quiet', '       |')} {self._paint(finding.severity, carets)}"

    def _not_checked(self, path: str, status: str, entry: NotChecked) -> str:
        place = self._paint("place", f"{path}:")
        if not entry.rules:
            word = "cannot be read" if status == "unreadable" else "not checked"
            return f"{place} {self._paint('error', f'{word}:')} {entry.reason}"
        return f"{place} {self._paint('quiet', 'not checked:')} {entry.reason} ({named(entry.rules)})"

    def _counts(self, summary: Summary) -> str:
        parts = [
            f"{_counted(summary.checked, 'file')} checked: {_counted(summary.error, 'error')}",
            _counted(summary.warning, "warning"),
            f"{summary.info} info",
        ]
        if summary.not_recognised:
            parts.append(f"{_counted(summary.not_recognised, 'file')} not recognised")
        if summary.unreadable:
            parts.append(f"{summary.unreadable} unreadable")
        return ", ".join(parts)


def printable_path(path: str) -> str:
    """The path without characters that could drive a terminal or start a new line."""
    if path.isprintable():
        return path
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in path)


def _no_command(path: str) -> str:
    """A path that does not look like a command to GitHub Actions, which reads them out of what a job prints."""
    path = path.replace("##[", r"\x23#[")
    return f"./{path}" if path.lstrip().startswith("::") else path


def _place(span: FileSpan) -> str:
    """Line and column as editors take them; behind the page or part, where the format has them."""
    inner = within(span)
    return f": {inner}" if inner else f":{span.start.line}:{span.start.column}"


def _edit(edit: Edit) -> str:
    column, text = edit.span.start.column, edit.text
    return f"at column {column} write {text!r}" if text else f"at column {column} leave out what stands there"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def cited(finding: Finding) -> str:
    """The authorities of a finding, as many as fit on a line."""
    cites = [citation.cite for citation in finding.citations[:CITATIONS_SHOWN]]
    more = len(finding.citations) - len(cites)
    return "; ".join(cites) + (f"; and {more} more" if more else "")


def named(rules: tuple[str, ...]) -> str:
    """How many rules, and the first of them by name."""
    shown = ", ".join(rules[:NAMES_SHOWN])
    more = len(rules) - NAMES_SHOWN
    count = "1 rule" if len(rules) == 1 else f"{len(rules)} rules"
    return f"{count}: {shown} and {more} more" if more > 0 else f"{count}: {shown}"


def _encoded(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
