"""Rules and packs as values: what a rule file says, after it was found to be valid."""

from datetime import date
from typing import Literal, TypeAlias

import msgspec

from validator.checks import Params

Severity: TypeAlias = Literal["error", "warning", "info"]
Confidence: TypeAlias = Literal["high", "medium", "low"]
Status: TypeAlias = Literal["draft", "stable", "deprecated"]


class Citation(msgspec.Struct, frozen=True):
    """An authority, and the days and the dialect for which it is the one."""

    cite: str
    starts: date | None = msgspec.field(default=None, name="from")
    ends: date | None = msgspec.field(default=None, name="until")
    dialect: str | None = None


class InForce(msgspec.Struct, frozen=True):
    """First and last day, both included, of the documents that a rule speaks of."""

    starts: date | None = msgspec.field(default=None, name="from")
    ends: date | None = msgspec.field(default=None, name="until")


class AppliesTo(msgspec.Struct, frozen=True):
    """Which documents a rule speaks of. Empty: all of them."""

    kinds: tuple[str, ...] = ()
    eras: tuple[str, ...] = ()
    in_force: InForce | None = None
    dialects: tuple[str, ...] = ()  # "any" counts as left out and is not here
    needs: tuple[str, ...] = ()
    when: dict[str, object] | None = None  # compiled in ExecutableRule.when


class Place(msgspec.Struct, frozen=True):
    """Where an example says that its rule fires; None: not compared."""

    line: int
    column: int | None = None
    message: str | None = None


class Seen(msgspec.Struct, frozen=True):
    """An observation of an example: what a reader says of a file that no YAML can hold, such as a PDF."""

    name: str
    value: int | None = None
    page: int | None = None
    part: str | None = None
    cover: str | None = None


class Example(msgspec.Struct, frozen=True):
    """A whole document, as its text or as what its reader observes. `finds` is empty where the rule stays silent."""

    name: str
    text: str = ""
    dated: date | None = None
    kind: str = "auto"
    format: str = "text"
    encoding: str = "utf-8"
    observations: tuple[Seen, ...] = ()
    finds: tuple[Place, ...] = ()


class Examples(msgspec.Struct, frozen=True):
    """Both sorts of examples; there is at least one of each."""

    invalid: tuple[Example, ...]
    valid: tuple[Example, ...]


class Rule(msgspec.Struct, frozen=True):
    """One rule file. `pack`, `path` and `needs_date` are added by the loader."""

    id: str
    title: str
    status: Status
    severity: Severity
    confidence: Confidence
    message: str
    rationale: str
    citations: tuple[Citation, ...]
    check: Params
    examples: Examples
    sensitive: bool = False
    tags: tuple[str, ...] = ()
    hint: str | None = None
    replaced_by: str | None = None
    since: str | None = None  # the version of the pack in which it came; None: the first
    applies_to: AppliesTo = AppliesTo()
    pack: str = ""
    path: str = ""
    needs_date: bool = False  # eras, in_force, or a check that mentions the date of the document


class Pack(msgspec.Struct, frozen=True):
    """One folder of rules. `sha256` is over all its files, in the order of their names; the loader adds `path`."""

    name: str
    title: str
    version: str
    default: bool  # on unless other packs are selected
    source: str
    sha256: str = ""
    path: str = ""
