"""The parsed document: facts about the whole, and its nodes by kind in document order."""

import datetime
from typing import Any, ClassVar

import msgspec

from validator.model.level import Level
from validator.model.nodes import Node
from validator.model.suppressions import InlineSuppression
from validator.spans import LineIndex

NO_NODES: tuple[Node, ...] = ()


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the text on one page or in one part of the file; it ends where the next begins."""

    start: int  # offset of its first character
    page: int | None = None  # from 1
    part: str | None = None  # such as "word/footnotes.xml"


class SourceText(msgspec.Struct, frozen=True):
    """The text of a file, and what its format showed. Offsets everywhere refer to `text`.

    `not_checked` says in words what the reader could not see into, such as a page beyond a limit.
    """

    name: str
    format: str  # "text" | "html" | "markdown" | "docx" | "pdf" | "e-mail"
    text: str
    sha256: str
    observations: tuple[Node, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    not_checked: tuple[str, ...] = ()
    suppressions: tuple[InlineSuppression, ...] = ()


class Document(msgspec.Struct, frozen=True):
    """What was understood. `nodes` maps a kind to its nodes, sorted by place; absent kinds are absent.

    `has` names the parts that are there, for rules that need them:
    whole (not a partial extract), header, routing, body.
    """

    kind_of_node: ClassVar[str] = "document"
    kind: str  # "telegram" | "memo" | "release" | "marking" | "unknown"
    # acp127 | janap128 | nara-sas | message-form | smart | no-routing | body-only | memo | e-mail | release | unknown
    layout: str
    source: SourceText
    nodes: dict[str, tuple[Node, ...]]
    has: frozenset[str] = frozenset()
    date: datetime.date | None = None
    date_source: str | None = None  # "date-time-group" | "carrier" | "as-of"
    era: str | None = None
    level: Level | None = None
    control: str | None = None  # EFTO, SBU, LIMITED OFFICIAL USE: no level, but a control
    sensitive: bool = False  # carries SENSITIVE, SBU, LOU or EFTO for the whole
    post: str | None = None
    mrn: int | None = None
    section_total: int | None = None
    entire_text: bool = False  # "CONFIDENTIAL - ENTIRE TEXT": one mark for all paragraphs
    highest_portion: Level | None = None
    derivative: bool = False  # classified by a Derived From line
    authority: bool = False  # has an authority block, of which two lines or more can be read
    multiple_sources: bool = False  # derived from more than one source
    atomic: bool = False  # holds RD, FRD, TFNI or NATO information, which has no date of declassification
    cui: bool = False  # its banner is one of controlled unclassified information
    all_marked: bool = False  # every paragraph carries an understood mark
    marked_share: int | None = None  # per cent of the paragraphs of a memo that carry a mark
    notices: tuple[str, ...] = ()  # names of the notices that stand in a memo
    controls: tuple[str, ...] = ()  # names of what the banners of a memo hold, as `names_of` gives them
    portion_controls: tuple[str, ...] = ()  # and of what its portion marks hold
    notices_due: tuple[str, ...] = ()  # markings of the banner whose notice is missing
    notices_due_unread: tuple[str, ...] = ()  # the same, where nobody has read the words of the notice
    declassified: bool = False  # a stamp says so, and the block of a classified document is not asked for
    struck: bool = False  # an overall marking is lined through
    shows_level: bool = (
        False  # a short line holds a classification in capitals, be it read as a banner or not
    )
    shows_date: bool = False  # something outside the authority block looks like a date
    pages: int = 1
    banner_share: int | None = None  # per cent of the tops and bottoms of pages that bear a banner
    release: str | None = (
        None  # full, part, denied; unstated where a release under the act does not say; None: no release
    )
    as_of: datetime.date | None = None  # the day that --as-of gives
    line_starts: list[int] | None = (
        None  # offsets of the lines of the text, where the parser has counted them
    )
    details: dict[str, Any] = {}  # further plain facts for the report (distribution counts, relay counter)

    def of(self, kind: str) -> tuple[Node, ...]:
        """The nodes of one kind, in document order."""
        return self.nodes.get(kind, NO_NODES)

    def lines(self) -> LineIndex:
        """Turns offsets of the text into lines and columns."""
        return LineIndex.of(self.source.text) if self.line_starts is None else LineIndex(self.line_starts)
