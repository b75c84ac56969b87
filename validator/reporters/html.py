"""One page for whoever releases documents: to be read on a screen, by a screen reader, and on paper.

No script, nothing from elsewhere. The files are written as they come; the counts, which are known last, are shown
first by the style sheet, and a link leads to them where there is none.
"""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from itertools import chain
from typing import Final
from unicodedata import category

from validator.findings import (
    SEVERITIES,
    Edit,
    FileReport,
    Finding,
    NotChecked,
    ReportSettings,
    Summary,
    Tool,
)
from validator.reporters.html_style import STYLE
from validator.reporters.places import has_lines, within
from validator.reporters.text import printable_path

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_SEVERE_FIRST: Final = SEVERITIES[::-1]
_STATUS: Final = {
    "checked": "checked",
    "not-recognised": "not recognised",
    "unreadable": "cannot be read",
}
_RESULT: Final = {
    0: "Nothing to fail on was found.",
    1: "There are findings to fail on.",
    4: "Incomplete: something was not read or not judged.",
}
_TABLE_HEAD: Final = (
    '<table><thead><tr><th scope="col">Severity</th><th scope="col">Place</th>'
    '<th scope="col">Finding</th><th scope="col">Authority</th></tr></thead><tbody>'
)


class HtmlReporter:
    """A section for each file, with its counts on top."""

    def __init__(self, tool: Tool, settings: ReportSettings, colour: bool) -> None:
        self._tool, self._settings = tool, settings
        self._files = 0

    def head(self) -> bytes:
        """The head of the page."""
        return _encoded(
            (
                "<!DOCTYPE html>",
                '<html lang="en"><head><meta charset="utf-8">',
                f'<meta http-equiv="Content-Security-Policy" content="{policy(STYLE)}">',
                '<meta name="viewport" content="width=device-width, initial-scale=1">',
                '<meta name="color-scheme" content="light dark">',
                f"<title>Redmark report</title><style>{STYLE}</style></head><body>",
                '<header><h1>Redmark report</h1><p><a href="#counts">Counts of all files</a></p></header>',
                "<main>",
            )
        )

    def file(self, report: FileReport) -> bytes:
        """The section of one file."""
        self._files += 1
        return _encoded(_section(report, f"file-{self._files}"))

    def tail(self, summary: Summary, exit_code: int) -> bytes:
        """The counts, and what made the report."""
        settings = self._settings
        packs = ", ".join(f"{pack.name} {pack.version}" for pack in self._tool.packs)
        made = (
            f"Made by {self._tool.name} {self._tool.version}, packs {packs}. Dialect {settings.dialect}, fails on "
            f"{settings.fail_on}, excerpts {settings.excerpts}, as of {settings.as_of or 'the date of each document'}."
        )
        return _encoded(
            (
                '</main><section id="counts" aria-labelledby="counts-title">',
                '<h2 id="counts-title">Counts of all files</h2>',
                f"<p><strong>{_RESULT.get(exit_code, '')}</strong> Exit code {exit_code}.</p>",
                *_counts(summary),
                f"<p>{html_text(made)}</p></section></body></html>",
            )
        )


