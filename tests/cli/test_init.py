"""`redmark init`: what it writes is accepted, by us and by those it is for, and nothing is ever overwritten."""

import difflib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.cli.running import ROOT, redmark
from validator.strictyaml import schemas

HOOKS = ".pre-commit-config.yaml"
WORKFLOW = ".github/workflows/redmark.yml"
NEXT = "next:\n  redmark check --show-config\n  redmark check .\n  redmark check . --write-baseline baseline.jsonl\n"
OTHER = {"repo": "https://example.org/x", "rev": "v1", "hooks": [{"id": "x"}]}


def switched_on(text: str) -> str:
    """The settings with every line that is off turned on."""
    return re.sub(r'^# (?=\[|"|[a-z-]+ = )', "", text, flags=re.MULTILINE)


def test_every_setting_is_explained_and_its_sample_accepted(tmp_path: Path) -> None:
    assert redmark("init", cwd=tmp_path).out == f"written: redmark.toml\n{NEXT}"
    text = (tmp_path / "redmark.toml").read_text()
    assert tomllib.loads(text) == {}
    everything = tomllib.loads(switched_on(text))
    assert set(everything) == set(schemas.named("settings")["properties"])
    assert list(schemas.errors(everything, "settings")) == []


@pytest.mark.parametrize("profile", ["archive", "draft", "pre-publication"])
def test_the_profile_is_chosen_and_check_accepts_the_file(profile: str, tmp_path: Path) -> None:
    assert redmark("init", "--profile", profile, cwd=tmp_path).code == 0
    ran = redmark("check", "--show-config", cwd=tmp_path)
    assert (ran.code, f"  # profile {profile}\n" in ran.out) == (0, True)


def test_an_unknown_profile_is_refused(tmp_path: Path) -> None:
    ran = redmark("init", "--profile", "drafts", cwd=tmp_path)
    assert (ran.code, ran.err) == (2, "redmark: profile: there is no 'drafts'; did you mean 'draft'?\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "text", "arguments"),
    [
        ("redmark.toml", "", ()),
        (".redmark.toml", "", ()),
        ("pyproject.toml", "[tool.redmark]\n", ()),
        ("redmark.toml", "", ("--profile", "draft", "--github")),
        (WORKFLOW, "on: push\n", ("--github",)),
        (HOOKS, "repos: []\n", ("--pre-commit", "--github")),
        (HOOKS, "repos: [{repo: x, hooks: [{id: y}]}]\n", ("--pre-commit",)),
        (HOOKS, "repos:\n- repo: ours\n  hooks:\n  - id: redmark\n", ("--pre-commit",)),
        (HOOKS, "repos:\n- repo: ours\n  hooks:\n  - {id: redmark-word}\n", ("--pre-commit",)),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_there_is_never_overwritten(
    name: str, text: str, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    ran = redmark("init", *arguments, cwd=tmp_path)
    assert (ran.code, ran.err.startswith("redmark: init: "), "nothing was written" in ran.err) == (
        2,
        True,
        True,
    )
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == [path]
    assert path.read_text() == text


def test_a_hook_and_a_workflow_come_also_where_settings_are_already(tmp_path: Path) -> None:
    (tmp_path / "redmark.toml").write_text('fail-on = "error"\n')
    ran = redmark("init", "--pre-commit", "--github", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, f"written: {HOOKS}\nwritten: {WORKFLOW}\n{NEXT}")
    assert (tmp_path / "redmark.toml").read_text() == 'fail-on = "error"\n'


def test_settings_of_a_folder_above_are_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "redmark.toml").write_text("")
    (tmp_path / "sub").mkdir()
    assert redmark("init", cwd=tmp_path / "sub").code == 0


@pytest.mark.parametrize(
    "there",
    [
        "repos:\n- repo: https://example.org/x\n  rev: v1\n  hooks:\n  - id: x\n",
        "# ours\nrepos:  # all of them\n\n  # the first\n  - repo: https://example.org/x\n    rev: v1\n    hooks:\n    - id: x\n",
        "default_language_version:\n    python: python3\nrepos:\n    -   repo: https://example.org/x\n        rev: v1\n        hooks:\n        -   id: x\n\nci:\n    autofix_prs: false\n",
    ],
    ids=["plain", "indented", "as pre-commit writes it"],
)
def test_hooks_are_added_to_those_that_are_there(there: str, tmp_path: Path) -> None:
    (tmp_path / HOOKS).write_text(there)
    assert redmark("init", "--pre-commit", cwd=tmp_path).code == 0
    text = (tmp_path / HOOKS).read_text()
    before, after = yaml.safe_load(there), yaml.safe_load(text)
    ours, *others = after["repos"]
    assert (others, [hook["id"] for hook in ours["hooks"]]) == ([OTHER], ["redmark", "redmark-word"])
    assert after | {"repos": others} == before
    changes = difflib.ndiff(there.splitlines(), text.splitlines())
    assert {line[0] for line in changes} == {" ", "+"}


def test_the_hooks_are_those_that_redmark_offers(tmp_path: Path) -> None:
    """But for how they come to a redmark: these run the installed one."""
    redmark("init", "--pre-commit", cwd=tmp_path)
    (ours,) = yaml.safe_load((tmp_path / HOOKS).read_text())["repos"]
    offered = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    for hook in ours["hooks"]:
        same = {key: offered[hook["id"]].get(key) for key in hook}
        assert hook | {"language": "python"} == same


def test_the_workflow_gives_no_more_rights_than_reading(tmp_path: Path) -> None:
    redmark("init", "--github", cwd=tmp_path)
    workflow = yaml.safe_load((tmp_path / WORKFLOW).read_text())
    assert workflow["permissions"] == {"contents": "read"}
    steps = workflow["jobs"]["check"]["steps"]
    assert all("${{" not in step.get("run", "") for step in steps)
    assert all(re.search(r"@[0-9a-f]{40}$", step["uses"]) for step in steps if "uses" in step)


@pytest.mark.parametrize(("name", "schema"), [(WORKFLOW, "vendor.github-workflows"), (HOOKS, None)])
def test_those_it_is_for_accept_it(name: str, schema: str | None, tmp_path: Path) -> None:
    pytest.importorskip("check_jsonschema")
    redmark("init", "--github", "--pre-commit", cwd=tmp_path)
    command = (
        ["check_jsonschema", "--builtin-schema", schema] if schema else ["pre_commit", "validate-config"]
    )
    done = subprocess.run(
        [sys.executable, "-m", *command, name], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
