"""The identity of a finding over edits: no line numbers, no prose."""

import os
from hashlib import sha256
from typing import Final

VERSION: Final = "redmark/v1"
DIGITS: Final = 32


def fingerprint(rule: str, path: str, anchor: str, marking: str, occurrence: int) -> str:
    """The first 32 hexadecimal digits of a SHA-256; `occurrence` counts equal findings of a file from 0."""
    parts = (VERSION, rule, path, anchor, marking, str(occurrence))
    return sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:DIGITS]


def normal_path(name: str) -> str:
    """The path of a file as a fingerprint holds it: `./a//b` and `a/b` are the same file."""
    return os.path.normpath(name).replace(os.sep, "/")
