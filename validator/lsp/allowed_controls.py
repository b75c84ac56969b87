"""Which controls the vocabularies let stand in a marking: in use in a dialect, and at peace with what is there."""

from functools import cache
from typing import Final, TypeAlias

from validator.model.marking import Marking
from validator.model.marking_names import names_of
from validator.vocabulary.load import builtin
from validator.vocabulary.terms import Term

_ANY: Final = "any"
_Rows: TypeAlias = dict[str, tuple[Term, ...]]


def is_in_use(name: str, dialect: str) -> bool:
    """Whether a control of the Register belongs to a dialect."""
    term = builtin()["register"].find(name)
    return term is None or not term.dialects or dialect == _ANY or dialect in term.dialects


def may_stand(name: str, marking: Marking, dialect: str) -> bool:
    """Whether the table of constraints lets a control stand beside what a marking holds."""
    rows, names = _constraints(dialect), names_of(marking)
    own = rows.get(name, ())
    if any(row.levels and marking.level not in row.levels for row in own):
        return False
    excluded = {other for row in own for other in row.excludes}
    return excluded.isdisjoint(names) and not any(
        name in row.excludes for held in names for row in rows.get(held, ())
    )


@cache
def _constraints(dialect: str) -> _Rows:
    """The rows that hold in a dialect today, by the control they speak of."""
    rows: _Rows = {}
    for row in builtin()["marking-constraints"]:
        in_force = row.confirmed and row.starts is None and row.ends is None
        if in_force and (not row.dialects or dialect in row.dialects):
            control = row.group or row.term
            rows[control] = (*rows.get(control, ()), row)
    return rows
