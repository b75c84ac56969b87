"""Checks of installed packages: their code runs where the settings name them, and nowhere else."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.running import NO_NETWORK, ROOT, Ran, redmark

CODE = '''\
"""Counts the words of paragraphs."""

from pathlib import Path

from validator.checks import Hit

Path(__file__).with_name("was-run").write_text("")


def long_winded(nodes, document, parameters):
    text, most = document.source.text, int(parameters["most"])
    for node in nodes:
        words = len(text[node.start : node.end].split())
        if words > most:
            yield Hit(node, {"words": words})


def broken(nodes, document, parameters):
    raise ValueError(document.source.text)


def no_hit(nodes, document, parameters):
    return [nodes[0]]


def says_nothing(nodes, document, parameters):
    return [Hit(nodes[0], {})]
'''
ENTRY_POINTS = """\
[redmark.checks]
long-winded = house_checks:long_winded
broken = house_checks:broken
no-hit = house_checks:no_hit
says-nothing = house_checks:says_nothing
"""
PACK = 'packfile: 1\nname: ours\ntitle: Ours\nversion: "1.0"\ndefault: true\nsource: here\n'
RULE = """\
rulefile: 1
id: paragraph-long-winded
title: A paragraph has few words
status: stable
severity: error
confidence: high
message: '{words} words in a paragraph.'
rationale: House rule.
citations:
- cite: House rule 3
check:
  kind: custom
  use: long-winded
  given: paragraph
  with: {most: 8}
  says: [words]
examples:
  invalid:
  - name: nine words
    text: |
      UNCLAS NORDHAVEN 000413

      E.O. 12958: N/A
      TAGS: ECON, ETRD
      SUBJECT: FEES

      1. The port authority raised all of its fees yesterday.
    finds:
    - {line: 7, message: 10 words in a paragraph.}
  valid:
  - name: eight words and no more
    text: |
      UNCLAS NORDHAVEN 000413

      E.O. 12958: N/A
      TAGS: ECON, ETRD
      SUBJECT: FEES

      1. The port authority raised its fees yesterday.
"""
TELEGRAM = """\
UNCLAS NORDHAVEN 000413

E.O. 12958: N/A
TAGS: ECON, ETRD
SUBJECT: FEES

1. The port authority raised all of its many fees in May.
"""
ALLOWED = 'extends = ["ours"]\ncheck-kinds = ["long-winded"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    about = tmp_path / "site" / "house_checks-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: house-checks\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(ENTRY_POINTS)
    (tmp_path / "site" / "house_checks.py").write_text(CODE)
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "pack.yaml").write_text(PACK)
    (tmp_path / "ours" / "paragraph-long-winded.yaml").write_text(RULE)
    (tmp_path / "a.txt").write_text(TELEGRAM)
    return tmp_path


def run(folder: Path, *arguments: str, settings: str = ALLOWED) -> Ran:
    (folder / "redmark.toml").write_text(settings)
    path = os.pathsep.join((str(ROOT), str(NO_NETWORK), str(folder / "site")))
    return redmark(*arguments, cwd=folder, env={"PYTHONPATH": path})


def was_run(folder: Path) -> bool:
    return (folder / "site" / "was-run").exists()


def test_a_check_that_the_settings_name_runs(folder: Path) -> None:
    ran = run(folder, "check", "a.txt", "--format", "json", "--select", "ours")
    (finding,) = json.loads(ran.out)["files"][0]["findings"]
    assert (finding["rule"], finding["message"]) == ("paragraph-long-winded", "12 words in a paragraph.")
    assert (finding["span"]["start"]["line"], ran.code, was_run(folder)) == (7, 1, True)


def test_its_rule_is_tested_by_its_examples(folder: Path) -> None:
    ran = run(folder, "test", "ours")
    assert (ran.code, ran.err) == (0, "")
    assert "1 rule, 2 examples, no failures" in ran.out


@pytest.mark.parametrize("command", [("check", "a.txt"), ("test", "ours")])
def test_without_the_settings_nothing_runs(folder: Path, command: tuple[str, ...]) -> None:
    ran = run(folder, *command, settings='extends = ["ours"]\n')
    assert (ran.code, was_run(folder)) == (2, False)
    assert ran.err == (
        "redmark: check-kinds: the rule 'paragraph-long-winded' runs code of the check 'long-winded';"
        ' check-kinds = ["long-winded"] in the settings allows it\n'
    )


@pytest.mark.parametrize("command", [("rules",), ("explain", "paragraph-long-winded")])
def test_a_rule_is_shown_without_its_code(folder: Path, command: tuple[str, ...]) -> None:
    ran = run(folder, *command)
    assert (ran.code, "paragraph-long-winded" in ran.out, was_run(folder)) == (0, True, False)


def test_a_check_that_is_not_installed_is_2(folder: Path) -> None:
    ran = run(folder, "check", "a.txt", settings=ALLOWED.replace("long-winded", "long-wided"))
    assert (ran.code, was_run(folder)) == (2, False)
    assert ran.err == (
        "redmark: check-kinds: no installed package has a check 'long-wided'; did you mean 'long-winded'?\n"
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("broken", "the check 'broken' failed: ValueError"),
        ("no-hit", "the check 'no-hit' gave something else than a hit that fills what it says"),
        ("says-nothing", "the check 'says-nothing' gave something else than a hit that fills what it says"),
    ],
)
def test_a_check_that_fails_is_not_checked_and_tells_nothing(folder: Path, name: str, said: str) -> None:
    (folder / "ours" / "paragraph-long-winded.yaml").write_text(
        RULE.replace("use: long-winded", f"use: {name}")
    )
    ran = run(folder, "check", "a.txt", settings=ALLOWED.replace("long-winded", name))
    assert (ran.code, ran.err) == (
        4,
        f"redmark: a.txt: paragraph-long-winded: the rule could not run: {said}\n",
    )
    assert "port authority" not in ran.out + ran.err


def test_it_runs_in_every_process_of_a_long_run(folder: Path) -> None:
    (folder / "many").mkdir()
    padding = "".join(f"{number}. It was quiet.\n\n" for number in range(2, 500))
    for number in range(500):
        (folder / "many" / f"{number:03}.txt").write_text(f"{TELEGRAM}\n{padding}")
    one, two = (
        run(folder, "check", "many", "--select", "ours", "--format", "jsonl", "--jobs", jobs)
        for jobs in ("1", "2")
    )
    assert one.out == two.out
    assert one.out.count("12 words in a paragraph.") == 500
