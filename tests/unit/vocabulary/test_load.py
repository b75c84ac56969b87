"""Vocabulary files: what they become, and what is refused."""

from datetime import date
from pathlib import Path

import pytest

from validator.errors import RulebookError
from validator.model.level import Level
from validator.vocabulary.eras import era_of
from validator.vocabulary.load import builtin, load
from validator.vocabulary.terms import Term

MARKS = """\
vocabulary: 1
id: marks
title: Invented marks
source: none
terms:
- term: TS
  aliases: [TOP  SECRET]
  level: TOP SECRET
  from: 1972-06-01
  until: 1978-12-01
- term: NO
  replaced_by: TS
"""


def test_a_file_becomes_terms(tmp_path: Path) -> None:
    (tmp_path / "marks.yaml").write_text(MARKS)
    for _ in range(2):  # read, then out of the cache
        marks = load(tmp_path)["marks"]
        assert marks.terms == (
            Term(
                "TS",
                aliases=("TOP  SECRET",),
                level=Level.TOP_SECRET,
                starts=date(1972, 6, 1),
                ends=date(1978, 12, 1),
            ),
            Term("NO", replaced_by="TS"),
        )


@pytest.mark.parametrize(
    ("right", "wrong", "answer"),
    [
        ("id: marks", "id: mark", "2:5: the id is 'mark' but the file is called 'marks'; make them alike"),
        ("term: NO", "term: top secret", "11:9: 'top secret' stands for 'TS' already; remove one"),
        ("TOP  SECRET]", "TS]", "7:13: 'TS' stands for 'TS' already; remove one"),
        ("1978-12-01", "1971-12-01", "10:10: 1971-12-01 is before 1972-06-01; exchange them"),
        ("replaced_by: TS", "replaced_by: TSS", "12:16: 'TSS' is no term here; did you mean 'TS'?"),
    ],
)
def test_a_senseless_entry_is_refused(right: str, wrong: str, answer: str, tmp_path: Path) -> None:
    path = tmp_path / "marks.yaml"
    path.write_text(MARKS.replace(right, wrong))
    with pytest.raises(RulebookError) as caught:
        load(tmp_path)
    assert str(caught.value) == f"{path}:{answer}"


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("")
    (tmp_path / "b.txt").write_text("")
    (tmp_path / "marks.yaml").write_text(MARKS)
    with pytest.raises(RulebookError) as caught:
        load(tmp_path)
    assert [(Path(fault.path).name, fault.reason) for fault in caught.value.faults] == [
        ("a.yaml", "the file is empty; see docs/rule-format.md for what belongs here"),
        ("b.txt", "not a YAML file, so it would not be loaded; name it .yaml or move it away"),
    ]


@pytest.mark.parametrize(
    ("day", "era"),
    [
        (date(1973, 1, 1), "eo11652"),
        (date(2006, 11, 27), "eo13292"),
        (date(2015, 1, 1), "eo13526"),
        (date(1900, 1, 1), None),
    ],
)
def test_the_era_of_a_day(day: date, era: str | None) -> None:
    found = era_of(day, builtin())
    assert (found.term if found else None) == era
