"""Writes the examples that are no plain text: `python -m tests.battery.example_files`. All words are invented.

Each is the memo of a harbor office with something hidden that can be read.
"""

import sys
from pathlib import Path
from typing import Final

from tests.battery.packages import document, paragraph, run
from tests.battery.pdf_writer import Pdf

EXAMPLES: Final = Path(__file__).resolve().parent.parent.parent / "examples"
HEAD: Final = (
    "UNCLASSIFIED",
    "",
    "12 March 2018",
    "",
    "MEMORANDUM FOR THE DIRECTOR",
    "",
    "SUBJECT: Harbor fees",
    "",
)
TEXT: Final = (
    "1. The port authority raised its fees in June.",
    "2. The agent who told us so is Ann Example of Nordhaven.",
    "3. Two shipping agents had expected more.",
)
TAIL: Final = ("", "UNCLASSIFIED")
_ROW: Final = 16  # points from line to line
_TOP: Final = 740
_LEFT: Final = 72


def covered_pdf() -> bytes:
    """A black box over a name, which is still there."""
    pdf, rows = Pdf(), []
    for number, line in enumerate((*HEAD, *TEXT, *TAIL)):
        rows.append(f"BT /F1 11 Tf {_LEFT} {_TOP - number * _ROW} Td ({line}) Tj ET")
    line = _TOP - (len(HEAD) + 1) * _ROW
    box = f"0 g 222 {line - 3} 150 13 re f"
    pdf.page("\n".join((*rows, box)))
    return pdf.bytes()


def tracked_docx() -> bytes:
    """A deletion that the tracking of changes keeps."""
    tracked = 'w:id="1" w:author="Editor" w:date="2018-03-12T09:00:00Z"'
    gone = f'<w:del {tracked}><w:r><w:delText xml:space="preserve"> Ann Example of Nordhaven</w:delText></w:r></w:del>'
    lines = [paragraph(run(line)) for line in (*HEAD, TEXT[0])]
    lines.append(paragraph(run("2. The agent who told us so is") + gone + run(" known to us.")))
    lines += [paragraph(run(line)) for line in (TEXT[2], *TAIL)]
    return document("".join(lines))


def hidden_html() -> bytes:
    """A paragraph that the style hides."""
    shown = [f"<p>{line}</p>" for line in (*HEAD, TEXT[0]) if line]
    hidden = f'<p style="display:none">{TEXT[1]}</p>'
    rest = [f"<p>{line}</p>" for line in (TEXT[2], *TAIL) if line]
    lines = [
        "<!DOCTYPE html>",
        "<html><head><title>Harbor fees</title></head>",
        "<body>",
        *shown,
        hidden,
        *rest,
    ]
    return "\n".join((*lines, "</body></html>", "")).encode()


FILES: Final = {
    "memo-covered-2018.pdf": covered_pdf,
    "memo-hidden-2018.html": hidden_html,
    "memo-tracked-2018.docx": tracked_docx,
}


def main() -> int:
    """Writes them."""
    for name, make in FILES.items():
        (EXAMPLES / name).write_bytes(make())
    return 0


if __name__ == "__main__":
    sys.exit(main())
