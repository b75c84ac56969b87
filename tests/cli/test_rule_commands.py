"""`redmark rules`, `explain`, `test`, `--help` and `--version`."""

import json

import pytest

from tests.cli.running import redmark
from validator import __version__


def test_rules_lists_pack_severity_id_and_title() -> None:
    ran = redmark("rules", "paragraph", "gap")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "telegram  warning  paragraph-number-gap  Paragraph numbers follow each other without a gap",
        "1 rule",
    ]


def test_rules_as_json() -> None:
    rules = json.loads(redmark("rules", "--format", "json").out)
    assert [rule["id"] for rule in rules if rule["id"] == "paragraph-number-gap"] != []
    assert all(rule["citations"] for rule in rules)


def test_no_rule_is_an_empty_list() -> None:
    assert redmark("rules", "no-such-word").out == "0 rules\n"


def test_explain_shows_authority_and_examples() -> None:
    ran = redmark("explain", "paragraph-number-gap")
    assert ran.code == 0
    for part in ("paragraph-number-gap: ", "Authority:\n", "Fires on: ", "Stays silent on: ", "Applies to: "):
        assert part in ran.out


@pytest.mark.parametrize("command", [(), ("check",), ("rules",), ("explain",), ("test",)], ids=str)
def test_help_has_an_example(command: tuple[str, ...]) -> None:
    ran = redmark(*command, "--help")
    assert ran.code == 0
    assert "example" in ran.out
    assert "redmark" in ran.out


def test_version() -> None:
    assert redmark("--version").out == f"redmark {__version__}\n"


def test_without_a_command_the_help_is_shown() -> None:
    ran = redmark()
    assert (ran.code, "COMMAND" in ran.out) == (2, True)
