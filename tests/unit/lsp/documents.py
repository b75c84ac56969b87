"""Open documents for tests, with a place marked by a bar."""

from pathlib import Path

from validator.lsp.open_documents import OpenDocument


def opened(name: str, text: str, language: str = "plaintext") -> OpenDocument:
    """An open document of a file; an empty name is one that was never saved."""
    path = Path("/somewhere", name) if name else None
    return OpenDocument(f"file:///somewhere/{name}", path, language, 1, text)


def at_bar(name: str, text: str) -> tuple[OpenDocument, int]:
    """The document without the bar, and the offset at which it stood."""
    before, _, after = text.partition("|")
    return opened(name, before + after), len(before)
