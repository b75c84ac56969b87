"""`redmark test`: what it finds wrong with a pack, and what it says of it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import ROOT, redmark

AGENCY = ROOT / "examples" / "agency-pack"
MEMO = """\
CONFIDENTIAL//NOFORN

SUBJECT: (U) Lamps

Distribution: Pilots

1. (C) The lamps are dark.

CONFIDENTIAL//NOFORN
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(AGENCY, tmp_path / "ours")
    return tmp_path


def change(folder: Path, rule: str, right: str, wrong: str) -> Path:
    path = folder / "ours" / f"{rule}.yaml"
    text = path.read_text()
    assert right in text
    path.write_text(text.replace(right, wrong))
    return path


def test_a_pack_that_is_in_order_is_signed(folder: Path) -> None:
    ran = redmark("test", "ours", cwd=folder)
    (signed, counts) = ran.out.splitlines()
    assert (ran.code, ran.err, counts) == (0, "", "4 rules, 13 examples, no failures")
    stamp = json.loads(redmark("check", "--pack", "ours", "--format", "json", ".", cwd=folder).out)["tool"]
    (sha256,) = (pack["sha256"] for pack in stamp["packs"] if pack["name"] == "harbours-and-lights")
    assert signed == f"pack harbours-and-lights 1.0, sha256 {sha256}"


SILENT = {
    "conditions that nothing fits": (
        "{in: [FILE, FILE NO., FILE NUMBER]}",
        "{in: [FIEL]}",
        "none of {n} labelled_line fits its conditions",
    ),
    "a pattern that matches all": (
        r"'HL-\d{4}/\d{3}$'",
        "'.'",
        "it found no fault in 1 labelled_line",
    ),
    "another kind of document": (
        "kinds: [memo]",
        "kinds: [telegram]",
        "it is read as memo, and the rule is for telegram",
    ),
}


@pytest.mark.parametrize(("right", "wrong", "why"), SILENT.values(), ids=SILENT)
def test_a_rule_that_never_fires_is_dead_and_the_reason_is_said(
    folder: Path, right: str, wrong: str, why: str
) -> None:
    change(folder, "file-number-malformed", right, wrong)
    ran = redmark("test", "ours", cwd=folder)
    path = "ours/file-number-malformed.yaml"
    lines = [line for line in ran.out.splitlines() if "invalid example" in line]
    assert ran.code == 3
    for line, name, n in zip(lines, ("no year", "two digits only"), (2, 1), strict=True):
        reason = why.format(n=n)
        assert line == f"{path}: invalid example '{name}': it must fire once and fires nowhere; {reason}"
    assert "dead: file-number-malformed: none of its examples fires it\n" in ran.out


def test_a_rule_that_fires_elsewhere_is_told_where(folder: Path) -> None:
    change(folder, "pilots-only-retired", "- {line: 5}", "- {line: 4, column: 2}")
    ran = redmark("test", "ours", cwd=folder)
    assert ran.code == 3
    assert ran.out.splitlines()[0] == (
        "ours/pilots-only-retired.yaml: invalid example 'after its last day': "
        "line 4 expected, found on line 5 (PILOTS ONLY ended on 1 July 2019.)"
    )
    assert "dead:" not in ran.out


def test_a_rule_that_fires_on_the_valid_example_of_another_is_named_with_both(folder: Path) -> None:
    change(folder, "distribution-line-missing", "  needs: [whole]\n", "")
    change(
        folder,
        "distribution-line-missing",
        "  - name: a page without a banner at its end is only part of a memo",
        "  - name: another",
    )
    path = folder / "ours" / "distribution-line-missing.yaml"
    path.write_text(path.read_text().partition("  - name: another")[0])
    ran = redmark("test", "ours", "--format", "json", cwd=folder)
    failures = json.loads(ran.out)["failures"]
    assert ran.code == 3
    assert {(each["sort"], each["by"]) for each in failures} == {("cross-fire", "distribution-line-missing")}
    assert {each["rule"] for each in failures} == {"file-number-malformed", "pilots-only-retired"}
    assert failures[0]["reason"] == (
        "valid example 'the form of the manual': 'distribution-line-missing' of the same pack fires on this "
        "example of 'file-number-malformed', line 5: The memo has no distribution line."
    )


