"""What a report on a run says, as plain values; `schemas/corpus-report.schema.json` describes it."""

from typing import Final

import msgspec

from validator.corpus.partition import Columns
from validator.findings import ReportSettings, Tool

SCHEMA_VERSION: Final = "1.0"


class Left(msgspec.Struct, frozen=True):
    """A source of which partitions are not done."""

    source: str
    partitions: int


class Plan(msgspec.Struct, frozen=True):
    """How much of what was asked is done."""

    partitions: int
    done: int
    left: tuple[Left, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether all of it is."""
        return self.done == self.partitions


class Totals(msgspec.Struct, frozen=True):
    """Counts of documents, and of findings by severity; `suppressed` ones are in none of these."""

    documents: int
    bytes: int
    error: int
    warning: int
    info: int
    suppressed: int


class Group(msgspec.Struct, frozen=True):
    """The same for the documents that have a value; None where it is not known."""

    value: str | None
    documents: int
    bytes: int
    error: int
    warning: int
    info: int
    suppressed: int


class Groups(msgspec.Struct, frozen=True):
    """All documents, divided in six ways."""

    status: tuple[Group, ...]
    kind: tuple[Group, ...]
    format: tuple[Group, ...]
    era: tuple[Group, ...]
    year: tuple[Group, ...]
    post: tuple[Group, ...]


class RuleCount(msgspec.Struct, frozen=True):
    """What a rule found; `documents` have findings that are not suppressed."""

    rule: str
    pack: str
    severity: str
    findings: int
    documents: int
    suppressed: int


class RuleYears(msgspec.Struct, frozen=True):
    """Findings of a rule in each year of the matrix."""

    rule: str
    findings: tuple[int, ...]


class Matrix(msgspec.Struct, frozen=True):
    """The rules that found most, by the years of the documents."""

    years: tuple[str, ...]
    rules: tuple[RuleYears, ...]


class Reason(msgspec.Struct, frozen=True):
    """Why documents were not read, or not judged as a whole."""

    reason: str
    documents: int


class Named(msgspec.Struct, frozen=True):
    """A document, and why it could not be read."""

    name: str
    reason: str


class Unread(msgspec.Struct, frozen=True):
    """What could not be read; the names of the first of them."""

    documents: int
    reasons: tuple[Reason, ...]
    names: tuple[Named, ...]


class NotJudged(msgspec.Struct, frozen=True):
    """What was read and not judged, or not in all its parts."""

    documents: int
    reasons: tuple[Reason, ...]


class Worst(msgspec.Struct, frozen=True):
    """A document with many findings."""

    name: str
    kind: str
    error: int
    warning: int
    info: int


class Account(msgspec.Struct, frozen=True):
    """A report on a run."""

    complete: bool
    plan: Plan
    sources: tuple[str, ...]
    columns: Columns
    tool: Tool
    settings: ReportSettings
    totals: Totals
    documents: Groups
    rules: tuple[RuleCount, ...]
    rules_by_year: Matrix
    unread: Unread
    not_judged: NotJudged
    worst: tuple[Worst, ...]
    schema_version: str = SCHEMA_VERSION
