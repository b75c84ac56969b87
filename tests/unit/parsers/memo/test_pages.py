"""Form feeds tell pages apart; each top and bottom without a banner is observed."""

import pytest

from tests.unit.parsers.made import fields, parsed
from validator.layouts.lines import Lines
from validator.parsers.memo.pages import pages_of

PAGE = "SECRET//NOFORN\n\n(U) One.\n\n(S//NF) Two.\n\nSECRET//NOFORN\n"
BARE = "(U) One.\n\n(S//NF) Two.\n\n(U) Three.\n"

PAGES = {
    "one": ("a\nb\n", [(1, 2)]),
    "a form feed on a line of its own": ("a\n\f\nb\n", [(1, 1), (2, 1)]),
    "a form feed before the first word": ("a\n\fb\n", [(1, 1), (2, 1)]),
    "a form feed behind the last word": ("a\f\nb\n", [(1, 1), (2, 1)]),
    "a form feed at the end": ("a\nb\n\f", [(1, 2)]),
    "an empty page": ("a\n\f\n\f\nb\n", [(1, 1), (3, 1)]),
    "nothing": ("\n\n", []),
}
OBSERVED = {
    "no page": ([PAGE], []),
    "none of three pages": ([PAGE, PAGE, PAGE], []),
    "the second page": ([PAGE, BARE, PAGE], [("no-banner-at-top", 2), ("no-banner-at-bottom", 2)]),
    "the end": ([PAGE, "SECRET//NOFORN\n\n" + BARE], [("no-banner-at-bottom", 2)]),
    "the top": ([BARE + "\nSECRET//NOFORN\n"], [("no-banner-at-top", 1)]),
    "one banner is not both": (
        ["HARBOR OFFICE\n\nDivision 5\n\n" + PAGE[:-15]],
        [("no-banner-at-bottom", 1)],
    ),
    "below a long letterhead": (["Harbor\n\n" * 7 + PAGE], []),
    "no separator page": ([PAGE, "Annex A\n", PAGE], []),
}


@pytest.mark.parametrize(("text", "found"), PAGES.values(), ids=PAGES)
def test_the_pages_of(text: str, found: list[tuple[int, int]]) -> None:
    assert [(page.number, page.count) for page in pages_of(Lines(text))] == found


@pytest.mark.parametrize(("pages", "found"), OBSERVED.values(), ids=OBSERVED)
def test_a_banner_is_missing_on(pages: list[str], found: list[tuple[str, int]]) -> None:
    assert fields(parsed("\f".join(pages)), "observation", "name", "value") == found


@pytest.mark.parametrize(
    ("pages", "share"),
    [([PAGE, PAGE], 100), ([PAGE, BARE], 50), ([PAGE], 100)],
)
def test_the_share_of_edges_with_a_banner(pages: list[str], share: int) -> None:
    assert parsed("\f".join(pages), kind="memo").banner_share == share


def test_pages_within_keep_their_own_banner() -> None:
    inner = PAGE.replace("SECRET//NOFORN", "UNCLASSIFIED")
    document = parsed("\f".join([PAGE, inner, PAGE]))
    assert fields(document, "banner", "place", "written") == [
        ("top", "SECRET//NOFORN"),
        ("page", "SECRET//NOFORN"),
        ("page", "UNCLASSIFIED"),
        ("page", "UNCLASSIFIED"),
        ("page", "SECRET//NOFORN"),
        ("bottom", "SECRET//NOFORN"),
    ]
