"""Offsets and positions, held against a slow count of the code units themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from validator.lsp.positions import Lines

PLACES = [
    # text, encoding, offset, line, character
    ("one\ntwo", "utf-16", 5, 1, 1),
    ("one\r\ntwo", "utf-16", 6, 1, 1),
    ("one\rtwo", "utf-16", 5, 1, 1),
    ("one\n", "utf-16", 4, 1, 0),
    ("", "utf-16", 0, 0, 0),
    ("a\fb\nc", "utf-16", 4, 1, 0),  # a form feed ends no line
    ("a\u2028b", "utf-16", 2, 0, 2),  # nor does a line separator
    ("\U0001f6a2 (S)", "utf-16", 2, 0, 3),  # a ship is two units
    ("\U0001f6a2 (S)", "utf-8", 2, 0, 5),
    ("\U0001f6a2 (S)", "utf-32", 2, 0, 2),
    ("é (S)", "utf-8", 2, 0, 3),
    ("\ufeffone", "utf-16", 1, 0, 2),  # offsets are those behind the mark
    ("\ufeffone\ntwo", "utf-16", 4, 1, 0),
]


@pytest.mark.parametrize(("text", "encoding", "offset", "line", "character"), PLACES, ids=repr)
def test_a_place_is_the_same_both_ways(
    text: str, encoding: str, offset: int, line: int, character: int
) -> None:
    lines = Lines(text, encoding)
    assert lines.position(offset) == Position(line, character)
    assert lines.offset(Position(line, character)) == offset


BEYOND = [
    ("a character behind the end of its line", "one\ntwo", Position(0, 9), 3),
    ("the same before a carriage return", "one\r\ntwo", Position(0, 9), 3),
    ("a line behind the last", "one", Position(7, 0), 3),
    ("half of a character", "\U0001f6a2x", Position(0, 1), 0),
    ("before the text, on the byte order mark", "\ufeffone", Position(0, 0), 0),
]


@pytest.mark.parametrize(
    ("text", "position", "offset"), [row[1:] for row in BEYOND], ids=[row[0] for row in BEYOND]
)
def test_a_place_that_is_none_becomes_the_nearest(text: str, position: Position, offset: int) -> None:
    assert Lines(text).offset(position) == offset


def test_an_offset_behind_the_end_is_at_the_end() -> None:
    assert Lines("one\ntwo").position(99) == Position(1, 3)


SIGNS = st.text(st.sampled_from("aé\u2028\f\x85\n\r\U0001f6a2"), max_size=30)


@given(SIGNS, st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_every_offset_is_where_a_slow_count_has_it(text: str, encoding: str) -> None:
    lines = Lines(text, encoding)
    widths = {"utf-8": lambda sign: len(sign.encode()), "utf-16": lambda sign: 1 + (sign > "\uffff")}
    width = widths.get(encoding, len)
    line = character = 0
    for offset, sign in enumerate(text):
        assert lines.position(offset) == Position(line, character)
        inside = not text.startswith("\r\n", offset - 1) if offset else True
        if inside:  # between \r and \n there is no place
            assert lines.offset(Position(line, character)) == offset
        ends = sign == "\n" or (sign == "\r" and text[offset + 1 : offset + 2] != "\n")
        line, character = (line + 1, 0) if ends else (line, character + width(sign))
    assert lines.position(len(text)) == Position(line, character)


@given(SIGNS)
def test_a_line_holds_no_end_of_a_line(text: str) -> None:
    lines = Lines(text)
    spans = [lines.line(number) for number in range(lines.position(len(text)).line + 1)]
    shown = [text[start:end] for start, end in spans]
    assert all("\n" not in line and "\r" not in line for line in shown)
    assert "".join(shown) == text.replace("\r", "").replace("\n", "")
    assert [lines.end_of_line_at(start) for start, _ in spans] == [end for _, end in spans]
