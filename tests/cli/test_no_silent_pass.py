"""What peers pass in silence (linters.md 1.2) is never 0 here: findings, missing files, empty folders, misspelt names."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import BAD, GOOD, ROOT, redmark

GAP = "paragraph-number-gap"
MISSPELT = "paragraf-number-gap"
MEANT = f"did you mean '{GAP}'?"
SUPPRESSION = f"suppressions: 1\nentries:\n- file: good.txt\n  rule: {GAP}\n  reason: looked at\n"
PACK = 'packfile: 1\nname: ours\ntitle: Ours\nversion: "1.0"\ndefault: true\nsource: here\n'
RULE = """\
rulefile: 1
id: harbour-named
title: The harbour is named
status: stable
severity: error
confidence: high
message: 'No harbour.'
rationale: House rule.
citations: [{cite: House rule 1}]
check: {kind: required, given: subject}
examples:
  invalid: [{name: none, text: "one\\n", finds: [{line: 1}]}]
  valid: [{name: there, text: "two\\n"}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "bad.txt").write_text(BAD)
    (tmp_path / "empty").mkdir()
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "pack.yaml").write_text(PACK)
    return tmp_path


# name: command, what is written before, exit code, what is said
CASES: dict[str, tuple[str, dict[str, str], int, str]] = {
    "a finding": ("check bad.txt", {}, 1, ""),
    "a missing file": ("check gone.txt", {}, 4, "gone.txt: no such file or directory"),
    "a missing file among others": (
        "check good.txt gone.txt",
        {},
        4,
        "gone.txt: no such file or directory",
    ),
    "a pattern that the shell left alone": ("check *.cable", {}, 4, "*.cable: no such file or directory"),
    "an empty folder": ("check empty", {}, 4, "empty: no file ending in"),
    "no path": ("check", {}, 2, "no path given"),
    "an unknown rule selected": (f"check good.txt --select {MISSPELT}", {}, 2, MEANT),
    "an unknown rule ignored": (f"check good.txt --ignore {MISSPELT}", {}, 2, MEANT),
    "an unknown rule in the settings": (
        "check good.txt",
        {"redmark.toml": f'ignore = ["{MISSPELT}"]\n'},
        2,
        MEANT,
    ),
    "an unknown rule given a severity": (
        "check good.txt",
        {"redmark.toml": f'[severity]\n{MISSPELT} = "error"\n'},
        2,
        MEANT,
    ),
    "an unknown rule silenced for files": (
        "check good.txt",
        {"redmark.toml": f'[per-file]\n"*" = ["{MISSPELT}"]\n'},
        2,
        MEANT,
    ),
    "an unknown rule in a suppression": (
        "check good.txt",
        {"redmark-suppressions.yaml": SUPPRESSION.replace(GAP, MISSPELT)},
        1,
        "",
    ),
    "an unknown rule explained": (f"explain {MISSPELT}", {}, 2, MEANT),
    "a misspelt key in the settings": (
        "check good.txt",
        {"redmark.toml": 'dialectt = "ic"\n'},
        2,
        "redmark.toml: unknown key 'dialectt'; did you mean 'dialect'?",
    ),
    "a misspelt value in the settings": (
        "check good.txt",
        {"redmark.toml": 'fail-on = "eror"\n'},
        2,
        "did you mean 'error'?",
    ),
    "settings that are no TOML": ("check good.txt", {"redmark.toml": "select = \n"}, 2, "redmark.toml: "),
    "settings that are missing": ("check good.txt --config gone.toml", {}, 2, "gone.toml: no such file"),
    "a misspelt key on the command line": (
        "check good.txt -o dialectt=ic",
        {},
        2,
        "unknown key 'dialectt'; did you mean 'dialect'?",
    ),
    "a misspelt key in a suppression": (
        "check good.txt",
        {"redmark-suppressions.yaml": SUPPRESSION.replace("reason", "raeson")},
        2,
        "redmark-suppressions.yaml:5:3: unknown key 'raeson'; did you mean 'reason'?",
    ),
    "a suppression without a reason": (
        "check good.txt",
        {"redmark-suppressions.yaml": SUPPRESSION.replace("  reason: looked at\n", "")},
        2,
        "redmark-suppressions.yaml:3:3: missing key 'reason'; add it",
    ),
    "a misspelt key in a rule": (
        "check good.txt --pack ours",
        {"ours/harbour-named.yaml": RULE.replace("confidence: high", "confidence: high\nconfidencee: low")},
        3,
        "harbour-named.yaml:7:1: unknown key 'confidencee'; did you mean 'confidence'?",
    ),
    "a misspelt key in a check": (
        "check good.txt --pack ours",
        {"ours/harbour-named.yaml": RULE.replace("given:", "givven:")},
        3,
        "did you mean 'given'?",
    ),
    "a pack that is missing": ("check good.txt --pack gone", {}, 3, "gone:1:1: no such folder"),
    "a rule file that is not read": (
        "check good.txt --pack ours",
        {"ours/notes.txt": "notes\n"},
        3,
        "ours/notes.txt",
    ),
    "a baseline that is missing": ("check bad.txt --baseline gone.jsonl", {}, 2, "gone.jsonl: no such file"),
    "a baseline that is none": ("check bad.txt --baseline b.jsonl", {"b.jsonl": "nonsense\n"}, 2, "b.jsonl"),
    "a list of words that is empty": ("check good.txt --withheld w.txt", {"w.txt": "\n"}, 2, "lists nothing"),
    "a bad option": ("check good.txt --fial-on error", {}, 2, "did you mean '--fail-on'?"),
    "an option without its value": ("check good.txt --format", {}, 2, "expected one argument"),
    "a misspelt format": ("check good.txt --format saif", {}, 2, "did you mean 'sarif'?"),
    "a misspelt command": ("chekc good.txt", {}, 2, "did you mean 'check'?"),
    "no command": ("", {}, 2, ""),
    "a report that cannot be written": (
        "check good.txt --output json:gone/r.json",
        {},
        2,
        "gone/r.json: no such file",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_nothing_passes_in_silence(folder: Path, name: str) -> None:
    command, files, code, said = CASES[name]
    for path, text in files.items():
        (folder / path).write_text(text)
    ran = redmark(*command.split(), cwd=folder)
    assert (ran.code, "Traceback" in ran.err) == (code, False)
    assert said in ran.err
    if said:
        assert all(line.startswith("redmark: ") for line in ran.err.splitlines())


@pytest.mark.parametrize(
    "option", ["--excerpts none", "--fail-on info", "--format json", "--format sarif", "--format junit"]
)
def test_no_option_makes_a_missing_file_a_pass(folder: Path, option: str) -> None:
    ran = redmark("check", "gone.txt", *option.split(), cwd=folder)
    assert (ran.code, "gone.txt" in ran.err) == (4, True)


def test_every_report_names_a_file_that_was_not_read(folder: Path) -> None:
    for form in ("text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "rdjsonl", "html"):
        assert "gone.txt" in redmark("check", "gone.txt", "--format", form, cwd=folder).out, form


def test_the_exit_code_stands_in_the_report(folder: Path) -> None:
    for path, code in (("good.txt", 0), ("bad.txt", 1), ("gone.txt", 4)):
        ran = redmark("check", path, "--format", "json", cwd=folder)
        assert (json.loads(ran.out)["exit_code"], ran.code) == (code, code)


@pytest.mark.parametrize("command", ["rules", "rules --format json", "check good.txt --format json", "test"])
def test_a_reader_that_goes_away_is_no_reason_for_a_traceback(folder: Path, command: str) -> None:
    variables = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "validator", *command.split()],
        cwd=folder,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()  # before it has written anything, as `| head -0` may
        said = running.stderr.read()
    assert (running.returncode, said) == (4, b"")
