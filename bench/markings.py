"""Measures the grammar of markings: distinct ones, repeated ones, and time against length, on one core.

usage: python bench/markings.py [--count 50000] [--repeat 3] [--json FILE]

The markings are generated, all distinct and all faultless in the dialect ic; anything else ends the run.
"""

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Redmark need not be installed

from bench.figures import machine, rows_of, table
from validator.engine.marking import MarkingJudge
from validator.grammar.marking import MarkingReader, write_banner, write_portion
from validator.model.level import Level
from validator.model.marking import Compartment, ControlSystem, CuiCategory, Marking
from validator.rulebook import builtin as rules
from validator.vocabulary.load import builtin as vocabularies

DIALECT: Final = "ic"
REPEATED: Final = 1000  # markings that a large collection writes again and again
LENGTHS: Final = (1_000, 10_000, 100_000)
FILLINGS: Final = {
    "countries": ("SECRET//REL TO USA, ", "GBR, "),
    "compartments": ("TOP SECRET//SI-", "ABC-"),
    "programs": ("SECRET//SAR-", "BP/"),
    "slashes": ("SECRET", "/"),
    "strangers": ("SECRET//", "FOO/"),
    "CUI categories": ("CUI//", "LEI/"),
    "blanks": ("SECRET", " "),
}
CLASSIFIED: Final = (Level.CONFIDENTIAL, Level.SECRET, Level.TOP_SECRET)
LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"


class Speed(NamedTuple):
    """How fast one kind of work went."""

    work: str
    markings: int
    per_second: int
    microseconds_each: float


class Growth(NamedTuple):
    """Milliseconds for rising lengths of one filling, and the factor over the last tenfold."""

    filling: str
    ms_1_kb: float
    ms_10_kb: float
    ms_100_kb: float
    factor: float


def main() -> None:
    options = _options()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    reader = MarkingReader(vocabularies())
    markings = faultless(options.count, reader)
    tables = {
        "Markings, one core": rows_of(speeds(markings, options.repeat)),
        "Time against length": rows_of(growths(options.repeat)),
    }
    for title, rows in tables.items():
        print(f"\n{title}\n\n{table(rows)}")
    print(f"\n{machine()}")
    if options.json:
        results = {"machine": machine(), "tables": tables}
        options.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--count", type=int, default=50_000, help="distinct markings (default 50000)")
    arguments.add_argument(
        "--repeat", type=int, default=3, help="rounds of which the best counts (default 3)"
    )
    arguments.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to a file")
    return arguments.parse_args()


def faultless(count: int, reader: MarkingReader) -> list[str]:
    """Distinct markings, half of them portion marks; SystemExit when the reader finds a fault in one."""
    found: dict[str, None] = {}
    made = _markings(random.Random("markings/1"), reader)
    while len(found) < count:
        marking = next(made)
        text = (write_portion if len(found) % 2 else write_banner)(marking, reader.tables, DIALECT)
        read = (reader.portion if len(found) % 2 else reader.banner)(text)
        if read.faults or read.marking != marking:
            raise SystemExit(f"not faultless: {text}: {read}")
        found[text] = None
    return list(found)


def _markings(chance: random.Random, reader: MarkingReader) -> Iterator[Marking]:
    """Four in six are US, one JOINT, one CUI."""
    codes = sorted(
        code
        for code, entry in reader.tables.codes.items()
        if entry.term and not entry.term.group and not entry.term.ends and code != "USA"
    )
    while True:
        countries = tuple(sorted(chance.sample(codes, chance.randint(1, 4)), key=_order(reader)))
        kind = chance.randrange(6)
        if kind == 0:
            yield _joint(chance, countries, reader)
        elif kind == 1:
            yield _cui(chance, countries, reader)
        else:
            yield _us(chance, countries)


def _order(reader: MarkingReader) -> Callable[[str], Any]:
    return lambda code: reader.tables.code(code).order


