"""Settings are checked before anything is read, and say what was probably meant."""

from typing import Any

import pytest

from tests.unit.engine.made import rule, rulebook
from validator.engine.selection import selected
from validator.engine.settings import Settings, check_names
from validator.errors import UsageError

BOOK = rulebook(
    rule("gap", tags=("paragraphs",)),
    rule("house-style", pack="house"),
    rule("new", status="draft"),
    rule("subject", tags=("header",)),
)


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"dialect": "sate"}, "dialect: there is no 'sate'; did you mean 'state'?"),
        ({"fail_on": "warn"}, "fail-on: there is no 'warn'; did you mean 'warning'?"),
        ({"excerpts": "x"}, "excerpts: there is no 'x'; known here: full, masked, none"),
        ({"kind": "telegramm"}, "kind: there is no 'telegramm'; did you mean 'telegram'?"),
        ({"select": "gap"}, "select is 'gap'; give a tuple of names"),
        ({"ignore": ["gap"]}, "ignore is ['gap']; give a tuple of names"),
        ({"as_of": "2006-11-27"}, "as-of is '2006-11-27'; give a datetime.date"),
        ({"max_bytes": 0}, "max-bytes is 0; give a whole number above 0"),
    ],
)
def test_a_wrong_value_is_refused(choice: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as error:
        Settings(**choice)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"select": ("gpa",)}, "select: there is no rule, pack or tag 'gpa'; did you mean 'gap'?"),
        (
            {"ignore": ("zzz",)},
            "ignore: there is no rule, pack or tag 'zzz'; known here: gap, header, house, house-style, new, paragraphs, subject, telegram",
        ),
    ],
)
def test_an_unknown_name_is_refused(choice: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as error:
        check_names(Settings(**choice), BOOK)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("choice", "rules"),
    [
        ({}, ["gap", "subject"]),
        ({"select": ("gap",)}, ["gap"]),
        ({"select": ("header",)}, ["subject"]),
        ({"select": ("house",)}, ["house-style"]),
        ({"select": ("new",)}, ["new"]),
        ({"ignore": ("paragraphs",)}, ["subject"]),
        ({"ignore": ("telegram",)}, []),
        ({"select": ("gap",), "ignore": ("telegram",)}, ["gap"]),
        ({"select": ("telegram",), "ignore": ("gap",)}, ["subject"]),
        ({"select": ("gap",), "ignore": ("gap",)}, []),
    ],
)
def test_naming_a_rule_outweighs_naming_its_pack(choice: dict[str, Any], rules: list[str]) -> None:
    settings = Settings(**choice)
    check_names(settings, BOOK)
    assert [each.rule.id for each in selected(BOOK, settings)] == rules


def test_a_draft_runs_only_when_asked_for_by_id() -> None:
    assert [each.rule.id for each in selected(BOOK, Settings(select=("telegram",)))] == ["gap", "subject"]
