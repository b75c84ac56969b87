"""Which rules of the rulebook a user wants to run."""

from collections.abc import Iterable
from typing import Final

from validator.engine.settings import Settings
from validator.rulebook import ExecutableRule, Rule, Rulebook

_BY_ID: Final = 2  # naming a rule outweighs naming its pack or a tag
_BY_GROUP: Final = 1


def selected(rulebook: Rulebook, settings: Settings) -> tuple[ExecutableRule, ...]:
    """The rules to run. Drafts and deprecated rules run only when asked for by id."""
    default = frozenset(pack.name for pack in rulebook.packs if pack.default)
    return tuple(
        executable for executable in rulebook.rules if _is_wanted(executable.rule, settings, default)
    )


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
