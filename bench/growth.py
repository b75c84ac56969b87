"""How time grows: with the length of a document, and with the number of documents, rules and findings.

usage: python bench/growth.py [--most 100] [--only length,documents,rules,findings] [--json FILE] [--plots DIR]

Each point is a process of its own on one core, so that its memory is its own. The exponent of a curve is fitted to
its upper half, where what is done once no longer counts: 1 is linear, 2 quadratic.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Redmark need not be installed

from bench import generate, plots, runs, start_up
from bench.figures import machine, table

OUT: Final = start_up.ROOT / "bench" / "out"
BYTES: Final = (1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)
DOCUMENTS: Final = (10, 100, 1_000, 10_000)
RULES: Final = (50, 150, 500, 1_500, 5_000)
FINDINGS: Final = (10, 100, 1_000, 10_000)
PORTIONS: Final = 10_000  # of the memo in which findings are planted
_ROUNDS: Final = 3
_ABOUT: Final = 870  # bytes of a paragraph of the pool
_MOST_NUMBERED: Final = 900
_GROWN: Final = "grown"  # the pack that is generated
_COPIED: Final = ("telegram", "portion", "authority")  # packs whose rules are copied

# Run by a process of its own: what it takes to be ready, to judge one file, and to write its report.
_ONE: Final = """
import json, resource, sys, time
from pathlib import Path
began = time.process_time()
from validator.api.checking import Checker
from validator.engine.settings import Settings
from validator.reporters.jsonl import JsonLinesReporter
path, rounds, packs, select = sys.argv[1], int(sys.argv[2]), sys.argv[3:4], tuple(sys.argv[4:5])
checker = Checker(Settings(select=select), packs=packs)
ready = time.process_time() - began
data = Path(path).read_bytes()
reporter = JsonLinesReporter(checker.tool, checker.settings.reported, False)
times = []
for number in range(rounds):
    began = time.process_time()
    report = checker.check_bytes(data, path)
    written = reporter.file(report)
    times.append(time.process_time() - began)