def test_one_that_only_informs_may_fire_on_the_example_of_another(folder: Path) -> None:
    change(folder, "distribution-line-missing", "  needs: [whole]\n", "")
    change(folder, "distribution-line-missing", "severity: error", "severity: info")
    path = folder / "ours" / "distribution-line-missing.yaml"
    path.write_text(path.read_text().partition("  - name: a page without")[0])
    assert redmark("test", "ours", cwd=folder).code == 0


def test_valid_examples_that_no_rule_is_tried_on_prove_nothing(folder: Path) -> None:
    path = folder / "ours" / "pilots-only-retired.yaml"
    head, _, valid = path.read_text().partition("  valid:\n")
    path.write_text(
        f"{head}  valid:\n{valid.replace('30 June 2019', 'June').replace('4 March 2021', 'March')}"
    )
    ran = redmark("test", "ours", cwd=folder)
    assert ran.code == 3
    assert ran.out.splitlines()[0] == (
        "ours/pilots-only-retired.yaml: no valid example tries the rule: "
        "the document has no date, and the example no 'dated:'"
    )


@pytest.mark.parametrize("pattern", ["(?:[A-Z]+-?)*$", "(?:HL-)*(?:[0-9/]+)*$", "HL.*[0-9].*[0-9].*/$"])
def test_a_pattern_that_takes_long_is_refused(folder: Path, pattern: str) -> None:
    change(folder, "file-number-malformed", r"HL-\d{4}/\d{3}$", pattern)
    ran = redmark("test", "ours", "--format", "json", cwd=folder)
    (failure,) = (each for each in json.loads(ran.out)["failures"] if each["sort"] == "slow-pattern")
    assert ran.code == 3
    assert failure["rule"] == "file-number-malformed"
    assert failure["reason"].startswith(
        f"the pattern '{pattern}' takes more than 50 ms on 100000 characters ("
    )


@pytest.mark.parametrize("place", ["where", "when"])
def test_patterns_in_conditions_count_too(folder: Path, place: str) -> None:
    if place == "where":
        change(folder, "pilots-only-retired", r"(?i)PILOTS\s{1,3}ONLY", "(?:[A-Za-z]+ ?)*$")
    else:
        when = "  when: {post: {matches: '(?:[A-Z]+ ?)*$'}}\n"
        change(folder, "pilots-only-retired", "  kinds: [memo]\n", f"  kinds: [memo]\n{when}")
    ran = redmark("test", "ours", cwd=folder)
    assert ran.code == 3
    assert " ?)*$' takes more than 50 ms on 100000 characters" in ran.out


def test_one_rule_file_is_tested_whatever_state_the_others_are_in(folder: Path) -> None:
    change(folder, "pilots-only-retired", "severity: error", "severity: eror")
    ran = redmark("test", "ours/file-number-malformed.yaml", cwd=folder)
    assert (ran.code, ran.out) == (0, "1 rule, 4 examples, no failures\n")
    ran = redmark("test", "ours/pilots-only-retired.yaml", cwd=folder)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        "redmark: ours/pilots-only-retired.yaml:5:11: 'eror' is not allowed; did you mean 'error'?\n"
    )


def test_one_rule_file_is_tried_beside_its_pack(folder: Path) -> None:
    change(
        folder,
        "file-number-malformed",
        "\n      1. (C) The lamps",
        "\n      CONFIDENTIAL//NOFORN\n\n      1. (C) The",
    )
    ran = redmark("test", "ours/file-number-malformed.yaml", cwd=folder)
    assert ran.code == 3
    assert "'distribution-line-missing' of the same pack fires on this example of" in ran.out


