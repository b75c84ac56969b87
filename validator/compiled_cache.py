"""Compiled rule files and vocabularies on disk, so that a warm start reads no YAML.

It holds what ships with Redmark or a pack of the user, under a hash of its sources. Nothing of a checked
document is ever put here.
"""

import hashlib
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

import msgspec

T = TypeVar("T")

ENTRIES_KEPT: Final = 16
"""For each name; a user who edits rules makes a new entry with every change."""


def through(name: str, sha256: str, wanted: type[T], build: Callable[[], T]) -> T:
    """The value stored under the hash; else it is built and stored. What build() raises is not stored."""
    content = read(name, sha256)
    if content is not None:
        with suppress(msgspec.DecodeError):
            return msgspec.msgpack.decode(content, type=wanted)
    built = build()
    write(name, sha256, msgspec.msgpack.encode(built))
    return built


def key(parts: Iterable[tuple[str, bytes]]) -> str:
    """A sha256 over named contents; lengths go in too, so that no two lists of parts look alike."""
    digest = hashlib.sha256()
    for name, content in parts:
        digest.update(f"{len(name)}:{name}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()


def contents(folder: Path) -> list[tuple[str, bytes]]:
    """The files of a folder by name, without hidden ones: what a key is made of."""
    with os.scandir(folder) as entries:
        files = sorted(entry.name for entry in entries if entry.is_file() and entry.name[0] != ".")
    return [(name, (folder / name).read_bytes()) for name in files]


def read(name: str, sha256: str) -> bytes | None:
    """The entry, or None when there is none, or none that can be trusted."""
    folder = place()
    if folder is None:
        return None
    try:
        return (folder / f"{name}-{sha256}").read_bytes() if is_ours_alone(folder) else None
    except OSError:
        return None


def write(name: str, sha256: str, content: bytes) -> None:
    """Store an entry whole or not at all. A directory that cannot be written to only costs time."""
    folder = place()
    if folder is None:
        return
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if is_ours_alone(folder):
            _put(folder / f"{name}-{sha256}", content)
            _drop_old(folder, name)


def place() -> Path | None:
    """The folder of all that Redmark keeps between runs; None where the user has none."""
    named = os.environ.get("REDMARK_CACHE_DIR")
    if named:
        return Path(named)
    parent = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    folder = Path(parent or os.path.join(os.path.expanduser("~"), ".cache"), "redmark")
    # Without a home the folder is relative, and would scatter caches over the places one works in.
    return folder if folder.is_absolute() else None


def is_ours_alone(folder: Path) -> bool:
    """Whether nobody else may write into a folder."""
    # Rules that another user may write are rules that another user decides.
    if os.name == "nt":
        return True
    state = folder.stat()
    return state.st_uid == os.getuid() and not state.st_mode & 0o022


def _put(entry: Path, content: bytes) -> None:
    temporary = entry.with_name(f".new-{os.getpid()}-{entry.name}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(temporary, entry)
    except OSError:
        os.unlink(temporary)
        raise


def _drop_old(folder: Path, name: str) -> None:
    entries = sorted(folder.glob(f"{name}-*"), key=lambda entry: entry.stat().st_mtime, reverse=True)
    for entry in entries[ENTRIES_KEPT:]:
        entry.unlink()
