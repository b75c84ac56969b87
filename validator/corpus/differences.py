"""What a comparison of two runs says, as plain values; `schemas/corpus-diff.schema.json` describes it."""

from typing import Final

import msgspec

from validator.corpus.account import Plan

SCHEMA_VERSION: Final = "1.0"
SUPPRESSED: Final = "suppressed"


class Setup(msgspec.Struct, frozen=True):
    """Something about how the runs were made that differs; None where one of them has no such thing."""

    what: str
    old: str | None
    new: str | None


class OnlyIn(msgspec.Struct, frozen=True):
    """Documents that only one run has, and the names of the first."""

    documents: int
    names: tuple[str, ...]


class DocumentChange(msgspec.Struct, frozen=True):
    """Documents of both runs whose status, kind or content differs, and the names of the first."""

    what: str  # status, kind, content
    old: str | None  # None for content, of which there is a hash only
    new: str | None
    documents: int
    names: tuple[str, ...]


class Example(msgspec.Struct, frozen=True):
    """One finding; the message is masked as the run asked."""

    name: str
    line: int
    message: str


class Move(msgspec.Struct, frozen=True):
    """Findings of a rule, each `old` in one run and `new` in the other: a severity, suppressed, or absent (None)."""

    rule: str
    old: str | None
    new: str | None
    findings: int
    examples: tuple[Example, ...]


class Differences(msgspec.Struct, frozen=True):
    """What differs between two runs. Findings are compared in documents that both have."""

    complete: bool
    same: bool
    old: Plan
    new: Plan
    setup: tuple[Setup, ...]
    documents_in_both: int
    only_in_old: OnlyIn
    only_in_new: OnlyIn
    documents: tuple[DocumentChange, ...]
    appeared: int
    vanished: int
    changed: int
    findings: tuple[Move, ...]
    schema_version: str = SCHEMA_VERSION
