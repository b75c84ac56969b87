"""What a run found: findings, what was not checked, and the report of all files. Plain values only."""

from typing import Any

import msgspec

from validator.spans import Place

SCHEMA_VERSION = "1.0"
SEVERITIES = ("info", "warning", "error")


class Citation(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """An authority for a rule; `dialect` and dates where it holds only there."""

    cite: str
    dialect: str = ""
    starts: str = msgspec.field(default="", name="from")
    ends: str = msgspec.field(default="", name="until")


class FileSpan(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Where in the original file: two places, and the page or part where the format has one."""

    start: Place
    end: Place
    page: int | None = None
    part: str | None = None


class Related(msgspec.Struct, frozen=True, gc=False):
    """A second place that explains a finding."""

    span: FileSpan
    label: str


class Edit(msgspec.Struct, frozen=True, gc=False):
    """The text to put in place of a stretch of the file."""

    span: FileSpan
    text: str


class Finding(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One fault at one place. `message`, `hint` and `excerpt` are already masked as the settings ask.

    `fix` holds edits that mend it without changing what the document says; none where no such edit is known.
    `justification` says why it was set aside: the reason of a suppression, or that it is in the baseline.
    """

    rule: str
    pack: str
    severity: str
    confidence: str
    message: str
    span: FileSpan
    anchor: str
    fingerprint: str
    citations: tuple[Citation, ...]
    dialect: str = ""
    hint: str = ""
    related: tuple[Related, ...] = ()
    excerpt: str = ""
    sensitive: bool = False
    fix: tuple[Edit, ...] = ()
    justification: str = ""


class NotChecked(msgspec.Struct, frozen=True, gc=False):
    """Rules (or the whole file, when `rules` is empty) that did not run, and the reason."""

    reason: str
    rules: tuple[str, ...] = ()


class Artefact(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A thing the carrier did to the text and the layout pass undid."""

    name: str
    line: int
    column: int


class FileReport(msgspec.Struct, frozen=True, omit_defaults=False):
    """The result for one file. `document` is what was understood, as plain data."""

    path: str
    sha256: str
    format: str
    kind: str
    status: str  # "checked" | "not-recognised" | "unreadable"
    document: dict[str, Any]
    findings: tuple[Finding, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    artefacts: tuple[Artefact, ...] = ()


class PackStamp(msgspec.Struct, frozen=True):
    """Which rules judged: name, version and content hash of a pack."""

    name: str
    version: str
    sha256: str


class Tool(msgspec.Struct, frozen=True):
    """What made the report."""

    name: str
    version: str
    packs: tuple[PackStamp, ...]


class ReportSettings(msgspec.Struct, frozen=True):
    """The settings that change what a report says."""

    dialect: str
    fail_on: str
    excerpts: str
    as_of: str | None = None


class Summary(msgspec.Struct, frozen=True):
    """Counts over all files."""

    files: int
    checked: int
    not_recognised: int
    unreadable: int
    error: int
    warning: int
    info: int


class Report(msgspec.Struct, frozen=True):
    """The whole result of a run, as `schemas/report.schema.json` describes it."""

    tool: Tool
    settings: ReportSettings
    files: tuple[FileReport, ...]
    summary: Summary
    exit_code: int
    schema_version: str = SCHEMA_VERSION
