"""Measures Redmark on synthetic telegrams: throughput, start-up, hostile texts and memory, in one run.

usage: python bench/measure.py [--count 5000] [--corpus DIR] [--wheel] [--json FILE]

The corpus is written by bench/generate.py on first use. Everything runs on one core. Times vary from
machine to machine; what is to be compared are the ratios, each taken within one run.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Redmark need not be installed

from bench import generate, hostile, start_up, throughput
from bench.figures import machine, rows_of, table
from bench.runs import keep_to_one_core

OUT: Final = start_up.ROOT / "bench" / "out"
TELEGRAM: Final = 6000  # bytes of the one that the start-up is measured with


def main() -> None:
    options = _options()
    keep_to_one_core()
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


if __name__ == "__main__":
    main()
