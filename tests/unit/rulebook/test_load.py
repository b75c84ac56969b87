"""Packs: what they become, and what is refused."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from tests.unit.checks.made import document
from validator.errors import RulebookError
from validator.model.level import Level
from validator.model.nodes import Portion
from validator.rulebook import (
    AppliesTo,
    Citation,
    Example,
    Examples,
    InForce,
    Pack,
    Place,
    builtin,
    load_around,
    load_packs,
)

PACK = """\
packfile: 1
name: invented
title: Invented rules
version: 1.10
default: false
source: none
"""
RULE = """\
rulefile: 1
id: portion-above-all
title: No portion is above the document
status: stable
severity: error
confidence: high
tags: [portion]
message: 'Paragraph {paragraph} is marked {left}, above {document.level} (line {line}).'
hint: 'Raise it to {left}.'
rationale: Invented.
citations:
- cite: 32 CFR 2001.21(b)
  from: 2010-06-25
  dialect: isoo
applies_to:
  kinds: [telegram]
  in_force: {from: 2003-09-22}
  dialects: [any, state]
  needs: [whole]
  when: {level: {present: true}}
check:
  kind: compare
  given: portion
  left: level
  op: at-most
  right: document.level
examples:
  invalid:
  - name: above
    dated: 2006-11-27
    text: |
      one
      two
    finds:
    - {line: 2, column: 1}
  valid:
  - name: equal is not above
    text: one
