"""A part of a collection that is checked in one go: it says by itself where its documents are."""

from typing import Literal, TypeAlias

import msgspec

from validator.errors import ValidatorError

Kind: TypeAlias = Literal["files", "tar", "zip", "json-lines", "csv", "parquet"]


class Partition(msgspec.Struct, frozen=True, omit_defaults=True):
    """Part `number` of a collection. What the other fields mean depends on the kind.

    files: the paths in `names`. zip: `count` members from the `first`. tar: `count` members from the header at byte
    `start`; a compressed one as a whole. json-lines: the lines that begin at bytes `start` to `end`; a compressed file
    as a whole. csv: the whole file. parquet: `count` rows from the `first`, in row group `start`.
    """

    number: int
    kind: Kind
    source: str = ""
    names: tuple[str, ...] = ()
    first: int = 0
    count: int | None = None
    start: int = 0
    end: int | None = None


class Columns(msgspec.Struct, frozen=True):
    """The columns or keys that hold the text of a document, and its name; without one, rows have numbers."""

    text: str | None = None
    name: str | None = None


class Done(msgspec.Struct, frozen=True):
    """What came of a partition. `fault` says why it is not finished; then the counts are 0."""

    number: int
    documents: int = 0
    checked: int = 0
    not_recognised: int = 0
    unreadable: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0
    incomplete: int = 0  # documents of which something was not judged that should have been
    bytes: int = 0
    fault: str = ""


class CorpusError(ValidatorError):
    """A collection cannot be read, or its results cannot be written or do not fit."""

    exit_code = 2


class BrokenSourceError(ValidatorError):
    """A part of a collection that was there is gone or damaged."""

    exit_code = 4
