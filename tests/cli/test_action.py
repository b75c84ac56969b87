"""action.yml: valid by its schema, its steps run as GitHub runs them, and no input can become a command.

There is no runner here: the steps of bash are taken out of the file and run with the variables that a runner sets.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.running import BAD, GOOD, ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
EXPRESSION = re.compile(r"\$\{\{ *inputs\.([a-z-]+) *\}\}")
HOSTILE = [
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned",
    "' ; touch pwned #",
    "&& touch pwned",
    "| touch pwned",
]
# Stands in for a Python: makes the virtual environment in which it stands again, and keeps what pip is asked for.
PYTHON = """\
#!/bin/bash
case "$1 $2" in
  "-m venv") mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
  "-m pip") printf '%s\\n' "$@" >"$RUNNER_TEMP/asked" ;;
esac
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A checkout with two documents, and beside it what a runner has."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    (folder / "bad.txt").write_text(BAD)
    (folder / "a b.txt").write_text(GOOD)
    (folder / "-x.txt").write_text(GOOD)
    temp = tmp_path / "temp" / "redmark" / "bin"
    temp.mkdir(parents=True)
    ours = f'#!/bin/bash\nexec "{sys.executable}" -m validator "$@"\n'
    for path, text in ((temp / "redmark", ours), (tmp_path / "python", PYTHON)):
        path.write_text(text)
        path.chmod(0o755)
    return folder


def run(step: str, workspace: Path, **inputs: str) -> "subprocess.CompletedProcess[str]":
    """Runs a step of bash with these inputs, as the runner does: `bash --noprofile --norc -eo pipefail FILE`."""
    beside = workspace.parent
    given = {name: about.get("default", "") for name, about in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    variables = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_OUTPUT": str(beside / "output"),
        "GITHUB_STEP_SUMMARY": str(beside / "summary.md"),
        "PYTHONPATH": str(ROOT),
        "RUNNER_TEMP": str(beside / "temp"),
    }
    for name, value in STEPS[step]["env"].items():
        found = EXPRESSION.fullmatch(value)
        variables[name] = (
            given[found[1]] if found else {"PYTHON": str(beside / "python")}.get(name, "/the/action")
        )
    script = beside / "script.sh"
    script.write_text(STEPS[step]["run"])
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    env = os.environ | variables
    return subprocess.run(command, cwd=workspace, env=env, capture_output=True, text=True, timeout=60)


def output(workspace: Path) -> str:
    return (workspace.parent / "output").read_text()


class TestTheFile:
    def test_it_is_valid_by_its_schema(self) -> None:
        pytest.importorskip("check_jsonschema")
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions"]
        done = subprocess.run([*command, str(ROOT / "action.yml")], capture_output=True, text=True)
        assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")

    def test_no_expression_stands_in_the_text_of_a_script(self) -> None:
        assert [name for name, step in STEPS.items() if "${{" in step.get("run", "")] == []

    def test_every_input_is_used(self) -> None:
        assert set(EXPRESSION.findall((ROOT / "action.yml").read_text())) == set(ACTION["inputs"])

    def test_other_actions_are_pinned_to_a_commit(self) -> None:
        used = [step["uses"] for step in STEPS.values() if "uses" in step]
        assert [name for name in used if not re.search(r"@[0-9a-f]{40}$", name)] == []


class TestTheCheck:
    def test_everything_is_checked_and_the_exit_code_is_that_of_the_step(self, workspace: Path) -> None:
        done = run("Check", workspace)
        assert (done.returncode, output(workspace)) == (1, "exit-code=1\n")
        assert "::warning file=bad.txt,line=9," in done.stdout
        assert "| warning | bad.txt&#58;9&#58;1 |" in (workspace.parent / "summary.md").read_text()

    def test_paths_stand_one_a_line(self, workspace: Path) -> None:
        done = run("Check", workspace, paths="a b.txt\ngood.txt\n\n-x.txt\n")
        assert (done.returncode, "3 files checked" in done.stdout) == (0, True)

    def test_sarif_is_written_also_when_the_step_fails(self, workspace: Path) -> None:
        assert run("Check", workspace, sarif="out file.sarif").returncode == 1
        sarif = json.loads((workspace / "out file.sarif").read_text())
        assert [one["ruleId"] for one in sarif["runs"][0]["results"]] == ["paragraph-number-gap"]

    def test_the_severity_and_further_options_are_handed_on(self, workspace: Path) -> None:
        assert run("Check", workspace, fail_on="error").returncode == 0
        ignored = run("Check", workspace, args="--ignore paragraph-number-gap\n--dialect   state")
        assert (ignored.returncode, "4 files checked" in ignored.stdout) == (0, True)

    def test_a_wrong_option_fails_the_step(self, workspace: Path) -> None:
        done = run("Check", workspace, fail_on="eror")
        assert (done.returncode, "did you mean 'error'?" in done.stderr) == (2, True)
        assert output(workspace) == "exit-code=2\n"

    @pytest.mark.parametrize("name", ["paths", "args", "fail_on", "sarif"])
    @pytest.mark.parametrize("value", HOSTILE)
    def test_no_input_is_a_command(self, name: str, value: str, workspace: Path) -> None:
        run("Check", workspace, **{name: value})
        assert [path for path in workspace.parent.rglob("*") if path.name == "pwned"] == []

    def test_what_looks_like_an_option_or_a_pattern_is_a_path(self, workspace: Path) -> None:
        done = run("Check", workspace, paths="*.txt\n--reveal\n")
        assert (done.returncode, done.stderr.count("no such file")) == (4, 2)


class TestTheInstallation:
    def asked(self, workspace: Path) -> str:
        return (workspace.parent / "temp" / "asked").read_text().splitlines()[-1]

    @pytest.mark.parametrize(
        ("version", "what"), [("", "/the/action[documents]"), ("0.1.0", "redmark[documents]==0.1.0")]
    )
    def test_the_source_of_the_action_is_installed_unless_a_version_is_named(
        self, version: str, what: str, workspace: Path
    ) -> None:
        assert run("Install Redmark", workspace, version=version).returncode == 0
        assert self.asked(workspace) == what

    @pytest.mark.parametrize("version", [*HOSTILE, "0.1 @ https://example.org/x.whl", "-r x", "0.1.0,>0"])
    def test_a_version_that_is_none_is_refused(self, version: str, workspace: Path) -> None:
        done = run("Install Redmark", workspace, version=version)
        assert (done.returncode, done.stdout) == (2, "::error::version: write a version such as 0.1.0\n")
        assert not (workspace.parent / "temp" / "asked").exists()
        assert not (workspace / "pwned").exists()
