"""docs/markings.md: its tables are those of the data, and every example in it does what the page says."""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import pytest

import validator
from tests.cli.running import ROOT
from validator.grammar.marking import MarkingReader
from validator.model.marking import MarkingFault
from validator.vocabulary.load import builtin

PAGE = (ROOT / "docs" / "markings.md").read_text(encoding="utf-8")
READER = MarkingReader(builtin())
RIGHT = {"Banner", "Portion", "Right"}
SPAN = re.compile(r"`([^`]+)`")
TITLE = re.compile(r"<!-- (examples|dialects|last-days|roll-up|replacements)(?:: ([a-z]+))? -->")


class Row(NamedTuple):
    """A row of a table that stands under a title such as `<!-- examples: ic -->`."""

    line: int
    title: str
    dialect: str
    cells: dict[str, str]

    def spans(self, head: str) -> list[str]:
        return SPAN.findall(self.cells[head])


class Example(NamedTuple):
    """A marking, whose rules judge it on what day, and the word the page has for it."""

    line: int
    text: str
    dialect: str
    said: str
    day: date | None = None


def rows(page: str) -> Iterator[Row]:
    title, heads = None, None
    for number, line in enumerate(page.splitlines(), 1):
        if found := TITLE.fullmatch(line):
            title, heads = found, None
        elif title and line.startswith("| ") and not line.startswith("| ---"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if heads is None:
                heads = cells
            else:
                yield Row(number, title[1], title[2] or "ic", dict(zip(heads, cells, strict=True)))
        elif title and heads and not line.startswith("|"):
            title = None


def examples(row: Row) -> Iterator[Example]:
    line, title, dialect, cells = row
    if title == "examples":
        for head in cells:
            said = "right" if head in RIGHT else "wrong"
            if head in RIGHT | {"Wrong"}:
                yield from (Example(line, text, dialect, said) for text in row.spans(head))
    elif title == "dialects":
        (text,) = row.spans("Marking")
        for head in ("isoo", "ic", "dod", "state"):
            yield Example(line, text, head, cells[head])
    elif title == "last-days":
        (text,), last = row.spans("Marking"), date.fromisoformat(cells["Last day"])
        yield Example(line, text, dialect, "right", last)
        yield Example(line, text, dialect, "wrong", last + timedelta(days=1))
        yield from (Example(line, now, dialect, "right") for now in row.spans("Now"))
    elif title == "roll-up":
        for text in (*row.spans("Portions"), *row.spans("Banner")):
            yield Example(line, text, dialect, "right")


ROWS = tuple(rows(PAGE))
EXAMPLES = tuple(example for row in ROWS for example in examples(row))
ROLL_UPS = [row for row in ROWS if row.title == "roll-up"]
REPLACEMENTS = [row for row in ROWS if row.title == "replacements"]


def counts(fault: MarkingFault, dialect: str, day: date | None) -> bool:
    """Whether a fault speaks against a marking of a dialect on a day."""
    ended = fault.until is None or day is None or day > fault.until
    return ended and (not fault.dialects or dialect in fault.dialects)


def verdict(example: Example) -> str:
    """`right`, `wrong` or `noted`: by the reader's faults and by the findings of the rules."""
    portion = example.text.startswith("(")
    read = READER.portion(example.text) if portion else READER.banner(example.text)
    judged = validator.judge_marking(
        example.text, portion=portion, dialect=example.dialect, as_of=example.day
    )
    faulty = any(counts(fault, example.dialect, example.day) for fault in read.faults)
    severities = {finding.severity for finding in judged.findings}
    if faulty or severities & {"error", "warning"}:
        return "wrong"
    return "noted" if severities else "right"


def test_the_page_has_examples_of_every_sort() -> None:
    assert {row.title for row in ROWS} == {"examples", "dialects", "last-days", "roll-up", "replacements"}
    assert sum(example.said == "wrong" for example in EXAMPLES) >= 60
    assert sum(example.said == "right" for example in EXAMPLES) >= 120


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"line {e.line} {e.dialect} {e.text}")
def test_an_example_is_what_the_page_says(example: Example) -> None:
    assert verdict(example) == example.said


@pytest.mark.parametrize("row", ROLL_UPS, ids=lambda row: f"line {row.line}")
def test_a_roll_up_is_what_the_page_says(row: Row) -> None:
    assert [validator.roll_up(row.spans("Portions"), dialect=row.dialect)] == row.spans("Banner")


@pytest.mark.parametrize("row", REPLACEMENTS, ids=lambda row: f"line {row.line}")
def test_a_replacement_date_is_what_the_page_says(row: Row) -> None:
    instruction, source, replacement = row.cells.values()
    judged = validator.judge_declassification(instruction.strip("`"), dated=date.fromisoformat(source))
    assert judged.replacement == date.fromisoformat(replacement)


def test_what_is_older_than_the_manuals_is_not_judged() -> None:
    """Section 10."""
    for day, findings in ((date(1995, 10, 13), 0), (date(1995, 10, 14), 1)):
        assert len(validator.judge_marking("S//NOFORN", as_of=day).findings) == findings


def test_no_marking_stands_outside_the_tested_tables() -> None:
    tested = {example.text for example in EXAMPLES}
    written = re.sub(r"<!-- generated:.*?<!-- end -->", "", PAGE, flags=re.DOTALL)
    loose = {span for span in SPAN.findall(written) if re.search(r"\w//|//\w", span)}
    assert loose - tested == set()


def test_the_tables_of_the_page_are_those_of_the_data() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
