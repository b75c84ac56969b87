"""What reports kept from an earlier run save: 400 PDF, 300 Word and 300 text files, checked, and checked again.

usage: python bench/second_run.py [--rounds 3] [--json FILE]

The PDFs are ordinary ones of bench/ordinary_pdfs.py and those of tests/battery, the Word files those of tests/battery
with more and more paragraphs, the texts telegrams of bench/generate.py. Rules are compiled before, so that only the
reports are new to the first run.
"""

import argparse
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Redmark need not be installed

from bench import generate, ordinary_pdfs, runs, start_up
from bench.figures import machine, table
from tests.battery import office, packages, pdf_pages

PDFS: Final = 400
WORDS: Final = 300
TEXTS: Final = 300
# As sets, for what is kept of each kind can be told apart only by leaving the others out.
SETS: Final = ("pdf", "docx", "txt", "")


class Row(NamedTuple):
    """Seconds of one set of files; `ratio`: how many times as fast the second run is."""

    files: str
    no_cache: float
    first: float
    second: float
    ratio: float
    kept_megabytes: float


def main() -> None:
    options = _options()
    runs.keep_to_one_core()
    with tempfile.TemporaryDirectory(prefix="redmark-bench-") as scratch:
        files = Path(scratch) / "files"
        make(files)
        rows = [_row(files, kind, Path(scratch), options.rounds) for kind in SETS]
    results: dict[str, Any] = {"machine": machine(), "rows": [row._asdict() for row in rows]}
    print(f"{table(results['rows'])}\n\n{results['machine']}")
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rounds", type=int, default=3, help="of which the best counts (default 3)")
    arguments.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to a file")
    return arguments.parse_args()


def make(folder: Path) -> None:
    """The files, each kind in a folder of its own."""
    pdf = folder / "pdf"
    cases = list(pdf_pages.cases())
    ordinary_pdfs.make(pdf, PDFS - 2 * len(cases))
    for number, data in enumerate(chain.from_iterable((case.bad, case.good) for case in cases)):
        (pdf / f"battery-{number:04}.pdf").write_bytes(data)
    for kind, made in (("docx", _word_files()), ("txt", _texts())):
        (folder / kind).mkdir()
        for number, data in enumerate(made):
            (folder / kind / f"{number:04}.{kind}").write_bytes(data)


def _word_files() -> Iterator[bytes]:
    """The pairs of the battery, then documents of 10 to 200 paragraphs."""
    pairs = list(chain.from_iterable((bad, good) for _, bad, good in office.PAIRS.values()))[:WORDS]
    yield from pairs
    dice = random.Random(1)
    for number in range(WORDS - len(pairs)):
        texts = (ordinary_pdfs.sentence(dice, 30, 60) for _ in range(10 + number % 191))
        yield packages.document("".join(packages.paragraph(packages.run(text)) for text in texts))


def _texts() -> Iterator[bytes]:
    return (generate.telegram(random.Random(f"1/{number}")).encode() for number in range(TEXTS))


def _row(files: Path, kind: str, scratch: Path, rounds: int) -> Row:
    cache = scratch / "cache"
    installed = start_up.checkout(cache)
    # The child processes that read PDFs may end otherwise than by 0 or 1: 4 is a file that no reader could judge.
    run = partial(runs.ran, environment=installed.environment, ends=frozenset({0, 1, 4}))
    command = (*installed.redmark, "check", str(files / kind), "--format", "jsonl", "--jobs", "1")
    run((*command, "--no-cache"))
    base = cache / "results.sqlite3"
    times = []
    for _ in range(rounds):
        base.unlink(missing_ok=True)
        times.append([run(each).seconds for each in ((*command, "--no-cache"), command, command)])
    no_cache, first, second = map(min, zip(*times, strict=True))
    kept = base.stat().st_size / 1e6 if base.exists() else 0.0
    shutil.rmtree(cache)
    name = {"pdf": f"{PDFS} PDF", "docx": f"{WORDS} DOCX", "txt": f"{TEXTS} text"}.get(kind, "all together")
    return Row(name, no_cache, first, second, first / second, kept)


if __name__ == "__main__":
    main()
