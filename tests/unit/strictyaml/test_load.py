"""A file against its schema: all faults at once, at their places, in words."""

from pathlib import Path

import pytest

from validator.errors import RulebookError
from validator.strictyaml import load, load_file

VOCABULARY = """\
vocabulary: 1
id: marks
title: Invented marks
source: none
terms:
- term: NO
  rank: 2
  confirmed: false
"""


def answers(text: str) -> list[str]:
    with pytest.raises(RulebookError) as caught:
        load("marks.yaml", text, "vocabulary")
    return [str(fault).removeprefix("marks.yaml:") for fault in caught.value.faults]


def test_a_valid_file_is_plain_data() -> None:
    assert load("marks.yaml", VOCABULARY, "vocabulary").data == {
        "vocabulary": 1,
        "id": "marks",
        "title": "Invented marks",
        "source": "none",
        "terms": [{"term": "NO", "rank": 2, "confirmed": False}],
    }


FAULTS = {
    "not a number": ("rank: 2", "rank: two", ["7:9: 'two' stands here; expected a whole number"]),
    "a list for a number": ("rank: 2", "rank: [2]", ["7:3: a list stands here; expected a whole number"]),
    "nothing for a number": ("rank: 2", "rank:", ["7:8: nothing stands here; expected a whole number"]),
    "quoted number": ("rank: 2", "rank: '2'", ["7:9: '2' stands here; expected a whole number"]),
    "yes for true": ("false", "no", ["8:14: 'no' stands here; expected true or false"]),
    "a mapping for text": ("term: NO", "term: {a: b}", ["6:3: a mapping stands here; expected text"]),
    "no items": ("- term: NO\n  rank: 2\n  confirmed: false\n", "  []\n", ["5:1: 0 items; at least 1"]),
    "empty text": ("title: Invented marks", "title: ''", ["3:8: nothing stands here; expected text"]),
    "no day": ("rank: 2", "from: 20060102", ["7:9: '20060102' is no day; write it as 2006-11-27"]),
    "impossible day": (
        "rank: 2",
        "from: 2006-02-30",
        ["7:9: '2006-02-30' is no day; write it as 2006-11-27"],
    ),
    "too small": ("rank: 2", "years: 0", ["7:10: 0 is too small; at least 1"]),
    "item twice": ("rank: 2", "aliases: [A, A]", ["7:3: an item stands here twice; remove one"]),
    "a word that is not allowed": (
        "rank: 2",
        "level: SECRTE",
        ["7:10: 'SECRTE' is not allowed; did you mean 'SECRET'?"],
    ),
    "nothing near": (
        "rank: 2",
        "level: X",
        ["7:10: 'X' is not allowed; known here: CONFIDENTIAL, RESTRICTED, SECRET, TOP SECRET, UNCLASSIFIED"],
    ),
    "a comma in a flow mapping": (
        "- term: NO\n  rank: 2",
        "- {term: NO, meaning: by day, not by night}\n-\n  term: X",
        ["6:31: unknown key 'not by night'; quote a value that contains ', '"],
    ),
    "newer version": (
        "vocabulary: 1",
        "vocabulary: 2\nnew_key: x",
        [
            "1:13: '2' is a version of the vocabulary format that this Redmark does not know; "
            "it knows 1, a newer Redmark may be needed"
        ],
    ),
    "missing key": ("source: none\n", "", ["1:1: missing key 'source'; add it"]),
    "missing key inside": ("term: NO", "group: x", ["6:3: missing key 'term'; add it"]),
    "misspelt key is not missing too": (
        "source",
        "sauce",
        ["4:1: unknown key 'sauce'; did you mean 'source'?"],
    ),
    "several": (
        "term: NO\n  rank: 2",
        "term: NO\n  rank: two\n  rank: 2\n  level: X9",
        [
            "7:9: 'two' stands here; expected a whole number",
            "8:3: duplicate key 'rank'; it stands in line 7 already, remove one",
            "9:10: 'X9' is not allowed; known here: "
            "CONFIDENTIAL, RESTRICTED, SECRET, TOP SECRET, UNCLASSIFIED",
        ],
    ),
    "not a mapping": (
        VOCABULARY,
        "- a\n",
        ["1:1: a list stands here; expected a mapping of 'key: value' lines"],
    ),
}


@pytest.mark.parametrize(("right", "wrong", "expected"), FAULTS.values(), ids=FAULTS)
def test_faults_are_answered_in_words(right: str, wrong: str, expected: list[str]) -> None:
    assert answers(VOCABULARY.replace(right, wrong)) == expected


@pytest.mark.parametrize(
    ("name", "content", "answer"),
    [
        ("notes.txt", b"", "1:1: not a YAML file, so it would not be loaded; name it .yaml or move it away"),
        ("marks.yaml", b"id: \xff", "1:1: not UTF-8 (byte 4); save the file as UTF-8"),
    ],
)
def test_a_file_that_is_no_text_of_yaml(name: str, content: bytes, answer: str) -> None:
    with pytest.raises(RulebookError) as caught:
        load_file(Path(name), content, "vocabulary")
    assert str(caught.value) == f"{name}:{answer}"


def test_a_byte_order_mark_is_no_fault() -> None:
    assert (
        load_file(Path("marks.yml"), b"\xef\xbb\xbf" + VOCABULARY.encode(), "vocabulary").data["id"]
        == "marks"
    )


def test_a_fault_found_later_stands_at_its_value_or_the_nearest_around_it() -> None:
    loaded = load("marks.yaml", VOCABULARY, "vocabulary")
    at_value = loaded.fault(("terms", 0, "rank"), "too high; lower it")
    around = loaded.fault(("terms", 0, "level", "x"), "missing")
    assert (str(at_value), at_value.source_line) == ("marks.yaml:7:9: too high; lower it", "  rank: 2")
    assert str(around) == "marks.yaml:6:3: missing"
