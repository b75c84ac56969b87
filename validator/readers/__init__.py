"""From a file to its text: bytes in, `SourceText` out. The format is told by content, then by suffix."""

import os
import stat
from pathlib import Path

from validator.errors import UnreadableError
from validator.model.document import SourceText
from validator.readers import plain

DEFAULT_MAX_BYTES = 128 * 1024 * 1024

# What a file begins with -> the name of a format that is not read yet.
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
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


def read_file(path: Path, max_bytes: int = DEFAULT_MAX_BYTES) -> SourceText:
    """Reads a regular file. UnreadableError when it is missing, forbidden, too large or not text."""
    name = str(path)
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
    return read_bytes(name, data, max_bytes)


def read_bytes(name: str, data: bytes, max_bytes: int = DEFAULT_MAX_BYTES) -> SourceText:
    """Reads the bytes of a file called `name`. UnreadableError when they are too many or not text."""
    if len(data) > max_bytes:
        raise UnreadableError(name, f"larger than {max_bytes} bytes", "raise --max-bytes to read it")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(name, f"{what}, a format this version does not read")
    return plain.read(name, data)
