"""Checks that the schema lets pass and that make no sense: the place inside the check, and what to do."""

import pytest

from tests.unit.checks.made import VOCABULARIES, params
from validator.checks import BadCheckError, compile_check, placeholders

PORTION = {"kind": "forbidden", "given": "portion"}
COMPARE = {"kind": "compare", "given": "portion", "left": "level", "op": "at-most", "right": "document.level"}
MEMBER = {"kind": "member", "given": "tags", "field": "tokens"}
RANGE = {"kind": "date-range", "given": "declassification", "value": "when"}
NUMBERS = {"kind": "sequence", "given": "paragraph", "field": "number", "fault": "gap"}
ROLL_UP = {
    "kind": "roll-up",
    "given": "document",
    "over": "portion",
    "field": "level",
    "aggregate": "highest",
    "op": "equal",
    "target": "level",
}

BAD = [
    (
        PORTION | {"where": {"levle": {"present": True}}},
        "where/levle: portion has no field 'levle'; did you mean 'level'?",
    ),
    (
        PORTION | {"where": {"any": [{"document.levl": {"present": True}}]}},
        "where/any/0/document.levl: portion has no field 'document.levl'; did you mean 'document.level'?",
    ),
    (
        PORTION | {"where": {"level": {"equals": "SECRT"}}},
        "where/level/equals: 'SECRT' is no level; did you mean 'SECRET'?",
    ),
    (
        PORTION | {"where": {"paragraph": {"above": "two"}}},
        "where/paragraph/above: 'two' is no whole number; write one such as 12",
    ),
    (
        PORTION | {"where": {"document.date": {"above": "2006"}}},
        "where/document.date/above: '2006' is no day; write it as 2006-11-27",
    ),
    (
        PORTION | {"where": {"known": {"equals": "yes"}}},
        "where/known/equals: 'yes' is neither true nor false; write one of them",
    ),
    (
        PORTION | {"where": {"controls": {"in": ["NF"]}}},
        "where/controls/in: 'controls' is a list; write {contains: NF}",
    ),
    (
        PORTION | {"where": {"mark": {"contains": "NF"}}},
        "where/mark/contains: 'mark' is no list; write {equals: NF}",
    ),
    (
        PORTION | {"where": {"mark": {"above": "A"}}},
        "where/mark/above: 'mark' has no order; only levels, numbers and days have one",
    ),
    (
        PORTION | {"where": {"level": {"matches": "S"}}},
        "where/level/matches: 'level' is no text; only text can match a pattern",
    ),
    (
        {"kind": "forbidden", "given": "document"},
        "given: every document would be a finding; add 'where'",
    ),
    (
        {"kind": "required", "given": "document"},
        "given: the document is always there; add 'field', or name another kind",
    ),
    (
        {"kind": "required", "given": "subject", "field": "text", "min": 2},
        "min: 'min' says nothing beside 'field'; remove one of them",
    ),
    (
        {"kind": "required", "given": "subject", "field": "document.post"},
        "field: 'document.post' is no field of the subject itself; known here: end, level, mark, mark_behind, start, text",
    ),
    (
        {"kind": "pattern", "given": "subject", "field": "text"},
        ": give one of 'match' and 'not_match', and only one",
    ),
    (
        {"kind": "pattern", "given": "subject", "field": "level", "match": "S"},
        "field: 'level' is no text; only text can match a pattern",
    ),
    (MEMBER, ": nothing to check; give 'vocabulary', 'unique: true' or 'order'"),
    (
        MEMBER | {"vocabulary": "tag"},
        "vocabulary: there is no vocabulary 'tag'; did you mean 'tags'?",
    ),
    (
        MEMBER | {"vocabulary": "tags", "group": "subjects"},
        "group: 'tags' has no group 'subjects'; did you mean 'subject'?",
    ),
    (MEMBER | {"order": "as-listed"}, ": missing key 'vocabulary'; 'group' and 'as-listed' speak of one"),
    (
        MEMBER | {"given": "portion", "field": "level", "unique": True},
        "field: 'level' is a level; only text and lists of text have members",
    ),
    (
        COMPARE | {"right": "document.leval"},
        "right: portion has no field 'document.leval'; did you mean 'document.level'?",
    ),
    (
        COMPARE | {"right": "document.mrn"},
        "right: 'level' is a level and 'document.mrn' a number; compare like with like",
    ),
    (COMPARE | {"right": "SECRT"}, "right: 'SECRT' is no level; did you mean 'SECRET'?"),
    (
        COMPARE | {"left": "mark", "right": "document.post"},
        "op: 'mark' has no order; only equal and not-equal make sense",
    ),
    (RANGE, ": no bound; give 'not_before', 'not_after' or both"),
    (
        RANGE | {"value": "instruction", "not_after": "document.date"},
        "value: 'instruction' is a text; a date is needed",
    ),
    (
        RANGE | {"not_after": "document.date + 25 years"},
        "not_after: 'document.date + 25 years' is no bound; write one such as document.date + 25y",
    ),
    (RANGE | {"not_after": "2003-02-30"}, "not_after: '2003-02-30' is no day; write it as 2006-11-27"),
    (
        RANGE | {"not_after": {"eo12985": "document.date"}},
        "not_after/eo12985: there is no era 'eo12985'; did you mean 'eo12958'?",
    ),
    (
        {"kind": "agreement", "given": "portion", "if": {"known": {"present": True}}},
        ": give 'fields', or 'if' and 'then' together",
    ),
    (
        {"kind": "agreement", "given": "portion", "fields": [["level", "known"]]},
        "fields/0: 'level' is a level and 'known' a flag; compare like with like",
    ),
    (
        NUMBERS | {"field": "written"},
        "field: 'written' is a text of the paragraph; a number is needed",
    ),
    (
        {"kind": "sequence", "given": "tags", "kinds": ["tags", "subject"]},
        "given: with 'kinds', given is 'document'",
    ),
    (
        {"kind": "sequence", "given": "document", "kinds": ["tags", "subject"], "fault": "gap"},
        "fault: 'fault' says nothing beside 'kinds'; remove one of them",
    ),
    (ROLL_UP | {"over": "document"}, "over: there is one document only; name the kind of node to count"),
    (
        ROLL_UP | {"field": "mark", "target": "post"},
        "field: 'mark' has no order, so that none is the highest",
    ),
]


