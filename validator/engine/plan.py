"""Which rules run on a document, and why the others do not. Worked out once for each sort of document."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Final, TypeAlias

import msgspec

from validator.checks import Check, Predicate
from validator.engine.messages import Template, compile_template
from validator.findings import Citation, NotChecked
from validator.model.document import Document
from validator.model.nodes import Observation
from validator.rulebook import Citation as RuleCitation
from validator.rulebook import ExecutableRule, InForce, Rule

NOT_RECOGNISED: Final = "the kind of document was not recognised"
UNKNOWN: Final = "unknown"  # the kind of a document that was not recognised
NO_DATE: Final = "the document has no date; --as-of DATE settles it"
UNMET: Final[dict[str, str]] = {
    "whole": "this is a partial extract: what was cut cannot be judged",
    "header": "the document has no header",
    "routing": "the document has no routing lines",
    "body": "the document has no paragraph",
}
_DIALECT_OF_KIND: Final[dict[str, str]] = {"telegram": "state"}
_DIALECT_OF_OTHERS: Final = "isoo"
OF_OTHER_KINDS: Final = "no document was of their kind"
OF_OTHER_DIALECTS: Final = "no document was judged by their dialect"
OF_OTHER_ERAS: Final = "no document was of their time"
_ANY: Final = "any"
_DOCUMENT: Final = "document"

_Sort: TypeAlias = tuple[str, str | None, frozenset[str], bool]


class Step(msgspec.Struct, frozen=True, dict=True):
    """One rule of a plan. What it takes to run it is made when a document has what the rule needs."""

    executable: ExecutableRule
    only: str  # the dialect whose authorities are cited; empty: all of them
    needs: str | None  # the kind of node without which there is no hit

    @property
    def rule(self) -> Rule:
        """What the rule file says."""
        return self.executable.rule

    @cached_property
    def run(self) -> Check:
        """The check."""
        return self.executable.run

    @cached_property
    def when(self) -> Predicate | None:
        """The condition on the document; None: always."""
        return _condition(self.executable)

    @cached_property
    def message(self) -> Template:
        """What a finding says."""
        return compile_template(self.rule.message)

    @cached_property
    def hint(self) -> Template | None:
        """What a finding advises."""
        return compile_template(self.rule.hint) if self.rule.hint else None

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The authorities; those bound to another dialect are left out, unless none remains."""
        every = tuple(map(_citation, self.rule.citations))
        return (
            tuple(cited for cited in every if cited.dialect in ("", self.only)) or every
            if self.only
            else every
        )

    @property
    def dialect(self) -> str:
        """The dialects that the rule is bound to."""
        return ", ".join(self.rule.applies_to.dialects)


class Plan(msgspec.Struct, frozen=True):
    """The steps for one sort of document, in the order of rule ids, and what is not checked."""

    steps: tuple[Step, ...]
    not_checked: tuple[NotChecked, ...]
    by_kinds: dict[frozenset[str], tuple[Step, ...]] = {}

    def steps_for(self, document: Document) -> tuple[Step, ...]:
        """The steps that can find something in a document; a look-up, except for the first with its kinds of nodes."""
        kinds = frozenset(document.nodes)
        seen = document.nodes.get(Observation.kind)
        if seen:
            kinds = kinds.union(_seen(node.name) for node in seen if isinstance(node, Observation))
        steps = self.by_kinds.get(kinds)
        if steps is None:
            steps = tuple(step for step in self.steps if step.needs is None or step.needs in kinds)
            self.by_kinds[kinds] = steps
        return steps