print(json.dumps({
    "ready": ready, "seconds": min(times), "findings": len(report.findings), "kind": report.kind,
    "report": len(written), "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
"""


class Point(NamedTuple):
    """One point of a curve, and microseconds for each unit of what grows."""

    curve: str
    amount: int
    milliseconds: float
    microseconds_each: float
    megabytes: float
    findings: int


class Curve(NamedTuple):
    """The exponent that fits the upper half of a curve."""

    curve: str
    exponent: float


def main() -> None:
    options = _options()
    runs.keep_to_one_core()
    OUT.mkdir(parents=True, exist_ok=True)
    results: dict[str, Any] = {"machine": machine(), "points": [], "exponents": []}
    for name in options.only.split(","):
        with tempfile.TemporaryDirectory(prefix="redmark-bench-") as scratch:
            points = list(MEASURED[name](Path(scratch), options.most * 1_000_000))
        series = curves_of(points)
        fitted = [Curve(curve, plots.exponent(upper_half(places))) for curve, places in series.items()]
        print(
            f"\n{table([point._asdict() for point in points])}\n\n{table([each._asdict() for each in fitted])}"
        )
        (options.plots / f"growth-{name}.svg").write_text(
            plots.curves(f"Time against {TITLES[name]}", TITLES[name], "milliseconds", series),
            encoding="utf-8",
        )
        results["points"] += [point._asdict() for point in points]
        results["exponents"] += [each._asdict() for each in fitted]
    print(f"\n{results['machine']}")
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--most", type=int, default=100, help="megabytes of the longest document")
    arguments.add_argument("--only", default=",".join(MEASURED), help="curves, separated by commas")
    arguments.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to a file")
    arguments.add_argument("--plots", type=Path, metavar="DIR", default=OUT, help="where the plots go")
    return arguments.parse_args()


def curves_of(points: Sequence[Point]) -> dict[str, list[tuple[float, float]]]:
    """The points of each curve, as amount and milliseconds."""
    series: dict[str, list[tuple[float, float]]] = {}
    for point in points:
        series.setdefault(point.curve, []).append((point.amount, point.milliseconds))
    return series


def upper_half(points: Sequence[tuple[float, float]]) -> Sequence[tuple[float, float]]:
    """The larger half of the points, and at least two."""
    return points[-max(2, (len(points) + 1) // 2) :]


def _length(scratch: Path, most: int) -> Iterator[Point]:
    for curve, written in (("telegram", long_telegram), ("memo", long_memo)):
        for size in BYTES:
            if size <= most:
                path = scratch / f"{curve}-{size}.txt"
                _write(path, written(size))
                yield _point(curve, size, _one(path, _ROUNDS if size < 10_000_000 else 1))
                path.unlink()


def _findings(scratch: Path, _: int) -> Iterator[Point]:
    """One memo of many portions; more and more of them are marked by a word that belongs in a banner."""
    for count in FINDINGS:
        path = scratch / "memo.txt"
        _write(path, memo_with_faults(count))
        yield _point("findings", count, _one(path, _ROUNDS))


def _rules(scratch: Path, _: int) -> Iterator[Point]:
    path = scratch / "telegram.txt"
    path.write_text(generate.telegram(random.Random("1/1")), encoding="utf-8", newline="\n")
    for count in RULES:
        folder = grown_pack(scratch / str(count), count)
        cache = scratch / f"cache-{count}"
        cold, warm = (_one(path, 50, cache, str(folder), _GROWN) for _ in range(2))
        yield _point("first load", count, cold | {"seconds": cold["ready"]})
        yield _point("later load", count, warm | {"seconds": warm["ready"]})
        yield _point("one telegram", count, warm)


def _documents(scratch: Path, _: int) -> Iterator[Point]:
    """A whole run of the command line over a folder."""
    installed = start_up.checkout(scratch / "cache")
    for count in DOCUMENTS:
        folder = scratch / str(count)
        folder.mkdir()
        for number in range(count):
            text = generate.telegram(random.Random(f"1/{number}"))
            (folder / f"{number:06}.txt").write_text(text, encoding="utf-8", newline="\n")
        command = (*installed.redmark, "check", str(folder), "--format", "jsonl", "--jobs", "1")
        result = runs.best([runs.ran(command, installed.environment) for _ in range(2)])
        yield _point("documents", count, {"seconds": result.processor, "megabytes": result.megabytes})
        shutil.rmtree(folder)


def _one(path: Path, rounds: int, cache: Path | None = None, *more: str) -> Mapping[str, Any]:
    command = (sys.executable, "-c", _ONE, str(path), str(rounds), *more)
    place = {"REDMARK_CACHE_DIR": str(cache)} if cache else {}
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(start_up.ROOT)} | place,
    )
    if done.returncode:
        raise SystemExit(f"{path.name} failed:\n{done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _point(curve: str, amount: int, told: Mapping[str, Any]) -> Point:
    seconds = told["seconds"]
    return Point(
        curve,
        amount,
        seconds * 1e3,
        seconds / amount * 1e6,
        round(told["megabytes"]),
        told.get("findings", 0),
    )


def _write(path: Path, pieces: Iterable[str]) -> None:
    """Piece by piece, for Linux counts what this process holds as memory of the next child."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)


def long_telegram(size: int) -> Iterator[str]:
    """A sound telegram of 2006 of about so many bytes, whatever its number of paragraphs."""
    head = (
        "O 151423Z MAR 06\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC IMMEDIATE\n\n"
        "C O N F I D E N T I A L OSLO 000412\n\nSIPDIS\n\nE.O. 12958: DECL: 03/15/2016\nTAGS: PREL, PGOV, NO\n"
        "SUBJECT: (U) FERRIES\n\nClassified By: DCM Jane Roe, reasons 1.4 (b) and (d).\n\n"
    )
    return chain((head,), _numbered(size - len(head)), ("ROE\n",))


def long_memo(size: int) -> Iterator[str]:
    """A sound memo of 2015 of about so many bytes; its portions have no numbers, and grow in number with it."""
    return _memo(_marked(size))


def _memo(paragraphs: Iterable[str]) -> Iterator[str]:
    head = (
        "CONFIDENTIAL\n\n                        OFFICE OF HARBOR AFFAIRS\n\n20150312\n\n"
        "MEMORANDUM FOR:  Director, Office of Harbor Affairs\n\nFROM:            Chief, Division 5\n\n"
        "SUBJECT:         (U) Ferry Treaty with Eastmere\n\n"
    )
    tail = (
        "Classified By: Jane Roe, Chief, Division 5\nDerived From: Harbor Security Classification Guide, 20120401\n"
        "Declassify On: 20250312\n\nCONFIDENTIAL\n"
    )
    return chain((head,), paragraphs, (tail,))


def _numbered(size: int) -> Iterator[str]:
    """Marked paragraphs from 1 on, together of about so many bytes; longer ones where 900 would not do.

    No telegram has a thousand numbered paragraphs, and a line that begins with 1000 is taken for prose.
    """
    pool = _pool()
    each = max(1, size // (_MOST_NUMBERED * _ABOUT) + 1)
    for number in range(1, max(2, size // (each * _ABOUT))):
        bodies = (pool[(number + step) % len(pool)] for step in range(each))
        yield f"{number}. (C) {_joined(bodies)}\n\n"


def _joined(bodies: Iterator[str]) -> str:
    return "\n".join(bodies)


def _marked(size: int) -> Iterator[str]:
    """Marked paragraphs without numbers, as many as it takes."""
    pool = _pool()
    return (f"(C) {pool[number % len(pool)]}\n\n" for number in range(max(1, size // _ABOUT)))


def _pool() -> list[str]:
    """Bodies of paragraphs, from telegrams of bench/generate.py."""
    found: list[str] = []
    for number in range(30):
        text = generate.telegram(random.Random(f"1/{number}"))
        found += re.findall(r"(?m)^\d+\. \([A-Z]\) ((?:.+\n)*.+)\n\n", text)
    return [body for body in found if "(Ref" not in body and "SUMMARY" not in body]


def memo_with_faults(count: int) -> Iterator[str]:
    """A memo of PORTIONS portions, of which `count`, evenly spread, are marked as only banners are."""
    every = PORTIONS // count
    marked = enumerate(islice(_marked(PORTIONS * _ABOUT), PORTIONS))
    return _memo(text.replace("(C)", "(CONF)", 1) if number % every == 0 else text for number, text in marked)


def grown_pack(folder: Path, count: int) -> Path:
    """A pack of so many rules: those of three packs of ours under other names, again and again."""
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(
        f'packfile: 1\nname: {_GROWN}\ntitle: Rules for a measurement\nversion: "1.0"\ndefault: true\n'
        "source: Redmark\n",
        encoding="utf-8",
    )
    rules = start_up.ROOT / "rules"
    files = [
        path for pack in _COPIED for path in sorted((rules / pack).glob("*.yaml")) if path.name != "pack.yaml"
    ]
    for number in range(count):
        source = files[number % len(files)]
        name = f"{source.stem}-{_in_letters(number)}"
        text = source.read_text(encoding="utf-8").replace(f"\nid: {source.stem}\n", f"\nid: {name}\n", 1)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def _in_letters(number: int) -> str:
    """0 is aaaa, 1 is aaab: ids of rules have no digits."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return "".join(letters[number // len(letters) ** place % len(letters)] for place in (3, 2, 1, 0))


MEASURED: Final[dict[str, Callable[[Path, int], Iterator[Point]]]] = {
    "length": _length,
    "documents": _documents,
    "rules": _rules,
    "findings": _findings,
}
TITLES: Final = {
    "length": "bytes of one document",
    "documents": "documents in a folder",
    "rules": "rules",
    "findings": "findings in one memo",
}


if __name__ == "__main__":
    main()
