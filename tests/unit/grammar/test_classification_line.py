"""The line that opens the text of a telegram, the line that continues it, and prose that begins like one."""

import pytest

from validator.grammar.classification_line import ClassificationLines, ContinuationText
from validator.model.level import Level
from validator.vocabulary.load import builtin

LINES = ClassificationLines(builtin())
U, R, C, S, TS = Level.UNCLASSIFIED, Level.RESTRICTED, Level.CONFIDENTIAL, Level.SECRET, Level.TOP_SECRET

# text: level, control, spaced, (section, total), post, number
Read = tuple[Level, str | None, bool, tuple[int, int] | None, str | None, int | None]
READS: dict[str, Read] = {
    "UNCLAS NORDHAVEN 000413": (U, None, False, None, "NORDHAVEN", 413),
    "UNCLAS STATE 413": (U, None, False, None, "STATE", 413),
    "UNCLASSIFIED NORDHAVEN 0413": (U, None, False, None, "NORDHAVEN", 413),
    "CONFIDENTIAL NORDHAVEN 00413": (C, None, False, None, "NORDHAVEN", 413),
    "SECRET STATE 174561": (S, None, False, None, "STATE", 174561),
    "TOP SECRET STATE 174561": (TS, None, False, None, "STATE", 174561),
    "C O N F I D E N T I A L NORDHAVEN 000731": (C, None, True, None, "NORDHAVEN", 731),
    "C O N F I D E N T I A L  NORDHAVEN 000731": (C, None, True, None, "NORDHAVEN", 731),
    "C  O  N  F  I  D  E  N  T  I  A  L   NORDHAVEN  000731": (C, None, True, None, "NORDHAVEN", 731),
    "S E C R E T NORDHAVEN 000731": (S, None, True, None, "NORDHAVEN", 731),
    "T O P  S E C R E T NORDHAVEN 000731": (TS, None, True, None, "NORDHAVEN", 731),
    "T O P S E C R E T NORDHAVEN 000731": (TS, None, True, None, "NORDHAVEN", 731),
    "U N C L A S NORDHAVEN 000731": (U, None, True, None, "NORDHAVEN", 731),
    "U N C L A S S I F I E D NORDHAVEN 000731": (U, None, True, None, "NORDHAVEN", 731),
    "C O N F I D E N T I A L SECTION 01 OF 03 NORDHAVEN 000731": (C, None, True, (1, 3), "NORDHAVEN", 731),
    "UNCLAS SECTION 01 OF 04 SOUTHPORT ISLE 000640": (U, None, False, (1, 4), "SOUTHPORT ISLE", 640),
    "S E C R E T SECTION 2 OF 3 NORDHAVEN 000731": (S, None, True, (2, 3), "NORDHAVEN", 731),
    "UNCLAS NORDHAVEN 000731 SECTION 01 OF 02": (U, None, False, (1, 2), "NORDHAVEN", 731),
    "CONFIDENTIAL SECT 01 OF 02 NORDHAVEN 000731": (C, None, False, (1, 2), "NORDHAVEN", 731),
    "CONFIDENTIAL SECTION ONE OF TWO NORDHAVEN 0731": (C, None, False, (1, 2), "NORDHAVEN", 731),
    "CONFIDENTIAL FINAL SECTION OF 03 NORDHAVEN 0731": (C, None, False, (3, 3), "NORDHAVEN", 731),
    "CONFIDENTIAL FINAL SECTION OF TWO NORDHAVEN 0731": (C, None, False, (2, 2), "NORDHAVEN", 731),
    "UNCLAS E F T O NORDHAVEN 000731": (U, "EFTO", False, None, "NORDHAVEN", 731),
    "UNCLAS EFTO NORDHAVEN 000731": (U, "EFTO", False, None, "NORDHAVEN", 731),
    "UNCLAS E F T O SECTION 01 OF 02 NORDHAVEN 000731": (U, "EFTO", False, (1, 2), "NORDHAVEN", 731),
    "UNCLASSIFIED//FOUO NORDHAVEN 000731": (U, "FOUO", False, None, "NORDHAVEN", 731),
    "UNCLAS SENSITIVE NORDHAVEN 000731": (U, "SBU", False, None, "NORDHAVEN", 731),
    "SENSITIVE BUT UNCLASSIFIED NORDHAVEN 000731": (U, "SBU", False, None, "NORDHAVEN", 731),
    "LIMITED OFFICIAL USE NORDHAVEN 0311": (U, "LIMITED OFFICIAL USE", False, None, "NORDHAVEN", 311),
    "L I M I T E D  O F F I C I A L  U S E NORDHAVEN 0311": (
        U,
        "LIMITED OFFICIAL USE",
        True,
        None,
        "NORDHAVEN",
        311,
    ),
    "LIMITED OFFICIAL USE SECTION 1 OF 2 NORDHAVEN 0311": (
        U,
        "LIMITED OFFICIAL USE",
        False,
        (1, 2),
        "NORDHAVEN",
        311,
    ),
    "S E C R E T//NOFORN NORDHAVEN 000731": (S, None, True, None, "NORDHAVEN", 731),
    "SECRET//NOFORN NORDHAVEN 000731": (S, None, False, None, "NORDHAVEN", 731),
    "CONFIDENTIAL NORDHAVEN 002583 ZFR 2585": (C, None, False, None, "NORDHAVEN", 2583),
    "CONFIDENTIAL NORDHAVEN 000160 ZDK 164": (C, None, False, None, "NORDHAVEN", 160),
    "S E C R E T EASTMERE 002204 EXDIS": (S, None, True, None, "EASTMERE", 2204),
    "UNCLAS ABU DHABI 01234": (U, None, False, None, "ABU DHABI", 1234),
    "UNCLAS PORT-AU-PRINCE 01234": (U, None, False, None, "PORT AU PRINCE", 1234),
    "CONFIDENTIAL SECSTATE WASHDC 011303": (C, None, False, None, "STATE", 11303),
    "UNCLAS USUN NEW YORK 000123": (U, None, False, None, "USUN NEW YORK", 123),
    "UNCLASSIFIED": (U, None, False, None, None, None),
    "C O N F I D E N T I A L": (C, None, True, None, None, None),
    "SECRET": (S, None, False, None, None, None),
    "LIMITED OFFICIAL USE": (U, "LIMITED OFFICIAL USE", False, None, None, None),
    "CONFIDENTIAL SECTION 01 OF 02": (C, None, False, (1, 2), None, None),
    "SECRET//NOFORN": (S, None, False, None, None, None),
    "CONFIDENTIAL:": (C, None, False, None, None, None),
}
LEFT_ALONE = {
    "a title": "SECRETARY OF STATE",
    "a title with a number": "SECRETARY OF STATE 000123",
    "an adverb": "CONFIDENTIALLY, HE SAID",
    "prose": "CONFIDENTIAL TALKS WENT ON",
    "three digits behind an unknown post": "UNCLAS NORDHAVEN 413",
    "prose in small letters": "CONFIDENTIAL talks went on",
    "prose behind a number": "SECRET ARTICLE 1234 was read aloud",
    "a count of three digits": "SECRET MEETINGS 123",
    "a word in mixed case": "Confidential NORDHAVEN 000731",
    "no level at all": "NORDHAVEN 000731",
    "an empty text": "",
    "more than two hundred characters": "SECRET NORDHAVEN 000731" + " X" * 100,
    "a sentence": "UNCLASSIFIED PAPERS WERE HANDED OVER.",
}


