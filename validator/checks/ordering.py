"""The operators of checks and conditions, and what may be compared with what."""

import operator
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from validator.checks.fields import Field
from validator.checks.hit import At, BadCheckError

Operator: TypeAlias = Callable[[Any, Any], bool]
"""Of two values of one sort; that they are is seen to when the check is compiled."""

ORDERS: Final[dict[str, Operator]] = {
    "above": operator.gt,
    "at-least": operator.ge,
    "at-most": operator.le,
    "below": operator.lt,
}
OPERATORS: Final[dict[str, Operator]] = {**ORDERS, "equal": operator.eq, "not-equal": operator.ne}


def has_order(field: Field) -> bool:
    """Whether the values of the field can be put into an order that means something."""
    return field.sort in ("level", "number", "day", "moment")


def operator_for(name: str, field: Field, at: At) -> Operator:
    """The operator; BadCheckError where the field has no order and the operator needs one."""
    if name in ORDERS and not has_order(field):
        raise BadCheckError(at, f"'{field.path}' has no order; only equal and not-equal make sense")
    return OPERATORS[name]


def alike(left: Field, right: Field, at: At) -> tuple[Field, Field]:
    """Both fields in a form in which they compare; BadCheckError when there is none."""
    if left.sort != right.sort:
        left, right = left.by_day(), right.by_day()
    if left.sort != right.sort:
        sorts = f"'{left.path}' is a {left.sort} and '{right.path}' a {right.sort}"
        raise BadCheckError(at, f"{sorts}; compare like with like")
    return left, right
