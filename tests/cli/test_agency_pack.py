"""The pack of an invented agency in examples/: it passes its test, and finds what it should."""

import json

import pytest

from tests.cli.running import ROOT, redmark

PACK, MEMOS = "examples/agency-pack", "examples/agency-memos"
FINDINGS = {
    "memo-right-2021.txt": [],
    "memo-faults-2021.txt": [
        (13, "warning", "file-number-malformed"),
        (15, "error", "pilots-only-retired"),
        (17, "warning", "distribution-office-unknown"),
    ],
    "memo-without-distribution-2021.txt": [(11, "error", "distribution-line-missing")],
}


def test_it_passes_its_own_test() -> None:
    ran = redmark("test", PACK, cwd=ROOT)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "4 rules, 13 examples, no failures")


@pytest.mark.parametrize(("name", "expected"), FINDINGS.items(), ids=FINDINGS)
def test_it_finds_what_its_rules_say(name: str, expected: list[tuple[int, str, str]]) -> None:
    ran = redmark("check", "--pack", PACK, f"{MEMOS}/{name}", "--format", "json", cwd=ROOT)
    (file,) = json.loads(ran.out)["files"]
    found = [(each["span"]["start"]["line"], each["severity"], each["rule"]) for each in file["findings"]]
    assert (found, ran.code) == (expected, 1 if expected else 0)


def test_without_it_nothing_is_found() -> None:
    ran = redmark("check", MEMOS, cwd=ROOT)
    assert (ran.code, ran.out) == (0, "3 files checked: 0 errors, 0 warnings, 0 info\n")


def test_its_rule_files_are_no_documents() -> None:
    ran = redmark("check", "examples", "--format", "jsonl", cwd=ROOT)
    assert ran.code == 1
    assert not [line for line in ran.out.splitlines() if '.yaml"' in line]


def test_every_rule_fires_on_the_memos() -> None:
    ran = redmark("test", PACK, "--corpus", MEMOS, cwd=ROOT)
    assert (ran.code, ran.out.splitlines()[:2]) == (0, ["on 3 documents (3 memo):", "  4 of 4 rules fired"])
