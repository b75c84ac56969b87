"""Format lines 1 to 5 of ACP 127 and the opening line of JANAP 128."""

import datetime
import re

import msgspec

from validator.grammar.dates import MONTHS, full_year

_TRANSMISSION = re.compile(r"V?ZCZC\s?(?P<channel>[A-Z0-9]{2,12})\b")
_PRECEDENCE = re.compile(r"(?P<letter>[ZOPR])(?P=letter)(?:\s{1,20}R[A-Z]{3,7})+")
_STATION = re.compile(
    r"DE\s{1,20}(?P<station>R[A-Z]{3,7})\s{1,20}#?(?P<serial>\d{1,5})(?:/(?P<section>\d{1,2}))?"
    r"(?:\s{1,20}(?:(?P<julian>\d{3})/?(?P<time>\d{4})Z?|(?P<day>\d{1,2})/(?P<daytime>\d{4})Z))?(?!\S)"
)
_SECURITY = re.compile(r"(?P<prosign>ZN[RY])\s{1,20}(?P<group>[A-Z]{1,12})(?![A-Z])")
# OAASZYUW RUEHCAA4561 2020226-SSSS--RHEHAAX.  (field names after JANAP 128)
_JANAP = re.compile(
    r"(?P<precedence>[ZOPRYM])(?P<media>[A-Z]{2})(?P<security>[UERCST])(?P<content>[A-Z]{4})\s{1,20}"
    r"(?P<station>R[A-Z]{3,7})(?P<serial>\d{4})\s{1,20}(?P<julian>\d{3})(?P<time>\d{4})-(?P<again>[A-Z]{4})--"
)
_DATE_TIME = re.compile(
    r"(?P<precedences>(?:[ZOPRYM0]\s{1,20}){0,3})(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})\s?Z\s{0,20}"
    r"(?:(?P<month>[A-Z]{3})[A-Z]{0,6}\s{1,20}(?P<year>\d{4}|\d\s?\d)(?!\d)|$)"
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_GROUP_LENGTH = 5
_UNCLASSIFIED_PROSIGN = "ZNR"


class StationText(msgspec.Struct, frozen=True, gc=False):
    """A DE line: `DE RUEHTA #0668/01 3310424`."""

    station: str
    serial: str
    section: int | None
    julian: int | None
    day: int | None
    time: str | None


class SecurityText(msgspec.Struct, frozen=True, gc=False):
    """A security prosign and its group; `letter` None and `fault` in words when the group is malformed."""

    prosign: str
    written: str
    letter: str | None
    fault: str | None


class JanapText(msgspec.Struct, frozen=True, gc=False):
    """The opening line of a JANAP 128 message."""

    precedence: str
    security: str
    station: str
    serial: str
    julian: int
    time: str
    fault: str | None


class DateTimeText(msgspec.Struct, frozen=True, gc=False):
    """A date-time group as written; the century of its year is settled later, from the whole telegram."""

    precedences: tuple[str, ...]
    day: int
    hour: int
    minute: int
    month: str  # empty, as the year, where ACP 127 leaves both out: `R 012345Z`
    year: str
    start: int
    end: int


def read_transmission(text: str) -> str | None:
    """The transmission identification, `VZCZCXRO8587`, without blanks."""
    match = _TRANSMISSION.match(text)
    return "".join(match.group().split()) if match else None


def read_precedence(text: str) -> str | None:
    """The precedence letter of format line 2, `PP RUEHDBU`."""
    match = _PRECEDENCE.fullmatch(text)
    return match["letter"] if match else None


def read_station(text: str) -> StationText | None:
    """The DE line (format line 3)."""
    match = _STATION.match(text)
    if match is None:
        return None
    return StationText(
        station=match["station"],
        serial=match["serial"],
        section=_number(match["section"]),
        julian=_number(match["julian"]),
        day=_number(match["day"]),
        time=match["time"] or match["daytime"],
    )


def read_security(text: str) -> SecurityText | None:
    """The security warning (format line 4): `ZNY CCCCC ZZH`, `ZNR UUUUU`."""
    match = _SECURITY.match(text)
    if match is None:
        return None
    prosign, group = match["prosign"], match["group"]
    fault = _security_fault(prosign, group)
    letter = group[0] if len(set(group)) == 1 else None
    return SecurityText(prosign, group, letter, fault)


def read_janap(text: str) -> JanapText | None:
    """The opening line of JANAP 128, which says what format lines 2 and 3 say."""
    match = _JANAP.match(text)
    if match is None:
        return None
    security, again = match["security"], match["again"]
    return JanapText(
        precedence=match["precedence"],
        security=security,
        station=match["station"],
        serial=match["serial"],
        julian=int(match["julian"]),
        time=match["time"],
        fault=None if again == security * 4 else f"{security} is repeated as {again}",
    )


def read_date_time(text: str) -> DateTimeText | None:
    """The date-time group at the start of format line 5."""
    match = _DATE_TIME.match(text)
    if match is None:
        return None
    precedences = match["precedences"].replace("0", "O").split()  # OCR reads the letter as a nought
    return DateTimeText(
        precedences=tuple(precedences),
        day=int(match["day"]),
        hour=int(match["hour"]),
        minute=int(match["minute"]),
        month=match["month"] or "",
        year="".join((match["year"] or "").split()),
        start=match.start("day"),
        end=match.end(),
    )


def moment_of(
    group: DateTimeText, not_before: datetime.date | None = None
) -> tuple[datetime.datetime | None, str | None]:
    """The moment a date-time group means, or what is wrong with it in words; neither without month and year."""
    if not group.month:
        return None, None
    month = MONTHS.get(group.month)
    if month is None:
        return None, "there is no such month"
    if group.hour > 23 or group.minute > 59:
        return None, "there is no such time of day"
    year = full_year(group.year, not_before)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None, f"no telegram is of {year}"
    try:
        return datetime.datetime(year, month, group.day, group.hour, group.minute), None
    except ValueError:
        return None, f"{group.month} {year} has no such day"


def _security_fault(prosign: str, group: str) -> str | None:
    if len(set(group)) != 1:
        return "its letters differ"
    if len(group) != _GROUP_LENGTH:
        return f"it has {len(group)} letters, not {_GROUP_LENGTH}"
    if (group[0] == "U") != (prosign == _UNCLASSIFIED_PROSIGN):
        return f"{prosign} does not go with {group[0]}"
    return None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
