"""A word cut in two is put together where the text has it whole elsewhere."""

import pytest

from tests.unit.parsers.made import BODY, OPENING, fields, parsed
from validator.layouts.hyphenation import undo_hyphenation
from validator.layouts.lines import Lines

JOINED = {
    "whole elsewhere": ("the confer-\nence met\nin a conference", ["the conference", "met"]),
    "set in": ("  the confer-\n   ence met\nin a conference", ["the conference", "met"]),
    "a point behind it": ("the confer-\nence. It met\nin a conference", ["the conference", ". It met"]),
}
LEFT = {
    "it stands nowhere else": "the confer-\nence met",
    "it stands with a hyphen elsewhere": "the ferry-\nman left\nthe ferry-man, a ferryman",
    "the second half is all of the line": "the confer-\nence\nin a conference",
    "a rule": "-----\nence met in a conference",
    "half of it is one letter": "a-\nbout about it all",
    "it ends the text": "in a conference, the confer-\n",
    "a longer word is elsewhere": "the confer-\nence met\nin conferences",
    "a hyphen before it": "the re-confer-\nence met\nin a conference",
}


@pytest.mark.parametrize(("text", "texts"), JOINED.values(), ids=JOINED)
def test_a_cut_word_is_joined(text: str, texts: list[str]) -> None:
    lines = Lines(text)
    assert [text[node.start : node.end] for node in undo_hyphenation(lines)] == ["-"]
    assert lines.texts[:2] == texts
    for index, column, letters in ((0, 0, "the"), (0, 10, "ence"), (1, 0, texts[1])):
        offset = lines.offset(index, column)
        assert text[offset : offset + len(letters)] == letters


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_a_word_is_left_because(text: str) -> None:
    lines = Lines(text)
    assert undo_hyphenation(lines) == []
    assert lines.texts == [line.strip() for line in text.split("\n")]


def test_many_hyphens_cost_no_more_than_some() -> None:
    text = "the confer-\nence met\n" * 100 + "in a conference"
    assert len(undo_hyphenation(Lines(text))) == 40


def test_a_subject_is_read_whole() -> None:
    header = OPENING + "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A CONFER-\nENCE ON FERRIES\n\n"
    document = parsed(header + BODY.replace("LATE.\n\n", "AT THE CONFERENCE.\n\n"))
    assert fields(document, "subject", "text") == [("A CONFERENCE ON FERRIES",)]
    assert fields(document, "artefact", "name") == [("hyphenation",)]
