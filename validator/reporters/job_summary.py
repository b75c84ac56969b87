"""The page of a job in GitHub Actions: counts, and a table of the findings, in Markdown."""

from collections.abc import Iterator
from typing import Final

from validator.findings import FileReport, Finding, ReportSettings, Summary, Tool
from validator.reporters.places import within
from validator.reporters.text import printable_path

BYTES_SHOWN: Final = 200_000  # GitHub refuses a summary of more than 1 MiB as a whole
_HEAD: Final = b"| severity | where | what | rule |\n|---|---|---|---|\n"
# As character references: whatever stands in a cell can open no tag, link, code, cell or line, and call nobody.
_SPECIAL: Final = str.maketrans(
    {char: f"&#{ord(char)};" for char in "\\`*_[]<>|~&@#$:"} | dict.fromkeys("\r\n", " ")
)


class JobSummary:
    """The first rows of the table as they come; the counts stand below it."""

    def __init__(self, tool: Tool, settings: ReportSettings, colour: bool) -> None:
        self._room = BYTES_SHOWN
        self._left_out = 0

    def head(self) -> bytes:
        """The heading."""
        return b"## Redmark\n\n"

    def file(self, report: FileReport) -> bytes:
        """A row for each finding, and for what could not be judged."""
        return b"".join(map(self._shown, _rows(report)))

    def tail(self, summary: Summary, exit_code: int) -> bytes:
        """What was left out, and the counts."""
        parts = [] if self._room < BYTES_SHOWN else ["Nothing was found."]
        if self._left_out:
            parts.append(f"Not shown: {self._left_out} more. The log of the job has them all.")
        parts.append(
            f"Files checked: {summary.checked} of {summary.files}. Errors: {summary.error}, warnings: "
            f"{summary.warning}, info: {summary.info}. Exit code: {exit_code}."
        )
        return "".join(f"\n{part}\n" for part in parts).encode()

    def _shown(self, row: bytes) -> bytes:
        """The row, with the head of the table before the first, as long as there is room."""
        if self._left_out or len(row) > self._room:
            self._left_out += 1
            return b""
        head = _HEAD if self._room == BYTES_SHOWN else b""
        self._room -= len(row)
        return head + row


def _rows(report: FileReport) -> Iterator[bytes]:
    path = printable_path(report.path)
    for finding in report.findings:
        yield _row(finding.severity, _place(path, finding), finding.message, finding.rule)
    for entry in report.not_checked:
        if not entry.rules:
            yield _row("not checked", path, entry.reason, "")


def _place(path: str, finding: Finding) -> str:
    start = finding.span.start
    inner = within(finding.span)
    return f"{path}, {inner}" if inner else f"{path}:{start.line}:{start.column}"


def _row(*cells: str) -> bytes:
    row = " | ".join(cell.translate(_SPECIAL) for cell in cells)
    return f"| {row} |\n".encode("utf-8", "backslashreplace")
