"""Reports of Word and PDF files of earlier runs: what has not changed, nor its rules and settings, is not read twice.

It holds what a masked report holds, and is left unused where a run shows more. What depends on a time limit or on a
process that died is not kept. The file is its owner's alone. Text files take less time to check than to look up.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import msgspec

from validator import compiled_cache
from validator.engine.inspection import CHECKED
from validator.engine.plan import NOT_RECOGNISED
from validator.engine.run import FAILED, TOOK_TOO_LONG
from validator.engine.settings import Settings
from validator.findings import FileReport, NotChecked, Tool

_NAME: Final = "results.sqlite3"
_READERS: Final = ("lxml", "pikepdf", "pypdfium2")  # another version of one may see something else
_KEPT: Final = 50_000  # reports
_AT_ONCE: Final = 200
_WAIT: Final = 1.0  # seconds, for another run that is writing
_PACKAGE: Final = Path(__file__).resolve().parents[1]


class ResultCache:
    """The reports kept, by a hash of all that decides them. A cache that cannot be used only costs time."""

    def __init__(self, judged_by: bytes, base: sqlite3.Connection) -> None:
        self._judged_by, self._base = judged_by, base
        self._new: list[tuple[bytes, bytes]] = []
        self._asked: dict[bytes, str] = {}  # key -> the hash of the file's content

    def key(self, path: Path) -> bytes | None:
        """The key of a file as it is now; None where it cannot be read."""
        try:
            with path.open("rb") as file:
                content = hashlib.file_digest(file, "sha256")
        except OSError:
            return None
        key = hashlib.sha256(self._judged_by + content.digest() + os.fsencode(path)).digest()
        self._asked[key] = content.hexdigest()
        return key

    def get(self, key: bytes) -> FileReport | None:
        """The report kept under a key."""
        with suppress(sqlite3.Error, msgspec.DecodeError):
            row = self._base.execute("SELECT report FROM reports WHERE key = ?", (key,)).fetchone()
            if row:
                del self._asked[key]
                return msgspec.msgpack.decode(row[0], type=FileReport)
        return None

    def put(self, key: bytes, report: FileReport) -> None:
        """Keeps a report, unless the file has changed meanwhile or another run might say something else of it."""
        unchanged = self._asked.pop(key, "") == report.sha256
        if unchanged and report.status == CHECKED and all(map(_is_lasting, report.not_checked)):
            self._new.append((key, msgspec.msgpack.encode(report)))
            if len(self._new) >= _AT_ONCE:
                self._write()

    def close(self) -> None:
        """Writes what is new."""
        self._write()
        self._base.close()

    def _write(self) -> None:
        if self._new:
            with suppress(sqlite3.Error), self._base:
                self._base.executemany("INSERT OR REPLACE INTO reports VALUES (?, ?)", self._new)
                self._base.execute(
                    "DELETE FROM reports WHERE rowid <= (SELECT max(rowid) FROM reports) - ?", (_KEPT,)
                )
        self._new = []


def _is_lasting(entry: NotChecked) -> bool:
    """Whether the next run would leave the same unchecked; what a reader gave up may have been a matter of time."""
    stopped = entry.reason == TOOK_TOO_LONG or entry.reason.startswith(FAILED)
    return entry.reason == NOT_RECOGNISED or (bool(entry.rules) and not stopped)


def opened(settings: Settings, tool: Tool, vocabularies: str) -> ResultCache | None:
    """The cache for a run; None where there is none, or where the run may show more than a masked report."""
    decided = _judged_by(settings, tool, vocabularies)
    base = _opened() if decided else None
    return ResultCache(decided, base) if decided and base else None


def _judged_by(settings: Settings, tool: Tool, vocabularies: str) -> bytes | None:
    """A hash of all but the file that decides a report; None where a report may show more than a masked one."""
    if settings.reveal or settings.excerpts == "full" or settings.withheld is not None:
        return None
    aside = msgspec.structs.replace(settings, baseline=None, suppressions=None, per_file=())
    parts = [
        msgspec.msgpack.encode((aside, tool)),
        vocabularies.encode(),
        *_of_the_code(),
        *_of_the_readers(),
    ]
    digest = hashlib.sha256()
    for part in parts:
        digest.update(b"%d:%b" % (len(part), part))
    return digest.digest()


def _of_the_code() -> Iterable[bytes]:
    """Name, size and time of our own modules: a checkout changes without its version."""
    for folder, folders, files in os.walk(_PACKAGE):
        folders.sort()
        for name in sorted(files):
            if name.endswith(".py"):
                state = os.stat(os.path.join(folder, name))
                yield f"{folder}/{name} {state.st_size} {state.st_mtime_ns}".encode()


def _of_the_readers() -> Iterator[bytes]:
    for name in _READERS:
        try:
            yield f"{name} {version(name)}".encode()
        except PackageNotFoundError:
            yield f"{name} none".encode()


def _opened() -> sqlite3.Connection | None:
    folder = compiled_cache.place()
    if folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not compiled_cache.is_ours_alone(folder):
            return None
        os.close(os.open(folder / _NAME, os.O_RDWR | os.O_CREAT, 0o600))
        return _prepared(folder / _NAME)
    except OSError:
        return None


def _prepared(path: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        with suppress(sqlite3.Error):
            base = sqlite3.connect(path, timeout=_WAIT)
            base.execute("CREATE TABLE IF NOT EXISTS reports (key BLOB PRIMARY KEY, report BLOB NOT NULL)")
            return base
        if _is_base(path):
            return None  # sound, and only busy
        path.write_bytes(b"")
    return None


def _is_base(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16) in (b"", b"SQLite format 3\0")
