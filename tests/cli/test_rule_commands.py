"""`redmark rules`, `explain`, `test`, `--help` and `--version`."""

import json
from pathlib import Path

import pytest

from tests.cli.running import ROOT, redmark
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


FILTERS: dict[str, tuple[list[str], list[str]]] = {
    "by pack": (["--pack", "drafting"], ["text-line-too-long"]),
    "by pack and severity": (
        ["--pack", "portion", "--severity", "error"],
        ["portion-mark-above-banner", "portion-mark-missing", "subject-mark-above-banner"],
    ),
    "by tag and word": (
        ["--tag", "house", "--pack", "examples/agency-pack", "file"],
        ["file-number-malformed"],
    ),
    "by two packs": (
        [
            "--pack",
            "drafting",
            "--pack",
            "examples/agency-pack",
            "--severity",
            "warning",
            "--severity",
            "info",
        ],
        ["text-line-too-long", "distribution-office-unknown", "file-number-malformed"],
    ),
    "a pack is no part of a word": (["--pack", "text", "too-long"], []),
}


@pytest.mark.parametrize(("arguments", "ids"), FILTERS.values(), ids=FILTERS)
def test_filters_are_exact(arguments: list[str], ids: list[str]) -> None:
    ran = redmark("rules", *arguments, "--format", "json", cwd=ROOT)
    assert (ran.code, [rule["id"] for rule in json.loads(ran.out)]) == (0, ids)


UNKNOWN = {
    "--pack drafing": "rules: 'drafing' is no folder and no known pack; did you mean 'drafting'?",
    "--tag redactoin": "tag: there is no 'redactoin'; did you mean 'redaction'?",
    "--severity eror": "severity: there is no 'eror'; did you mean 'error'?",
}


@pytest.mark.parametrize(("arguments", "said"), UNKNOWN.items(), ids=UNKNOWN)
def test_a_filter_that_nothing_is_named_like_is_no_empty_list(arguments: str, said: str) -> None:
    ran = redmark("rules", *arguments.split())
    assert (ran.code, ran.out, ran.err) == (2, "", f"redmark: {said}\n")


EXPLAINED = """\
pilots-only-retired: PILOTS ONLY is no longer written

pack harbours-and-lights, error, confidence high, stable
tags house

The caveat kept papers from the harbour master, who answers for them.

Says: PILOTS ONLY ended on 1 July 2019.

Hint: Take the line out, and name the pilots in the distribution line.

Applies to: kinds memo; documents from 2019-07-01 on
Authority:
  House Manual 3.9 (from 2019-07-01)

Fires on: after its last day
     1 | CONFIDENTIAL//NOFORN
     2 |
     3 | 4 March 2021
     4 |
>    5 | Handling: Pilots only
     6 |
     7 | 1. (C) The lamps are dark.
"""
SET_ASIDE = """
To set a finding aside, in redmark-suppressions.yaml (here the first one above):
  - file: PATH/OF/THE/DOCUMENT
    rule: pilots-only-retired
    at: {line: 5}
    reason: WHY IT MAY STAND
In Markdown and HTML also above the block: <!-- redmark: ignore[pilots-only-retired] -- WHY IT MAY STAND -->
All that is found today: redmark check PATH --write-baseline FILE, then --baseline FILE
The rule altogether: ignore = ["pilots-only-retired"] in redmark.toml, or --ignore pilots-only-retired
"""


def test_explain_says_what_a_rule_is_for_and_how_to_set_it_aside() -> None:
    ran = redmark("explain", "pilots-only-retired", "--pack", "examples/agency-pack", cwd=ROOT)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(EXPLAINED)
    assert ran.out.endswith(SET_ASIDE)
    assert "\nStays silent on: it was right until 30 June 2019\n" in ran.out


@pytest.mark.parametrize(
    ("rule", "at"),
    [
        ("paragraph-number-gap", "    at: {paragraph: 4}\n"),
        ("comment-in-document", '    at: {part: "word/comments.xml"}\n'),
        ("picture-under-box", "    at: {page: 4}\n"),
    ],
)
def test_the_place_of_an_exception_is_one_that_stays(rule: str, at: str) -> None:
    assert at in redmark("explain", rule).out


def test_explain_says_that_a_sensitive_rule_shows_no_text() -> None:
    said = "Sensitive: no report shows what it found; --reveal shows it, on a terminal only\n"
    assert redmark("explain", "comment-in-document").out.endswith(said)
    assert "Sensitive" not in redmark("explain", "paragraph-number-gap").out


def test_explain_spells_characters_that_cannot_be_seen() -> None:
    out = redmark("explain", "letters-of-no-width").out
    assert "⟨U+200B⟩" in out
    assert "\u200b" not in out


def test_explain_for_programs_says_all_that_the_rule_file_says() -> None:
    ran = redmark(
        "explain", "pilots-only-retired", "--pack", "examples/agency-pack", "--format", "json", cwd=ROOT
    )
    rule = json.loads(ran.out)
    assert rule["check"]["where"]["label"] == {"equals": "HANDLING"}
    assert rule["citations"] == [
        {"cite": "House Manual 3.9", "from": "2019-07-01", "until": None, "dialect": None}
    ]
    assert [example["name"] for example in rule["examples"]["invalid"]] == ["after its last day"]
    assert rule["set_aside"] == {"rule": "pilots-only-retired", "at": {"line": 5}}


def test_a_rule_of_the_settings_is_known(tmp_path: Path) -> None:
    (tmp_path / "redmark.toml").write_text(f'extends = ["{ROOT}/examples/agency-pack"]\n')
    assert redmark("explain", "pilots-only-retired", cwd=tmp_path).code == 0
    assert redmark("explain", "pilots-only-retired", cwd=ROOT).code == 2
    assert redmark("rules", "--pack", "harbours-and-lights", cwd=tmp_path).out.endswith("\n4 rules\n")


def test_an_unknown_rule_is_answered_with_the_nearest() -> None:
    ran = redmark("explain", "paragraph-number-gp")
    said = "redmark: explain: there is no rule 'paragraph-number-gp'; did you mean 'paragraph-number-gap'?\n"
    assert (ran.code, ran.out, ran.err) == (2, "", said)


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
