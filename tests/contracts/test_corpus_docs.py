"""docs/corpus.md: its commands are ours, and its columns, files and endings are those of the code."""

import re
import shlex

import pytest

from tests.cli.running import ROOT
from validator.cli.command_line import whole_parser
from validator.corpus import records, results, sources
from validator.corpus.tables import DOCUMENTS, FINDINGS

PAGE = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^redmark (.+)$", PAGE, re.MULTILINE)


def first_cells(title: str) -> list[str]:
    """The words in code in the first column of the table under a title."""
    part = re.split(r"^#+ ", PAGE.partition(f"# {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
    rows = re.findall(r"^\| ([^|]*) \|", part, re.MULTILINE)
    return [word for row in rows for word in re.findall(r"`(.+?)`", row)]


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_the_page_is_one_of_ours(line: str) -> None:
    _, unknown = whole_parser().parse_known_args(shlex.split(line))
    assert unknown == []


def test_the_columns_are_those_of_the_tables() -> None:
    assert sorted(first_cells("Columns of `documents`")) == sorted(DOCUMENTS)
    assert sorted(first_cells("Columns of `findings`")) == sorted(FINDINGS)


def test_the_files_are_those_of_the_folder() -> None:
    folders = (results.DOCUMENTS, results.FINDINGS)
    files = [results.RUN, results.PLAN, *(f"{name}/*.parquet" for name in folders), f"{results.DONE}/*.json"]
    assert first_cells("What a run leaves") == files


def test_the_endings_are_those_that_are_read() -> None:
    endings = {ending for suffixes, _ in sources._CONTAINERS for ending in suffixes}
    assert set(first_cells("Sources")) == endings


def test_the_columns_that_are_guessed_are_in_their_order() -> None:
    told = re.findall(r"`(\w+)`", PAGE.partition("The text of a document is in")[2].partition("\n\n")[0])
    assert told == [*records._TEXTS, *records._NAMES]
