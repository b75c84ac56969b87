"""Rule files and packs to rules that run.

from validator.rulebook import builtin, load_packs
for rule in builtin().rules:
    if rule.when(document):
        hits = list(rule.run(document))       # may raise validator.checks.CheckTimeout
"""

from validator.rulebook.compiled import ExecutableRule, Rulebook, builtin, load_around, load_packs
from validator.rulebook.rule import (
    AppliesTo,
    Citation,
    Example,
    Examples,
    InForce,
    Pack,
    Place,
    Rule,
)

__all__ = [
    "AppliesTo",
    "Citation",
    "Example",
    "Examples",
    "ExecutableRule",
    "InForce",
    "Pack",
    "Place",
    "Rule",
    "Rulebook",
    "builtin",
    "load_around",
    "load_packs",
]
