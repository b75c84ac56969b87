"""docs/reports.md: it has every format, and the line it shows of each is one that Redmark writes."""

import re

import pytest

from tests.cli.running import ROOT, redmark
from validator.reporters import REPORTERS

PAGE = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")
SAMPLES = dict(re.findall(r"^\| `(\w+)` \|[^|]*\| `(.*?)…?` \|$", PAGE, re.MULTILINE))


def test_every_format_is_there() -> None:
    assert set(SAMPLES) == set(REPORTERS)


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_the_line_is_one_of_the_report(name: str) -> None:
    out = redmark("check", "examples/partial-extract-2005.txt", "--format", name, cwd=ROOT).out
    assert SAMPLES[name] in out
