"""The closed set of check kinds. A rule picks one and gives its parameters; a new kind is one more module."""

from collections.abc import Mapping
from typing import Final, TypeAlias

from validator.checks.agreement import Agreement
from validator.checks.compare import Compare
from validator.checks.conditions import compile_condition
from validator.checks.constraints import Constraints
from validator.checks.custom import Custom, CustomCheck
from validator.checks.date_range import DateRange
from validator.checks.fields import sorts_of
from validator.checks.forbidden import Forbidden
from validator.checks.hit import (
    At,
    BadCheckError,
    Check,
    CheckFailed,
    CheckStopped,
    CheckTimeout,
    Hit,
    Predicate,
)
from validator.checks.marking_roll_up import MarkingRollUp
from validator.checks.member import Member
from validator.checks.pattern import Pattern
from validator.checks.required import Required
from validator.checks.roll_up import RollUp
from validator.checks.selecting import Choice
from validator.checks.sequence import Sequenced
from validator.checks.subjects import looked_at
from validator.vocabulary.terms import Vocabularies

__all__ = [
    "CHECKS",
    "At",
    "BadCheckError",
    "Check",
    "CheckFailed",
    "CheckStopped",
    "CheckTimeout",
    "Custom",
    "CustomCheck",
    "Hit",
    "Params",
    "Predicate",
    "compile_check",
    "compile_when",
    "placeholders",
    "subjects",
]

Params: TypeAlias = (
    Agreement
    | Compare
    | Constraints
    | Custom
    | DateRange
    | Forbidden
    | MarkingRollUp
    | Member
    | Pattern
    | Required
    | RollUp
    | Sequenced
)
"""The parameters of a check, as the rule file gives them under `check`."""

CHECKS: Final[dict[str, type[Params]]] = {
    "agreement": Agreement,
    "compare": Compare,
    "constraints": Constraints,
    "custom": Custom,
    "date-range": DateRange,
    "forbidden": Forbidden,
    "marking-roll-up": MarkingRollUp,
    "member": Member,
    "pattern": Pattern,
    "required": Required,
    "roll-up": RollUp,
    "sequence": Sequenced,
}


def compile_check(params: Params, vocabularies: Vocabularies) -> Check:
    """The check as a function of a document; BadCheckError where it makes no sense."""
    return params.compile(vocabularies)


def subjects(params: Params) -> Choice:
    """The nodes that a check tests, as a function of the document."""
    return looked_at(params, params.given, getattr(params, "where", None))


def compile_when(condition: Mapping[str, object] | None) -> Predicate:
    """A condition on the document; without one every document passes."""
    if condition is None:
        return lambda document: True
    compiled = compile_condition(condition, "document", ())
    of_document = compiled.of_document
    if of_document is not None and compiled.of_both is None:
        return lambda document: bool(of_document(document))
    return lambda document: compiled.holds(document, document)


def placeholders(params: Params) -> frozenset[str]:
    """The names that a message of this check can use, each written {name}."""
    of_document = {f"document.{name}" for name in sorts_of("document")}
    # Of the document they are written {document.name}, whatever is given.
    is_node = params.stands_at_given() and params.given != "document"
    of_given = set(sorts_of(params.given)) if is_node else set()
    return frozenset(params.adds() | of_document | of_given | {"line"})
