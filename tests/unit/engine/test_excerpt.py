"""Code frames: the masked line, cut to the width of a page, and carets under the place."""

import pytest

from tests.unit.engine.made import FULL, LEXICON, MASKED, NONE
from validator.engine.excerpt import FRAME_WIDTH, Excerpt

TEXT = "one\nSUBJECT: (SECRET) A visit\r\nthree"


def frame_of(excerpt: Excerpt, text: str, word: str) -> str:
    start = text.index(word)
    return excerpt.frame(text, start, start + len(word))


@pytest.mark.parametrize(
    ("word", "frame"),
    [
        ("SUBJECT", "SUBJECT: (SECRET) A •••\n^^^^^^^"),
        ("SECRET", "SUBJECT: (SECRET) A •••\n          ^^^^^^"),
        ("visit", "SUBJECT: (SECRET) A •••\n                    ^^^"),
        ("one", "•••\n^^^"),
        ("three", "•••\n^^^"),
    ],
)
def test_the_carets_stand_under_the_masked_place(word: str, frame: str) -> None:
    assert frame_of(MASKED, TEXT, word) == frame


def test_a_place_over_several_lines_shows_the_first() -> None:
    assert MASKED.frame(TEXT, 0, len(TEXT)) == "•••\n^^^"


def test_an_empty_place_has_one_caret() -> None:
    assert MASKED.frame("SECRET", 0, 0) == "SECRET\n^"


def test_the_end_of_the_text_is_a_place() -> None:
    assert MASKED.frame("SECRET", 6, 6) == "SECRET\n      ^"
    assert MASKED.frame("", 0, 0) == "\n^"


def test_full_shows_the_line_but_no_control_characters() -> None:
    assert FULL.frame("a\tb\x1b[0m", 0, 1) == "a b\N{REPLACEMENT CHARACTER}[0m\n^"


def test_none_shows_nothing() -> None:
    assert (NONE.frame(TEXT, 0, 3), NONE.value("one")) == ("", "•••")


@pytest.mark.parametrize("excerpt", [MASKED, FULL], ids=["masked", "full"])
def test_a_line_of_a_megabyte_is_cut_around_the_place(excerpt: Excerpt) -> None:
    text = "word " * 100_000 + "SECRET" + " word" * 100_000
    line, carets = frame_of(excerpt, text, "SECRET").split("\n")
    assert len(line) <= FRAME_WIDTH + 2
    assert line[carets.index("^") : carets.rindex("^") + 1] == "SECRET"
    assert (line[0], line[-1]) == ("…", "…")


class TestSensitive:
    def test_text_is_never_shown(self) -> None:
        for excerpt in (MASKED, FULL, NONE):
            assert excerpt.frame(TEXT, 0, 3, sensitive=True) == ""
            assert excerpt.value("SECRET", sensitive=True) == "•••"

    def test_reveal_shows_it(self) -> None:
        revealing = Excerpt("masked", LEXICON, reveal=True)
        assert revealing.frame("one", 0, 3, sensitive=True) == "one\n^^^"
