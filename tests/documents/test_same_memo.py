"""The same memo as text, Markdown, HTML, Word and PDF: the same findings, at the places that correspond."""

from collections.abc import Callable

import pytest

from tests.battery.packages import document, paragraph, run
from tests.battery.pdf_writer import Pdf
from validator.api.checking import Checker
from validator.engine.settings import Settings

# One line each; an empty one stands between paragraphs. Line 9 is marked above the banner, line 11 wrongly.
LINES = (
    "SECRET//NOFORN",
    "",
    "12 January 2017",
    "",
    "SUBJECT: (U) Harbor fees",
    "",
    "1. (U) The port authority raised its fees.",
    "",
    "2. (TS//NF) Two shipping agents had expected more.",
    "",
    "3. (S//NOFORN) A third agent agreed.",
    "",
    "Classified By: Jane Roe, Director, Harbor Office",
    "",
    "Derived From: Harbor Security Guide, dated 20100105",
    "",
    "Declassify On: 20420112",
    "",
    "SECRET//NOFORN",
)


def as_text() -> bytes:
    return "\n".join(LINES).encode()


def as_html() -> bytes:
    body = "\n".join(f"<p>{line}</p>" if line else "" for line in LINES)
    return f"<!DOCTYPE html><html><head><title>Harbor fees</title></head><body>{body}</body></html>".encode()


def as_docx() -> bytes:
    return document("".join(paragraph(run(line)) for line in LINES))


def as_pdf() -> bytes:
    pdf = Pdf()
    shown = ((row, line) for row, line in enumerate(LINES) if line)
    pdf.page("".join(f"BT /F1 11 Tf 72 {740 - 14 * row} Td ({line}) Tj ET\n" for row, line in shown))
    return pdf.bytes()


FILES: dict[str, Callable[[], bytes]] = {
    "memo.txt": as_text,
    "memo.md": as_text,
    "memo.html": as_html,
    "memo.docx": as_docx,
    "memo.pdf": as_pdf,
}
# A page has no empty lines: its lines are those that a reader counts on it.
LINE_ON_PAGE = {line: 1 + sum(map(bool, LINES[: line - 1])) for line in range(1, len(LINES) + 1)}


@pytest.mark.parametrize("name", FILES)
def test_the_findings_are_those_of_the_text(name: str) -> None:
    report = Checker(Settings(dialect="ic")).check_bytes(FILES[name](), name)
    assert (report.kind, report.document["date"], report.not_checked) == ("memo", "2017-01-12", ())
    found = [(one.rule, one.span.page, one.span.part, one.span.start.line) for one in report.findings]
    assert found == [("banner-below-portions", *place(name, 1)), ("banner-form-in-portion", *place(name, 11))]


def place(name: str, line: int) -> tuple[int | None, str | None, int]:
    """Page, part and line where a line of the memo stands in a file."""
    if name.endswith("pdf"):
        return 1, None, LINE_ON_PAGE[line]
    return (None, f"word/document.xml paragraph {line}", 1) if name.endswith("docx") else (None, None, line)
