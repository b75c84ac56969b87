"""Format lines 1 to 5 of ACP 127, the opening line of JANAP 128, and the moment a date-time group means."""

from datetime import date, datetime

import pytest

from validator.grammar.routing import (
    DateTimeText,
    JanapText,
    SecurityText,
    StationText,
    moment_of,
    read_date_time,
    read_janap,
    read_precedence,
    read_security,
    read_station,
    read_transmission,
)

TRANSMISSIONS = {
    "VZCZCXRO8587": "VZCZCXRO8587",
    "VZCZCABC027": "VZCZCABC027",
    "ZCZCABC027": "ZCZCABC027",
    "VZCZC XRO8587": "VZCZCXRO8587",
    "VZCZCXRO8587 RR RUEHXA": "VZCZCXRO8587",
}
NO_TRANSMISSION = {"prose": "VZ came", "the letters alone": "VZCZC", "an empty text": ""}

PRECEDENCES = {
    "PP RUEHDBU": "P",
    "OO RUEHC RUEHXA": "O",
    "ZZ RUEHC": "Z",
    "RR RUEHXA RUEHXB RUEHXC RUEHXD": "R",
}
NO_PRECEDENCE = {
    "a single letter": "P RUEHDBU",
    "two different letters": "OP RUEHDBU",
    "no routing indicator": "PP",
    "prose": "OO, HE SAID",
    "an indicator that begins with another letter": "PP XUEHDBU",
}

# text: station, serial, section, julian, day, time
STATIONS = {
    "DE RUEHTA #0668/01 3310424": ("RUEHTA", "0668", 1, 331, None, "0424"),
    "DE RUEHXC #2204 1271340": ("RUEHXC", "2204", None, 127, None, "1340"),
    "DE RUEHXC 2204 1271340": ("RUEHXC", "2204", None, 127, None, "1340"),
    "DE RUEHXC #2204 127/1340Z": ("RUEHXC", "2204", None, 127, None, "1340"),
    "DE RUECW 123 01/2355Z": ("RUECW", "123", None, None, 1, "2355"),
    "DE RUEHXC #2204": ("RUEHXC", "2204", None, None, None, None),
    "DE RUEHXC #2204 1271340 ZNY": ("RUEHXC", "2204", None, 127, None, "1340"),
    "DE RUEHXC #2204/12 9999999": ("RUEHXC", "2204", 12, 999, None, "9999"),
}
NO_STATION = {
    "prose": "DE FACTO CONTROL",
    "no serial": "DE RUEHXC",
    "an indicator that begins with another letter": "DE XUEHXC #2204 1271340",
    "something glued to the serial": "DE RUEHXC #2204X",
    "an empty text": "",
}

# text: prosign, group, letter, fault
SECURITY = {
    "ZNR UUUUU ZZH": ("ZNR", "UUUUU", "U", None),
    "ZNR UUUUU": ("ZNR", "UUUUU", "U", None),
    "ZNY CCCCC ZZH": ("ZNY", "CCCCC", "C", None),
    "ZNY SSSSS ZZH": ("ZNY", "SSSSS", "S", None),
    "ZNY TTTTT ZZH": ("ZNY", "TTTTT", "T", None),
    "ZNY EEEEE ZZH": ("ZNY", "EEEEE", "E", None),
    "ZNY RRRRR": ("ZNY", "RRRRR", "R", None),
    "ZNY SSSSS/AAAAA": ("ZNY", "SSSSS", "S", None),
    "ZNY CCCC ZZH": ("ZNY", "CCCC", "C", "it has 4 letters, not 5"),
    "ZNY CCCCCC ZZH": ("ZNY", "CCCCCC", "C", "it has 6 letters, not 5"),
    "ZNY CCSCC ZZH": ("ZNY", "CCSCC", None, "its letters differ"),
    "ZNY UUUUU ZZH": ("ZNY", "UUUUU", "U", "ZNY does not go with U"),
    "ZNR CCCCC ZZH": ("ZNR", "CCCCC", "C", "ZNR does not go with C"),
}
NO_SECURITY = {"no group": "ZNY", "another prosign": "ZNT CCCCC", "digits": "ZNY 12345", "an empty text": ""}

JANAP = {
    "OAASZYUW RUEHXAA4561 2020226-SSSS--RHEHAAX.": JanapText("O", "S", "RUEHXAA", "4561", 202, "0226", None),
    "RAAUZYUW RUEHXAA0007 0010001-UUUU--RUEHXBB RUEHXCC.": JanapText(
        "R", "U", "RUEHXAA", "0007", 1, "0001", None
    ),
    "PAACZYUW RUEHXAA0007 0010001-CCSC--RUEHXBB.": JanapText(
        "P", "C", "RUEHXAA", "0007", 1, "0001", "C is repeated as CCSC"
    ),
    "PAACZYUW RUEHXAA0007 0010001-SSSS--RUEHXBB.": JanapText(
        "P", "C", "RUEHXAA", "0007", 1, "0001", "C is repeated as SSSS"
    ),
}
NO_JANAP = {
    "no security group": "OAASZYUW RUEHXAA4561 2020226",
    "an unknown class": "OAAXZYUW RUEHXAA4561 2020226-XXXX--RHEHAAX.",
    "a page line": "PAGE 02 RUEHXA 2204",
    "prose": "PALACE GUARDS RETURNED",
}

