"""What may stand next in a marking: in the order of the Register, and nothing that the constraints exclude."""

import pytest

import validator
from validator.lsp.marking_choices import choices_after


def offered(written: str, *, portion: bool = True, dialect: str = "ic") -> list[str]:
    return [choice.written for choice in choices_after(written, portion=portion, dialect=dialect).offered]


WHOLE = [
    # written so far, all that may follow
    ("", ["TS", "S", "C", "U", "CUI"]),
    ("//", ["CTS", "NS", "NC", "NR", "NU"]),
    ("S//NF/", ["PR", "DSEN", "RAWFISA", "FISA", "EXEMPT_FROM_ICD501_DISCOVERY"]),
    ("S//NF//", ["XD", "ND", "LES", "SSI"]),
    ("TS//SI/", ["TK"]),
    ("TS//SI-", ["SI-EU", "SI-G", "SI-NK"]),
    ("AND/", []),
    ("S/", []),
]


@pytest.mark.parametrize(("written", "expected"), WHOLE, ids=repr)
def test_all_that_may_follow_is_offered(written: str, expected: list[str]) -> None:
    assert offered(written) == expected


ONE = [
    # written so far, what it is about, offered or not, why
    ("S//", "NF", True, "a later category"),
    ("S//", "SI", True, "a later category"),
    ("S//", "FOUO", False, "stands with UNCLASSIFIED only"),
    ("U//", "FOUO", True, "stands with UNCLASSIFIED"),
    ("S//NF//", "SI", False, "an earlier category"),
    ("S//NF/", "NF", False, "stands there already"),
    ("S//NF/", "REL TO USA, ", False, "excluded by NOFORN"),
    ("S//OC/", "REL TO USA, ", True, "at peace with ORCON"),
    ("S//", "ATOMAL", False, "a control of NATO, in a US marking"),
    ("//NS//", "ATOMAL", True, "a control of NATO, in its marking"),
    ("S//", "EYES", False, "retired"),
    ("S//REL TO ", "USA", True, "opens every list"),
    ("S//REL TO USA, ", "USA", False, "stands there already"),
    ("S//REL TO USA, ", "GBR", True, "another country"),
    ("S//REL TO USA, ", "NF", False, "no country"),
    ("S//FGI ", "GBR", True, "a foreign owner"),
    ("S//FGI ", "USA", False, "is not foreign"),
    ("CUI//", "SP-CTI", True, "a Specified category"),
    ("CUI//", "PRVCY", True, "a Basic category"),
    ("CUI//SP-CTI/", "PRVCY", True, "a further category"),
    ("CUI//SP-CTI//", "NF", True, "a dissemination control"),
    ("CUI//SP-CTI//", "PRVCY", False, "an earlier category"),
]


@pytest.mark.parametrize(
    ("written", "word", "expected"), [row[:3] for row in ONE], ids=[f"{r[0]} {r[1]} {r[3]}" for r in ONE]
)
def test_a_word_is_offered_where_it_may_stand(written: str, word: str, expected: bool) -> None:
    assert (word in offered(written)) is expected


def test_a_control_of_one_dialect_is_offered_in_that_only() -> None:
    assert [("ACCM" in offered("S//", dialect=dialect)) for dialect in ("ic", "dod", "any")] == [
        False,
        True,
        True,
    ]


def test_a_banner_has_the_words_of_banners() -> None:
    assert offered("SECRET//NOFORN//", portion=False) == ["EXDIS", "NODIS", "LES", "SSI"]
    assert "NOFORN" in offered("SECRET//", portion=False)


def test_the_typed_part_of_the_last_word_is_replaced() -> None:
    typed = {
        text: choices_after(text, portion=True, dialect="ic").typed
        for text in ("S//N", "T", "S//REL TO USA, GB", "S//")
    }
    assert typed == {"S//N": 1, "T": 1, "S//REL TO USA, GB": 2, "S//": 0}


def test_no_level_with_a_control_behind_it_that_is_offered_is_refused_for_that_level() -> None:
    """The offers are held against the rules themselves."""
    refused = []
    for level in ("TS", "S", "C", "U"):
        for word in offered(f"{level}//"):
            judged = validator.judge_marking(f"({level}//{word.strip(' ,-')})", portion=True)
            refused += [(level, word) for each in judged.findings if "level-not-allowed" in each.rule]
    assert refused == []
