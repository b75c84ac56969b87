"""Which rules of the rulebook a user wants to run."""

from collections.abc import Iterable
from typing import Final

from validator.engine.custom_checks import with_custom_checks
from validator.engine.settings import Settings
from validator.rulebook import ExecutableRule, Rule, Rulebook

_BY_ID: Final = 2  # naming a rule outweighs naming its pack or a tag
_BY_GROUP: Final = 1


def selected(rulebook: Rulebook, settings: Settings) -> tuple[ExecutableRule, ...]:
    """The rules to run. Drafts and deprecated rules run only when asked for by id."""
    default = frozenset(pack.name for pack in rulebook.packs if pack.default)
    changed = dict(settings.severity)
    wanted = (one for one in rulebook.rules if _is_wanted(one.rule, settings, default))
    changed_ones = (_with_severity(one, changed.get(one.rule.id)) for one in wanted)
    return tuple(with_custom_checks(changed_ones, settings.check_kinds))


def ids_of(rules: Iterable[ExecutableRule]) -> frozenset[str]:
    """The ids of rules."""
    return frozenset(one.rule.id for one in rules)


def named_by(names: Iterable[str], rules: Iterable[ExecutableRule]) -> frozenset[str]:
    """The ids of the rules that names of rules, packs or tags mean."""
    wanted = tuple(names)
    return frozenset(one.rule.id for one in rules if _weight(one.rule, wanted))


def _with_severity(executable: ExecutableRule, severity: str | None) -> ExecutableRule:
    return executable if severity is None else executable.with_severity(severity)


def _is_wanted(rule: Rule, settings: Settings, default_packs: frozenset[str]) -> bool:
    wanted, refused = _weight(rule, settings.select), _weight(rule, settings.ignore)
    if rule.status != "stable":
        return wanted == _BY_ID > refused
    if settings.select:
        return wanted > refused
    return rule.pack in default_packs and not refused


def _weight(rule: Rule, names: Iterable[str]) -> int:
    """How exactly the names mean this rule; 0: not at all."""
    if rule.id in names:
        return _BY_ID
    return _BY_GROUP if any(name == rule.pack or name in rule.tags for name in names) else 0
