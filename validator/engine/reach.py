"""How far a rule comes on a document: whether it applies, what it looks at, whether it fires."""

from collections import Counter
from typing import Final

import msgspec

from validator.checks import CheckStopped, CheckTimeout, subjects
from validator.checks.forbidden import Forbidden
from validator.engine.plan import NO_DATE, NOT_RECOGNISED, UNKNOWN, Plan, Planner, Step
from validator.engine.run import TOOK_TOO_LONG
from validator.model.document import Document
from validator.rulebook import ExecutableRule, Rule

NOT_JUDGED: Final = "not judged"
NOT_CONCERNED: Final = "not concerned"
NOTHING_TO_LOOK_AT: Final = "nothing to look at"
SILENT: Final = "silent"
FIRES: Final = "fires"
STAGES: Final = (NOT_JUDGED, NOT_CONCERNED, NOTHING_TO_LOOK_AT, SILENT, FIRES)
"""From a document that the rule does not speak of to one that it fires on."""

ANY_DIALECT: Final = "any"


UNDATED: Final = "the document has no date"


class Reach(msgspec.Struct, frozen=True):
    """`stage` is one of STAGES; `reason` says why the rule came no further."""

    stage: str
    reason: str = ""

    @property
    def is_judged(self) -> bool:
        """Whether the document is one that the rule was tried on, whatever came of it."""
        return self.stage != NOT_JUDGED


class Scout:
    """Tells the reach of one rule on any number of documents."""

    def __init__(self, executable: ExecutableRule) -> None:
        self._rule = executable.rule
        # A rule of any dialect is followed: whose rules judge is another question than whether this one can.
        self._planner = Planner((executable,), ANY_DIALECT)
        self._subjects = subjects(executable.rule.check)

    def reach(self, document: Document) -> Reach:
        """The reach on one document."""
        plan = self._planner.plan_for(document)
        if not plan.steps:
            return Reach(NOT_JUDGED, _why_not(self._rule, plan, document))
        try:
            return self._of_step(plan.steps[0], document)
        except CheckTimeout:
            return Reach(NOT_JUDGED, TOOK_TOO_LONG)
        except CheckStopped as error:
            return Reach(NOT_JUDGED, str(error))

    def _of_step(self, step: Step, document: Document) -> Reach:
        if step.when is not None and not step.when(document):
            return Reach(NOT_CONCERNED, "its 'when' or 'in_force' does not hold")
        if any(True for _ in step.run(document)):
            return Reach(FIRES)
        check, number = self._rule.check, len(self._subjects(document))
        given = check.given
        if number and isinstance(check, Forbidden):
            return Reach(SILENT, f"none of {number} {given} fits its conditions")
        if number:
            return Reach(SILENT, f"it found no fault in {number} {given}")
        return Reach(NOTHING_TO_LOOK_AT, _what_is_there(given, document))


def _why_not(rule: Rule, plan: Plan, document: Document) -> str:
    applies = rule.applies_to
    if plan.not_checked:
        reasons = (entry.reason for entry in plan.not_checked)
        return "; ".join(UNDATED if reason == NO_DATE else reason for reason in reasons)
    if applies.kinds and document.kind not in applies.kinds:
        return f"it is read as {document.kind}, and the rule is for {', '.join(applies.kinds)}"
    return f"it is of {document.era or 'no known era'}, and the rule is for {', '.join(applies.eras)}"


def _what_is_there(given: str, document: Document) -> str:
    there = len(document.of(given))
    if there:
        return f"none of {there} {given} fits its conditions"
    if document.kind == UNKNOWN:
        return f"it looks for {given}, and {NOT_RECOGNISED}"
    found = Counter({kind: len(nodes) for kind, nodes in document.nodes.items()})
    listed = ", ".join(f"{count} {kind}" for kind, count in sorted(found.items())) or "nothing"
    return f"it looks for {given}, and the {document.kind} holds {listed}"
