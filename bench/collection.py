"""Writes a collection of invented telegrams as one Parquet file, and checks it as `redmark corpus run` does.

usage: python bench/collection.py [--count 250000] [--jobs 2] [--out bench/out]

Prints the time, the speed and the most memory of all processes together, sampled while it runs.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Redmark need not be installed

from bench import generate, start_up

_AT_ONCE: Final = 5_000  # rows of a row group


def main() -> None:
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    place = options.out / f"telegrams-{options.count}.parquet"
    if not place.exists():
        write(place, options.count)
    results = options.out / f"results-{options.count}"
    shutil.rmtree(results, ignore_errors=True)
    seconds, peak = checked(place, results, options.jobs)
    size = text_size(place)
    print(
        f"{options.count:,} telegrams, {size / 1e6:,.0f} MB of text, {place.stat().st_size / 1e6:,.0f} MB of Parquet"
    )
    print(
        f"{options.jobs} processes: {seconds:,.1f} s, {options.count / seconds:,.0f} documents/s,"
        f" {size / seconds / 1e6:.1f} MB/s"
    )
    print(f"most memory of all processes together: {peak / 1e6:,.0f} MB (shared pages counted in each)")


def _options() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--count", type=int, default=250_000)
    arguments.add_argument("--jobs", type=int, default=2)
    arguments.add_argument("--out", type=Path, default=start_up.ROOT / "bench" / "out")
    return arguments.parse_args()


def write(place: Path, count: int) -> None:
    """The telegrams of bench/generate.py with seed 1, a few thousand a row group."""
    import pyarrow
    import pyarrow.parquet

    schema: Any = pyarrow.schema([("id", pyarrow.string()), ("text", pyarrow.string())])
    part = place.with_suffix(".part")
    with pyarrow.parquet.ParquetWriter(part, schema, compression="zstd") as writer:
        for first in range(0, count, _AT_ONCE):
            numbers = range(first, min(first + _AT_ONCE, count))
            texts = [generate.telegram(random.Random(f"1/{number}")) for number in numbers]
            writer.write_table(pyarrow.table({"id": [f"{n:07}" for n in numbers], "text": texts}, schema))
    part.replace(place)


def text_size(place: Path) -> int:
    """Bytes of all texts."""
    import pyarrow.compute
    import pyarrow.parquet

    batches = pyarrow.parquet.ParquetFile(place).iter_batches(columns=["text"])
    return sum(
        pyarrow.compute.sum(pyarrow.compute.binary_length(batch.column(0))).as_py() for batch in batches
    )


def checked(place: Path, results: Path, jobs: int) -> tuple[float, int]:
    """Seconds of a run, and the most bytes that its processes held together."""
    command = [sys.executable, "-m", "validator", "corpus", "run", str(place), "--out", str(results)]
    began, peak = time.perf_counter(), 0
    with subprocess.Popen(
        [*command, "--jobs", str(jobs)],
        cwd=start_up.ROOT,
        env=os.environ | {"PYTHONPATH": str(start_up.ROOT)},
        stdout=subprocess.DEVNULL,
    ) as running:
        while running.poll() is None:
            peak = max(peak, sum(map(_held, _family(running.pid))))
            time.sleep(0.2)
    return time.perf_counter() - began, peak


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _held(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


if __name__ == "__main__":
    main()
