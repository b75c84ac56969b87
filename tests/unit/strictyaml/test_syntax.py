"""YAML that is broken, or richer than a rule file may be: where, what, and what to do."""

import pytest

from validator.strictyaml.compose import compose

BROKEN = {
    "empty": ("", ["1:1 the file is empty; see docs/rule-format.md for what belongs here"]),
    "comments only": (
        "# nothing\n",
        ["2:1 the file is empty; see docs/rule-format.md for what belongs here"],
    ),
    "unquoted colon": ("a: b: c\n", ["1:5 a second ': ' in one entry; quote a value that contains ': '"]),
    "tab at the start": ("a:\n\t- b\n", ["2:1 a tab; use spaces, not tabs"]),
    "tab in a block": ("a: |\n  x\n \ty\n", ["3:2 a tab; use spaces, not tabs"]),
    "tab before a value": ("a:\tb\n", ["1:4 a tab before the value; use spaces, not tabs"]),
    "regex in double quotes": (
        'a: "\\d"\n',
        ["1:5 no such escape in double quotes; put regular expressions in single quotes"],
    ),
    "starts with @": ("a: @x\n", ["1:4 a value cannot start with this character; quote the value"]),
    "starts with &": ("a: & b\n", ["1:5 a value cannot start with this character; quote the value"]),
    "open list": ("a: [1,2\n", ["1:4 a list is not closed or a comma is missing; close it with ']'"]),
    "open mapping": ("a: {b\n", ["1:4 a mapping is not closed or a comma is missing; close it with '}'"]),
    "open quote": ("a: 'x\n", ["1:4 a quotation mark is not closed; double one that belongs to the text"]),
    "unknown directive": (
        "%x\n---\na: b\n",
        ["1:3 not YAML: found unknown directive name; quote what is text"],
    ),
    "no colon": ("a: b\nc\n", ["3:1 a key without ': '; add it, or indent text that continues a line"]),
    "mapping in a list": (
        "- a\nb: c\n",
        ["2:1 this line is no '- ' item of the list above; check its indentation"],
    ),
    "list in a mapping": (
        "b: c\n- a\n",
        ["2:1 this line is no 'key: value' of the mapping above; check its indentation"],
    ),
    "control character": ("a: b\nc: \x07\n", ["2:4 the character U+0007; remove it"]),
    "duplicate key": (
        "a: b\nc: d\na: {e: f}\n",
        ["3:1 duplicate key 'a'; it stands in line 1 already, remove one"],
    ),
    "anchor": ("a: &x b\n", ["1:4 an anchor, '&x'; remove it and write values out"]),
    "alias": (
        "a: &x [b]\nc: *x\n",
        ["1:4 an anchor, '&x'; remove it and write values out", "2:4 an alias, '*x'; write the value out"],
    ),
    "tag": ("a: !!str 5\n", ["1:4 a tag, 'tag:yaml.org,2002:str'; remove it, and quote what is text"]),
    "two documents": ("a: b\n---\nc: d\n", ["2:1 a second YAML document; give it a file of its own"]),
    "list as a key": ("? [1, 2]\n: 3\n", ["1:3 a key is one word; quote what is text"]),
    "too deep": ("[" * 60 + "]" * 60, ["1:42 nested deeper than 40 levels; make it flatter"]),
}


@pytest.mark.parametrize(("text", "answers"), BROKEN.values(), ids=BROKEN)
def test_broken_yaml_is_answered_in_words(text: str, answers: list[str]) -> None:
    faults = compose(text).faults
    assert [f"{fault.mark[0]}:{fault.mark[1]} {fault.reason}" for fault in faults] == answers


def test_keys_and_values_keep_their_places() -> None:
    tree = compose("a: b\nc:\n- d\n- {e: 'f'}\n")
    assert tree.complete
    assert tree.data == {"a": "b", "c": ["d", {"e": "f"}]}
    assert tree.keys == {("a",): (1, 1), ("c",): (2, 1), ("c", 1, "e"): (4, 4)}
    assert tree.values[("c", 1, "e")] == (4, 7)


@pytest.mark.parametrize("word", ["NO", "ON", "yes", "010", "1.10", "12:30:00", "2003-03-25", "0x1F", "1e3"])
def test_what_yaml_would_turn_into_something_else_stays_text(word: str) -> None:
    assert compose(f"a: {word}\n").data == {"a": word}
