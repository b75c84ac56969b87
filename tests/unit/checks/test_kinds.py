"""Every check kind: what it finds, and beside that what it lets pass."""

from datetime import date, datetime

import pytest

from tests.unit.checks.made import DAY, document, hits
from validator.checks import CHECKS, CheckTimeout
from validator.model.level import Level
from validator.model.nodes import (
    ClassificationLine,
    DateTimeGroup,
    Declassification,
    ExecutiveOrder,
    Portion,
    Routing,
    Subject,
    Tags,
)
from validator.strictyaml.schemas import named

SUBJECT = Subject(start=5, end=9, text="TALKS")
ORDER = ExecutiveOrder(start=1, end=4, order="12958", written="12958")
TAGS = Tags(start=7, end=9, tokens=("PREL", "PGOV", "KZ"))


def portion(start: int, level: Level | None) -> Portion:
    mark = level.name[0] if level is not None else "?"
    return Portion(
        start=start, end=start + 3, place="paragraph", written=mark, mark=mark, level=level, known=True
    )


def declassification(when: date | None) -> Declassification:
    return Declassification(start=3, end=4, instruction="date", written="", when=when)


def line(level: Level | None = None, **facts: object) -> ClassificationLine:
    return ClassificationLine(start=0, end=9, level=level, **facts)  # type: ignore[arg-type]


def tags(*tokens: str) -> Tags:
    return Tags(start=7, end=9, tokens=tokens)


REQUIRED = {"kind": "required", "given": "subject"}
FILLED = {"kind": "required", "given": "classification_line", "field": "level"}
FORBIDDEN = {"kind": "forbidden", "given": "portion", "where": {"level": {"present": False}}}
PATTERN = {"kind": "pattern", "given": "subject", "field": "text"}
MEMBER = {"kind": "member", "given": "tags", "field": "tokens"}
SORTED = {**MEMBER, "order": "sorted"}
LISTED = {**MEMBER, "vocabulary": "tags", "order": "as-listed"}
COMPARE = {"kind": "compare", "given": "portion", "left": "level", "op": "at-most", "right": "document.level"}
FIXED = {**COMPARE, "right": "CONFIDENTIAL"}
RANGE = {"kind": "date-range", "given": "declassification", "value": "when"}
LIMIT = {**RANGE, "not_after": "document.date + 25y"}
BY_ERA = {**RANGE, "not_after": {"eo12958": "document.date+10y"}, "grace": "92d"}
PAIRS = {
    "kind": "agreement",
    "given": "classification_line",
    "fields": [["number", "document.mrn"], ["total", "document.section_total"]],
}
IF_THEN = {
    "kind": "agreement",
    "given": "document",
    "if": {"document.level": {"at-least": "CONFIDENTIAL"}},
    "then": {"document.nodes": {"contains": "executive_order"}},
}
ROLL_UP = {
    "kind": "roll-up",
    "given": "classification_line",
    "over": "portion",
    "field": "level",
    "aggregate": "highest",
    "op": "equal",
    "target": "document.level",
}
S, C, U = Level.SECRET, Level.CONFIDENTIAL, Level.UNCLASSIFIED