# text: precedences, day, hour, minute, month, year
GROUPS = {
    "P 270424Z NOV 06": (("P",), 27, 4, 24, "NOV", "06"),
    "O P 140658Z JAN 95 ZFF6": (("O", "P"), 14, 6, 58, "JAN", "95"),
    "Z O P 140658Z JAN 95": (("Z", "O", "P"), 14, 6, 58, "JAN", "95"),
    "270424Z NOV 06": ((), 27, 4, 24, "NOV", "06"),
    "R 041500Z FEB 1975": (("R",), 4, 15, 0, "FEB", "1975"),
    "R 041500 Z FEB 7 5": (("R",), 4, 15, 0, "FEB", "75"),
    "P 270424Z NOVEMBER 06": (("P",), 27, 4, 24, "NOV", "06"),
    "0 270424Z NOV 06": (("O",), 27, 4, 24, "NOV", "06"),
    "P R 012345Z": (("P", "R"), 1, 23, 45, "", ""),
    "P 992599Z XYZ 06": (("P",), 99, 25, 99, "XYZ", "06"),
}
NO_GROUP = {
    "no zone": "P 270424 NOV 06",
    "no year": "P 270424Z NOV",
    "four digits": "P 0424Z NOV 06",
    "prose": "P IS FOR PRIORITY",
    "a paragraph": "2. (C) Text",
    "an empty text": "",
}

CONTEXT = date(1965, 10, 1)
MOMENTS: dict[str, tuple[str, date | None, datetime | None, str | None]] = {
    "a moment": ("P 270424Z NOV 06", None, datetime(2006, 11, 27, 4, 24), None),
    "of the last century": ("R 041500Z FEB 75", None, datetime(1975, 2, 4, 15, 0), None),
    "with four digits": ("R 041500Z FEB 1975", None, datetime(1975, 2, 4, 15, 0), None),
    "29 February of a leap year": ("P 290001Z FEB 04", None, datetime(2004, 2, 29, 0, 1), None),
    "by context": ("P 270424Z NOV 06", CONTEXT, datetime(2006, 11, 27, 4, 24), None),
    "midnight": ("P 270000Z NOV 06", None, datetime(2006, 11, 27), None),
    "none without month and year": ("P R 012345Z", None, None, None),
    "no 31 November": ("P 310424Z NOV 06", None, None, "NOV 2006 has no such day"),
    "no 29 February in a common year": ("P 290001Z FEB 06", None, None, "FEB 2006 has no such day"),
    "no day 0": ("P 000424Z NOV 06", None, None, "NOV 2006 has no such day"),
    "no hour 24": ("P 272400Z NOV 06", None, None, "there is no such time of day"),
    "no minute 60": ("P 270460Z NOV 06", None, None, "there is no such time of day"),
    "no such month": ("P 270424Z NVO 06", None, None, "there is no such month"),
    "no such year": ("P 270424Z NOV 0006", None, None, "no telegram is of 6"),
}


@pytest.mark.parametrize(("text", "expected"), TRANSMISSIONS.items(), ids=str)
def test_a_transmission_is_read(text: str, expected: str) -> None:
    assert read_transmission(text) == expected


@pytest.mark.parametrize("text", NO_TRANSMISSION.values(), ids=NO_TRANSMISSION)
def test_no_transmission_because_it_is(text: str) -> None:
    assert read_transmission(text) is None


@pytest.mark.parametrize(("text", "expected"), PRECEDENCES.items(), ids=str)
def test_a_precedence_is_read(text: str, expected: str) -> None:
    assert read_precedence(text) == expected


@pytest.mark.parametrize("text", NO_PRECEDENCE.values(), ids=NO_PRECEDENCE)
def test_no_precedence_because_it_is(text: str) -> None:
    assert read_precedence(text) is None


@pytest.mark.parametrize(("text", "expected"), STATIONS.items(), ids=str)
def test_a_station_is_read(text: str, expected: tuple[str, str, int, int, int, str]) -> None:
    assert read_station(text) == StationText(*expected)


@pytest.mark.parametrize("text", NO_STATION.values(), ids=NO_STATION)
def test_no_station_because_it_is(text: str) -> None:
    assert read_station(text) is None


@pytest.mark.parametrize(("text", "expected"), SECURITY.items(), ids=str)
def test_a_security_prosign_is_read(text: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert read_security(text) == SecurityText(*expected)


@pytest.mark.parametrize("text", NO_SECURITY.values(), ids=NO_SECURITY)
def test_no_security_prosign_because_it_is(text: str) -> None:
    assert read_security(text) is None


@pytest.mark.parametrize(("text", "expected"), JANAP.items(), ids=str)
def test_a_janap_line_is_read(text: str, expected: JanapText) -> None:
    assert read_janap(text) == expected


@pytest.mark.parametrize("text", NO_JANAP.values(), ids=NO_JANAP)
def test_no_janap_line_because_it_is(text: str) -> None:
    assert read_janap(text) is None


@pytest.mark.parametrize(("text", "expected"), GROUPS.items(), ids=str)
def test_a_date_time_group_is_read(
    text: str, expected: tuple[tuple[str, ...], int, int, int, str, str]
) -> None:
    group = read_date_time(text)
    assert group is not None
    assert (group.precedences, group.day, group.hour, group.minute, group.month, group.year) == expected


@pytest.mark.parametrize("text", NO_GROUP.values(), ids=NO_GROUP)
def test_no_date_time_group_because_it_is(text: str) -> None:
    assert read_date_time(text) is None


def test_the_place_of_a_group_leaves_the_precedences_out() -> None:
    text = "O P 140658Z JAN 95 ZFF6"
    group = read_date_time(text)
    assert isinstance(group, DateTimeText)
    assert text[group.start : group.end] == "140658Z JAN 95"


@pytest.mark.parametrize(("text", "not_before", "moment", "fault"), MOMENTS.values(), ids=MOMENTS)
def test_the_moment_of_a_group(
    text: str, not_before: date | None, moment: datetime | None, fault: str | None
) -> None:
    group = read_date_time(text)
    assert group is not None
    assert moment_of(group, not_before) == (moment, fault)
