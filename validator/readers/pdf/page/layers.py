"""Whether a document has a layer (optional content) that is switched off. Only then is each mark in its pages asked."""

import re
import zlib
from typing import Final

_OFF: Final = re.compile(rb"/OFF\s*\[?\s*\d|/(?:Base|View|Print)State\s*/OFF")
_LARGEST: Final = 4 * 1024 * 1024  # bytes unpacked of one object stream
_MOST: Final = 5_000  # object streams


def any_off(data: bytes) -> bool:
    """Whether the file says of some layer that it is off. In doubt it does: an encrypted file cannot be looked into."""
    if _says_off(data):
        return True
    at = data.find(b"/ObjStm")
    if at >= 0 and b"/Encrypt" in data:
        return True
    for _ in range(_MOST):
        if at < 0:
            return False
        start = data.find(b"stream", at)
        if start >= 0 and _says_off(_unpacked(data, start + len(b"stream"))):
            return True
        at = data.find(b"/ObjStm", at + 1)
    return True


def _says_off(data: bytes) -> bool:
    return b"/OFF" in data and _OFF.search(data) is not None


def _unpacked(data: bytes, start: int) -> bytes:
    """The object stream that begins there; what cannot be unpacked is taken to say so."""
    while data[start : start + 1] in (b"\r", b"\n"):
        start += 1
    try:
        return zlib.decompressobj().decompress(memoryview(data)[start:], _LARGEST)
    except zlib.error:
        return b"/OFF 0"
