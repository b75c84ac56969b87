"""Texts that a pattern likes least: they begin as it wants, go on for long, and then do not fit."""

import pytest

from validator.checks.adversaries import NOTHING_FITS, SIZE, adversaries
from validator.checks.patterns import patterns_in

# Pattern, what must stand before, what must be repeated.
MADE = {
    "a letter of a set": ("[B-D]x", "", "B"),
    "what does not stand in a set": ("[^ a1A]x", "", "-"),
    "a closing bracket in a set": (r"[\]]x", "", "]"),
    "a figure": (r"\d-", "", "1"),
    "a letter by its property": (r"\p{Lu}z", "", "A"),
    "any letter": ("x.y", "x", "a"),
    "behind the first alternative": ("(?:foo|bar)c", "foo", "c"),
    "behind the second alternative": ("(?:foo|bar)c", "bar", "c"),
    "behind a named group": (r"(?P<year>\d\d)-", "11", "-"),
    "behind what looks ahead": ("(?=foo)bar", "", "bar"),
    "behind flags": ("(?i)ab", "a", "b"),
    "behind a place": (r"\bab$", "a", "b"),
    "as often as it must": (r"\d{4}-[A-Z]{2}", "1111-", "AA"),
    "the whole": (r"(?:\d{4}-)+", "", "1111-"),
    "an escaped sign": (r"a\.b\(", "a.b", "("),
    "an alternative inside an alternative": ("(?:a|(?:b|c)d)e", "cd", "e"),
}


@pytest.mark.parametrize(("pattern", "before", "repeated"), MADE.values(), ids=MADE)
def test_a_part_of_what_it_matches_is_repeated(pattern: str, before: str, repeated: str) -> None:
    assert (before, repeated) in [(text.before, text.repeated) for text in adversaries(pattern)]


def test_each_ends_with_what_fits_nothing_once_with_all_letters_of_the_pattern_before() -> None:
    ends = {text.behind for text in adversaries("ab:")}
    assert ends == {NOTHING_FITS, f"{NOTHING_FITS}ab:{NOTHING_FITS}"}


def test_texts_of_examples_are_cut_too() -> None:
    found = [(text.before, text.repeated) for text in adversaries(".", ["HL-7"])]
    assert ("HL", "-7") in found


@pytest.mark.parametrize(
    "pattern", [r"(?:a{9999}){9999}", "(" * 300 + ")" * 300, "[a-", "a|b|c|d|e|f", r"(?(1)a|b)", ""]
)
def test_their_number_and_length_are_bounded_whatever_the_pattern(pattern: str) -> None:
    texts = [*adversaries(pattern, ["x" * 500_000])]
    assert 0 < len(texts) <= 400
    assert all(SIZE - 200 < len(text.whole()) <= SIZE for text in texts)


def test_every_pattern_of_a_rule_is_found() -> None:
    rule = {
        "match": "a",
        "where": {"any": [{"text": {"matches": "b"}}, {"none": [{"part": {"matches": "c"}}]}]},
        "then": ({"text": {"equals": "no", "matches": "d"}},),
        "not_match": None,
    }
    assert [*patterns_in(rule)] == ["a", "b", "c", "d"]
