"""The node types of single layouts of telegrams: the labelled header of SMART, prints of 1973-79, message forms."""

from datetime import date
from typing import ClassVar

from validator.model.level import Level
from validator.model.nodes import Node


class SmartHeader(Node, frozen=True, gc=False, kw_only=True):
    """The labelled header of a SMART telegram (2009 on), and the banners over and under the telegram.

    A banner is a level, and a control on the line below it: `UNCLASSIFIED` / `SBU`.
    """

    kind: ClassVar[str] = "smart_header"
    number_year: int | None = None  # the 12 of `MRN: 12 KYIV 2100`, as 2012
    group_year: int | None = None  # of the date-time group
    day: date | None = None  # that stands before the date-time group
    group_day: date | None = None
    day_impossible: bool = False  # what stands before the group is no day of the calendar
    banner: str | None = None
    control: str | None = None  # of the banner: SBU
    closing_banner: str | None = None  # under the telegram; None: there is none
    body_level: Level | None = None  # where the text opens with a classification line of its own
    body_number: int | None = None
    number: int | None = None
    level: Level | None = None


class Distribution(Node, frozen=True, gc=False, kw_only=True):
    """The copies for each office over a print of 1973-79 (`ORIGIN SS-15 INFO OCT-01 … /033 R`), added up."""

    kind: ClassVar[str] = "distribution"
    total: int
    total_written: int | None  # behind the stroke; None: there is none
    offices: int


class PageLine(Node, frozen=True, gc=False, kw_only=True):
    """`PAGE 02 STATE 017976` and the level over it, at the head of a page of a print of 1973-79."""

    kind: ClassVar[str] = "page_line"
    page: int
    post: str | None = None
    number: int | None = None
    level: Level | None = None  # over the line
    level_before: Level | None = None  # at the foot of the page before


class PrintAttribute(Node, frozen=True, gc=False, kw_only=True):
    """A line under `Message Attributes` that the National Archives printed below a telegram."""

    kind: ClassVar[str] = "print_attribute"
    name: str
    level: Level | None = None
    number: int | None = None  # of the telegram
    day: date | None = None


class MessageForm(Node, frozen=True, gc=False, kw_only=True):
    """The fields of the White House message form beside what the format lines in it say."""

    kind: ClassVar[str] = "message_form"
    originator: str | None = None  # OSRI
    station: str | None = None
    serial: int | None = None  # SSN
    station_serial: int | None = None
    group: str | None = None  # DTG, without blanks
    line_group: str | None = None


class LookAlike(Node, frozen=True, gc=False, kw_only=True):
    """A word of the form with a figure where a letter must be, or the reverse: what is written, what is meant."""

    kind: ClassVar[str] = "look_alike"
    part: str  # date, label, level, tags, time
    written: str
    meant: str
