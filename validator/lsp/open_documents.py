"""The documents that are open in the editor, with the text that stands there and not on the disk."""

import threading
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

import msgspec
from lsprotocol.types import TextDocumentContentChangePartial, TextDocumentContentChangeWholeDocument

from validator.lsp.positions import BOM, Lines

Change: TypeAlias = TextDocumentContentChangePartial | TextDocumentContentChangeWholeDocument


class OpenDocument(msgspec.Struct, frozen=True, dict=True, eq=False):
    """One state of an open document; every change makes another. `path` is None where it was never saved."""

    uri: str
    path: Path | None
    language: str
    version: int
    whole: str
    encoding: str = "utf-16"

    @cached_property
    def text(self) -> str:
        """The text that is judged: without its byte order mark."""
        return self.whole.removeprefix(BOM)

    @cached_property
    def lines(self) -> Lines:
        """Where its lines are."""
        return Lines(self.whole, self.encoding)

    def changed(self, version: int, changes: Iterable[Change]) -> "OpenDocument":
        """The document after changes, each of which counts from the one before it."""
        document = self
        for change in changes:
            text = writable(change.text)
            if isinstance(change, TextDocumentContentChangePartial):
                start, end = map(document.lines.offset_in_whole, (change.range.start, change.range.end))
                text = f"{document.whole[:start]}{text}{document.whole[end:]}"
            document = msgspec.structs.replace(document, version=version, whole=text)
        return document


def writable(text: str) -> str:
    """The text as a file can hold it: half a character, which JSON can say, becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


class OpenDocuments:
    """All open documents by their URI. Checks run in a thread of their own, so there is a lock."""

    def __init__(self) -> None:
        self._documents: dict[str, OpenDocument] = {}
        self._lock = threading.Lock()

    def get(self, uri: str) -> OpenDocument | None:
        """The newest state of a document; None where it is not open."""
        return self._documents.get(uri)

    def uris(self) -> tuple[str, ...]:
        """What is open."""
        with self._lock:
            return tuple(self._documents)

    def put(self, document: OpenDocument) -> None:
        """A document was opened, or has changed."""
        with self._lock:
            self._documents[document.uri] = document

    def close(self, uri: str, action: Callable[[], None]) -> None:
        """A document was closed; nothing that was current comes after the action."""
        with self._lock:
            self._documents.pop(uri, None)
            action()

    def if_current(self, document: OpenDocument, action: Callable[[], None]) -> None:
        """Does something unless the document has changed since, or was closed."""
        with self._lock:
            if self._documents.get(document.uri) is document:
                action()
