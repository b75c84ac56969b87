"""Baseline and suppressions: what was known is set aside, what is new is told, and nothing is hidden from the report."""

import json
from pathlib import Path

import pytest

from tests.battery import pdf_pages, pdf_structure
from tests.cli.running import BAD, GOOD, ROOT, redmark

FAULTY = (ROOT / "examples" / "declassification-faults-2002.txt").read_text(encoding="utf-8")
SUPPRESSED = """\
suppressions: 1
entries:
- file: faulty.txt
  rule: portion-mark-above-banner
  at: {{paragraph: 2}}
  reason: As it was transmitted.
  by: A. Reviewer
{more}"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "faulty.txt").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def findings(folder: Path, *arguments: str) -> list[dict[str, object]]:
    ran = redmark("check", ".", "--format", "json", *arguments, cwd=folder)
    return [one for file in json.loads(ran.out)["files"] for one in file["findings"]]


def test_what_is_in_the_baseline_does_not_count(folder: Path) -> None:
    assert redmark("check", ".", cwd=folder).code == 1
    assert redmark("check", ".", "--write-baseline", "b.jsonl", cwd=folder).code == 0
    assert redmark("check", ".", "--baseline", "b.jsonl", cwd=folder).code == 0


def test_what_is_set_aside_stays_in_the_report(folder: Path) -> None:
    redmark("check", ".", "--write-baseline", "b.jsonl", cwd=folder)
    ran = redmark("check", ".", "--baseline", "b.jsonl", "--format", "json", cwd=folder)
    (file,) = json.loads(ran.out)["files"]
    assert (file["findings"], {one["justification"] for one in file["suppressed"]}) == (
        [],
        {"in the baseline"},
    )


def test_shifted_lines_are_no_news(folder: Path) -> None:
    redmark("check", ".", "--write-baseline", "b.jsonl", cwd=folder)
    (folder / "faulty.txt").write_text("\n\n" + FAULTY, encoding="utf-8")
    assert findings(folder, "--baseline", "b.jsonl") == []


def test_a_new_fault_is_news(folder: Path) -> None:
    redmark("check", ".", "--write-baseline", "b.jsonl", cwd=folder)
    (folder / "faulty.txt").write_text(FAULTY.replace("TAGS:", "TAGZ:"), encoding="utf-8")
    assert findings(folder, "--baseline", "b.jsonl") != []


def test_the_baseline_has_an_entry_a_line_in_order_and_is_the_same_twice(folder: Path) -> None:
    for name in ("one.jsonl", "two.jsonl"):
        redmark("check", ".", "--write-baseline", name, cwd=folder)
    one = (folder / "one.jsonl").read_text()
    lines = one.splitlines()[1:]
    assert (one, lines) == ((folder / "two.jsonl").read_text(), sorted(lines))
    assert {key for line in lines for key in json.loads(line)} == {"path", "rule", "fingerprint"}


def test_other_words_under_the_box_leave_the_baseline_as_it_is(tmp_path: Path) -> None:
    baselines = []
    bad = next(case.bad for case in pdf_pages.cases() if case.name == "rectangle")
    title = next(pair.bad for pair in pdf_structure.pairs() if pair.name == "bookmark")
    for swap in (b"", b"swapped"):
        (tmp_path / "a.pdf").write_bytes(bad)
        (tmp_path / "b.pdf").write_bytes(title.replace(b"Ann Example", b"Bob Exempla") if swap else title)
        redmark("check", "a.pdf", "b.pdf", "--write-baseline", "b.jsonl", cwd=tmp_path)
        baselines.append((tmp_path / "b.jsonl").read_text())
    assert baselines[0] == baselines[1]
    assert "covered-text" in baselines[0]
    assert "Quennell" not in baselines[0]


def test_what_is_mended_is_pruned(folder: Path) -> None:
    redmark("check", ".", "--write-baseline", "b.jsonl", cwd=folder)
    before = len((folder / "b.jsonl").read_text().splitlines())
    (folder / "faulty.txt").write_text(FAULTY.replace("E.O. 12356", "E.O. 12958"), encoding="utf-8")
    ran = redmark("baseline", "prune", "b.jsonl", ".", cwd=folder)
    after = len((folder / "b.jsonl").read_text().splitlines())
    assert (ran.code, after < before) == (0, True)


def test_a_baseline_is_pruned_by_the_settings_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "redmark.toml").write_text('dialect = "dod"\n')
    memo = (ROOT / "examples" / "memo-roll-up-faults-2014.txt").read_text(encoding="utf-8")
    (tmp_path / "memo.txt").write_text(memo, encoding="utf-8")
    redmark("check", "memo.txt", "--write-baseline", "b.jsonl", cwd=tmp_path)
    before = (tmp_path / "b.jsonl").read_text()
    ran = redmark("baseline", "prune", "b.jsonl", "memo.txt", cwd=tmp_path)
    assert "control-missing-from-banner-in-dod" in before
    assert (ran.code, (tmp_path / "b.jsonl").read_text()) == (0, before)


def test_a_baseline_is_not_pruned_by_what_could_not_be_judged(folder: Path) -> None:
    redmark("check", ".", "--write-baseline", "b.jsonl", cwd=folder)
    before = (folder / "b.jsonl").read_text()
    ran = redmark("baseline", "prune", "b.jsonl", "missing.txt", cwd=folder)
    assert (ran.code, (folder / "b.jsonl").read_text()) == (4, before)


def test_what_was_not_checked_now_stays_in_the_baseline(folder: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "other.txt").write_text(FAULTY, encoding="utf-8")
    redmark("check", ".", "--write-baseline", "b.jsonl", cwd=folder)
    before = (folder / "b.jsonl").read_text()
    ran = redmark("baseline", "prune", "b.jsonl", "more", cwd=folder)
    assert (ran.code, (folder / "b.jsonl").read_text()) == (0, before)
    (folder / "faulty.txt").unlink()
    redmark("baseline", "prune", "b.jsonl", "more", cwd=folder)
    assert '"path":"faulty.txt"' in before
    assert '"path":"faulty.txt"' not in (folder / "b.jsonl").read_text()


def test_a_baseline_of_another_folder_is_not_pruned(folder: Path) -> None:
    redmark("check", ".", "--write-baseline", "b.jsonl", cwd=folder)
    before = (folder / "b.jsonl").read_text()
    (folder / "sub").mkdir()
    ran = redmark("baseline", "prune", "../b.jsonl", "..", cwd=folder / "sub")
    assert (ran.code, (folder / "b.jsonl").read_text()) == (2, before)
    assert "run it there" in ran.err


def test_one_entry_is_one_entry(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BAD)
    redmark("check", ".", "--write-baseline", "b.jsonl", cwd=tmp_path)
    (tmp_path / "a.txt").write_text(GOOD)
    ran = redmark("baseline", "prune", "b.jsonl", ".", cwd=tmp_path)
    assert ran.err == "redmark: 1 entry taken out, 0 kept\n"


@pytest.mark.parametrize(
    "text", ["", "{}\n", '{"redmark_baseline":1}\n{"rule":"x"}\n', '{"redmark_baseline":1}\nnone\n']
)
def test_a_bad_baseline_is_refused(text: str, folder: Path) -> None:
    (folder / "b.jsonl").write_text(text)
    ran = redmark("check", ".", "--baseline", "b.jsonl", cwd=folder)
    assert (ran.code, ran.err.startswith("redmark: baseline: b.jsonl:")) == (2, True)


def test_a_suppression_silences_its_rule_at_its_place_with_its_reason(folder: Path) -> None:
    (folder / "redmark-suppressions.yaml").write_text(SUPPRESSED.format(more=""))
    ran = redmark("check", "faulty.txt", "--format", "json", cwd=folder)
    (file,) = json.loads(ran.out)["files"]
    aside = [(one["rule"], one["justification"]) for one in file["suppressed"]]
    assert aside == [("portion-mark-above-banner", "As it was transmitted.")]
    assert "portion-mark-above-banner" not in {one["rule"] for one in file["findings"]}


MORE = {
    "unused": ("file: faulty.txt\n  rule: subject-missing\n  reason: none", "suppression-is-unused"),
    "unknown": ("file: faulty.txt\n  rule: subject-mising\n  reason: none", "suppression-names-unknown-rule"),
    "expired": (
        'file: faulty.txt\n  rule: paragraph-number-gap\n  reason: old\n  until: "2020-01-01"',
        "suppression-has-expired",
    ),
    "no date": (
        "file: faulty.txt\n  rule: paragraph-number-gap\n  reason: old\n  until: next year",
        "suppression-has-expired",
    ),
    "blank reason": (
        'file: faulty.txt\n  rule: paragraph-number-gap\n  reason: " "',
        "suppression-gives-no-reason",
    ),
}


@pytest.mark.parametrize("name", MORE)
def test_a_suppression_that_is_not_in_order_is_a_finding(name: str, folder: Path) -> None:
    entry, rule = MORE[name]
    (folder / "s.yaml").write_text(SUPPRESSED.format(more=f"- {entry}\n"))
    found = findings(folder, "--suppressions", "s.yaml")
    assert [one["rule"] for one in found if one["pack"] == "suppression"] == [rule]


def test_a_suppression_of_a_file_that_was_not_checked_is_not_called_unused(folder: Path) -> None:
    (folder / "s.yaml").write_text(
        SUPPRESSED.format(more="- file: other.txt\n  rule: subject-missing\n  reason: it\n")
    )
    found = findings(folder, "--suppressions", "s.yaml")
    assert [one["rule"] for one in found if one["pack"] == "suppression"] == []


def test_a_bad_file_of_suppressions_names_its_places(folder: Path) -> None:
    (folder / "s.yaml").write_text("suppressions: 1\nentries:\n- file: a\n  rul: b\n")
    ran = redmark("check", ".", "--suppressions", "s.yaml", cwd=folder)
    assert (ran.code, ran.err.startswith("redmark: s.yaml:")) == (2, True)


def test_a_comparison_writes_no_baseline_and_says_so(folder: Path) -> None:
    ran = redmark("compare", "faulty.txt", "faulty.txt", "--write-baseline", "b.jsonl", cwd=folder)
    assert (ran.code, (folder / "b.jsonl").exists()) == (2, False)