@pytest.mark.parametrize(("check", "answer"), BAD, ids=[answer for _, answer in BAD])
def test_a_check_without_sense_is_refused(check: dict[str, object], answer: str) -> None:
    with pytest.raises(BadCheckError) as caught:
        compile_check(params(check), VOCABULARIES)
    assert f"{'/'.join(map(str, caught.value.at))}: {caught.value.reason}" == answer


@pytest.mark.parametrize(
    ("check", "there", "absent"),
    [
        (COMPARE, {"left", "right", "line", "paragraph", "document.level"}, {"count"}),
        ({"kind": "required", "given": "subject"}, {"count", "min", "line"}, {"text"}),
        ({"kind": "required", "given": "document", "field": "post"}, {"document.post"}, {"post", "count"}),
        (NUMBERS, {"missing", "expected", "previous", "number"}, set()),
        (NUMBERS | {"fault": "repeated"}, {"expected", "previous"}, {"missing"}),
        (
            {"kind": "sequence", "given": "document", "kinds": ["tags", "subject"]},
            {"found", "after"},
            {"post"},
        ),
        ({"kind": "agreement", "given": "portion", "fields": [["mark", "written"]]}, {"differing"}, set()),
        (ROLL_UP, {"highest", "target"}, set()),
    ],
)
def test_a_message_can_use_what_node_and_check_supply(
    check: dict[str, object], there: set[str], absent: set[str]
) -> None:
    names = placeholders(params(check))
    assert there <= names
    assert not absent & names
