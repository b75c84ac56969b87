"""Small collections of invented telegrams in every form that a source can have."""

import csv
import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.running import BAD, GOOD

COUNT = 24


def texts() -> list[str]:
    """Every fifth has a gap in its numbers."""
    return [
        (BAD if number % 5 == 0 else GOOD).replace("000413", f"{number + 100:06}") for number in range(COUNT)
    ]


def folder(at: Path) -> Path:
    at.mkdir()
    for number, text in enumerate(texts()):
        (at / f"{number:03}.txt").write_text(text)
    return at


def _tar(at: Path, mode: str) -> Path:
    with tarfile.open(at, mode) as archive:  # type: ignore[call-overload]
        for number, text in enumerate(texts()):
            long = (
                "a-folder-with-a-name-longer-than-a-header-of-an-archive-holds/" * 3
                if number % 7 == 0
                else ""
            )
            folder = tarfile.TarInfo("a-folder")
            folder.type = tarfile.DIRTYPE
            archive.addfile(folder)
            member = tarfile.TarInfo(f"{long}{number:03}.txt")
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text.encode()))
    return at


def _zip(at: Path) -> Path:
    with zipfile.ZipFile(at, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside/", "")
        for number, text in enumerate(texts()):
            archive.writestr(f"inside/{number:03}.txt", text)
    return at


def _lines() -> bytes:
    rows = [{"id": f"{number:03}", "n": number, "text": text} for number, text in enumerate(texts())]
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def _plain_lines(at: Path) -> Path:
    at.write_bytes(_lines())
    return at


def _packed_lines(at: Path) -> Path:
    at.write_bytes(gzip.compress(_lines()))
    return at


def _rows() -> bytes:
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(["id", "text"])
    rows.writerows((f"{number:03}", text) for number, text in enumerate(texts()))
    return written.getvalue().encode()


def _csv(at: Path) -> Path:
    at.write_bytes(_rows())
    return at


def _packed_csv(at: Path) -> Path:
    at.write_bytes(gzip.compress(_rows()))
    return at


def parquet(at: Path, group: int = 10, rows: list[str] | None = None) -> Path:
    import pyarrow
    import pyarrow.parquet

    these = texts() if rows is None else rows
    table: Any = pyarrow.table({"id": [f"{number:03}" for number in range(len(these))], "text": these})
    pyarrow.parquet.write_table(table, at, row_group_size=group)
    return at


SOURCES: dict[str, Callable[[Path], Path]] = {
    "folder": folder,
    "a.tar": lambda at: _tar(at, "w"),
    "a.tar.gz": lambda at: _tar(at, "w:gz"),
    "a.zip": _zip,
    "a.jsonl": _plain_lines,
    "a.jsonl.gz": _packed_lines,
    "a.csv": _csv,
    "a.csv.gz": _packed_csv,
    "a.parquet": parquet,
}
