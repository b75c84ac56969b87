"""The documents of a partition, one by one: a name, and its bytes or why it cannot be read."""

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Final, TypeAlias

import msgspec

from validator.corpus import parquet_rows
from validator.corpus.partition import BrokenSourceError, Columns, CorpusError, Partition
from validator.corpus.places import is_url, opened

_TEXTS: Final = ("text", "body", "content", "message", "document")
_NAMES: Final = ("name", "id", "path", "filename", "file", "doc_id", "mrn")
_AT_ONCE: Final = 1_000_000  # bytes
_DAMAGED: Final = (tarfile.TarError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError)


class Record(msgspec.Struct, frozen=True):
    """One document of a collection. `fault`: why there are no bytes of it."""

    name: str
    data: bytes = b""
    fault: str = ""


_PACKED: Final[dict[str, Any]] = {
    ".gz": gzip.open,
    ".tgz": gzip.open,
    ".bz2": bz2.open,
    ".xz": lzma.open,
}
Read: TypeAlias = Callable[[Partition, Columns, int], Iterator[Record]]


def records(partition: Partition, columns: Columns, most: int) -> Iterator[Record]:
    """The documents, in the order of the source. One larger than `most` bytes is cut at one more, and refused later.

    BrokenSourceError where the container is damaged, CorpusError where it has no such column.
    """
    try:
        yield from _READERS[partition.kind](partition, columns, most)
    except _DAMAGED as error:
        raise BrokenSourceError(f"{partition.source}: damaged: {error}") from error


def _files(partition: Partition, columns: Columns, most: int) -> Iterator[Record]:
    for name in partition.names:
        try:
            with opened(name) if is_url(name) else Path(name).open("rb") as file:
                yield Record(name, file.read(most + 1))
        except BrokenSourceError as error:
            yield Record(name, fault=str(error).removeprefix(f"{name}: "))
        except OSError as error:
            yield Record(name, fault=(error.strerror or "cannot be read").lower())


def _tar(partition: Partition, columns: Columns, most: int) -> Iterator[Record]:
    """A plain archive is entered at a header; a compressed one is read through, to the end of what is compressed."""
    with opened(partition.source) as file:
        unpack = next(
            (unpack for end, unpack in _PACKED.items() if partition.source.lower().endswith(end)), None
        )
        if unpack is None:
            file.seek(partition.start)
            with tarfile.open(fileobj=file, mode="r:") as archive:
                yield from _members(archive, most, partition.count)
            return
        with unpack(file) as stream:
            with tarfile.open(fileobj=stream, mode="r|") as archive:
                yield from _members(archive, most, None)
            while stream.read(_AT_ONCE):  # tarfile takes a cut file for one that ends
                continue


def _members(archive: tarfile.TarFile, most: int, count: int | None) -> Iterator[Record]:
    for member in islice(archive, count):
        if member.isfile():
            content = archive.extractfile(member)
            yield Record(member.name, content.read(most + 1) if content else b"")
        archive.members = []  # type: ignore[attr-defined]  # tarfile would keep them all


def _zip(partition: Partition, columns: Columns, most: int) -> Iterator[Record]:
    with opened(partition.source) as file, zipfile.ZipFile(file) as archive:
        for member in archive.infolist()[partition.first : partition.first + (partition.count or 0)]:
            if not member.is_dir():
                yield _member(archive, member, most)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> Record:
    try:
        with archive.open(member) as content:
            return Record(member.filename, content.read(most + 1))
    except RuntimeError as error:  # zipfile's word for a password
        return Record(member.filename, fault=f"cannot be unpacked: {error}")
    except NotImplementedError as error:
        return Record(member.filename, fault=f"cannot be unpacked: {error}")
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        return Record(member.filename, fault=f"damaged: {error}")


