"""The node types. Every node has a place: `start` and `end` offsets in the decoded original."""

from datetime import date, datetime
from typing import ClassVar

import msgspec

from validator.model.hidden import Hidden
from validator.model.level import Level
from validator.model.marking import Marking


class Node(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What every node has. `kind` is one of `model.kinds.KINDS`."""

    kind: ClassVar[str]
    start: int
    end: int


class ClassificationLine(Node, frozen=True, gc=False, kw_only=True):
    """`C O N F I D E N T I A L SECTION 01 OF 03 POST 000668` (ACP 127 format line 12)."""

    kind: ClassVar[str] = "classification_line"
    level: Level | None  # None: the word was not understood
    spaced: bool = False  # letters set apart by blanks
    control: str | None = None  # "EFTO", "LIMITED OFFICIAL USE", "SBU", …
    section: int | None = None
    total: int | None = None
    post: str | None = None
    number: int | None = None  # message reference number without its padding
    number_written: str | None = None
    first: bool = True  # False for the heading of a later section


class SectionMarker(Node, frozen=True, gc=False, kw_only=True):
    """One section of a telegram, from its heading or continuation line, or where one should have been."""

    kind: ClassVar[str] = "section_marker"
    number: int
    total: int
    state: str  # "present" | "text-missing" | "line-missing"


class ContinuationLine(Node, frozen=True, gc=False, kw_only=True):
    """`ASTANA 00000668 002 OF 003`; `page` is the 2 of `001.2 OF 003`."""

    kind: ClassVar[str] = "continuation_line"
    post: str
    number: int
    section: int
    page: int | None
    total: int


class Routing(Node, frozen=True, gc=False, kw_only=True):
    """Format lines 1 to 4 of ACP 127, or the single line of JANAP 128."""

    kind: ClassVar[str] = "routing"
    form: str  # "acp127" | "janap128"
    transmission: str | None = None  # VZCZCXRO8587
    precedence: str | None = None  # Z O P R
    station: str | None = None  # routing indicator of the originator
    serial: int | None = None
    serial_written: str | None = None
    section: int | None = None  # the 01 of #0668/01
    julian: int | None = None  # day of the year of filing
    filing_day: int | None = None  # day of the month, in the other form of DE lines (11/1215Z)
    filing_time: str | None = None  # "0424"
    filing_lag: int | None = None  # minutes from the date-time group to filing
    prosign: str | None = None  # ZNR ZNY
    security: str | None = None  # U E R C S T
    security_written: str | None = None
    security_level: Level | None = None
    security_fault: str | None = None  # in words, when the group is malformed
    mrn_serial: int | None = None  # last four digits of the message reference number, when known


class DateTimeGroup(Node, frozen=True, gc=False, kw_only=True):
    """`P 270424Z NOV 06` (ACP 127 format line 5)."""

    kind: ClassVar[str] = "date_time_group"
    written: str
    precedences: tuple[str, ...] = ()
    moment: datetime | None = None  # UTC, naive
    fault: str | None = None  # in words, when no such moment exists
    routing_precedence: str | None = None  # what format line 2 said, when there is one


class Addressee(Node, frozen=True, gc=False, kw_only=True):
    """One FM, TO or INFO entry: `RUEHBUL/AMEMBASSY KABUL PRIORITY 0276`."""

    kind: ClassVar[str] = "addressee"
    role: str  # "from" | "to" | "info"
    name: str
    indicator: str | None = None
    precedence: str | None = None
    continuity: int | None = None


class Caption(Node, frozen=True, gc=False, kw_only=True):
    """A caption line after the classification line."""

    kind: ClassVar[str] = "caption"
    name: str
    known: bool


class ExecutiveOrder(Node, frozen=True, gc=False, kw_only=True):
    """The E.O. line. `order` is the number meant, `written` the number that stands there."""

    kind: ClassVar[str] = "executive_order"
    order: str | None
    written: str | None
    marks_from: date | None = None  # documents of these days are marked under the order
    marks_until: date | None = None


class Declassification(Node, frozen=True, gc=False, kw_only=True):
    """A declassification instruction, on the E.O. line or after `Declassify on`.

    `instruction`: none, na, date, event, exemption, gds, xgds, ads, oadr, mr, code, invalid.
    `legal_from` and `legal_until` bound the dates of documents that may carry it.
    """

    kind: ClassVar[str] = "declassification"
    instruction: str
    written: str
    when: date | None = None
    exemptions: tuple[str, ...] = ()
    order: str | None = None
    legal_from: date | None = None
    legal_until: date | None = None
    replacement: date | None = None  # document date + 25 years (32 CFR 2001.22(e)(3)), for a retired code


class ClassifiedBy(Node, frozen=True, gc=False, kw_only=True):
    """`Classified By: Amb. A. Person, reasons 1.4 (b) and (d).`"""

    kind: ClassVar[str] = "classified_by"
    name: str


class DerivedFrom(Node, frozen=True, gc=False, kw_only=True):
    """`Derived From: DSCG 05-01`"""

    kind: ClassVar[str] = "derived_from"
    source: str


class Reason(Node, frozen=True, gc=False, kw_only=True):
    """Section and categories. `unknown` holds the categories that the section does not have."""

    kind: ClassVar[str] = "reason"
    section: str
    categories: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    legal_from: date | None = None
    legal_until: date | None = None


class Tags(Node, frozen=True, gc=False, kw_only=True):
    """The TAGS line, token by token."""

    kind: ClassVar[str] = "tags"
    tokens: tuple[str, ...]
    subject_tags: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class Subject(Node, frozen=True, gc=False, kw_only=True):
    """The subject; `mark` as `Portion.mark`, None when there is none."""

    kind: ClassVar[str] = "subject"
    text: str
    mark: str | None = None
    level: Level | None = None
    mark_behind: bool = False  # the mark stands behind the text


class Reference(Node, frozen=True, gc=False, kw_only=True):
    """One reference. `role` is "listed" (under REF) or "cited" (in the text).

    `letter_number` is 1 for A; `matched`: a listed one is cited, a cited one is listed.
    """

    kind: ClassVar[str] = "reference"
    role: str
    letter: str | None
    letter_number: int | None
    matched: bool
    post: str | None = None
    number: int | None = None
    year: int | None = None
    itself: bool = False


class Heading(Node, frozen=True, gc=False, kw_only=True):
    """A heading between paragraphs."""

    kind: ClassVar[str] = "heading"
    text: str


class Paragraph(Node, frozen=True, gc=False, kw_only=True):
    """A paragraph. `number` is the number meant, `written` what stands there (`13` for ¶3).

    `text_start` is where the text after number and mark begins.
    """

    kind: ClassVar[str] = "paragraph"
    number: int | None
    written: str
    marked: bool
    mark: str | None = None
    level: Level | None = None
    nesting: int = 0
    lost_pilcrow: bool = False
    text_start: int = 0
    alone: bool = False  # the only paragraph of the telegram
    authority: bool = False  # holds the classification authority, as in telegrams of 1995-2001


class Portion(Node, frozen=True, gc=False, kw_only=True):
    """A portion mark. `mark` is the canonical form without parentheses, `written` as it stands."""

    kind: ClassVar[str] = "portion"
    place: str  # "paragraph" | "sub-paragraph" | "subject" | "heading" | "summary" | "authority"
    written: str
    mark: str
    level: Level | None
    known: bool
    controls: tuple[str, ...] = ()
    fault: str | None = None  # in words, when the mark is malformed
    paragraph: int | None = None  # number of the paragraph it stands in
    marking: Marking | None = None  # read by the whole grammar, in documents that are not telegrams


class Summary(Node, frozen=True, gc=False, kw_only=True):
    """A summary; `closed` when its closing words stand there."""

    kind: ClassVar[str] = "summary"
    closed: bool


class Comment(Node, frozen=True, gc=False, kw_only=True):
    """A comment of the post; `closed` when its closing words stand there."""

    kind: ClassVar[str] = "comment"
    closed: bool


class Signature(Node, frozen=True, gc=False, kw_only=True):
    """The surname under the last paragraph."""

    kind: ClassVar[str] = "signature"
    name: str


class Notice(Node, frozen=True, gc=False, kw_only=True):
    """A sentence that changes how the document is read. `name`: partial-extract, entire-text, compilation.

    `level` is what a transmittal is when its enclosures are removed, `entries` the length of a list of sources.
    """

    kind: ClassVar[str] = "notice"
    name: str
    level: Level | None = None
    entries: int | None = None  # None: it cannot be told
    uncontrolled: bool = False  # a transmittal that is no CUI without its enclosures


class Artefact(Node, frozen=True, gc=False, kw_only=True):
    """Something undone by the layout pass. `name` says what."""

    kind: ClassVar[str] = "artefact"
    name: str


class Observation(Node, frozen=True, gc=False, kw_only=True):
    """Something the format shows, by a name of `model.observations`; `part` is never a word of the document."""

    kind: ClassVar[str] = "observation"
    name: str
    value: int | None = None  # mostly of hidden characters
    page: int | None = None  # from 1
    part: str | None = None  # such as `word/comments.xml`
    cover: str | None = None  # what covers: rectangle, path, stroke, shading, image, annotation, …
    box: tuple[float, float, float, float] | None = None  # left, bottom, right, top in points of the page
    hidden: Hidden | None = None


class Unreadable(Node, frozen=True, gc=False, kw_only=True):
    """A part that should have been understood and was not."""

    kind: ClassVar[str] = "unreadable"
    what: str
