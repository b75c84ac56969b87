"""What a check looks at in a document, be it at fault or not: for telling a silent rule from a dead one."""

from collections.abc import Mapping

from validator.checks.agreement import Agreement
from validator.checks.conditions import compile_condition, every
from validator.checks.forbidden import Forbidden
from validator.checks.required import Required
from validator.checks.roll_up import RollUp
from validator.checks.selecting import Choice, choice, choice_by
from validator.checks.sequence import Sequenced


def looked_at(check: object, given: str, where: Mapping[str, object] | None) -> Choice:
    """The nodes that a check tests, as a function of the document. Its own `where` may say what is at fault."""
    match check:
        case Forbidden():
            return choice(given, None)
        case Required(field=None):
            return lambda document: (document,)
        case RollUp(over=over):
            return choice(over, where)
        case Agreement(condition=dict(condition)):
            parts = [compile_condition(part, given, ()) for part in (where or {}, condition)]
            return choice_by(every(parts), given)
        case Sequenced(kinds=(_, *_) as kinds):
            return lambda document: [node for kind in kinds for node in document.of(kind)]
    return choice(given, where)
