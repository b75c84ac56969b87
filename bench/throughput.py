"""How fast documents go through: each stage apart and all together, beside a plain scan of the same lines."""

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from validator.api.checking import DEFAULTS, Checker, rulebook
from validator.engine.document_data import document_data
from validator.engine.inspection import file_report, inspector
from validator.engine.run import run
from validator.parsers import parse
from validator.readers import read_file
from validator.reporters.jsonl import JsonLinesReporter
from validator.vocabulary.load import builtin as vocabularies

SCAN: Final = "plain line scan"
TOGETHER: Final = "all together"
STAGES: Final = ("reading", "parsing", "checking", "describing", "reporting")
OURS: Final = "checking to reporting"
OPENINGS: Final = frozenset(
    {"DE ", "E.O", "FM ", "INF", "REF", "SIP", "SUB", "TAG", "TO ", "ZNR", "ZNY", "1. ", "2. ", "3. ", "4. "}
)


class Speed(NamedTuple):
    """What one stage took for the whole corpus; `scans`: that time in times of the plain scan."""

    stage: str
    seconds: float
    megabytes_per_second: float
    documents_per_second: float
    microseconds_per_document: float
    scans: float


def measured(paths: Sequence[Path], report: Path, repeat: int) -> list[Speed]:
    """The stages in their order; of `repeat` rounds over the corpus the best time of each stage counts."""
    size = sum(path.stat().st_size for path in paths)
    rounds = [_round(paths, report) for _ in range(repeat)]
    best = {stage: min(times[stage] for times in rounds) for stage in rounds[0]}
    return [_speed(stage, seconds, size, len(paths), best[SCAN]) for stage, seconds in best.items()]


def speed_of_run(stage: str, seconds: float, paths: Sequence[Path], speeds: Sequence[Speed]) -> Speed:
    """The speed of something timed elsewhere, beside the scan of the same corpus."""
    size = sum(path.stat().st_size for path in paths)
    return _speed(stage, seconds, size, len(paths), speeds[0].seconds)


def _speed(stage: str, seconds: float, size: int, count: int, scan: float) -> Speed:
    return Speed(stage, seconds, size / seconds / 1e6, count / seconds, seconds / count * 1e6, seconds / scan)


def _round(paths: Sequence[Path], report: Path) -> dict[str, float]:
    times = {SCAN: _scanned(paths)}
    times |= _stages(paths, report)
    times[OURS] = sum(times[stage] for stage in STAGES[2:])
    times[TOGETHER] = _together(paths, report)
    return times


def _scanned(paths: Sequence[Path]) -> float:
    began = time.perf_counter()
    for path in paths:
        scan(path)
    return time.perf_counter() - began


def scan(path: Path) -> int:
    """Reads and decodes a file and looks at the first characters of each line, as one would write it in Python.

    On the machine of docs/measurements.md it does 227 MB/s, the figure the goals were set by. Opening the file
    without buffer and splitting at line feeds only does 320.
    """
    found = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line[:3] in OPENINGS:
            found += 1
    return found


def _stages(paths: Sequence[Path], report: Path) -> dict[str, float]:
    """Document by document, as a run does it, with a look at the clock after each stage."""
    ready = inspector(rulebook(), vocabularies(), DEFAULTS, date.today())
    reporter, excerpt = _reporter(), ready.excerpt
    spent = dict.fromkeys(STAGES, 0.0)
    with report.open("wb") as file:
        for path in paths:
            clock = [time.perf_counter()]
            source = read_file(path)
            clock.append(time.perf_counter())
            document = parse(source, ready.vocabularies)
            clock.append(time.perf_counter())
            lines = document.lines()
            outcome = run(ready.planner.plan_for(document), document, lines, excerpt)
            clock.append(time.perf_counter())
            data = document_data(document, lines, excerpt)
            clock.append(time.perf_counter())
            file.write(reporter.file(file_report(document, lines, outcome, data)))
            clock.append(time.perf_counter())
            for stage, began, ended in zip(STAGES, clock, clock[1:], strict=False):
                spent[stage] += ended - began
    return spent


def _together(paths: Sequence[Path], report: Path) -> float:
    """What `redmark check --format jsonl` does once it has started."""
    began = time.perf_counter()
    checker, reporter = Checker(), _reporter()
    with report.open("wb") as file:
        file.write(reporter.head())
        for each in checker.check_paths(paths):
            file.write(reporter.file(each))
        file.write(reporter.tail(checker.tally.summary(), checker.tally.exit_code()))
    return time.perf_counter() - began


def _reporter() -> JsonLinesReporter:
    checker = Checker()
    return JsonLinesReporter(checker.tool, checker.settings.reported, False)