@pytest.mark.parametrize(("text", "expected"), READS.items(), ids=str)
def test_reads(text: str, expected: Read) -> None:
    line = LINES.read(text)
    assert line is not None
    section = None if line.section is None or line.total is None else (line.section, line.total)
    assert (line.level, line.control, line.spaced, section, line.post, line.number) == expected


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_is_left_alone_because_it_is(text: str) -> None:
    assert LINES.read(text) is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("UNCLAS NORDHAVEN 000413", "000413"),
        ("UNCLAS NORDHAVEN 00000413", "00000413"),
        ("UNCLAS STATE 413", "413"),
    ],
)
def test_the_number_is_kept_as_written(text: str, written: str) -> None:
    line = LINES.read(text)
    assert line is not None
    assert line.number_written == written


CONTINUES = {
    "ASTANA 00000668 002 OF 003": ContinuationText("ASTANA", 668, 2, None, 3),
    "NORDHAVEN 00000731  002 OF 003": ContinuationText("NORDHAVEN", 731, 2, None, 3),
    "NORDHAVEN 00000731 001.2 OF 003": ContinuationText("NORDHAVEN", 731, 1, 2, 3),
    "NORDHAVEN 000731 002 OF 003": ContinuationText("NORDHAVEN", 731, 2, None, 3),
    "NORDHAVEN 00731 02 OF 03": ContinuationText("NORDHAVEN", 731, 2, None, 3),
    "NORDHAVEN 0731 02 OF 03": ContinuationText("NORDHAVEN", 731, 2, None, 3),
    "SOUTHPORT ISLE 00000640  004 OF 004": ContinuationText("SOUTHPORT ISLE", 640, 4, None, 4),
    "PORT-AU-PRINCE 00000640  004 OF 004": ContinuationText("PORT AU PRINCE", 640, 4, None, 4),
    "STATE 00174561  002 OF 002": ContinuationText("STATE", 174561, 2, None, 2),
    "USNATO 00000668  012 OF 013": ContinuationText("USNATO", 668, 12, None, 13),
}
CONTINUES_NOTHING = {
    "prose": "NORDHAVEN HAS 0731 BOATS, 02 OF 03 AFLOAT",
    "a share": "ROOMS 12 OF 30",
    "no total": "NORDHAVEN 00000731 002 OF",
    "text behind it": "NORDHAVEN 00000731 002 OF 003 AND",
    "a heading of a section": "UNCLAS SECTION 02 OF 03 NORDHAVEN 000731",
    "mixed case": "Nordhaven 00000731 002 OF 003",
    "no post": "00000731 002 OF 003",
    "an empty text": "",
}


@pytest.mark.parametrize(("text", "expected"), CONTINUES.items(), ids=str)
def test_continues(text: str, expected: ContinuationText) -> None:
    assert LINES.continuation(text) == expected


@pytest.mark.parametrize("text", CONTINUES_NOTHING.values(), ids=CONTINUES_NOTHING)
def test_continues_nothing_because_it_is(text: str) -> None:
    assert LINES.continuation(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "UNCLAS",
        "U N C L A S",
        "C O N F",
        "CONFIDENTIAL",
        "S E C R E T",
        "SECRET",
        "TOP",
        "T O P",
        "LIMITED",
        "SBU",
    ],
)
def test_the_scan_looks_at_every_line_that_begins_like_one(text: str) -> None:
    assert text[:2] in LINES.starts
