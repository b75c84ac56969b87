"""Section and categories of a reason, in the spellings posts used."""

import pytest

from validator.grammar.reason import ReasonText, read_reason

READS = {
    "two in brackets": ("reasons 1.4 (b) and (d)", "1.4", "bd"),
    "capitals": ("REASONS: 1.5 (B) AND (D).", "1.5", "bd"),
    "one": ("for reason 1.4 (d)", "1.4", "d"),
    "no blank": ("REASON:1.5(D).", "1.5", "d"),
    "one bracket with a comma": ("1.4(B,D)", "1.4", "bd"),
    "one bracket with and": ("1.4 (b and d)", "1.4", "bd"),
    "one bracket with a plus": ("1.4 (b+d).", "1.4", "bd"),
    "one bracket with a slash": ("1.4 (b/d)", "1.4", "bd"),
    "ampersand": ("1.5(B)&(D).", "1.5", "bd"),
    "three": ("1.4 (a), (b), and (d)", "1.4", "abd"),
    "bare letters with a slash": ("under Section 1.4 b/d", "1.4", "bd"),
    "bare letters with and": ("1.4 b and d.", "1.4", "bd"),
    "bare letters with commas": ("1.5 B, C AND D", "1.5", "bcd"),
    "section repeated for each": ("1.4 (b), 1.4 (d)", "1.4", "bd"),
    "a range": ("1.4 (a-d)", "1.4", "abcd"),
    "bracket not closed": ("1.4 (b) & (d", "1.4", "bd"),
    "first bracket not closed": ("1.4 (b and (d).", "1.4", "bd"),
    "bracket not opened": ("1.4 b) and d)", "1.4", "bd"),
    "blanks inside the brackets": ("1.4 ( b ) and (d )", "1.4", "bd"),
    "and cut in two by line noise": ("1.4 (b) a nd (d)", "1.4", "bd"),
    "said twice, kept once": ("1.4 (b/b)", "1.4", "b"),
    "categories named so": ("1.4 categories (b) and (d)", "1.4", "bd"),
    "sub-paragraphs named so": ("1.4, subparagraphs b and d", "1.4", "bd"),
    "blank inside the section": ("1. 4 (b)", "1.4", "b"),
    "over two lines": ("1.4 (b)\nand (d)", "1.4", "bd"),
    "a colon behind the section": ("1.4: (b), (d)", "1.4", "bd"),
    "unknown letters are read as they stand": ("1.4 (b) and (k)", "1.4", "bk"),
    "section 1.6 of the first form of E.O. 12958": ("1.6 (d)", "1.6", "d"),
    "nothing behind the section": ("REASON: 1.4.", "1.4", ""),
    "a word ends the list": ("1.4 (b) and (d) by order of J. Doe", "1.4", "bd"),
    "a bare letter behind a word is none": ("1.4 (b) per J. Doe, d", "1.4", "b"),
    "a name behind a full stop": ("1.4 (d). John Doe", "1.4", "d"),
}
LEFT_ALONE = {
    "no section": "for reasons of state",
    "another section": "section 1.1 (b)",
    "a decimal number": "11.4 (b)",
    "a longer number": "1.45 (b)",
    "an empty text": "",
}


@pytest.mark.parametrize(("text", "section", "categories"), READS.values(), ids=READS)
def test_reads(text: str, section: str, categories: str) -> None:
    found = read_reason(text)
    assert found is not None
    assert (found.section, "".join(found.categories)) == (section, categories)


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_is_left_alone_because_there_is(text: str) -> None:
    assert read_reason(text) is None


def test_the_place_runs_from_the_section_to_the_last_category() -> None:
    text = "Reasons: 1.4 (b) and (d). Thanks."
    found = read_reason(text)
    assert found == ReasonText("1.4", ("b", "d"), 9, 24)
    assert text[9:24] == "1.4 (b) and (d)"


def test_a_later_start_finds_a_later_section() -> None:
    assert read_reason("1.5 (a), then 1.4 (c)", 4) == ReasonText("1.4", ("c",), 14, 21)
