"""Vocabularies that a pack brings along: its own rules see them, and nobody else does."""

from pathlib import Path

import pytest

from tests.unit.checks.made import document
from validator.errors import RulebookError
from validator.model.marked_nodes import LabelledLine
from validator.rulebook import Pack, load_packs

PACK = """\
packfile: 1
name: invented
title: Invented rules
version: "1.0"
default: true
source: none
"""
RULE = """\
rulefile: 1
id: office-unknown
title: The office is one of ours
status: stable
severity: error
confidence: high
message: 'There is no office {value}.'
rationale: Invented.
citations:
- cite: house rule
check:
  kind: member
  given: labelled_line
  field: values
  vocabulary: offices
examples:
  invalid:
  - name: another
    text: one
    finds: [{line: 1}]
  valid:
  - name: ours
    text: one
"""
OFFICES = """\
vocabulary: 1
id: offices
title: Offices
source: invented
terms:
- term: PILOTS
- term: LIGHTS
"""


def write(
    folder: Path, vocabulary: str = OFFICES, name: str = "offices.yaml", pack: str = "invented"
) -> Path:
    (folder / "vocabulary").mkdir(parents=True)
    (folder / "pack.yaml").write_text(PACK.replace("invented", pack))
    (folder / "office-unknown.yaml").write_text(RULE)
    (folder / "vocabulary" / name).write_text(vocabulary)
    return folder


def answers(*folders: Path) -> list[str]:
    with pytest.raises(RulebookError) as caught:
        load_packs(folders)
    return [
        f"{Path(fault.path).name}:{fault.line}:{fault.column}: {fault.reason}"
        for fault in caught.value.faults
    ]


def test_a_rule_finds_the_vocabulary_of_its_pack(tmp_path: Path) -> None:
    write(tmp_path / "pack")
    for _ in range(2):  # read, then out of the cache
        (executable,) = load_packs([tmp_path / "pack"], with_builtin=False).rules
        lines = [
            LabelledLine(start=0, end=1, label="TO", text=name, values=(name,)) for name in ("PILOTS", "X")
        ]
        assert [hit.data["value"] for hit in executable.run(document(*lines))] == [("X",)]


def test_another_pack_does_not_find_it(tmp_path: Path) -> None:
    write(tmp_path / "first")
    other = tmp_path / "other"
    other.mkdir()
    (other / "pack.yaml").write_text(PACK.replace("invented", "other"))
    (other / "office-strange.yaml").write_text(RULE.replace("office-unknown", "office-strange"))
    (answer,) = answers(tmp_path / "first", other)
    assert answer.startswith("office-strange.yaml:15:15: there is no vocabulary 'offices'")


def test_two_packs_may_use_the_same_name_for_lists_of_their_own(tmp_path: Path) -> None:
    first, other = write(tmp_path / "first"), write(tmp_path / "other", pack="other")
    (other / "office-unknown.yaml").rename(other / "office-strange.yaml")
    text = (other / "office-strange.yaml").read_text().replace("office-unknown", "office-strange")
    (other / "office-strange.yaml").write_text(text)
    assert len(load_packs([first, other], with_builtin=False).rules) == 2


def test_it_does_not_take_the_place_of_one_of_ours(tmp_path: Path) -> None:
    write(tmp_path / "pack", OFFICES.replace("id: offices", "id: levels"), "levels.yaml")
    assert answers(tmp_path / "pack")[-1:] == [
        "levels.yaml:2:5: 'levels' is a vocabulary of Redmark's own; choose another id"
    ]


def test_a_fault_of_a_list_is_said_once(tmp_path: Path) -> None:
    write(tmp_path / "pack", OFFICES.replace("term: LIGHTS", "trem: LIGHTS"))
    assert answers(tmp_path / "pack") == ["offices.yaml:7:3: unknown key 'trem'; did you mean 'term'?"]


def test_it_counts_for_the_hash_of_the_pack(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack")

    def pack() -> Pack:
        return load_packs([folder], with_builtin=False).packs[0]

    before = pack().sha256
    (folder / "vocabulary" / "offices.yaml").write_text(OFFICES.replace("LIGHTS", "BUOYS"))
    assert pack().sha256 != before
