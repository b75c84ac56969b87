"""By which settings a document is judged: those of its folder, as a run there would have them."""

from pathlib import Path

import pytest
from lsprotocol import types

from tests.cli.running import BAD, redmark
from tests.lsp.editor import Editor, editing

GAP = "paragraph-number-gap"
BROKEN = 'fail-onn = "error"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with a telegram in a folder of its own."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "cables").mkdir()
    (tmp_path / "cables" / "a.txt").write_text(BAD)
    return tmp_path


def rules(editor: Editor, name: str = "cables/a.txt", text: str = BAD) -> list[str]:
    """The rules that find something."""
    return [str(each.code) for each in editor.open(name, text) if each.code is not None]


SILENCED = {
    "by the settings": {"redmark.toml": f'ignore = ["{GAP}"]\n'},
    "by those of a nearer folder": {
        "redmark.toml": "",
        "cables/redmark.toml": f'ignore = ["{GAP}"]\n',
    },
    "for files of a folder": {"redmark.toml": f'[per-file]\n"cables/*" = ["{GAP}"]\n'},
    "by leaving a folder out": {"redmark.toml": 'exclude = ["cables"]\n'},
    "by a suppression": {
        "redmark.toml": "",
        "redmark-suppressions.yaml": "suppressions: 1\nentries:\n"
        f"- {{file: 'cables/*', rule: {GAP}, reason: as sent}}\n",
    },
    "without a file of settings": {
        "redmark-suppressions.yaml": "suppressions: 1\nentries:\n"
        f"- {{file: 'cables/*', rule: {GAP}, reason: as sent}}\n",
    },
}


@pytest.mark.parametrize("name", SILENCED)
def test_a_finding_is_silent_as_in_a_run_in_that_folder(name: str, folder: Path) -> None:
    with editing(folder) as editor:
        assert rules(editor) == [GAP]
    for file, text in SILENCED[name].items():
        (folder / file).write_text(text)
    with editing(folder) as editor:
        assert rules(editor) == []


def test_what_is_in_the_baseline_is_silent(folder: Path) -> None:
    assert redmark("check", "cables", "--write-baseline", "known.jsonl", cwd=folder).code == 0
    (folder / "redmark.toml").write_text('baseline = "known.jsonl"\n')
    with editing(folder) as editor:
        assert rules(editor) == []
        assert rules(editor, "cables/b.txt") == [GAP]


def test_the_severity_of_a_rule_can_be_another(folder: Path) -> None:
    (folder / "redmark.toml").write_text(f'[severity]\n{GAP} = "error"\n')
    with editing(folder) as editor:
        (found,) = [each for each in editor.open("cables/a.txt", BAD) if each.code == GAP]
    assert found.severity is types.DiagnosticSeverity.Error


def test_the_command_line_of_the_server_outweighs_the_file(folder: Path) -> None:
    (folder / "redmark.toml").write_text(f'ignore = ["{GAP}"]\n')
    with editing(folder, "-o", "ignore=[]") as editor:
        assert rules(editor) == [GAP]
    with editing(folder, "--isolated") as editor:
        assert rules(editor) == [GAP]
    (folder / "other.toml").write_text(f'ignore = ["{GAP}"]\n')
    (folder / "redmark.toml").write_text("")
    with editing(folder, "--config", "other.toml") as editor:
        assert rules(editor) == []


def test_settings_that_are_saved_count_at_once(folder: Path) -> None:
    with editing(folder) as editor:
        assert rules(editor) == [GAP]
        before = len(editor.published("cables/a.txt"))
        editor.open("redmark.toml", "", "toml")
        text = f'ignore = ["{GAP}"]\n'
        editor.rewrite("redmark.toml", text)
        (folder / "redmark.toml").write_text(text)
        editor.save("redmark.toml")
        assert [each for each in editor.diagnostics("cables/a.txt", after=before) if each.code] == []


def test_settings_that_change_elsewhere_count_when_the_editor_sees_it(folder: Path) -> None:
    with editing(folder) as editor:
        assert rules(editor) == [GAP]
        editor.awaited(lambda: editor.client.registered or None)
        assert editor.client.registered == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
        before = len(editor.published("cables/a.txt"))
        (folder / "redmark.toml").write_text(f'ignore = ["{GAP}"]\n')
        event = types.FileEvent(editor.uri("redmark.toml"), types.FileChangeType.Created)
        editor.notify(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, types.DidChangeWatchedFilesParams([event]))
        assert [each for each in editor.diagnostics("cables/a.txt", after=before) if each.code] == []


