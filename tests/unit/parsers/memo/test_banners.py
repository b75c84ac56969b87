"""Which lines are banners, and which of them count."""

import pytest

from tests.unit.parsers.made import fields, parsed
from validator.model.level import Level

READ = {
    "a level": ("SECRET", "SECRET"),
    "a full one": ("TOP SECRET//SI//NOFORN", "TOP SECRET//SI//NOFORN"),
    "in small letters": ("Secret//Rel to USA, GBR", "Secret//Rel to USA, GBR"),
    "beside a page number": ("SECRET//NOFORN                Page 3 of 9", "SECRET//NOFORN"),
    "behind a page number": ("12                SECRET", "SECRET"),
    "in the middle of the page": ("                SECRET//NOFORN", "SECRET//NOFORN"),
    "with ornaments": ("*** SECRET//NOFORN ***", "SECRET//NOFORN"),
    "behind a sign that a scan put there": ("‘SECRET", "SECRET"),
    "lined through": ("~~SECRET~~", "SECRET"),
    "in bold of Markdown": ("**SECRET//NOFORN**", "SECRET//NOFORN"),
    "behind a label, as in e-mail": ("Classification: SECRET//NOFORN", "SECRET//NOFORN"),
    "CUI": ("CUI//SP-CTI//FEDCON", "CUI//SP-CTI//FEDCON"),
    "of another country": ("//GBR SECRET", "//GBR SECRET"),
    "of several": ("//JOINT SECRET CAN GBR USA", "//JOINT SECRET CAN GBR USA"),
    "of NATO": ("//NATO SECRET", "//NATO SECRET"),
    "with a wrong separator": ("SECRET/NOFORN", "SECRET/NOFORN"),
    "with blanks for separators": ("SECRET ORCON NOFORN", "SECRET ORCON NOFORN"),
    "with an unknown control": ("SECRET//NOFORM", "SECRET//NOFORM"),
}
LEFT_ALONE = {
    "a sentence": "Secret documents are kept in room 12.",
    "a sentence with slashes": "SECRET // see the list of what is kept in room 12",
    "a heading": "SECRET MEETINGS",
    "a level with a number": "SECRET 081746Z",
    "a secretary": "SECRETARY OF THE HARBOR",
    "a level in small letters": "Secret",
    "a control alone": "NOFORN",
    "an address": "//harbor.example/list",
    "a comment of a program": "// Secret",
    "controlled words": "CONTROLLED SUBSTANCES",
}


def with_first_line(line: str) -> str:
    return f"{line}\n\n(U) One.\n\n(S) Two.\n\n(U) Three.\n\n{'x ' * 40}\n"


@pytest.mark.parametrize(("line", "written"), READ.values(), ids=READ)
def test_a_banner_is_read(line: str, written: str) -> None:
    document = parsed(with_first_line(line))
    assert fields(document, "banner", "place", "written") == [("top", written)]
    (node,) = document.of("banner")
    assert document.source.text[node.start : node.end] == written


@pytest.mark.parametrize("line", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_left_alone(line: str) -> None:
    assert parsed(with_first_line(line), kind="memo").of("banner") == ()


def test_the_document_has_the_level_of_its_top_banner() -> None:
    document = parsed("CONFIDENTIAL//NOFORN\n\n(S) One.\n\nSECRET//NOFORN\n")
    assert document.level is Level.CONFIDENTIAL
    assert fields(document, "banner", "place", "level", "differs") == [
        ("top", Level.CONFIDENTIAL, False),
        ("bottom", Level.SECRET, True),
    ]


def test_a_lone_level_within_the_text_is_a_heading() -> None:
    body = "\n\n".join(f"({mark}) A line of text." for mark in "USUSUSUSUSUS")
    document = parsed(f"SECRET\n\n{body}\n\nCONFIDENTIAL\n\n{body}\n\nSECRET\n")
    assert fields(document, "banner", "place") == [("top",), ("bottom",)]


def test_a_full_banner_within_the_text_is_one_of_a_page() -> None:
    body = "\n\n".join(f"({mark}) A line of text." for mark in "USUSUSUSUSUS")
    document = parsed(f"SECRET//NOFORN\n\n{body}\n\nSECRET//NOFORN\n\n{body}\n\nSECRET//NOFORN\n")
    assert fields(document, "banner", "place") == [("top",), ("page",), ("bottom",)]