def _json_lines(partition: Partition, columns: Columns, most: int) -> Iterator[Record]:
    with opened(partition.source) as file:
        compressed = partition.end is None
        stream: BinaryIO = gzip.GzipFile(fileobj=file) if compressed else file  # type: ignore[assignment]
        first = partition.start
        if first:
            stream.seek(first - 1)
            first += len(stream.readline()) - 1  # the line that begins before belongs to the part before
        at, number = first, 0
        while compressed or partition.end is None or at < partition.end:
            line = stream.readline(_longest(most))
            if not line:
                return
            number += 1
            where = f"{partition.source}#{number}" if compressed else f"{partition.source}@{at}"
            at += len(line) + _rest_of_line(stream, line)
            if line.strip():
                yield _json_record(line, where, columns)


def _rest_of_line(stream: BinaryIO, line: bytes) -> int:
    """Passes over the rest of a line that is too long to be read; its length."""
    passed = 0
    while line and not line.endswith(b"\n"):
        line = stream.readline(_AT_ONCE)
        passed += len(line)
    return passed


def _longest(most: int) -> int:
    return 6 * most + 100_000  # each character may be written as six, and there are other keys


def _json_record(line: bytes, where: str, columns: Columns) -> Record:
    try:
        row = json.loads(line)
    except ValueError:
        return Record(where, fault="the line is no JSON, or too long")
    if not isinstance(row, dict):
        return Record(where, fault="the line is no JSON object")
    text, name = _chosen(list(row), columns, where)
    return _of_values(row.get(text), row.get(name) if name else None, where)


def _csv(partition: Partition, columns: Columns, most: int) -> Iterator[Record]:
    with opened(partition.source) as file:
        is_packed = partition.source.lower().endswith(".gz")
        stream: Any = gzip.GzipFile(fileobj=file) if is_packed else file
        written = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
        csv.field_size_limit(min(most + 1, 2**31 - 1))
        rows = csv.reader(written)
        head = next(rows, [])
        text, name = _chosen(head, columns, partition.source)
        text_at, name_at = head.index(text), head.index(name) if name else None
        while True:
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield Record(f"{partition.source}#{rows.line_num}", fault=f"no row of CSV: {error}")
                continue
            where = f"{partition.source}#{rows.line_num}"
            yield _of_values(_at(row, text_at), _at(row, name_at), where)


def _at(row: Sequence[str], index: int | None) -> str | None:
    return row[index] if index is not None and index < len(row) else None


def _parquet(partition: Partition, columns: Columns, most: int) -> Iterator[Record]:
    with opened(partition.source) as file:
        text, name = _chosen(parquet_rows.columns(file), columns, partition.source)
        wanted = [text, *([name] if name and name != text else [])]
        rows = parquet_rows.rows(file, partition.start, partition.first, partition.count or 0, wanted)
        for number, row in enumerate(rows, partition.first):
            where = f"{partition.source}#{partition.start}.{number}"
            yield _of_values(row[0], row[-1] if name else None, where)


def _of_values(text: object, name: object, where: str) -> Record:
    known = where if name is None or name == "" else str(name)
    if isinstance(text, bytes):
        return Record(known, text)
    if not isinstance(text, str):
        return Record(known, fault="has no text")
    try:
        return Record(
            known, text.encode("utf-8", "surrogateescape")
        )  # bytes that were no UTF-8 stay as they were
    except UnicodeEncodeError:
        return Record(known, text.encode("utf-8", "replace"))


def _chosen(known: Sequence[str], columns: Columns, where: str) -> tuple[str, str | None]:
    """The columns of text and name; CorpusError where the text is in none of those known."""
    text = columns.text or next((each for each in _TEXTS if each in known), None)
    if text is None or (columns.text and text not in known):
        listed = ", ".join(map(str, known)) or "none"
        raise CorpusError(
            f"{where}: which column holds the text? name it with --text-column (there are: {listed})"
        )
    if columns.name and columns.name not in known:
        raise CorpusError(f"{where}: there is no column '{columns.name}' (there are: {', '.join(known)})")
    return text, columns.name or next((each for each in _NAMES if each in known), None)


_READERS: Final[dict[str, Read]] = {
    "csv": _csv,
    "files": _files,
    "json-lines": _json_lines,
    "parquet": _parquet,
    "tar": _tar,
    "zip": _zip,
}