def test_bad_settings_are_told_and_the_server_lives(folder: Path) -> None:
    (folder / "redmark.toml").write_text(BROKEN)
    with editing(folder) as editor:
        (said,) = editor.open("cables/a.txt", BAD)
        assert said.message.startswith("not checked: settings: ")
        assert said.message.endswith("redmark.toml: unknown key 'fail-onn'; did you mean 'fail-on'?")
        assert (said.severity, said.range.start.line) == (types.DiagnosticSeverity.Error, 0)
        editor.open("cables/b.txt", BAD)
        assert len(editor.client.messages) == 1  # told once, not for every document
        assert editor.client.messages[0].startswith("redmark: settings: ")

        (fault,) = editor.open("redmark.toml", f"# ours\n{BROKEN}", "toml")
        assert (fault.range.start, fault.range.end) == (types.Position(1, 0), types.Position(1, 8))
        before = len(editor.published("cables/a.txt"))
        assert editor.rewrite("redmark.toml", "# ours\n") == []
        (folder / "redmark.toml").write_text("# ours\n")
        editor.save("redmark.toml")
        found = editor.diagnostics("cables/a.txt", after=before)
        assert [each.code for each in found if each.code] == [GAP]


FAULTS = {
    "no TOML": ("redmark.toml", "ignore =\n", 0),
    "an unknown rule": ("redmark.toml", '# ours\nignore = ["paragraph-number-gab"]\n', 1),
    "a missing baseline": ("redmark.toml", 'baseline = "none.jsonl"\n', 0),
    "an unknown key of a suppression": (
        "redmark-suppressions.yaml",
        f"suppressions: 1\nentries:\n- file: a.txt\n  rule: {GAP}\n  reason: x\n  untill: x\n",
        5,
    ),
    "no YAML": ("redmark-suppressions.yaml", "suppressions: 1\nentries: [\n", 2),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_a_file_of_ours_is_underlined_there(name: str, folder: Path) -> None:
    file, text, line = FAULTS[name]
    (folder / file).write_text(text)
    with editing(folder) as editor:
        found = editor.open(file, text, "toml")
        (told,) = editor.open("cables/a.txt", BAD)
    assert {each.severity for each in found} == {types.DiagnosticSeverity.Error}
    assert line in {each.range.start.line for each in found}
    assert told.message.startswith("not checked: ")


SUPPRESSIONS = f"""\
suppressions: 1
entries:
- file: cables/*
  rule: paragraph-number-gab
  reason: as sent
- file: cables/*
  rule: {GAP}
  reason: as sent
  until: "2001-01-01"
"""


def test_a_suppression_that_is_not_in_order_is_told_while_it_is_written(folder: Path) -> None:
    with editing(folder) as editor:
        found = editor.open("redmark-suppressions.yaml", SUPPRESSIONS, "yaml")
        assert [(each.code, each.range.start.line) for each in found] == [
            ("suppression-names-unknown-rule", 2),
            ("suppression-has-expired", 5),
        ]
        mended = SUPPRESSIONS.replace("-gab", "-gap").replace("2001-", "9001-")
        assert editor.rewrite("redmark-suppressions.yaml", mended) == []


def test_a_pyproject_without_our_table_is_no_business_of_ours(folder: Path) -> None:
    with editing(folder) as editor:
        assert editor.open("pyproject.toml", '[project]\nname = "x"\nignore = 3\n', "toml") == []


def test_rules_of_the_project_are_known(folder: Path) -> None:
    """A pack of its own, which the settings extend."""
    (folder / "house").mkdir()
    (folder / "house" / "pack.yaml").write_text(PACK)
    (folder / "house" / "harbor-named.yaml").write_text(RULE)
    (folder / "redmark.toml").write_text('extends = ["house"]\n')
    with editing(folder) as editor:
        assert rules(editor) == ["harbor-named", GAP]
        editor.open("redmark.toml", (folder / "redmark.toml").read_text(), "toml")
        editor.rewrite("redmark.toml", 'extends = ["house"]\nignore = ["harbor-named"]\n')
        assert "harbor-named" in {each.label for each in editor.completion("redmark.toml", 1, 12)}
        hover = editor.hover("redmark.toml", 1, 14)
    assert hover is not None
    assert hover.startswith("**harbor-named**: No harbor is named")


PACK = """\
packfile: 1
name: house
title: Rules of the house
version: "1.0"
default: true
source: Rules of the house, 2019
"""
RULE = """\
rulefile: 1
id: harbor-named
title: No harbor is named
status: stable
severity: warning
confidence: high
tags: [house]
message: 'A harbor is named.'
rationale: Harbors are named in annexes only.
citations:
- cite: Rules of the house, no. 1
applies_to:
  kinds: [telegram]
check:
  kind: pattern
  given: subject
  field: text
  not_match: '.*HARBOR'
examples:
  invalid:
  - name: in the subject
    text: |
      UNCLAS NORDHAVEN 000413

      SUBJECT: HARBOR FEES RISE IN MAY

      1. The port authority raised its fees.
    finds: [{line: 3}]
  valid:
  - name: none is named
    text: |
      UNCLAS NORDHAVEN 000413

      SUBJECT: FEES RISE IN MAY

      1. The port authority raised its fees.
"""
