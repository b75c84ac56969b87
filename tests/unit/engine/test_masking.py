"""What a masked text shows, and what it never shows."""

import pytest

from tests.unit.engine.made import LEXICON, MASKED
from validator.engine.masking import masked_value


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
