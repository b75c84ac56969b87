"""Measures Redmark on synthetic telegrams: throughput, start-up, hostile texts and memory, in one run.

usage: python bench/measure.py [--count 5000] [--corpus DIR] [--wheel] [--json FILE]

The corpus is written by bench/generate.py on first use. Everything runs on one core. Times vary from
machine to machine; what is to be compared are the ratios, each taken within one run.
"""

import argparse
import datetime
import json
import os
import platform
import random
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Redmark need not be installed

from bench import generate, hostile, start_up, throughput

OUT: Final = start_up.ROOT / "bench" / "out"
TELEGRAM: Final = 6000  # bytes of the one that the start-up is measured with


def main() -> None:
    options = _options()
    _keep_to_one_core()
    corpus = options.corpus or OUT / f"corpus-{options.count}"
    if not corpus.is_dir():
        write_corpus(corpus, options.count)
    paths = sorted(path for path in corpus.iterdir() if path.suffix == ".txt")
    with tempfile.TemporaryDirectory(prefix="redmark-bench-") as scratch:
        results = measured(paths, corpus, Path(scratch), options)
    for title, rows in results["tables"].items():
        print(f"\n{title}\n\n{table(rows)}")
    print(f"\n{results['machine']}\npeak memory of the whole run: {results['peak_megabytes']:.0f} MB")
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--count", type=int, default=5000, help="telegrams in the corpus (default 5000)")
    arguments.add_argument(
        "--corpus", type=Path, help="a folder of .txt files in place of the synthetic ones"
    )
    arguments.add_argument(
        "--repeat", type=int, default=3, help="rounds of which the best counts (default 3)"
    )
    arguments.add_argument("--wheel", action="store_true", help="start Redmark from a wheel in a fresh venv")
    arguments.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to a file")
    return arguments.parse_args()


def _keep_to_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def write_corpus(corpus: Path, count: int) -> None:
    """The telegrams of bench/generate.py with seed 1."""
    corpus.mkdir(parents=True)
    for number in range(count):
        text = generate.telegram(random.Random(f"1/{number}"))
        (corpus / f"{number:06}.txt").write_text(text, encoding="utf-8", newline="\n")


def measured(
    paths: Sequence[Path], corpus: Path, scratch: Path, options: argparse.Namespace
) -> dict[str, Any]:
    """All figures. The whole run comes first, while this process is still small."""
    cache, report = scratch / "cache", scratch / "report.jsonl"
    installed = start_up.wheel(scratch, cache) if options.wheel else start_up.checkout(cache)
    telegram = min(paths, key=lambda path: abs(path.stat().st_size - TELEGRAM))
    starts = start_up.measured(installed, telegram)
    ended = start_up.whole_run(installed, corpus, report, options.repeat)
    speeds = throughput.measured(paths, report, options.repeat)
    speeds.append(throughput.speed_of_run("redmark check DIR --format jsonl", ended.seconds, paths, speeds))
    size = sum(path.stat().st_size for path in paths)
    tables = {
        f"Throughput, {len(paths)} documents, {size / 1e6:.1f} MB": rows_of(speeds),
        f"Start-up, best of {start_up.ROUNDS}": rows_of(starts),
        "Hostile texts, parsed and checked": rows_of(hostile.measured()),
    }
    return {"machine": machine(), "peak_megabytes": ended.peak_megabytes, "tables": tables}


def rows_of(entries: Iterable[Any]) -> list[dict[str, Any]]:
    """Named tuples as plain data."""
    return [entry._asdict() for entry in entries]


def table(rows: Sequence[dict[str, Any]]) -> str:
    """Aligned columns: words to the left, numbers to the right."""
    heads = [name.replace("_", " ") for name in rows[0]]
    lines = [heads, *([_cell(value) for value in row.values()] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    is_word = [isinstance(value, str) for value in rows[0].values()]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if word else cell.rjust(width)
            for cell, width, word in zip(line, widths, is_word, strict=True)
        ).rstrip()
        for line in lines
    )


def _cell(value: object) -> str:
    return f"{value:,.2f}" if isinstance(value, float) else str(value)


def machine() -> str:
    """Day, processor, cores and Python, without which no figure means anything."""
    info = Path("/proc/cpuinfo")
    names = [line for line in info.read_text().splitlines() if "model name" in line] if info.exists() else []
    name = names[0].partition(":")[2].strip() if names else platform.processor()
    day = datetime.date.today().isoformat()
    return f"{day}, {name}, {os.cpu_count()} cores of which one was used, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