def _us(chance: random.Random, countries: tuple[str, ...]) -> Marking:
    released = chance.random() < 0.5
    return Marking(
        "us",
        chance.choice(CLASSIFIED),
        sci=_special_intelligence(chance) if chance.random() < 0.4 else (),
        sap=(ControlSystem(_name(chance, 3)),) if chance.random() < 0.1 else (),
        fgi=countries if chance.random() < 0.2 else None,
        dissem=tuple(
            name
            for name, odds in (("ORCON", 0.4), ("IMCON", 0.1), ("NOFORN", 0.5), ("PROPIN", 0.2))
            if chance.random() < odds and not (released and name == "NOFORN")
        ),
        rel_to=("USA", *countries) if released else None,
        non_ic=("LES",) if chance.random() < 0.1 else (),
    )


def _special_intelligence(chance: random.Random) -> tuple[ControlSystem, ...]:
    subs = tuple(sorted({_name(chance, 4) for _ in range(chance.randint(1, 2))}))
    return (ControlSystem("SI", (Compartment("G", subs),)),)


def _joint(chance: random.Random, countries: tuple[str, ...], reader: MarkingReader) -> Marking:
    owners = tuple(sorted((*countries, "USA"), key=_order(reader)))
    return Marking("joint", chance.choice(CLASSIFIED), owners=owners, rel_to=("USA", *countries))


def _cui(chance: random.Random, countries: tuple[str, ...], reader: MarkingReader) -> Marking:
    marks = chance.sample(sorted(reader.tables.specified.items()), chance.randint(1, 4))
    categories = (CuiCategory(name, group == "specified") for name, group in marks)
    return Marking(
        "cui",
        Level.UNCLASSIFIED,
        cui=True,
        cui_word="CUI",
        cui_categories=tuple(sorted(categories, key=lambda one: (not one.specified, one.name))),
        rel_to=("USA", *countries) if chance.random() < 0.3 else None,
    )


def _name(chance: random.Random, length: int) -> str:
    """Letters with an X in front, which no word of the Register has in such a place."""
    return "X" + "".join(chance.choices(LETTERS, k=length - 1))


def speeds(markings: Sequence[str], repeat: int) -> list[Speed]:
    """Reading distinct markings, reading a few again and again, reading and judging distinct ones."""
    often = markings[:REPEATED] * (len(markings) // REPEATED)
    return [
        _best("read, distinct", markings, repeat, lambda: _read(MarkingReader(vocabularies()))),
        _best("read, repeated", often, repeat, lambda: _read(_warm(often))),
        _best("read and judged, distinct", markings, repeat, _judge),
    ]


def _warm(markings: Sequence[str]) -> MarkingReader:
    reader = MarkingReader(vocabularies())
    read = _read(reader)
    for text in markings[:REPEATED]:
        read(text)
    return reader


def _read(reader: MarkingReader) -> Callable[[str], object]:
    banner, portion = reader.banner, reader.portion
    return lambda text: portion(text) if text[0] == "(" else banner(text)


def _judge() -> Callable[[str], object]:
    judge = MarkingJudge(rules(), vocabularies())
    judge.judge("SECRET", portion=False, dialect=DIALECT)  # the plan is made once
    return lambda text: judge.judge(text, portion=text[0] == "(", dialect=DIALECT)


def _best(
    work: str, markings: Sequence[str], repeat: int, prepared: Callable[[], Callable[[str], object]]
) -> Speed:
    seconds = min(_seconds(prepared(), markings) for _ in range(repeat))
    return Speed(work, len(markings), round(len(markings) / seconds), seconds / len(markings) * 1e6)


def _seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    began = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - began


def growths(repeat: int) -> list[Growth]:
    """Each filling at each length; nothing so long is remembered, so every reading is a fresh one."""
    read = MarkingReader(vocabularies()).banner
    rows = []
    for name, (before, filling) in FILLINGS.items():
        texts = [(before + filling * (length // len(filling)))[:length] for length in LENGTHS]
        times = [min(_seconds(read, [text]) for _ in range(repeat)) * 1e3 for text in texts]
        rows.append(Growth(name, *times, times[-1] / times[-2]))
    return rows


if __name__ == "__main__":
    main()
