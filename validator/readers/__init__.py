"""From a file to its text: bytes in, `SourceText` out. The format is told by content, then by suffix."""

import os
import stat
from pathlib import Path
from typing import Final

from validator.errors import UnreadableError
from validator.model.document import SourceText
from validator.readers import plain
from validator.readers.enclosed import Reader
from validator.readers.options import DEFAULTS, ReadOptions

SUFFIX_OF_FORMAT: Final = {
    "docx": ".docx",
    "e-mail": ".eml",
    "html": ".html",
    "markdown": ".md",
    "pdf": ".pdf",
    "text": ".txt",
}

# What a file begins with -> the name of a format that is not read yet.
_SIGNATURES = (
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"\x7fELF", "a program"),
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the name of a stream of an encrypted Office document
_HTML_STARTS = (b"<!doctype html", b"<html")
_HEAD = 1_024
_PDF = b"%PDF-"  # anywhere in the head, which is as far as other readers look for it


def _plain(name: str, data: bytes, options: ReadOptions) -> SourceText:
    return plain.read(name, data)


def _docx(name: str, data: bytes, options: ReadOptions) -> SourceText:
    from validator.readers import docx  # here, as a run over plain text does without it

    return docx.read(name, data, options)


def _pdf(name: str, data: bytes, options: ReadOptions) -> SourceText:
    from validator.readers import pdf  # here, as it starts a process; it reads what is attached by read_bytes

    return pdf.read(name, data, options, read_bytes)


def _html(name: str, data: bytes, options: ReadOptions) -> SourceText:
    from validator.readers import html

    return html.read(name, data)


def _mail(name: str, data: bytes, options: ReadOptions) -> SourceText:
    from validator.readers import mail  # here, as its parser takes as long to load as all of ours

    return mail.read(name, data, options, read_bytes)


def _markdown(name: str, data: bytes, options: ReadOptions) -> SourceText:
    from validator.readers import markdown

    return markdown.read(name, data)


# What a file begins with -> its reader; then the end of its name -> its reader.
_BY_CONTENT: Final[tuple[tuple[bytes, Reader], ...]] = ((b"PK\x03\x04", _docx),)
_BY_SUFFIX: Final[tuple[tuple[tuple[str, ...], Reader], ...]] = (
    ((".htm", ".html", ".xhtml"), _html),
    ((".eml",), _mail),
    ((".md", ".markdown"), _markdown),
)


def read_file(path: Path, options: ReadOptions = DEFAULTS) -> SourceText:
    """Reads a regular file. UnreadableError when it is missing, forbidden, too large or of no known format."""
    name, max_bytes = str(path), options.max_bytes
    try:
        status = os.stat(name)
        if not stat.S_ISREG(status.st_mode):  # a pipe or device would block or never end
            raise UnreadableError(name, "not a regular file", "name a file or a folder")
        with open(name, "rb", buffering=0) as file:
            data = file.read(min(status.st_size, max_bytes) + 1)
            if len(data) != status.st_size:  # cut short by a signal, or grown since
                data += file.read(max_bytes + 1 - len(data)) if len(data) <= max_bytes else b""
    except OSError as error:
        raise UnreadableError(name, (error.strerror or "cannot be read").lower()) from error
    return read_bytes(name, data, options)


def read_bytes(name: str, data: bytes, options: ReadOptions = DEFAULTS) -> SourceText:
    """Reads the bytes of a file called `name`. UnreadableError when they are too many or of no known format."""
    if len(data) > options.max_bytes:
        raise UnreadableError(name, f"larger than {options.max_bytes} bytes", "raise --max-bytes to read it")
    reader = _by_content(data)
    if reader is None:
        _refuse_other_formats(name, data)
        reader = _by_suffix(name)
    return reader(name, data, options)


def _refuse_other_formats(name: str, data: bytes) -> None:
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise UnreadableError(name, "an encrypted Office document", "save it without a password")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(name, f"{what}, a format this version does not read")


def _by_content(data: bytes) -> Reader | None:
    for signature, reader in _BY_CONTENT:
        if data.startswith(signature):
            return reader
    head = data[:_HEAD]
    if _PDF in head:
        return _pdf
    return _html if b"<" in head and _begins_as_html(head) else None


def _by_suffix(name: str) -> Reader:
    folded = name[-10:].lower()
    return next((reader for suffixes, reader in _BY_SUFFIX if folded.endswith(suffixes)), _plain)


def _begins_as_html(head: bytes) -> bool:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\x00", b"")[2:]
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_HTML_STARTS)
