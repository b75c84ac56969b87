"""What a user may choose for a run, checked before anything is read."""

from collections.abc import Collection
from datetime import date
from typing import Final

import msgspec

from validator.engine.baseline import Baseline
from validator.engine.suppressions import Suppressions
from validator.engine.withheld import WithheldList
from validator.errors import UsageError
from validator.findings import SEVERITIES, ReportSettings
from validator.parsers import KINDS
from validator.readers.options import DEFAULTS, ReadOptions
from validator.readers.path_patterns import placed
from validator.readers.targets import Choice
from validator.rulebook import Rulebook
from validator.strictyaml.spelling import advice

DIALECTS: Final = ("auto", "any", "isoo", "ic", "dod", "state", "nato")
EXCERPTS: Final = ("none", "masked", "full")
MAX_BYTES: Final = DEFAULTS.max_bytes
LISTED: Final = "; 'redmark rules' lists them"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The choices for one run. `select` and `ignore` name rules, packs or tags; no `select`: default packs.

    `severity` pairs rules with another severity, `per_file` patterns of paths with names that are silent there; paths
    that fit a pattern of `exclude`, or none of `include` where there are some, are not checked. Patterns are relative
    to the current folder. `gitignore`: what Git ignores in a folder is not checked.

    `check_kinds` names the functions of installed packages that rules of the kind `custom` may run.

    `as_of` dates the documents that show no date themselves. `reveal` shows what sensitive rules found.
    `side_channels` looks for what widths and positions give away. `withheld` holds the words that must not occur.
    `allow_unrecognised`: a named file of a kind that no parser knows does not make the run incomplete.
    What is in the `baseline` or in `suppressions` is set aside and does not count.
    """

    dialect: str = "auto"
    as_of: date | None = None
    fail_on: str = "warning"
    excerpts: str = "masked"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    per_file: tuple[tuple[str, tuple[str, ...]], ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    gitignore: bool = True
    check_kinds: tuple[str, ...] = ()
    kind: str = "auto"
    max_bytes: int = MAX_BYTES
    reveal: bool = False
    side_channels: bool = False
    withheld: WithheldList | None = None
    baseline: Baseline | None = None
    suppressions: Suppressions | None = None
    allow_empty: bool = False
    allow_unrecognised: bool = False

    def __post_init__(self) -> None:
        one_of("dialect", self.dialect, DIALECTS)
        one_of("fail-on", self.fail_on, SEVERITIES)
        one_of("excerpts", self.excerpts, EXCERPTS)
        one_of("kind", self.kind, KINDS)
        _all_names("select", self.select)
        _all_names("ignore", self.ignore)
        for _, severity in self.severity:
            one_of("severity", severity, SEVERITIES)
        if self.as_of is not None and type(self.as_of) is not date:
            raise UsageError(f"as-of is {self.as_of!r}; give a datetime.date")
        if self.max_bytes < 1:
            raise UsageError(f"max-bytes is {self.max_bytes}; give a whole number above 0")

    @property
    def reading(self) -> ReadOptions:
        """The part of the settings that readers need."""
        return ReadOptions(max_bytes=self.max_bytes, side_channels=self.side_channels)

    @property
    def choice(self) -> Choice:
        """The part of the settings that says which files count."""
        include, exclude = (tuple(map(placed, patterns)) for patterns in (self.include, self.exclude))
        return Choice(include, exclude, self.gitignore, self.allow_empty)

    @property
    def reported(self) -> ReportSettings:
        """The part of the settings that a report repeats."""
        as_of = self.as_of.isoformat() if self.as_of else None
        return ReportSettings(self.dialect, self.fail_on, self.excerpts, as_of)


def check_names(settings: Settings, rulebook: Rulebook) -> None:
    """UsageError where `select` or `ignore` names no rule, pack or tag of the rulebook."""
    known = {pack.name for pack in rulebook.packs}
    for executable in rulebook.rules:
        known.add(executable.rule.id)
        known.update(executable.rule.tags)
    silent = tuple(name for _, names in settings.per_file for name in names)
    rules = {executable.rule.id for executable in rulebook.rules}
    for rule, _ in settings.severity:
        if rule not in rules:
            raise UsageError(f"severity: there is no rule '{rule}'{advice(rule, rules) or LISTED}")
    for option, names in (("select", settings.select), ("ignore", settings.ignore), ("per-file", silent)):
        for name in names:
            if name not in known:
                meant = advice(name, known) or LISTED
                raise UsageError(f"{option}: there is no rule, pack or tag '{name}'{meant}")


def _all_names(option: str, names: object) -> None:
    """A list could not be kept with the rules made ready for it, and a string is a tuple of letters to Python."""
    if not (isinstance(names, tuple) and all(isinstance(name, str) for name in names)):
        raise UsageError(f"{option} is {names!r}; give a tuple of names")


def one_of(option: str, value: str, known: Collection[str]) -> str:
    """The value, when it is one of those known; else UsageError with what was probably meant."""
    if value in known:
        return value
    raise UsageError(f"{option}: there is no '{value}'{advice(value, known)}")
