"""What a masked text shows, and what it never shows."""

import pytest

from tests.unit.engine.made import LEXICON, MASKED
from validator.engine.masking import lexicon_of, masked_value
from validator.vocabulary.load import builtin


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Classified By: Amb. Jane Doe, reasons 1.4 (B)", "Classified By: •••. ••• •••, reasons 1.4 (B)"),
        ("C O N F I D E N T I A L SECTION 01 OF 03", "C O N F I D E N T I A L SECTION 01 OF 03"),
        ("ASTANA 00000668 002 OF 003", "ASTANA 00000668 002 OF 003"),
        ("TEL AVIV 0234", "TEL AVIV 0234"),
        ("(S//NF) He met them", "(S//NF) ••• ••• •••"),
        ("TAGS: [PREL](#) KZ", "TAGS: [PREL](#) KZ"),
        ("NODIS", "NODIS"),
        ("ROGER CHANNEL", "ROGER CHANNEL"),
    ],
    ids=lambda text: text[:20],
)
def test_markings_numbers_and_structure_are_shown(text: str, shown: str) -> None:
    assert masked_value(text, LEXICON) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("IN ASTANA HE SAID", "••• ••• ••• •••", id="a post in prose is prose"),
        pytest.param("ROGER SAID", "••• •••", id="a word of a caption alone is a name"),
        pytest.param("KZ PREL", "••• •••", id="tags outside a TAGS line are words"),
        pytest.param("S M I T H", "•••", id="letters set apart do not slip through"),
        pytest.param("S.M.I.T.H", "•••", id="nor with full stops between"),
        pytest.param("O'Hara", "•••", id="a name with an apostrophe is one word"),
        pytest.param("naïve Üñí", "••• •••", id="letters of any alphabet"),
        pytest.param("é", "•••", id="a single letter beyond ASCII is a word"),
        pytest.param("🅢🅜🅘", "•••", id="letters drawn as symbols"),
        pytest.param("Smith2", "•••2", id="a name joined to a number"),
        pytest.param("a\x1b[31mred", "•••[31•••", id="no control characters"),
        pytest.param("a\u202ebc", "•••", id="no characters that turn the line"),
    ],
)
def test_prose_and_names_are_not(text: str, shown: str) -> None:
    assert masked_value(text, LEXICON) == shown


def test_every_masked_word_looks_the_same_whatever_its_length() -> None:
    assert masked_value("We", LEXICON) == masked_value("Nebuchadnezzar", LEXICON)


def test_a_known_term_is_shown_whole() -> None:
    assert [MASKED.value(text) for text in ("ASTANA", "Astana", "PREL")] == ["ASTANA", "•••", "PREL"]


BUILTIN = lexicon_of(builtin())


@pytest.mark.parametrize(
    "text",
    [
        "TOP SECRET//HCS/SI-G/TK//ORCON/NOFORN",
        "SECRET//FGI DEU GBR//REL TO USA, DEU",
        "CUI//SP-CTI/PRVCY//FED ONLY",
        "(TS//SI//REL TO USA, FVEY)",
        "(C/NF)",
        "//GBR SECRET",
        "GBR, USA",
        "SP-CTI",
        "NOFORN",
    ],
)
def test_a_marking_is_shown(text: str) -> None:
    assert masked_value(text, BUILTIN) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("SECRET//SAR-BUTTERCUP//NOFORN", "SECRET//SAR-•••//NOFORN", id="the name of a program"),
        pytest.param("(S//NF) BEN SAID", "(S//NF) ••• •••", id="a country code behind the mark is a name"),
        pytest.param("GEORGIA", "•••", id="the name of a country is also a name"),
        pytest.param("ABW AND AFG", "••• AND •••", id="country codes in prose are words"),
        pytest.param("HE//SHE SAID SI", "•••//••• ••• •••", id="slashes in prose"),
        pytest.param("Secret//Orcon", "Secret//•••", id="controls in small letters"),
    ],
)
def test_what_is_no_marking_is_masked(text: str, shown: str) -> None:
    assert masked_value(text, BUILTIN) == shown
