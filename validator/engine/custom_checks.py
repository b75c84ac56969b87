"""Functions for rules of the kind `custom`: entry points of packages, loaded only where the settings name them."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from validator.checks import Custom, CustomCheck
from validator.errors import UsageError
from validator.rulebook import ExecutableRule
from validator.strictyaml.spelling import advice

GROUP: Final = "redmark.checks"
KEY: Final = "check-kinds"


def with_custom_checks(rules: Iterable[ExecutableRule], allowed: tuple[str, ...]) -> Iterator[ExecutableRule]:
    """The rules, where those of the kind `custom` have got their functions.

    UsageError where a rule uses a function that the settings do not name, or one is named that is not installed.
    """
    functions = _functions(allowed) if allowed else {}
    for each in rules:
        check = each.rule.check
        if not isinstance(check, Custom):
            yield each
        elif check.use in functions:
            yield each.with_run(check.bound(functions[check.use]))
        else:
            raise UsageError(
                f"{KEY}: the rule '{each.rule.id}' runs code of the check '{check.use}';"
                f' {KEY} = ["{check.use}"] in the settings allows it'
            )


@lru_cache(maxsize=8)
def _functions(names: tuple[str, ...]) -> dict[str, CustomCheck]:
    # Looks through all that is installed (30 ms), so only where the settings name one.
    from importlib.metadata import entry_points

    every = {entry.name: entry for entry in entry_points(group=GROUP)}
    for name in names:
        if name not in every:
            tip = (
                advice(name, every)
                or f"; the entry point group '{GROUP}' holds {', '.join(sorted(every)) or 'nothing'}"
            )
            raise UsageError(f"{KEY}: no installed package has a check '{name}'{tip}")
    return {name: every[name].load() for name in names}
