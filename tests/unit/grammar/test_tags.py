"""The TAGS line, token by token."""

import pytest

from validator.grammar.tags import TagsText, read_tags
from validator.vocabulary.load import builtin

TABLE = builtin()["tags"]

# text: tokens, subject tags, persons, unknown
READS = {
    "PREL, PGOV, ECON": ("PREL PGOV ECON", "PREL PGOV ECON", (), ""),
    "PREL PGOV ECON": ("PREL PGOV ECON", "PREL PGOV ECON", (), ""),
    "PREL,PGOV,ECON": ("PREL PGOV ECON", "PREL PGOV ECON", (), ""),
    "PREL; PGOV": ("PREL PGOV", "PREL PGOV", (), ""),
    "PREL, NO, US": ("PREL NO US", "PREL", (), ""),
    "prel, pgov": ("PREL PGOV", "PREL PGOV", (), ""),
    "PREL, PGOV,\nECON": ("PREL PGOV ECON", "PREL PGOV ECON", (), ""),
    "PREL.": ("PREL", "PREL", (), ""),
    "KZZZ, PREL": ("KZZZ PREL", "KZZZ PREL", (), ""),
    "PREL, QQQQ": ("PREL QQQQ", "PREL", (), "QQQQ"),
    "": ("", "", (), ""),
    " ,, ; - ": ("", "", (), ""),
}


@pytest.mark.parametrize(("text", "expected"), READS.items(), ids=repr)
def test_reads(text: str, expected: tuple[str, str, tuple[str, ...], str]) -> None:
    tokens, subjects, persons, unknown = expected
    assert read_tags(text, TABLE) == TagsText(
        tuple(tokens.split()), tuple(subjects.split()), persons, tuple(unknown.split())
    )


@pytest.mark.parametrize(
    ("text", "person"),
    [
        pytest.param("OVIP (ROE, JANE), PREL", "ROE, JANE", id="a person in brackets"),
        pytest.param("OVIP (ROE,\nJANE), PREL", None, id="a bracket does not run over lines"),
        pytest.param("PREL, PINR (DOE, JOHN Q.)", "DOE, JOHN Q.", id="at the end"),
    ],
)
def test_persons_stand_in_brackets(text: str, person: str | None) -> None:
    assert read_tags(text, TABLE).persons == ((person,) if person else ())


def test_a_tag_in_brackets_is_a_tag() -> None:
    assert read_tags("(PREL)", TABLE) == TagsText(("PREL",), ("PREL",), (), ())


def test_no_more_than_200_tokens_are_read() -> None:
    assert len(read_tags("PREL " * 1000, TABLE).tokens) == 200
