"""Looking terms up."""

from datetime import date

import pytest

from validator.vocabulary.terms import Term, UnknownVocabularyError, Vocabularies, Vocabulary

SECRET = Term(
    "SECRET", aliases=("S", "SECR ET"), group="level", starts=date(1972, 6, 1), ends=date(1978, 12, 1)
)
SBU = Term("SBU", group="control")
LEVELS = Vocabulary("levels", "Levels", "invented", (SECRET, SBU, Term("S")))


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("SECRET", "SECRET"),
        ("secret", "SECRET"),
        (" secr   et ", "SECRET"),
        ("S", "S"),  # a term comes before an alias of another
        ("SECRETLY", None),
    ],
)
def test_a_term_is_found_by_any_of_its_spellings(text: str, term: str | None) -> None:
    found = LEVELS.find(text)
    assert (found.term if found else None) == term
    assert (text in LEVELS) is (term is not None)


@pytest.mark.parametrize(
    ("day", "covers"),
    [
        (date(1972, 5, 31), False),
        (date(1972, 6, 1), True),
        (date(1978, 12, 1), True),
        (date(1978, 12, 2), False),
    ],
)
def test_both_ends_are_included(day: date, covers: bool) -> None:
    assert SECRET.covers(day) is covers


def test_open_ends_are_open() -> None:
    assert SBU.covers(date.min)
    assert SBU.covers(date.max)


def test_groups() -> None:
    assert LEVELS.groups == {"level", "control"}
    assert LEVELS.group("control") == (SBU,)
    assert [term.term for term in LEVELS] == ["SECRET", "SBU", "S"]


@pytest.mark.parametrize(
    ("vocabularies", "name", "answer"),
    [
        (Vocabularies([LEVELS]), "level", "there is no vocabulary 'level'; did you mean 'levels'?"),
        (Vocabularies([LEVELS]), "x", "there is no vocabulary 'x'; known here: levels"),
        (Vocabularies([]), "x", "there is no vocabulary 'x'"),
    ],
)
def test_an_unknown_vocabulary_is_an_error(vocabularies: Vocabularies, name: str, answer: str) -> None:
    with pytest.raises(UnknownVocabularyError) as caught:
        vocabularies[name]
    assert str(caught.value) == answer


def test_vocabularies_are_a_table() -> None:
    table = Vocabularies([LEVELS])
    assert (list(table), len(table), "levels" in table, "x" in table) == (["levels"], 1, True, False)
    assert table["levels"] is LEVELS
