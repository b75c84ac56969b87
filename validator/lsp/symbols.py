"""The outline of a document: sections, headings, paragraphs, and marked portions inside them."""

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import Final, cast

import msgspec
from lsprotocol.types import DocumentSymbol, SymbolKind

from validator.lsp.open_documents import OpenDocument
from validator.model.document import Document
from validator.model.nodes import Heading, Paragraph, Portion, SectionMarker, Subject

# What goes into what: a deeper entry belongs to the last one above it that is less deep.
_SECTION, _HEADING, _PARAGRAPH, _PORTION = range(4)
_KINDS: Final = {
    _SECTION: SymbolKind.Module,
    _HEADING: SymbolKind.Namespace,
    _PARAGRAPH: SymbolKind.String,
    _PORTION: SymbolKind.Field,
}
_LONGEST: Final = 60  # characters of a heading or of the beginning of a paragraph
_BLANK_LINE: Final = re.compile(r"\n[ \t\r]*\n")
_PRESENT: Final = "present"


class Entry(msgspec.Struct, frozen=True):
    """One line of the outline. `start` to `end` is what to select: the number and mark of a paragraph, a heading.

    `last` is where all of it ends, as far as nothing inside it goes on; None: at the next entry that is not inside it.
    """

    start: int
    end: int
    last: int | None
    depth: int
    name: str
    detail: str = ""


def symbols_of(document: OpenDocument, understood: Document) -> list[DocumentSymbol]:
    """The outline as a tree."""
    tree = _Tree(document)
    for entry in sorted(_entries(understood), key=attrgetter("start", "depth")):
        tree.add(entry)
    return tree.whole()


class _Tree:
    """Puts entries, which come in the order of their places, under those they belong to."""

    def __init__(self, document: OpenDocument) -> None:
        self._document = document
        self._roots: list[DocumentSymbol] = []
        self._open: list[tuple[Entry, list[DocumentSymbol]]] = []

    def add(self, entry: Entry) -> None:
        """The next entry; it ends all that are not less deep."""
        self._close(entry.depth, entry.start)
        self._open.append((entry, []))

    def whole(self) -> list[DocumentSymbol]:
        """All of it, once no entry is left."""
        self._close(_SECTION, len(self._document.text))
        return self._roots

    def _close(self, depth: int, limit: int) -> None:
        while self._open and self._open[-1][0].depth >= depth:
            entry, inside = self._open.pop()
            siblings = self._open[-1][1] if self._open else self._roots
            siblings.append(self._symbol(entry, inside, limit))

    def _symbol(self, entry: Entry, inside: list[DocumentSymbol], limit: int) -> DocumentSymbol:
        text, lines = self._document.text, self._document.lines
        end = limit if entry.last is None else min(limit, entry.last)
        end = max(entry.end, entry.start + len(text[entry.start : end].rstrip()))
        if inside:
            end = max(end, lines.offset(inside[-1].range.end))
        return DocumentSymbol(
            entry.name,
            _KINDS[entry.depth],
            lines.range(entry.start, end),
            lines.range(entry.start, entry.end),
            detail=entry.detail or None,
            children=inside,
        )


def _entries(document: Document) -> Iterator[Entry]:
    text = document.source.text
    for section in cast("tuple[SectionMarker, ...]", document.of("section_marker")):
        if section.state == _PRESENT and section.total > 1:
            name = f"Section {section.number} of {section.total}"
            yield Entry(section.start, section.end, None, _SECTION, name)
    for subject in cast("tuple[Subject, ...]", document.of("subject")):
        words = _shortened(subject.text)
        yield Entry(subject.start, subject.end, subject.end, _PARAGRAPH, "Subject", words)
    for heading in cast("tuple[Heading, ...]", document.of("heading")):
        yield Entry(heading.start, heading.end, None, _HEADING, _shortened(heading.text) or "Heading")
    paragraphs = cast("tuple[Paragraph, ...]", document.of("paragraph"))
    yield from (_paragraph(paragraph, text) for paragraph in paragraphs)
    # The mark behind the number of a paragraph stands in the paragraph's own entry.
    begun = {paragraph.text_start for paragraph in paragraphs}
    for portion in cast("tuple[Portion, ...]", document.of("portion")):
        if portion.place != "subject" and begun.isdisjoint(range(portion.end, portion.end + 3)):
            yield _portion(portion, text)


def _paragraph(paragraph: Paragraph, text: str) -> Entry:
    number = paragraph.number if paragraph.number is not None else paragraph.written
    mark = f"({paragraph.mark})" if paragraph.mark else ""
    name = " ".join(word for word in (f"{number}." if number else "", mark) if word) or "Paragraph"
    start = max(paragraph.start, paragraph.text_start)
    words = _shortened(text[start : paragraph.end].partition("\n")[0])
    return Entry(paragraph.start, start, paragraph.end, _PARAGRAPH, name, words)


def _portion(portion: Portion, text: str) -> Entry:
    blank = _BLANK_LINE.search(text, portion.end)
    last = blank.start() if blank is not None else len(text)
    words = _shortened(text[portion.end : last].partition("\n")[0])
    return Entry(portion.start, portion.end, last, _PORTION, portion.written, words)


def _shortened(text: str) -> str:
    words = " ".join(text[: 2 * _LONGEST].split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
