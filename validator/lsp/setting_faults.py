"""Where in a settings file or a file of suppressions an error of ours stands."""

import re
from collections.abc import Iterator
from typing import Final

from lsprotocol.types import Range

from validator.lsp.open_documents import OpenDocument

# Our errors name a place, or words of the file: `settings: PATH: unknown key 'fail-onn'`, `PATH: select: 3 is not …`.
_PLACES: Final = (
    re.compile(r":(?P<line>\d+):(?P<column>\d+): "),
    re.compile(r"\(at line (?P<line>\d+), column (?P<column>\d+)\)"),
)
_QUOTED: Final = re.compile(r"'([^']+)'")
_BARE: Final = re.compile(r"([\w.-]+)(?=:)")


def place_of(error: str, document: OpenDocument) -> Range:
    """The place of an error in a document; its first line where the error tells none."""
    for pattern in _PLACES:
        found = pattern.search(error)
        if found is not None:
            return _at(document, int(found["line"]), int(found["column"]))
    return _first_word_of(document, error) or first_line(document)


def first_line(document: OpenDocument) -> Range:
    """The place of what concerns a document as a whole."""
    return document.lines.range(*document.lines.line(0))


def _at(document: OpenDocument, line: int, column: int) -> Range:
    start, end = document.lines.line(min(line, document.text.count("\n") + 1) - 1)
    return document.lines.range(min(start + column - 1, end), end)


def _first_word_of(document: OpenDocument, error: str) -> Range | None:
    """The first word of an error that stands in the document."""
    for word in _words(error):
        found = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", document.text)
        if found is not None:
            return document.lines.range(*found.span())
    return None


def _words(error: str) -> Iterator[str]:
    """Quoted words, then the keys before a colon: of `severity.text-bom: …` the last."""
    yield from _QUOTED.findall(error)
    for key in _BARE.findall(error):
        yield key.rpartition(".")[2]
