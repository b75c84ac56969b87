"""Writes results as a run leaves them, of documents that never were, and times the report on them and a comparison.

usage: python bench/results.py [--partitions 1000] [--out bench/out]

A partition has 10,000 documents with a finding each. Prints the time and the most memory of each command.
"""

import argparse
import random
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Redmark need not be installed

import msgspec

from bench import start_up
from validator.corpus.partition import Columns, Done
from validator.corpus.results import FORMAT, PLAN, RUN, Results, Run, file_name
from validator.corpus.tables import DOCUMENTS, FINDINGS, schema
from validator.findings import ReportSettings, Tool

_EACH: Final = 10_000
_POSTS: Final = 300
_RULES: Final = 120


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--partitions", type=int, default=1_000)
    arguments.add_argument("--out", type=Path, default=start_up.ROOT / "bench" / "out")
    options = arguments.parse_args()
    folder = options.out / f"invented-results-{options.partitions}"
    if not (folder / RUN).exists():
        shutil.rmtree(folder, ignore_errors=True)
        write(Results(str(folder)), options.partitions)
    print(f"{options.partitions * _EACH:,} documents and as many findings")
    for command in (("report", str(folder)), ("diff", str(folder), str(folder))):
        began = time.monotonic()
        subprocess.run(
            [sys.executable, "-m", "validator", "corpus", *command], check=True, capture_output=True
        )
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3  # of the hungriest so far
        print(f"{command[0]}: {time.monotonic() - began:.1f} s, {most:,.0f} MB")


def write(results: Results, partitions: int) -> None:
    """All partitions are done; run.json comes last, so that half of them are no results."""
    rng = random.Random(1)
    for number in range(partitions):
        for name, columns, rows in (
            ("documents", DOCUMENTS, _documents(number, rng)),
            ("findings", FINDINGS, _findings(number, rng)),
        ):
            _write_table(results, f"{name}/{file_name(number, '.parquet')}", columns, rows)
        done = Done(number, documents=_EACH, checked=_EACH, error=_EACH)
        results.write(f"done/{file_name(number, '.json')}", msgspec.json.encode(done))
    results.write(PLAN, b"")
    settings = ReportSettings("auto", "warning", "masked")
    run = Run(FORMAT, ("invented",), Columns(), Tool("redmark", "0", ()), settings, "", partitions)
    results.write(RUN, msgspec.json.encode(run))


def _write_table(results: Results, name: str, columns: dict[str, str], rows: dict[str, Any]) -> None:
    import pyarrow
    import pyarrow.parquet

    whole = {column: rows.get(column, [None] * _EACH) for column in columns}
    with results.written(name) as file:
        pyarrow.parquet.write_table(pyarrow.table(whole, schema=schema(columns)), file, compression="zstd")


def _documents(number: int, rng: random.Random) -> dict[str, Any]:
    every = range(_EACH)
    same = {"bytes": 7_000, "format": "text", "kind": "telegram", "status": "checked", "error": 1}
    return {
        **{column: [value] * _EACH for column, value in same.items()},
        **{column: [0] * _EACH for column in ("warning", "info", "suppressed")},
        "partition": [number] * _EACH,
        "position": list(every),
        "name": _names(number),
        "sha256": [f"{rng.getrandbits(256):064x}" for _ in every],
        "date": [f"{1973 + each % 38}-05-0{1 + each % 9}" for each in every],
        "era": [f"era-{each % 5}" for each in every],
        "post": [f"POST {each * 7 % _POSTS}" for each in every],
        "not_checked": [[] for _ in every],
    }


def _findings(number: int, rng: random.Random) -> dict[str, Any]:
    every = range(_EACH)
    same = {"pack": "telegram", "severity": "error", "confidence": "high", "line": 1, "column": 1}
    return {
        **{column: [value] * _EACH for column, value in same.items()},
        "partition": [number] * _EACH,
        "position": list(every),
        "name": _names(number),
        "rule": [f"rule-{rng.randrange(_RULES)}" for _ in every],
        "anchor": ["text"] * _EACH,
        "fingerprint": [f"{rng.getrandbits(128):032x}" for _ in every],
        "message": ["A message as long as most of them, masked."] * _EACH,
        "suppressed": [False] * _EACH,
    }


def _names(number: int) -> list[str]:
    return [f"{number:05}/{each:07}-document.txt" for each in range(_EACH)]


if __name__ == "__main__":
    main()