class Planner:
    """Plans by sort of document: kind, era, parts, dated or not. One for each choice of rules."""

    __slots__ = ("_dialect", "_plans", "_rules")

    def __init__(self, rules: Iterable[ExecutableRule], dialect: str) -> None:
        self._rules = tuple(rules)
        self._dialect = dialect
        self._plans: dict[_Sort, Plan] = {}

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of the run, as they were chosen."""
        return tuple(each.rule for each in self._rules)

    def plan_for(self, document: Document) -> Plan:
        """The plan for this document; a look-up, except for the first of its sort."""
        sort = (document.kind, document.era, document.has, document.date is not None)
        plan = self._plans.get(sort)
        if plan is None:
            plan = self._plans[sort] = self._made(document)
        return plan

    def _made(self, document: Document) -> Plan:
        if document.kind == UNKNOWN:
            return self._made_for_any_kind(document)
        dialect = dialect_for(document.kind, self._dialect)
        steps: list[Step] = []
        unmet: defaultdict[str, list[str]] = defaultdict(list)
        for each in self._rules:
            if not _concerns(each.rule, document, dialect):
                continue
            reason = _unmet(each.rule, document)
            if reason:
                unmet[reason].append(each.rule.id)
            else:
                steps.append(Step(each, "" if dialect == _ANY else dialect, _needed_kind(each.rule)))
        return Plan(tuple(steps), tuple(NotChecked(why, tuple(ids)) for why, ids in sorted(unmet.items())))

    def _made_for_any_kind(self, document: Document) -> Plan:
        steps = tuple(self._needing_nothing(document))
        # Whoever selects only rules for files of any kind, such as those on redactions, misses none.
        left_out = len(steps) < len(self._rules)
        return Plan(steps, (NotChecked(NOT_RECOGNISED),) if left_out else ())

    def _needing_nothing(self, document: Document) -> Iterator[Step]:
        """The rules for any text at all, such as those on its encoding."""
        dialect = dialect_for(document.kind, self._dialect)
        for each in self._rules:
            if _concerns(each.rule, document, dialect) and not _unmet(each.rule, document):
                yield Step(each, "", _needed_kind(each.rule))


def dialect_for(kind: str, asked: str) -> str:
    """The dialect by which a kind of document is judged; `auto` chooses by kind."""
    return _DIALECT_OF_KIND.get(kind, _DIALECT_OF_OTHERS) if asked == "auto" else asked


def _concerns(rule: Rule, document: Document, dialect: str) -> bool:
    """Whether the rule speaks of documents like this one."""
    return passed_by(rule, document, dialect) is None


def passed_by(rule: Rule, document: Document, dialect: str) -> str | None:
    """Why the rule does not speak of documents like this one; None: it does. An unknown date decides nothing."""
    applies = rule.applies_to
    if applies.kinds and document.kind not in applies.kinds:
        return OF_OTHER_KINDS
    if applies.dialects and dialect != _ANY and dialect not in applies.dialects:
        return OF_OTHER_DIALECTS
    other_era = applies.eras and document.date and document.era not in applies.eras
    return OF_OTHER_ERAS if other_era else None


def _unmet(rule: Rule, document: Document) -> str | None:
    """Why the rule cannot be judged on this document; None: it can."""
    for need in rule.applies_to.needs:
        if need not in document.has:
            return UNMET[need]
    return NO_DATE if rule.needs_date and document.date is None else None


def _needed_kind(rule: Rule) -> str | None:
    """The kind of node at which every hit of a rule stands; of a rule on one sort of observation, that sort."""
    given = rule.check.given
    if not rule.check.stands_at_given() or given == _DOCUMENT:
        return None
    name = _name_asked_for(getattr(rule.check, "where", None)) if given == Observation.kind else None
    return _seen(name) if name is not None else given


def _name_asked_for(where: dict[str, object] | None) -> str | None:
    """The name that a condition asks an observation to have, where it asks for one."""
    test = (where or {}).get("name")
    name = test.get("equals") if isinstance(test, dict) else None
    return name if isinstance(name, str) else None


def _seen(name: str) -> str:
    return f"{Observation.kind}/{name}"


def _condition(executable: ExecutableRule) -> Predicate | None:
    """`applies_to.when` and `in_force` as one question; None: always."""
    applies = executable.rule.applies_to
    when = executable.when if applies.when else None
    if applies.in_force is None:
        return when
    in_force = applies.in_force
    return lambda document: covers(in_force, document.date) and (when is None or when(document))


def covers(in_force: InForce, day: date | None) -> bool:
    """Whether the day is one of those; an unknown one is not."""
    if day is None:
        return False
    return (in_force.starts is None or in_force.starts <= day) and (
        in_force.ends is None or day <= in_force.ends
    )


def _citation(citation: RuleCitation) -> Citation:
    starts, ends = citation.starts, citation.ends
    return Citation(
        citation.cite,
        citation.dialect or "",
        starts.isoformat() if starts else "",
        ends.isoformat() if ends else "",
    )
