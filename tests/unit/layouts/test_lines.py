"""Lines and links: whatever is undone, every place leads back to the original."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.layouts.lines import Lines
from validator.layouts.links import undo_links
from validator.layouts.message_form import undo_message_form

LINES = {
    "outer blanks are taken off": ("  one \ntwo\t\n", ["one", "two", ""]),
    "carriage returns too": ("one\r\ntwo\r\n", ["one", "two", ""]),
    "form feeds too": ("one\n\x0ctwo\n", ["one", "two", ""]),
    "no-break blanks too": ("\u00a0one\u00a0\n", ["one", ""]),
    "an empty text has one line": ("", [""]),
    "inner blanks stay": ("one  two", ["one  two"]),
}


@pytest.mark.parametrize(("text", "expected"), LINES.values(), ids=LINES)
def test_lines(text: str, expected: list[str]) -> None:
    assert Lines(text).texts == expected


def test_offsets_count_carriage_returns_and_outer_blanks() -> None:
    text = "one\r\n\t two \r\n"
    lines = Lines(text)
    assert (lines.offset(1), lines.end(1)) == (text.index("two"), text.index("two") + 3)


def test_outside_the_text_every_line_is_blank() -> None:
    lines = Lines("one\n\ntwo")
    assert [lines.is_blank(index) for index in range(-1, 4)] == [True, False, True, False, True]


# text, what is left, artefacts as (name, text)
LINKS = {
    "a pilcrow before a paragraph": ("[1](#)3. (C) Text", "¶3. (C) Text", [("pilcrow-link", "[1](#)")]),
    "a pilcrow before a bullet": ("[1](#)B. STATE 1", "¶B. STATE 1", [("pilcrow-link", "[1](#)")]),
    "a pilcrow behind outer blanks": ("  [1](#)3. Text", "¶3. Text", [("pilcrow-link", "[1](#)")]),
    "tags": (
        "TAGS: [KDEM](#) [PREL](#)",
        "TAGS: KDEM PREL",
        [("markdown-link", "[KDEM](#)"), ("markdown-link", "[PREL](#)")],
    ),
    "a number that a converter took for a paragraph": (
        "in [1](#)2007. He",
        "in 2007. He",
        [("number-taken-for-paragraph", "[1](#)")],
    ),
    "a link with an address": (
        "see [the page](https://example.org/a?b=c) now",
        "see the page now",
        [("markdown-link", "[the page](https://example.org/a?b=c)")],
    ),
    "the number 1 as a link of its own": ("note [1](#) here", "note 1 here", [("markdown-link", "[1](#)")]),
    "an empty label": ("a [](#) b", "a  b", [("markdown-link", "[](#)")]),
}
NO_LINKS = {
    "brackets alone": "[KDEM] and (#)",
    "a blank between": "[KDEM] (#)",
    "a blank in the target": "[KDEM](a b)",
    "a label over two lines": "[KD\nEM](#)",
    "a label too long": "[" + "A" * 81 + "](#)",
    "a bracket not closed": "[KDEM](#",
    "nothing": "",
}


@pytest.mark.parametrize(("text", "clean", "artefacts"), LINKS.values(), ids=LINKS)
def test_links_are_undone(text: str, clean: str, artefacts: list[tuple[str, str]]) -> None:
    lines = Lines(text)
    found = undo_links(lines)
    assert lines.texts == [clean]
    assert [(node.name, text[node.start : node.end]) for node in found] == artefacts  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", NO_LINKS.values(), ids=NO_LINKS)
def test_is_left_alone_because_it_is(text: str) -> None:
    lines = Lines(text)
    assert undo_links(lines) == []
    assert lines.texts == text.split("\n")


PIECES = st.sampled_from(
    [
        "[1](#)",
        "[KDEM](#)",
        "[PREL](http://x/)",
        "word",
        "W0rd",
        " ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        ".",
        "¶",
        "1",
        "[",
        "](",
        ")",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_word_leads_back_to_the_same_word(text: str) -> None:
    lines = Lines(text)
    undo_links(lines)
    for index, clean in enumerate(lines.texts):
        for word in re.finditer(r"\w+", clean):
            for column in range(word.start(), word.end()):
                assert text[lines.offset(index, column)] == clean[column]


@given(st.lists(PIECES, max_size=40).map("".join))
def test_places_rise_and_stay_inside_their_line(text: str) -> None:
    lines = Lines(text)
    undo_links(lines)
    for index, clean in enumerate(lines.texts):
        if not clean:
            continue
        places = [lines.offset(index, column) for column in range(len(clean) + 1)]
        assert places == sorted(places)
        assert lines.starts[index] <= places[0]
        assert places[-1] <= lines.end(index)


FORM = """\
PREC: IMMEDIATE
OSRI: RUEHXA
LINE1 OAASZYUW RUEHXAA4561 2020226-SSSS--RHEHAAX.
LINE2: ZNY SSSSS ZZH
LINEI O 210226Z JUL 95
LINES O 210226Z JUL 95
LINEAR THOUGHTS
"""


def test_the_labels_of_a_message_form_are_taken_off() -> None:
    lines = Lines(FORM)
    assert undo_message_form(lines)
    assert lines.texts[2:7] == [
        "OAASZYUW RUEHXAA4561 2020226-SSSS--RHEHAAX.",
        "ZNY SSSSS ZZH",
        "O 210226Z JUL 95",
        "O 210226Z JUL 95",
        "LINEAR THOUGHTS",
    ]
    assert FORM[lines.offset(3, 4) : lines.offset(3, 9)] == "SSSSS"


def test_without_its_sign_a_form_is_none() -> None:
    lines = Lines(FORM.replace("OSRI", "ORIG"))
    assert not undo_message_form(lines)
    assert lines.texts[3] == "LINE2: ZNY SSSSS ZZH"
