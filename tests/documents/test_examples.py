"""Every example with its whole expected report; `expected/NAME.jsonl` stands beside this file.

A changed report is written anew by `REDMARK_WRITE_EXPECTED=1 pytest tests/documents` and then read line by line.
"""

import os
from pathlib import Path

import pytest

from tests.documents.reports import EXAMPLES, EXPECTED, report_of, shown

NAMES = sorted(path.stem for path in EXAMPLES.glob("*.txt"))


def expected_of(name: str) -> Path:
    return EXPECTED / f"{name}.jsonl"


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_reported_as_expected(name: str) -> None:
    found = shown(report_of((EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")))
    if os.environ.get("REDMARK_WRITE_EXPECTED"):
        expected_of(name).write_text(found, encoding="utf-8")
    assert found.splitlines() == expected_of(name).read_text(encoding="utf-8").splitlines()


def test_every_expected_report_has_its_example() -> None:
    assert sorted(path.stem for path in EXPECTED.iterdir()) == NAMES
