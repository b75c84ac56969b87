"""Redmark and x-ray on the same PDFs in one run: pages a second, slowest file, files found.

usage: python bench/redactions.py --xray /path/to/venv/bin/python [--corpus DIR] [--json FILE]

x-ray (Free Law Project) is installed in an environment of its own, since it needs PyMuPDF, which is under the AGPL:

    python3 -m venv xray && xray/bin/pip install x-ray

Each tool runs once over every file in a process of its own, on one core; times are those of the processor. Redmark runs
its whole job with the rules on redactions. The first file is read once before, so that what is loaded once does not
count for either. Without --corpus it is 500 ordinary files and the battery of
tests/battery, all made here.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Redmark need not be installed

from bench import ordinary_pdfs
from bench.figures import table
from tests.battery import pdf_pages

ROOT: Final = Path(__file__).resolve().parent.parent

# Run by the other environment: one line of JSON for each file, with the time of the processor and what was found.
PEER: Final = """
import asyncio, json, sys, time, xray
paths = [line.rstrip("\\n") for line in sys.stdin]
for path in [paths[0], *paths]:
    start = time.process_time()
    try:
        found = asyncio.run(xray.inspect(path))
        count = sum(map(len, found.values()))
    except Exception as error:
        count = -1
    print(json.dumps({"path": path, "seconds": time.process_time() - start, "found": count}), flush=True)
"""
OURS: Final = """
import json, resource, sys, time
from validator.api.checking import Checker
from validator.engine.settings import Settings
from validator.readers.pdf import worker_pool
checker = Checker(Settings(select=("redaction",)))
def spent(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100
paths = [line.rstrip("\\n") for line in sys.stdin]
for path in [paths[0], *paths]:
    pid = worker_pool().worker().pid
    start, before = time.process_time(), spent(pid)
    wall = time.perf_counter()
    (report,) = checker.check_paths(path)
    seconds = time.process_time() - start + max(0.0, spent(worker_pool().worker().pid) - before)
    errors = sum(finding.severity == "error" for finding in report.findings)
    row = {"path": path, "seconds": seconds, "wall": time.perf_counter() - wall, "found": errors}
    print(json.dumps(row), flush=True)
"""


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="redmark-bench-") as scratch:
        sets = _sets(options.corpus, Path(scratch))
        results = {name: measured(name, files, options.xray) for name, files in sets.items()}
    print(table([row for rows in results.values() for row in rows]))
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--xray", required=True, help="the Python of the environment that has x-ray")
    arguments.add_argument("--corpus", type=Path, help="a folder of PDFs in place of the made ones")
    arguments.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to a file")
    return arguments.parse_args()


def _sets(corpus: Path | None, scratch: Path) -> dict[str, list[Path]]:
    if corpus is not None:
        return {corpus.name: sorted(corpus.rglob("*.pdf"))}
    ordinary_pdfs.make(scratch / "ordinary", 500)
    for case in pdf_pages.cases():
        for kind, data in (("bad", case.bad), ("good", case.good)):
            path = scratch / f"battery, {kind}" / f"{case.name.replace(' ', '-').replace('/', '-')}.pdf"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
    return {folder.name: sorted(folder.glob("*.pdf")) for folder in sorted(scratch.iterdir())}


def measured(name: str, files: list[Path], xray: str) -> list[dict[str, Any]]:
    """A row for each tool."""
    pages = _pages(files)
    ours = _run([sys.executable, "-c", OURS], files, {"PYTHONPATH": str(ROOT)})
    peer = _run([xray, "-c", PEER], files, {})
    ratio = sum(row["seconds"] for row in peer) / sum(row["seconds"] for row in ours)
    rows = []
    for tool, found in (("redmark", ours), ("x-ray", peer)):
        seconds = sum(row["seconds"] for row in found)
        rows.append(
            {
                "files": f"{name} ({len(files)}, {pages} pages)",
                "tool": tool,
                "pages/s": f"{pages / seconds:.0f}",
                "slowest, s": f"{max(row['seconds'] for row in found):.2f}",
                "files found": sum(row["found"] > 0 for row in found),
                "failed": sum(row["found"] < 0 for row in found),
                "times as fast as x-ray": f"{ratio:.1f}" if tool == "redmark" else "1",
            }
        )
    return rows


def _run(command: list[str], files: Iterable[Path], environment: dict[str, str]) -> list[dict[str, Any]]:
    done = subprocess.run(
        command,
        input="".join(f"{path}\n" for path in files),
        capture_output=True,
        text=True,
        env=os.environ | environment,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")][1:]


def _pages(files: Iterable[Path]) -> int:
    import pikepdf

    total = 0
    for path in files:
        with suppress(pikepdf.PdfError, pikepdf.PasswordError), pikepdf.open(path) as pdf:
            total += len(pdf.pages)
    return total


if __name__ == "__main__":
    main()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"\nlargest process: {peak} MB")
