"""What grows with a collection besides the documents: planning, notes, and queries over the tables.

usage: python bench/scale.py RESULTS [--most 100000] [--json FILE]

RESULTS is a folder that `redmark corpus run` has left, as bench/collection.py does. docs/scale.md reckons with these.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Redmark need not be installed

import duckdb
import msgspec

from bench.figures import machine, table
from validator.corpus.partition import Done
from validator.corpus.results import DOCUMENTS, DONE, FINDINGS, Results, file_name
from validator.corpus.running import WEIGHT
from validator.corpus.sources import partitions
from validator.readers.targets import Choice

_COUNTS: Final = (1_000, 10_000, 100_000)
_COPIES: Final = (1, 4, 16)
_NOTE: Final = Done(1, 1128, 1128, error=11, warning=62, info=329, bytes=7_999_640)
_QUERIES: Final = {
    "findings by rule": (FINDINGS, "SELECT rule, count(*) FROM {} GROUP BY rule"),
    "documents by level and era": (DOCUMENTS, "SELECT level, era, count(*) FROM {} GROUP BY level, era"),
    "one document by its name": (DOCUMENTS, "SELECT * FROM {} WHERE name = '0000001'"),
}


class Row(NamedTuple):
    """What so many things took."""

    work: str
    count: int
    seconds: float
    microseconds_each: float
    bytes_each: float


def main() -> None:
    options = _options()
    sizes = [_size(options.results / folder, folder) for folder in (DOCUMENTS, FINDINGS, DONE)]
    with tempfile.TemporaryDirectory(prefix="redmark-bench-") as scratch:
        rows = [
            *sizes,
            *_planned(Path(scratch), options.most),
            *_noted(Path(scratch), min(options.most, 10_000)),
            *_asked(options.results, Path(scratch)),
        ]
    results: dict[str, Any] = {"machine": machine(), "rows": [row._asdict() for row in rows]}
    print(f"{table(results['rows'])}\n\n{results['machine']}")
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("results", type=Path, metavar="RESULTS")
    arguments.add_argument("--most", type=int, default=100_000, help="files in the folder that is planned")
    arguments.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to a file")
    return arguments.parse_args()


def _size(folder: Path, name: str) -> Row:
    sizes = [path.stat().st_size for path in folder.iterdir()]
    return Row(f"{name}/ as it lies there", len(sizes), 0.0, 0.0, sum(sizes) / len(sizes))


def _planned(scratch: Path, most: int) -> Iterator[Row]:
    """A folder of small files, a thousand in each folder below it."""
    root = scratch / "collection"
    written = 0
    for count in _COUNTS:
        if count > most:
            return
        for number in range(written, count):
            path = root / f"{number // 1000:04}" / f"{number:08}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        written = count
        began = time.perf_counter()
        size = sum(len(msgspec.json.encode(part)) + 1 for part in partitions([str(root)], Choice(), WEIGHT))
        yield _row("planning a folder, by file", count, time.perf_counter() - began, size / count)


def _noted(scratch: Path, most: int) -> Iterator[Row]:
    results = Results(str(scratch / "results"))
    note = msgspec.json.encode(_NOTE)
    for count in (most // 10, most):
        began = time.perf_counter()
        for number in range(count):
            results.write(f"{DONE}/{file_name(number, '.json')}", note)
        yield _row("writing a note", count, time.perf_counter() - began, len(note))
        began = time.perf_counter()
        read = sum(1 for _ in results.done())
        yield _row("reading the notes before going on", read, time.perf_counter() - began, len(note))


def _asked(results: Path, scratch: Path) -> Iterator[Row]:
    """The same tables several times over, as links, so that only the number of files and rows grows."""
    for copies in _COPIES:
        folder = scratch / str(copies)
        for table_name in (DOCUMENTS, FINDINGS):
            (folder / table_name).mkdir(parents=True)
            for path in (results / table_name).iterdir():
                for copy in range(copies):
                    os.symlink(path.resolve(), folder / table_name / f"{copy:03}-{path.name}")
        for name, (table_name, query) in _QUERIES.items():
            place = f"read_parquet('{folder / table_name}/*.parquet')"
            count = sum(1 for _ in (folder / table_name).iterdir())
            began = time.perf_counter()
            duckdb.execute(query.format(place)).fetchall()
            yield _row(f"query: {name}, by partition", count, time.perf_counter() - began, 0.0)


def _row(work: str, count: int, seconds: float, bytes_each: float) -> Row:
    return Row(work, count, seconds, seconds / count * 1e6, bytes_each)


if __name__ == "__main__":
    main()
