"""docs/where-it-runs.md: its commands are ours, its YAML is what those it is for take, and no input is forgotten."""

import argparse
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.running import ROOT
from validator.cli.command_line import whole_parser

PAGE = (ROOT / "docs" / "where-it-runs.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^redmark (.+)$", PAGE, re.MULTILINE)
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def options(command: str) -> set[str]:
    """The options of a subcommand."""
    (commands,) = [a for a in whole_parser()._actions if isinstance(a, argparse._SubParsersAction)]
    return {text for action in commands.choices[command]._actions for text in action.option_strings}


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_the_page_is_one_of_ours(line: str) -> None:
    words = shlex.split(line.partition(" > ")[0], comments=True)
    parsed, unknown = whole_parser().parse_known_args(words)
    assert (unknown, bool(vars(parsed))) == ([], True)


def test_every_option_of_the_table_is_one_of_check() -> None:
    (table,) = re.findall(r"^\| option of `check`.*?\n\n", PAGE, re.MULTILINE | re.DOTALL)
    named = set(re.findall(r"^\| `(-[^`]+)`(?:, `(-[^`]+)`)?", table, re.MULTILINE))
    assert {name for pair in named for name in pair if name} - {"-qq"} <= options("check")


def test_the_hooks_of_the_page_are_those_that_we_offer() -> None:
    (hooks,) = [yaml.safe_load(block) for block in BLOCKS if block.startswith("repos:")]
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert [hook["id"] for hook in hooks["repos"][0]["hooks"]] == [hook["id"] for hook in offered]


def test_the_workflow_of_the_page_is_valid_and_uses_inputs_that_there_are(tmp_path: Path) -> None:
    pytest.importorskip("check_jsonschema")
    (block,) = [block for block in BLOCKS if "jobs:" in block]
    path = tmp_path / "redmark.yml"
    path.write_text(block)
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    done = subprocess.run([*command, str(path)], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")
    (ours,) = [s for s in yaml.safe_load(block)["jobs"]["check"]["steps"] if "/redmark@" in s["uses"]]
    assert set(ours["with"]) <= set(yaml.safe_load((ROOT / "action.yml").read_text())["inputs"])


def test_every_input_of_the_action_is_explained() -> None:
    (table,) = re.findall(r"^\| input \|.*?\n\n", PAGE, re.MULTILINE | re.DOTALL)
    inputs = yaml.safe_load((ROOT / "action.yml").read_text())["inputs"]
    assert re.findall(r"^\| `([a-z-]+)`", table, re.MULTILINE) == list(inputs)
