"""The node types of marked documents that are no telegrams."""

from datetime import date
from typing import ClassVar

from validator.model.level import Level
from validator.model.marking import Marking, MarkingFault
from validator.model.nodes import Node


class Banner(Node, frozen=True, gc=False, kw_only=True):
    """An overall marking line of a document that is not a telegram. `place`: top, bottom, page.

    `differs`: the bottom one says something else than the top one. `struck`: it is lined through, as on a
    declassified copy. `page` counts from 1.
    """

    kind: ClassVar[str] = "banner"
    place: str
    written: str
    marking: Marking | None
    level: Level | None
    differs: bool = False
    struck: bool = False
    page: int = 1


class WrittenFault(Node, frozen=True, gc=False, kw_only=True):
    """A fault of a banner or portion mark, at its exact place (`model.marking.MarkingFault` says what each is).

    `place` is banner, portion or subject; `whole` the marking as it stands and `whole_start` its offset; `dialects`
    are those in which it is a fault, () for all; `until` the last day of documents that may be so marked, None where
    it was never right.
    """

    kind: ClassVar[str] = "marking_fault"
    code: str
    place: str
    found: str
    meant: str
    whole: str
    whole_start: int = 0
    group: str = ""
    dialects: tuple[str, ...] = ()
    until: date | None = None


def written_fault(fault: MarkingFault, start: int, end: int, place: str, whole: str) -> WrittenFault:
    """The node of a fault, from offset `start` of the document to `end`."""
    return WrittenFault(
        start=start,
        end=end,
        code=fault.code,
        place=place,
        found=fault.found,
        meant=fault.meant,
        whole=whole,
        whole_start=start - fault.start,
        group=fault.group,
        dialects=fault.dialects,
        until=fault.until,
    )


class LabelledLine(Node, frozen=True, gc=False, kw_only=True):
    """`File No.: 2021-0034`, for the lines that an agency has of its own.

    `label` is in capitals without the colon, `text` all that stands behind it, on further lines too. `values` are the
    parts of the text between semicolons, else commas; in a list below the label each line is one.
    """

    kind: ClassVar[str] = "labelled_line"
    label: str
    text: str
    values: tuple[str, ...] = ()


class CuiBlock(Node, frozen=True, gc=False, kw_only=True):
    """The designation indicator of a CUI document, by which of its lines stand there."""

    kind: ClassVar[str] = "cui_block"
    controlled_by: bool
    category: bool
    dissemination: bool
    contact: bool


class ReleaseStamp(Node, frozen=True, gc=False, kw_only=True):
    """A mark put on at release. `form`: declassified (a declassified copy), release, systematic-review.

    Of a declassified copy: whether it says by whose authority, and on what day. `readable`: it has lines to itself,
    and no handwriting that a scan could not read is among them.
    Of a release: `release` is full, part or denied; `codes` the exemptions it names; `unused` those of them that stand
    at no withheld place, `unnamed` those that stand at one and not here; `withheld` how many places show one.
    """

    kind: ClassVar[str] = "release_stamp"
    readable: bool
    authority: bool
    when: date | None
    form: str = "declassified"
    release: str | None = None
    codes: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    withheld: int | None = None
