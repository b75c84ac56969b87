"""Mistakes that people make in rule files: each is answered with its place, a reason and what to do.

The first ten are those of the domain notes on linters, section 2.4; tests/cli runs them through the commands.
"""

from pathlib import Path

import pytest

from validator.errors import RulebookError
from validator.rulebook import load_packs

PACK = """\
packfile: 1
name: seeded
title: Invented
version: 1.0
default: true
source: none
"""
RULE = """\
rulefile: 1
id: subject-missing-here
title: A subject is there
status: stable
severity: error
confidence: high
message: 'There is no subject.'
rationale: An invented rule.
citations:
- cite: 5 FAH-2 H-250
check:
  kind: required
  given: subject
examples:
  invalid:
  - name: no subject
    text: |
      C O N F I D E N T I A L ASTANA 000668
    finds:
    - {line: 1}
  valid:
  - name: there is one
    text: |
      C O N F I D E N T I A L ASTANA 000668

      SUBJECT: TALKS
"""

PATTERN = """\
kind: pattern
  given: subject
  field: text
  match: '(RE|FW'"""

MISTAKES = {
    "unknown key": (
        "rationale:",
        "rationle:",
        "8:1: unknown key 'rationle'; did you mean 'rationale'?",
    ),
    "misspelt severity": (
        "severity: error",
        "severity: eror",
        "5:11: 'eror' is not allowed; did you mean 'error'?",
    ),
    "unknown check kind": (
        "kind: required",
        "kind: requried",
        "12:9: 'requried' is not allowed; did you mean 'required'?",
    ),
    "unknown key in a check": (
        "given: subject",
        "given: subject\n  feild: text",
        "14:3: unknown key 'feild'; did you mean 'field'?",
    ),
    "unknown node kind": (
        "given: subject",
        "given: subjects",
        "13:10: 'subjects' is not allowed; did you mean 'subject'?",
    ),
    "missing example": (
        RULE[RULE.index("  invalid:") : RULE.index("  valid:")],
        "",
        "14:1: missing key 'invalid'; a rule needs at least one document on which it fires, "
        "with name, text and finds",
    ),
    "duplicate key": (
        "severity: error",
        "severity: error\nstatus: draft",
        "6:1: duplicate key 'status'; it stands in line 4 already, remove one",
    ),
    "unquoted colon": (
        "title: A",
        "title: Subjects: a",
        "3:16: a second ': ' in one entry; quote a value that contains ': '",
    ),
    "tab": (
        "- cite: 5",
        "-\tcite: 5",
        "10:2: a tab; use spaces, not tabs",
    ),
    "bad id": (
        "id: subject-missing-here",
        "id: prt-2",
        "2:5: 'prt-2' is no id; write lower-case words with hyphens that state the fault, "
        "such as 'portion-mark-missing'",
    ),
    "bad regex": (
        "kind: required\n  given: subject",
        PATTERN,
        "15:10: not a regular expression: missing ) at position 6; "
        r"close the group, or write a literal parenthesis as '\('",
    ),
}


@pytest.mark.parametrize(("right", "wrong", "answer"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_answered_with_place_reason_and_suggestion(
    right: str, wrong: str, answer: str, tmp_path: Path
) -> None:
    path = tmp_path / "subject-missing-here.yaml"
    path.write_text(RULE.replace(right, wrong))
    (tmp_path / "pack.yaml").write_text(PACK)
    with pytest.raises(RulebookError) as caught:
        load_packs([tmp_path], with_builtin=False)
    (fault,) = caught.value.faults
    assert str(fault) == f"{path}:{answer}"
    assert fault.source_line == path.read_text().split("\n")[fault.line - 1]


def test_the_file_without_a_mistake_loads(tmp_path: Path) -> None:
    (tmp_path / "subject-missing-here.yaml").write_text(RULE)
    (tmp_path / "pack.yaml").write_text(PACK)
    book = load_packs([tmp_path], with_builtin=False)
    assert [executable.rule.id for executable in book.rules] == ["subject-missing-here"]
