"""How far each rule came in a run: it was applied to a document, or what kept it from every one of them."""

from collections.abc import Iterable
from typing import Final

from validator.checks import CheckStopped
from validator.engine.plan import (
    OF_OTHER_DIALECTS,
    OF_OTHER_ERAS,
    OF_OTHER_KINDS,
    Plan,
    Step,
    covers,
    dialect_for,
    passed_by,
)
from validator.model.document import Document
from validator.rulebook import Rule

NO_DOCUMENT: Final = "no document was read"
LACKED_A_NEED: Final = "no document had what they need: a date, or a part such as the header"
NOTHING_THERE: Final = "nothing that they look at occurred"
CONDITION: Final = "their condition on the document never held"
APPLIED: Final = "applied"
# In the order in which they are asked: of all documents, the one on which a rule came furthest counts.
STAGES: Final = (
    NO_DOCUMENT,
    OF_OTHER_KINDS,
    OF_OTHER_DIALECTS,
    OF_OTHER_ERAS,
    LACKED_A_NEED,
    NOTHING_THERE,
    CONDITION,
    APPLIED,
)
_RANK: Final = {stage: rank for rank, stage in enumerate(STAGES)}


class RunReach:
    """Takes in the documents of a run. What it keeps grows with the sorts of documents, not with their number."""

    def __init__(self, rules: Iterable[Rule], dialect: str) -> None:
        self._rules = {rule.id: rule for rule in rules}
        self._dialect = dialect
        self._come = dict.fromkeys(self._rules, NO_DOCUMENT)
        # By plan and choice of its steps, which live as long as the planner: the steps that may come further, and
        # whether there is something for them to look at.
        self._waiting: dict[tuple[int, int], list[tuple[Step, bool]]] = {}

    def met(self, document: Document, plan: Plan) -> None:
        """Notes how far the rules come on one document."""
        there = plan.steps_for(document)
        sort = (id(plan), id(there))
        if sort not in self._waiting:
            self._pass_by(document, plan)
            names = {step.rule.id for step in there}
            waiting = (step for step in plan.steps if self._come[step.rule.id] != APPLIED)
            self._waiting[sort] = [(step, step.rule.id in names) for step in waiting]
        self._waiting[sort] = [each for each in self._waiting[sort] if not self._settled(*each, document)]

    def by_stage(self) -> dict[str, list[str]]:
        """The ids of all rules of the run in order, under the stage that each came to."""
        found: dict[str, list[str]] = {stage: [] for stage in STAGES}
        for rule, stage in sorted(self._come.items()):
            found[stage].append(rule)
        return found

    def _pass_by(self, document: Document, plan: Plan) -> None:
        """Notes what the sort of the document alone says of the rules that the plan leaves out."""
        dialect = dialect_for(document.kind, self._dialect)
        planned = {step.rule.id for step in plan.steps}
        for name in self._rules.keys() - planned:
            self._note(name, passed_by(self._rules[name], document, dialect) or LACKED_A_NEED)

    def _settled(self, step: Step, there: bool, document: Document) -> bool:
        """Notes how far the step comes; whether no other document with the same kinds of nodes takes it further."""
        in_force = step.rule.applies_to.in_force
        if in_force is not None and not covers(in_force, document.date):
            self._note(step.rule.id, OF_OTHER_ERAS)
            return False
        if not there:
            self._note(step.rule.id, NOTHING_THERE)
            return True
        applied = _holds(step, document)
        self._note(step.rule.id, APPLIED if applied else CONDITION)
        return applied

    def _note(self, rule: str, stage: str) -> None:
        if _RANK[stage] > _RANK[self._come[rule]]:
            self._come[rule] = stage


def _holds(step: Step, document: Document) -> bool:
    """Whether the condition holds; one that takes too long does not, and the run itself says so."""
    try:
        return step.when is None or step.when(document)
    except CheckStopped:
        return False