def policy(style: str) -> str:
    """Allows the style sheet of this very text, and nothing else."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _counts(summary: Summary) -> Iterator[str]:
    yield '<table><thead><tr><th scope="col">What</th><th scope="col">How many</th></tr></thead><tbody>'
    rows = {
        "Files": summary.files,
        "Checked": summary.checked,
        "Not recognised": summary.not_recognised,
        "Unreadable": summary.unreadable,
        "Errors": summary.error,
        "Warnings": summary.warning,
        "Info": summary.info,
    }
    for name, count in rows.items():
        yield f'<tr><th scope="row">{name}</th><td>{count}</td></tr>'
    yield "</tbody></table>"


def _section(report: FileReport, name: str) -> Iterator[str]:
    yield f'<section aria-labelledby="{name}"><h2 id="{name}">{html_text(printable_path(report.path))}</h2>'
    yield f"<p>{html_text(_of_file(report))}</p>"
    if report.findings or report.suppressed:
        rows = chain(
            (_row(finding) for finding in report.findings),
            (_row(finding, suppressed=True) for finding in report.suppressed),
        )
        yield from (_TABLE_HEAD, *rows, "</tbody></table>")
    if report.not_checked:
        yield from ("<h3>Not checked</h3><ul>", *map(_not_checked, report.not_checked), "</ul>")
    yield "</section>"


def _of_file(report: FileReport) -> str:
    counts = Counter(finding.severity for finding in report.findings)
    found = [_counted(counts[severity], severity) for severity in _SEVERE_FIRST if counts[severity]]
    if report.suppressed:
        found.append(f"{len(report.suppressed)} suppressed")
    if report.status == "checked" and not found:
        found.append("nothing found")
    kind = "" if report.kind == "unknown" else f" as {report.kind}"
    return f"{_STATUS[report.status]}{kind}{': ' if found else ''}{', '.join(found)}.".capitalize()


def _counted(count: int, severity: str) -> str:
    return f"{count} {severity}" if count == 1 or severity == "info" else f"{count} {severity}s"


def _row(finding: Finding, *, suppressed: bool = False) -> str:
    words = f"{finding.severity} (suppressed)" if suppressed else finding.severity
    colour = "suppressed" if suppressed else finding.severity  # what does not count alarms nobody
    cites = "".join(f"<li>{html_text(citation.cite)}</li>" for citation in finding.citations)
    return (
        f'<tr class="{html_text(colour)}"><td class="severity">{html_text(words)}</td>'
        f"<td>{html_text(_place(finding))}</td><td>{''.join(_told(finding))}</td>"
        f"<td>{f'<ul>{cites}</ul>' if cites else '–'}</td></tr>"
    )


def _told(finding: Finding) -> Iterator[str]:
    yield f"<p>{html_text(finding.message)}</p>"
    if finding.excerpt:
        yield f"<pre>{_marked(finding.excerpt)}</pre>"
    if finding.hint:
        yield f"<p>Hint: {html_text(finding.hint)}</p>"
    for other in finding.related:
        line = within(other.span) or f"line {other.span.start.line}"
        yield f"<p>See also {html_text(line)}: {html_text(other.label)}</p>"
    yield from map(_edit, finding.fix)
    if finding.justification:
        yield f"<p>Suppressed because: {html_text(finding.justification)}</p>"
    yield f"<p>Rule <code>{html_text(finding.rule)}</code></p>"


def _marked(excerpt: str) -> str:
    """The line with the place marked in it: carets below would stand elsewhere as soon as the line is broken."""
    line, _, carets = excerpt.rpartition("\n")
    if carets.strip(" ") != "^" * carets.count("^"):  # words that stand on no line
        return html_text(excerpt)
    start, end = carets.find("^"), len(carets)
    return f"{html_text(line[:start])}<mark>{html_text(line[start:end] or ' ')}</mark>{html_text(line[end:])}"


def _edit(edit: Edit) -> str:
    column = f"at column {edit.span.start.column} " if has_lines(edit.span) else ""
    what = f"write <code>{html_text(edit.text)}</code>" if edit.text else "leave out what stands there"
    return f"<p>Fix: {column}{what}</p>"


def _place(finding: Finding) -> str:
    start = finding.span.start
    return within(finding.span) or f"line {start.line}, column {start.column}"


def _not_checked(entry: NotChecked) -> str:
    rules = f" <small>({html_text(', '.join(entry.rules))})</small>" if entry.rules else ""
    return f"<li>{html_text(entry.reason)}{rules}</li>"


def html_text(text: str) -> str:
    """The text as it reads. A character that HTML cannot hold, or that turns the line round, is replaced."""
    return escape(text if text.isprintable() else "".join(map(_shown, text)))


def _shown(char: str) -> str:
    hidden = char != "\n" and category(char) in _HIDDEN
    return "\N{REPLACEMENT CHARACTER}" if hidden else char


def _encoded(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