CASES = {
    "required: none there": (REQUIRED, document(), [(None, {"count": 0, "min": 1})]),
    "required: one there": (REQUIRED, document(SUBJECT), []),
    "required: fewer than min": (
        {**REQUIRED, "min": 2, "at": "executive_order"},
        document(ORDER, SUBJECT),
        [(1, {"count": 1, "min": 2})],
    ),
    "required: points to the start where `at` is missing": (
        {**REQUIRED, "at": "executive_order"},
        document(),
        [(None, {"count": 0, "min": 1})],
    ),
    "required: field is null": (FILLED, document(line()), [(0, {})]),
    "required: the lowest level is a level": (FILLED, document(line(U)), []),
    "required: field of the document": (
        {"kind": "required", "given": "document", "field": "post"},
        document(),
        [(None, {})],
    ),
    "forbidden: selected": (FORBIDDEN, document(portion(1, None), portion(5, S)), [(1, {})]),
    "forbidden: none selected": (FORBIDDEN, document(portion(5, U)), []),
    "pattern: match fails": ({**PATTERN, "match": "TALK$"}, document(SUBJECT), [(5, {})]),
    "pattern: match is anchored": ({**PATTERN, "match": "ALKS"}, document(SUBJECT), [(5, {})]),
    "pattern: matches": ({**PATTERN, "match": "TALK"}, document(SUBJECT), []),
    "pattern: not_match matches": ({**PATTERN, "not_match": "TAL"}, document(SUBJECT), [(5, {})]),
    "pattern: not_match does not match": ({**PATTERN, "not_match": "x"}, document(SUBJECT), []),
    "pattern: a null has no text": ({**PATTERN, "field": "mark", "match": "x"}, document(SUBJECT), []),
    "member: unknown words": (
        {**MEMBER, "vocabulary": "tags"},
        document(tags("PRELL", "KZ", "QQ")),
        [(7, {"value": ("PRELL", "QQ"), "nearest": "PREL"})],
    ),
    "member: all known": ({**MEMBER, "vocabulary": "tags"}, document(TAGS), []),
    "member: known but of another group": (
        {**MEMBER, "vocabulary": "tags", "group": "subject"},
        document(TAGS),
        [(7, {"value": ("KZ",), "nearest": None})],
    ),
    "member: doubled": (
        {**MEMBER, "unique": True},
        document(tags("KZ", "PREL", "KZ", "KZ")),
        [(7, {"value": ("KZ",), "nearest": None})],
    ),
    "member: of a text": (
        {**MEMBER, "given": "subject", "field": "text", "vocabulary": "tags"},
        document(SUBJECT),
        [(5, {"value": ("TALKS",), "nearest": None})],
    ),
    "member: a null is not a value": (
        {**MEMBER, "given": "subject", "field": "mark", "vocabulary": "tags"},
        document(SUBJECT),
        [],
    ),
    "member: not by alphabet": (
        SORTED,
        document(tags("PREL", "PGOV")),
        [(7, {"value": ("PGOV",), "nearest": None})],
    ),
    "member: by alphabet": (SORTED, document(tags("PGOV", "PREL")), []),
    "member: not as listed": (
        LISTED,
        document(tags("PGOV", "PREL")),
        [(7, {"value": ("PREL",), "nearest": "PREL"})],
    ),
    "member: as listed": (LISTED, document(tags("PREL", "PGOV")), []),
    "compare: above": (COMPARE, document(portion(1, S), level=C), [(1, {"left": S, "right": C})]),
    "compare: equal is at most": (COMPARE, document(portion(1, C), level=C), []),
    "compare: null on the left": (COMPARE, document(portion(1, None), level=C), []),
    "compare: null on the right": (COMPARE, document(portion(1, S)), []),
    "compare: with a fixed word": (FIXED, document(portion(1, S)), [(1, {"left": S, "right": C})]),
    "compare: a number with itself": (
        {"kind": "compare", "given": "routing", "left": "section", "op": "not-equal", "right": "2"},
        document(Routing(start=4, end=5, form="acp127", section=2)),
        [(4, {"left": 2, "right": 2})],
    ),
    "date-range: later than 25 years": (
        LIMIT,
        document(declassification(date(2031, 11, 28)), date=DAY),
        [(3, {"value": date(2031, 11, 28), "earliest": None, "latest": date(2031, 11, 27)})],
    ),
    "date-range: the last day is inside": (
        LIMIT,
        document(declassification(date(2031, 11, 27)), date=DAY),
        [],
    ),
    "date-range: no date": (LIMIT, document(declassification(None), date=DAY), []),
    "date-range: no bound": (LIMIT, document(declassification(date(2099, 1, 1))), []),
    "date-range: 29 February and 25 years are 28 February": (
        LIMIT,
        document(declassification(date(2029, 3, 1)), date=date(2004, 2, 29)),
        [(3, {"value": date(2029, 3, 1), "earliest": None, "latest": date(2029, 2, 28)})],
    ),
    "date-range: before a fixed day": (
        {**RANGE, "not_before": "2003-09-22"},
        document(declassification(date(2003, 9, 21))),
        [(3, {"value": date(2003, 9, 21), "earliest": date(2003, 9, 22), "latest": None})],
    ),
    "date-range: by era": (
        BY_ERA,
        document(declassification(date(2017, 11, 27)), date=DAY, era="eo12958"),
        [(3, {"value": date(2017, 11, 27), "earliest": None, "latest": date(2016, 11, 27)})],
    ),
    "date-range: inside the grace": (
        BY_ERA,
        document(declassification(date(2017, 2, 27)), date=DAY, era="eo12958"),
        [],
    ),
    "date-range: no bound in that era": (
        BY_ERA,
        document(declassification(date(2099, 1, 1)), date=DAY, era="eo12356"),
        [],
    ),
    "agreement: both pairs differ": (
        PAIRS,
        document(line(number=1, total=3), mrn=2, section_total=4),
        [(0, {"differing": ("number", "total"), "left": 1, "right": 2})],
    ),
    "agreement: a null agrees": (PAIRS, document(line(number=1, total=3), section_total=3), []),
    "agreement: if without then": (IF_THEN, document(level=S), [(None, {})]),
    "agreement: if with then": (IF_THEN, document(ORDER, level=S), []),
    "agreement: no if": (IF_THEN, document(level=U), []),
    "roll-up: above every portion": (
        ROLL_UP,
        document(line(S), portion(20, C), portion(30, C), level=S),
        [(0, {"highest": C, "target": S})],
    ),
    "roll-up: equal": (ROLL_UP, document(line(S), portion(20, S), portion(30, U), level=S), []),
    "roll-up: no portions": (ROLL_UP, document(line(S), level=S), []),
    "roll-up: no level": (ROLL_UP, document(line(), portion(20, S)), []),
}


@pytest.mark.parametrize(("check", "found_in", "expected"), CASES.values(), ids=CASES)
def test_a_check_fires_where_it_must_and_nowhere_else(check, found_in, expected) -> None:  # type: ignore[no-untyped-def]
    assert hits(check, found_in) == expected


def test_a_moment_compares_as_a_day() -> None:
    group = DateTimeGroup(start=2, end=9, written="", moment=datetime(2006, 11, 27, 4, 24))
    check = {"kind": "date-range", "given": "date_time_group", "value": "moment", "not_before": "2006-11-27"}
    assert hits(check, document(group)) == []


def test_a_pattern_that_takes_too_long_is_said_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("validator.checks.matching.SECONDS", 0.01)
    slow = Subject(start=0, end=1, text="a" * 40)
    with pytest.raises(CheckTimeout, match="took longer than its time limit"):
        hits({**PATTERN, "match": "(a|aa)+$(?<=b)"}, document(slow))


def test_every_kind_of_the_schema_has_a_module() -> None:
    assert sorted(CHECKS) == named("rule")["properties"]["check"]["properties"]["kind"]["enum"]
