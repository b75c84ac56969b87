"""Redmark beside its peers from PyPI, on the same files in one run: start-up, throughput, memory, as ratios.

usage: python bench/compare.py [--count 1000] [--rounds 3] [--json FILE] [--plot FILE]

Each peer gets an environment of its own below bench/out/peers on first use, Redmark a fresh one from a wheel of this
checkout. The network is used by pip only; what it cannot install is listed. Everything runs on one core. Texts are
telegrams of bench/generate.py; a peer that reads YAML only gets YAML files of the same sizes, one that reads PDF
only is compared on PDFs. Peers judge other things than Redmark: it is what a user waits for that is compared.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Redmark need not be installed

# Nothing of Redmark is loaded here before the end: see bench/runs.py on memory.
from bench import generate, peers, plots, runs, start_up
from bench.figures import machine, table

OUT: Final = start_up.ROOT / "bench" / "out"
BODIES: Final = {"text files of 2 kB": (700, 1500), "telegrams of 7 kB": generate.BODY}
OURS: Final = "redmark"
EMPTY: Final = "python -c pass"
_START_UPS: Final = 10  # rounds
_PDFS: Final = 200


class Budget(NamedTuple):
    """What issue 6 allows, and what was measured."""

    budget: str
    allowed: float
    measured: float
    met: str


class Tool(NamedTuple):
    """Something to be measured: a command, where it stands before the path of what it reads."""

    name: str
    command: tuple[str, ...]
    check: tuple[str, ...]
    version: tuple[str, ...]
    reads: str
    environment: Mapping[str, str]
    ends: frozenset[int]

    def run(self, *arguments: str) -> runs.Ran:
        """Runs it once."""
        return runs.ran((*self.command, *arguments), self.environment, self.ends)


def main() -> None:
    options = _options()
    runs.keep_to_one_core()
    texts = {name: _texts(name, body, options.count) for name, body in BODIES.items()}
    with tempfile.TemporaryDirectory(prefix="redmark-bench-") as scratch:
        ours = start_up.wheel(Path(scratch), Path(scratch) / "cache", "[documents]")
        tools, missing, xray = _tools(ours)
        starts = _starts(tools, ours, texts["text files of 2 kB"])
        whole = {name: _whole(tools, folders, options.rounds) for name, folders in texts.items()}
    results = _results(starts, whole, options.count)
    if xray:
        results["tables"]["PDF files"] = _pdfs(xray)
    for title, rows in results["tables"].items():
        print(f"\n{title}\n\n{table(rows)}")
    print(f"\n{results['machine']}")
    for name, reason in missing.items():
        print(f"not installed: {name}: {reason}")
    options.plot.write_text(_plot(starts, whole), encoding="utf-8")
    if options.json:
        options.json.write_text(json.dumps(results | {"missing": missing}, indent=2) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--count", type=int, default=1000, help="files of each kind (default 1000)")
    arguments.add_argument("--rounds", type=int, default=3, help="of which the best counts (default 3)")
    arguments.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to a file")
    arguments.add_argument("--plot", type=Path, metavar="FILE", default=OUT / "compare.svg")
    return arguments.parse_args()


def _texts(name: str, body: tuple[int, int], count: int) -> dict[str, Path]:
    """A folder of telegrams and one of YAML files of the same sizes."""
    folders = {kind: OUT / f"compare-{count}-{body[0]}" / kind for kind in ("txt", "yaml")}
    for kind, folder in folders.items():
        if folder.is_dir():
            continue
        folder.mkdir(parents=True)
        for number in range(count):
            text = generate.telegram(random.Random(f"1/{number}"), body)
            written = text if kind == "txt" else as_yaml(text)
            (folder / f"{number:06}.{kind}").write_text(written, encoding="utf-8", newline="\n")
    return folders


def as_yaml(text: str) -> str:
    """A sound YAML file of about the size of the text, holding its words in short values of a list of mappings."""
    lines = ["---", "paragraphs:"]
    size = sum(map(len, lines)) + len(lines)
    for number, line in enumerate(filter(None, map(str.strip, text.splitlines())), 1):
        entry = [f"  - number: {number}", f"    text: {json.dumps(line)}"]
        size += sum(map(len, entry)) + len(entry)
        if size > len(text):
            break
        lines += entry
    return "\n".join(lines) + "\n"


def _tools(ours: start_up.Installation) -> tuple[list[Tool], dict[str, str], str]:
    """Redmark and the peers for text and YAML; those that are missing, and why; the Python that has x-ray."""
    tools = [
        Tool(OURS, ours.redmark, ("check", "--jobs", "1"), ("--version",), "txt", ours.environment, runs.ENDS)
    ]
    missing, xray = {}, ""
    for peer in peers.PEERS:
        found = peers.installed(peer, OUT / "peers")
        if isinstance(found, str):
            missing[peer.name] = found
        elif peer.reads == "pdf":
            xray = str(found.python)
        else:
            tools.append(
                Tool(
                    f"{peer.name} {found.release}",
                    (found.command,),
                    peer.check,
                    peer.version,
                    peer.reads,
                    peers.environment(),
                    peer.ends,
                )
            )
    return tools, missing, xray


def _starts(
    tools: Sequence[Tool], ours: start_up.Installation, folders: Mapping[str, Path]
) -> dict[str, dict[str, runs.Ran]]:
    """What it takes to say the version, and to check one file."""
    empty = partial(runs.ran, (ours.python, "-c", "pass"), ours.environment)
    version: dict[str, Callable[[], runs.Ran]] = {
        tool.name: partial(tool.run, *tool.version) for tool in tools
    }
    one: dict[str, Callable[[], runs.Ran]] = {
        tool.name: partial(tool.run, *tool.check, str(next(iter(sorted(folders[tool.reads].iterdir())))))
        for tool in tools
    }
    return {
        "version": runs.in_turn({EMPTY: empty} | version, _START_UPS, warm_ups=2),
        "one file": runs.in_turn({EMPTY: empty} | one, _START_UPS, warm_ups=2),
    }


def _whole(tools: Sequence[Tool], folders: Mapping[str, Path], rounds: int) -> dict[str, runs.Ran]:
    return runs.in_turn(
        {tool.name: partial(tool.run, *tool.check, str(folders[tool.reads])) for tool in tools}, rounds
    )


def _results(
    starts: Mapping[str, Mapping[str, runs.Ran]], whole: Mapping[str, Mapping[str, runs.Ran]], count: int
) -> dict[str, Any]:
    tables: dict[str, list[dict[str, Any]]] = {
        f"Start-up, best of {_START_UPS}": _start_rows(starts["version"], starts["one file"])
    }
    for name, measured in whole.items():
        tables[f"{count} {name}"] = _whole_rows(measured, count)
    tables["Budgets of issue 6"] = [each._asdict() for each in budgets(starts, whole, count)]
    return {"machine": machine(), "tables": tables}


def _start_rows(version: Mapping[str, runs.Ran], one: Mapping[str, runs.Ran]) -> list[dict[str, Any]]:
    return [
        {
            "tool": name,
            "version, ms": version[name].seconds * 1e3,
            "x empty": version[name].seconds / version[EMPTY].seconds,
            "one file, ms": one[name].seconds * 1e3,
            "x empty ": one[name].seconds / one[EMPTY].seconds,
            "x redmark": one[name].seconds / one[OURS].seconds,
            # On a busy machine a process waits for its turn, the more often the longer it runs.
            "of a processor, ms": one[name].processor * 1e3,
            "x empty  ": one[name].processor / one[EMPTY].processor,
        }
        for name in version
    ]


def _whole_rows(measured: Mapping[str, runs.Ran], count: int) -> list[dict[str, Any]]:
    return [
        {
            "tool": name,
            "wall, s": each.seconds,
            "processor, s": each.processor,
            "ms a file": each.processor / count * 1e3,
            "x redmark": each.processor / measured[OURS].processor,
            "memory, MB": round(each.megabytes),
        }
        for name, each in measured.items()
    ]


def budgets(
    starts: Mapping[str, Mapping[str, runs.Ran]], whole: Mapping[str, Mapping[str, runs.Ran]], count: int
) -> list[Budget]:
    """The budgets of issue 6 beside what was measured; that for 1,000 files is scaled to the number of files."""
    version, one, files = starts["version"], starts["one file"], whole["text files of 2 kB"][OURS]
    measured = (
        ("--version, times the empty program", 3, version[OURS].seconds / version[EMPTY].seconds),
        ("one small file, times the empty program", 8, one[OURS].seconds / one[EMPTY].seconds),
        ("the same, time of a processor", 8, one[OURS].processor / one[EMPTY].processor),
        (f"{count} text files of 2 kB, s of a processor", 1.5 * count / 1000, files.processor),
        ("memory, MB", 80, max(each[OURS].megabytes for each in whole.values())),
    )
    return [Budget(name, limit, value, "yes" if value <= limit else "no") for name, limit, value in measured]


def _pdfs(xray: str) -> list[dict[str, Any]]:
    from bench import ordinary_pdfs, redactions  # here, as they load Redmark

    with tempfile.TemporaryDirectory(prefix="redmark-bench-") as scratch:
        ordinary_pdfs.make(Path(scratch), _PDFS)
        return redactions.measured("ordinary PDFs", sorted(Path(scratch).iterdir()), xray)


def _plot(starts: Mapping[str, Mapping[str, runs.Ran]], whole: Mapping[str, Mapping[str, runs.Ran]]) -> str:
    panels = {
        "--version": {name: each.seconds * 1e3 for name, each in starts["version"].items()},
        "one file of 2 kB": {name: each.seconds * 1e3 for name, each in starts["one file"].items()},
    }
    for name, measured in whole.items():
        panels[name] = {tool: each.processor * 1e3 for tool, each in measured.items()}
    ours_first = {title: {OURS: values[OURS]} | values for title, values in panels.items()}
    return plots.bars(ours_first, "ms")


if __name__ == "__main__":
    main()
