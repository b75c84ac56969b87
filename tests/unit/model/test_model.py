"""The lattice of levels, the closed list of node kinds, and places in a text."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.model import nodes
from validator.model.document import Document, SourceText
from validator.model.kinds import KINDS
from validator.model.level import Level
from validator.spans import LineIndex, Place

NODE_TYPES = [
    each
    for _, each in inspect.getmembers(nodes, inspect.isclass)
    if issubclass(each, nodes.Node) and each is not nodes.Node
]


@pytest.mark.parametrize("node_type", NODE_TYPES, ids=lambda each: each.__name__)
def test_a_node_type_is_of_a_listed_kind(node_type: type[nodes.Node]) -> None:
    assert node_type.kind in KINDS


def test_no_two_node_types_share_a_kind() -> None:
    kinds = [each.kind for each in NODE_TYPES]
    assert sorted(kinds) == sorted(set(kinds))


def test_a_node_cannot_be_changed() -> None:
    node = nodes.Signature(start=0, end=3, name="ROE")
    with pytest.raises(AttributeError):
        node.name = "DOE"  # type: ignore[misc]


def test_levels_rise() -> None:
    assert [str(level) for level in sorted(Level)] == [
        "UNCLASSIFIED",
        "RESTRICTED",
        "CONFIDENTIAL",
        "SECRET",
        "TOP SECRET",
    ]


@pytest.mark.parametrize("level", Level)
def test_a_level_is_found_by_its_title(level: Level) -> None:
    assert Level.named(level.title) is level


def test_a_word_that_is_no_level_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Level.named("SECRETARY")


def test_a_kind_that_a_document_has_not_is_empty() -> None:
    source = SourceText("made.txt", "text", "a\nb", "")
    document = Document(kind="unknown", layout="unknown", source=source, nodes={})
    assert document.of("paragraph") == ()
    assert document.lines().place(2) == Place(2, 2, 1)


PLACES = {
    "the first character": ("ab\ncd", 0, (1, 1)),
    "the line feed belongs to its line": ("ab\ncd", 2, (1, 3)),
    "the first of the next line": ("ab\ncd", 3, (2, 1)),
    "behind the end": ("ab\ncd", 5, (2, 3)),
    "behind a last line feed": ("ab\n", 3, (2, 1)),
    "an empty text": ("", 0, (1, 1)),
    "a carriage return is a character": ("ab\r\ncd", 3, (1, 4)),
    "a form feed ends no line": ("ab\x0ccd", 3, (1, 4)),
    "a line separator ends no line": ("ab\u2028cd", 3, (1, 4)),
    "a letter beyond the first plane is one column": ("a\U0001f6a2b", 2, (1, 3)),
}


@pytest.mark.parametrize(("text", "offset", "expected"), PLACES.values(), ids=PLACES)
def test_the_place_of_an_offset(text: str, offset: int, expected: tuple[int, int]) -> None:
    assert LineIndex.of(text).place(offset) == Place(offset, *expected)


@given(st.text(st.sampled_from("ab\n\r\x0c "), max_size=60), st.integers(0, 60))
def test_a_place_leads_back_to_its_offset(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    place = LineIndex.of(text).place(offset)
    before = text.split("\n")[: place.line - 1]
    assert sum(len(line) + 1 for line in before) + place.column - 1 == offset