"""
SECRET = Portion(
    start=3, end=6, place="paragraph", written="(S)", mark="S", level=Level.SECRET, known=True, paragraph=1
)


def write(folder: Path, rule: str = RULE, pack: str = PACK, name: str = "portion-above-all.yaml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "pack.yaml").write_text(pack)
    (folder / name).write_text(rule)
    return folder


def answers(*folders: Path) -> list[str]:
    with pytest.raises(RulebookError) as caught:
        load_packs(folders, with_builtin=False)
    return [
        f"{Path(fault.path).name}:{fault.line}:{fault.column}: {fault.reason}"
        for fault in caught.value.faults
    ]


def test_a_rule_file_becomes_a_rule_that_runs(tmp_path: Path) -> None:
    write(tmp_path)
    for _ in range(2):  # read, then out of the cache
        book = load_packs([tmp_path], with_builtin=False)
        executable = book.rule("portion-above-all")
        assert executable is not None
        above = document(SECRET, level=Level.CONFIDENTIAL)
        assert [hit.node for hit in executable.run(above)] == [SECRET]
        assert executable.when(above)
        assert not executable.when(document(SECRET))


def test_a_rule_says_what_its_file_says(tmp_path: Path) -> None:
    write(tmp_path)
    (executable,) = load_packs([tmp_path], with_builtin=False).rules
    rule = executable.rule
    assert (rule.id, rule.pack, rule.path) == (
        "portion-above-all",
        "invented",
        str(tmp_path / "portion-above-all.yaml"),
    )
    assert (rule.status, rule.severity, rule.confidence, rule.sensitive) == ("stable", "error", "high", False)
    assert rule.citations == (Citation("32 CFR 2001.21(b)", starts=date(2010, 6, 25), dialect="isoo"),)
    assert rule.applies_to == AppliesTo(
        kinds=("telegram",),
        in_force=InForce(starts=date(2003, 9, 22)),
        needs=("whole",),
        when={"level": {"present": True}},
    )
    assert rule.examples == Examples(
        (Example("above", "one\ntwo\n", date(2006, 11, 27), finds=(Place(2, 1),)),),
        (Example("equal is not above", "one"),),
    )


def test_a_pack_carries_the_hash_of_its_files(tmp_path: Path) -> None:
    (pack,) = load_packs([write(tmp_path)], with_builtin=False).packs
    parts = [("pack.yaml", PACK), ("portion-above-all.yaml", RULE)]
    hashed = "".join(f"{len(name)}:{name}:{len(text)}:{text}" for name, text in parts)
    sha256 = hashlib.sha256(hashed.encode()).hexdigest()
    assert pack == Pack("invented", "Invented rules", "1.10", False, "none", sha256, str(tmp_path))


@pytest.mark.parametrize(
    ("right", "wrong", "needs_date"),
    [
        ("", "", True),
        ("  in_force: {from: 2003-09-22}\n", "", False),
        ("  in_force: {from: 2003-09-22}\n", "  eras: [eo13526]\n", True),
        (
            "  in_force: {from: 2003-09-22}\n",
            "  needs: [whole]\n",
            False,
        ),
    ],
)
def test_rules_of_a_time_need_a_date(right: str, wrong: str, needs_date: bool, tmp_path: Path) -> None:
    rule = RULE.replace(right, wrong) if right else RULE
    rule = rule.replace("  needs: [whole]\n", "", 1) if rule.count("needs:") == 2 else rule
    (executable,) = load_packs([write(tmp_path, rule)], with_builtin=False).rules
    assert executable.rule.needs_date is needs_date


SENSELESS = {
    "other file name": (
        "id: portion-above-all",
        "id: portion-above-none",
        "2:5: the id is 'portion-above-none' but the file is called 'portion-above-all.yaml'; make them alike",
    ),
    "unknown field": (
        "left: level",
        "left: levle",
        "24:9: portion has no field 'levle'; did you mean 'level'?",
    ),
    "unknown field in when": (
        "when: {level",
        "when: {levle",
        "20:10: document has no field 'levle'; did you mean 'level'?",
    ),
    "unknown placeholder": (
        "{paragraph}",
        "{paragrah}",
        "8:10: nothing fills '{paragrah}'; did you mean 'paragraph'?",
    ),
    "placeholder of another check": (
        "{left}, ",
        "{count}, ",
        "8:10: nothing fills '{count}'; did you mean 'controls'?",
    ),
    "unknown placeholder in the hint": (
        "to {left}",
        "to {lef}",
        "9:7: nothing fills '{lef}'; did you mean 'left'?",
    ),
    "stray brace": (
        "to {left}",
        "to {left",
        "9:7: a brace without its partner; write placeholders as {name}",
    ),
    "unknown era": (
        "in_force: {from: 2003-09-22}",
        "eras: [eo13525]",
        "17:10: there is no era 'eo13525'; did you mean 'eo13526'?",
    ),
    "eras and in_force": (
        "in_force:",
        "eras: [eo13526]\n  in_force:",
        "18:3: 'in_force' stands in place of 'eras'; remove one of them",
    ),
    "ends before it starts": (
        "{from: 2003-09-22}",
        "{from: 2003-09-22, until: 2003-01-01}",
        "17:39: 2003-01-01 is before 2003-09-22; exchange them",
    ),
    "citation ends before it starts": (
        "  dialect: isoo",
        "  until: 2010-01-01",
        "14:10: 2010-01-01 is before 2010-06-25; exchange them",
    ),
    "a place below the text": (
        "{line: 2",
        "{line: 3",
        "35:14: line 3 of a text of 2 lines; lines are counted from 1",
    ),
    "deprecated without replacement": (
        "status: stable",
        "status: deprecated",
        "1:1: missing key 'replaced_by'; a deprecated rule names the rule that takes its place",
    ),
    "unknown replacement": (
        "status: stable",
        "status: deprecated\nreplaced_by: portion-above-all",
        "5:14: there is no rule 'portion-above-all'",
    ),
    "no citation": (
        "- cite: 32 CFR 2001.21(b)\n  from: 2010-06-25\n  dialect: isoo\n",
        "  []\n",
        "11:1: no citation; every rule names its authority",
    ),
}


@pytest.mark.parametrize(("right", "wrong", "answer"), SENSELESS.values(), ids=SENSELESS)
def test_a_senseless_rule_is_refused(right: str, wrong: str, answer: str, tmp_path: Path) -> None:
    write(tmp_path, RULE.replace(right, wrong, 1))
    assert answers(tmp_path) == [f"portion-above-all.yaml:{answer}"]


def test_all_faults_of_all_files_are_reported_together(tmp_path: Path) -> None:
    first, second = write(tmp_path / "first"), write(tmp_path / "second", name="portion-above-all.yml")
    (first / "notes.txt").write_text("")
    (first / ".hidden").write_text("")
    (first / "more").mkdir()
    (second / "bad.yaml").write_text("- a\n")
    assert answers(first, second) == [
        "more:1:1: a folder in a pack is not read; move it",
        "notes.txt:1:1: not a YAML file, so it would not be loaded; name it .yaml or move it away",
        "bad.yaml:1:1: a list stands here; expected a mapping of 'key: value' lines",
        f"pack.yaml:2:7: the pack in {first} is called 'invented' too; choose another name",
        f"portion-above-all.yml:2:5: the id is taken by {first / 'portion-above-all.yaml'}; choose another",
    ]


def test_a_folder_without_a_pack_file_is_no_pack(tmp_path: Path) -> None:
    (write(tmp_path) / "pack.yaml").unlink()
    assert answers(tmp_path) == [f"{tmp_path.name}:1:1: no pack.yaml; add one"]


def test_a_folder_with_two_pack_files_is_no_pack(tmp_path: Path) -> None:
    (write(tmp_path) / "pack.yml").write_text(PACK)
    assert answers(tmp_path) == [f"{tmp_path.name}:1:1: pack.yaml and pack.yml; remove one"]


def test_a_missing_folder_is_said_to_be(tmp_path: Path) -> None:
    assert answers(tmp_path / "absent") == ["absent:1:1: no such folder; name one that holds a pack.yaml"]


def test_a_given_pack_stands_beside_the_built_in_ones(tmp_path: Path) -> None:
    book = load_packs([write(tmp_path)])
    assert {pack.name for pack in book.packs} == {pack.name for pack in builtin().packs} | {"invented"}
    ids = [executable.rule.id for executable in book.rules]
    assert ids == sorted(ids)
    assert book.rule("no-such-rule") is None


def test_a_folder_that_is_named_twice_counts_once(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack")
    (tmp_path / "link").symlink_to(folder)
    ours = Path(builtin().packs[0].path)
    book = load_packs([folder, tmp_path / "link", tmp_path / "pack" / ".." / "pack", ours])
    assert len(book.packs) == len(builtin().packs) + 1


def test_around_one_file_only_its_own_faults_count(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack")
    (folder / "portion-other.yaml").write_text(RULE.replace("left: level", "left: levle"))
    (folder / "notes.txt").write_text("")
    book = load_around(folder / "portion-above-all.yaml")
    assert [each.rule.id for each in book.rules if each.rule.pack == "invented"] == ["portion-above-all"]
    with pytest.raises(RulebookError) as caught:
        load_around(folder / "portion-other.yaml")
    assert {Path(fault.path).name for fault in caught.value.faults} == {"portion-other.yaml"}