def test_a_rule_file_without_a_pack_is_tested_alone(folder: Path) -> None:
    shutil.copy(AGENCY / "file-number-malformed.yaml", folder)
    (folder / "notes.bin").write_bytes(b"\xff")
    ran = redmark("test", "file-number-malformed.yaml", cwd=folder)
    assert (ran.code, ran.out) == (0, "1 rule, 4 examples, no failures\n")


USAGE = {
    "ouers": "test: 'ouers' is no folder and no known pack",
    "telegrm": "test: 'telegrm' is no folder and no known pack; did you mean 'telegram'?",
    "ours/pack.yaml": "test: ours/pack.yaml is no rule file; name a rule file or the folder of a pack",
}


@pytest.mark.parametrize(("name", "said"), USAGE.items(), ids=USAGE)
def test_what_is_neither_is_a_matter_of_usage(folder: Path, name: str, said: str) -> None:
    ran = redmark("test", name, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"redmark: {said}")


def test_a_missing_file_is_said_to_be(folder: Path) -> None:
    ran = redmark("test", "ours/absent.yaml", cwd=folder)
    assert (ran.code, ran.err) == (
        2,
        "redmark: test: ours/absent.yaml is no rule file; name a rule file or the folder of a pack\n",
    )


def test_packs_of_the_settings_are_tested_with_ours(folder: Path) -> None:
    (folder / "redmark.toml").write_text('extends = ["ours"]\n')
    change(folder, "pilots-only-retired", "- {line: 5}", "- {line: 4}")
    assert redmark("test", cwd=folder).code == 3
    assert redmark("test", "telegram", cwd=folder).code == 0
    assert redmark("test", "harbours-and-lights", cwd=folder).code == 3


def test_rules_that_come_to_nothing_on_documents_are_listed(folder: Path) -> None:
    (folder / "memos").mkdir()
    (folder / "memos" / "one.txt").write_text(MEMO.replace("(U) Lamps", "(U) Lamps\n\n4 March 2018"))
    (folder / "memos" / "two.txt").write_text("Dear Anna,\n")
    ran = redmark("test", "ours", "--corpus", "memos", cwd=folder)
    assert ran.code == 0
    assert ran.out.splitlines()[:6] == [
        "on 2 documents (1 memo, 1 unknown):",
        "  silent: distribution-line-missing, 1 document",
        "  silent: distribution-office-unknown, 1 document",
        "  nothing to look at: file-number-malformed, 1 document: none of 2 labelled_line fits its conditions",
        "  not concerned: pilots-only-retired, 1 document: its 'when' or 'in_force' does not hold",
        "  0 of 4 rules fired",
    ]
    corpus = json.loads(redmark("test", "ours", "--corpus", "memos", "--format", "json", cwd=folder).out)[
        "corpus"
    ]
    assert (corpus["documents"], corpus["kinds"]) == (2, {"memo": 1, "unknown": 1})
    assert [(each["rule"], each["stage"]) for each in corpus["unfired"]] == [
        ("distribution-line-missing", "silent"),
        ("distribution-office-unknown", "silent"),
        ("file-number-malformed", "nothing to look at"),
        ("pilots-only-retired", "not concerned"),
    ]


def test_a_document_that_cannot_be_read_makes_it_incomplete(folder: Path) -> None:
    (folder / "one.txt").write_text(MEMO)
    ran = redmark("test", "ours", "--corpus", "one.txt", "absent.txt", cwd=folder)
    assert ran.code == 4
    assert ran.err.startswith("redmark: absent.txt: ")


def test_the_report_for_programs_says_all_of_it(folder: Path) -> None:
    ran = redmark("test", "ours", "--format", "json", cwd=folder)
    report = json.loads(ran.out)
    (pack,) = report.pop("packs")
    assert (pack["name"], pack["version"], len(pack["sha256"])) == ("harbours-and-lights", "1.0", 64)
    assert report == {
        "schema_version": "1.0",
        "rules": 4,
        "examples": 13,
        "failures": [],
        "dead": [],
        "corpus": None,
        "exit_code": 0,
    }
