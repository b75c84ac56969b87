"""Figures in words of the form: read as the letters they look like, kept as written, and never looked for in text."""

import pytest

from tests.unit.parsers.made import AUTHORITY, BODY, HEADER, ROUTING, fields, parsed, written

TEXT = ROUTING + HEADER + BODY
LOOK_ALIKES = {
    "a label": ("SUBJECT:", "5UBJECT:", ("label", "5UBJECT", "SUBJECT")),
    "a label with two": ("SUBJECT:", "5U8JECT:", ("label", "5U8JECT", "SUBJECT")),
    "another label": ("TAGS:", "TAG5:", ("label", "TAG5", "TAGS")),
    "a level": ("C O N F I", "C O N F 1", ("level", "C O N F 1 D E N T I A L", "C O N F I D E N T I A L")),
    "a small letter": (
        "C O N F I",
        "C O N F l",
        ("level", "C O N F l D E N T I A L", "C O N F I D E N T I A L"),
    ),
    "a level without blanks": (
        "C O N F I D E N T I A L",
        "CONF1DENTIAL",
        ("level", "CONF1DENTIAL", "CONFIDENTIAL"),
    ),
    "a time": ("P 071338Z", "P O71338Z", ("time", "O71338", "071338")),
    "a time with several": ("P 071338Z", "P O7l33BZ", ("time", "O7l33B", "071338")),
    "a tag": ("PREL, NO", "01IP, NO", ("tags", "01IP", "OIIP")),
}


@pytest.mark.parametrize(("before", "after", "expected"), LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_a_look_alike_is_read_and_said(before: str, after: str, expected: tuple[str, str, str]) -> None:
    sound, document = parsed(TEXT), parsed(TEXT.replace(before, after))
    assert fields(document, "look_alike", "part", "written", "meant") == [expected]
    assert written(document, "look_alike") == [expected[1]]
    assert (document.date, document.level, document.mrn) == (sound.date, sound.level, sound.mrn)
    assert fields(document, "subject", "text") == fields(sound, "subject", "text")


LEFT_ALONE = {
    "nothing": ("SUBJECT", "SUBJECT"),
    "a word of the text": ("1. (C) THE", "1. (C) 5UBJECT: THE"),
    "a second label": (AUTHORITY, AUTHORITY + "5UBJECT: BOATS\n\n"),
    "a tag that stands for no other": ("PREL, NO", "PREL, 0XXP"),
    "a short tag": ("PREL, NO", "PREL, 1S"),
    "a line of figures": ("SUBJECT", "010101\nSUBJECT"),
}


@pytest.mark.parametrize(("before", "after"), LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_no_look_alike_is_seen_in(before: str, after: str) -> None:
    assert parsed(TEXT.replace(before, after)).of("look_alike") == ()


def test_a_body_alone_is_not_searched() -> None:
    assert parsed("5UBJECT: FERRIES\n\n" + BODY).of("look_alike") == ()


GARBLED = {
    "post and number are left": ("e O N F I D D H T I A L  STATE 002204", ("STATE", 2204)),
    "hardly any of the level": ("E ■qi' STATE 002204", ("STATE", 2204)),
    "a post of two words": ("E ■qi' TEL AVIV 002204", ("TEL AVIV", 2204)),
    "an unknown post": ("e O N F I D D  EASTMERE 002204", None),
    "a number without padding": ("e O N F I D D  STATE 2204", None),
    "nothing is left of the level": ("STATE 002204", None),
}


@pytest.mark.parametrize(("line", "expected"), GARBLED.values(), ids=GARBLED)
def test_a_heading_struck_through_keeps_post_and_number(line: str, expected: tuple[str, int] | None) -> None:
    document = parsed(TEXT.replace("C O N F I D E N T I A L EASTMERE 002204\n", line + "\n\nNODIS\n"))
    found = fields(document, "classification_line", "post", "number", "level")
    assert found == ([(*expected, None)] if expected else [])
    assert document.level is None
    assert fields(document, "caption", "name") == ([("NODIS",)] if expected else [])


def test_a_reference_is_no_garbled_heading() -> None:
    document = parsed(
        ROUTING + "E.O. 12958: N/A\nTAGS: PREL\nREF: A. EASTMERE 1\nB. 97 STATE 002204\n\n" + BODY
    )
    assert document.of("classification_line") == ()
