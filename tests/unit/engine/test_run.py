"""Hits become findings: places, order, identity; a rule that takes too long is a result."""

from collections.abc import Iterator

from tests.unit.engine.made import MASKED, document, rule
from validator.checks import CheckTimeout, Hit
from validator.engine.plan import Planner
from validator.engine.run import TOOK_TOO_LONG, Outcome, run
from validator.findings import FileSpan, Finding, NotChecked, Related
from validator.model.document import Document
from validator.model.level import Level
from validator.model.nodes import Paragraph, Portion
from validator.rulebook import ExecutableRule
from validator.spans import LineIndex, Place

TEXT = "1. (C) First\n2. (S) Second\n"
FIRST = Paragraph(start=0, end=12, number=1, written="1.", marked=True, mark="C", level=Level.CONFIDENTIAL)
SECOND = Paragraph(start=13, end=26, number=2, written="2.", marked=True, mark="S", level=Level.SECRET)
MARK = Portion(
    start=16, end=19, place="paragraph", written="(S)", mark="S", level=Level.SECRET, known=True, paragraph=2
)
GIVEN = document(TEXT, FIRST, SECOND, MARK)


def outcome(*rules: ExecutableRule, given: Document = GIVEN) -> Outcome:
    return run(Planner(rules, "auto").plan_for(given), given, LineIndex.of(given.source.text), MASKED)


def places(*rules: ExecutableRule) -> list[tuple[str, int, int]]:
    return [(f.rule, f.span.start.line, f.span.start.column) for f in outcome(*rules).findings]


def test_a_finding_whole() -> None:
    hit = Hit(MARK, {"highest": Level.SECRET}, ((FIRST, "the overall level"),))
    (finding,) = outcome(
        rule("too-high", [hit], message="Paragraph {paragraph} is {highest}", hint="see {line}")
    ).findings
    assert finding == Finding(
        rule="too-high",
        pack="telegram",
        severity="warning",
        confidence="high",
        message="Paragraph 2 is SECRET",
        hint="see 2",
        span=FileSpan(Place(16, 2, 4), Place(19, 2, 7)),
        anchor="paragraph[2]/portion",
        fingerprint=finding.fingerprint,
        citations=(),
        related=(Related(FileSpan(Place(0, 1, 1), Place(12, 1, 13)), "the overall level"),),
        excerpt="2. (S) •••\n   ^^^",
    )


def test_findings_are_sorted_by_place_then_rule() -> None:
    late, early = rule("b-late", [Hit(SECOND, {}), Hit(FIRST, {})]), rule("a-early", [Hit(SECOND, {})])
    assert places(late, early) == [("b-late", 1, 1), ("a-early", 2, 1), ("b-late", 2, 1)]


def test_a_fault_of_the_whole_document_stands_at_its_start_without_a_frame() -> None:
    (finding,) = outcome(rule(hits=[Hit(None, {})])).findings
    assert (finding.anchor, finding.span.start, finding.excerpt) == ("document", Place(0, 1, 1), "")


def test_a_rule_whose_condition_does_not_hold_is_silent() -> None:
    from tests.unit.engine.made import applies

    conditional = rule(hits=[Hit(FIRST, {})], when=lambda _: False, applies_to=applies(when={"level": {}}))
    assert outcome(conditional) == Outcome((), ())


def test_a_rule_that_takes_too_long_is_not_checked_and_the_others_are() -> None:
    def slow(_: Document) -> Iterator[Hit]:
        yield Hit(FIRST, {})
        raise CheckTimeout("(a+)+$")

    result = outcome(rule("slow", run=slow), rule("quick", [Hit(SECOND, {})]))
    assert [finding.rule for finding in result.findings] == ["quick"]
    assert result.not_checked == (NotChecked(TOOK_TOO_LONG, ("slow",)),)


def test_a_sensitive_finding_shows_no_text() -> None:
    (finding,) = outcome(
        rule(hits=[Hit(MARK, {"value": "S"})], sensitive=True, message="{value} {paragraph}")
    ).findings
    assert (finding.message, finding.excerpt, finding.sensitive) == ("••• 2", "", True)


class TestFingerprint:
    def identities(self, text: str, *nodes: Paragraph) -> list[str]:
        given = document(text, *nodes)
        found = outcome(rule(hits=[Hit(node, {}) for node in nodes]), given=given).findings
        return [finding.fingerprint for finding in found]

    def test_it_stays_when_lines_move(self) -> None:
        moved = Paragraph(
            start=20, end=32, number=1, written="1.", marked=True, mark="C", level=Level.CONFIDENTIAL
        )
        assert self.identities(TEXT, FIRST) == self.identities("\n" * 20 + TEXT, moved)

    def test_equal_findings_of_a_file_are_told_apart(self) -> None:
        again = Paragraph(
            start=13, end=26, number=1, written="1.", marked=True, mark="C", level=Level.CONFIDENTIAL
        )
        first, second = self.identities(TEXT, FIRST, again)
        assert first != second

    def test_another_mark_is_another_finding(self) -> None:
        secret = Paragraph(start=0, end=12, number=1, written="1.", marked=True, mark="S", level=Level.SECRET)
        assert self.identities(TEXT, FIRST) != self.identities(TEXT, secret)
