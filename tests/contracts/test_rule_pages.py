"""docs/rules: a page for each rule, fresh, with its examples as they are, and no link that leads nowhere."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import ROOT
from validator.model.kinds import KINDS
from validator.rulebook import ExecutableRule, builtin
from validator.rulebook.about import spelt

DOCS = ROOT / "docs"
FENCE = re.compile(r"(`{3,})([a-z]*)")
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")
RULES = builtin().rules
PAGES = sorted((DOCS / "rules").rglob("*.md"))


def blocks(page: str) -> Iterator[str]:
    """The code blocks, as Markdown reads them: closed by a fence as long as the one that opens."""
    fence, inside = "", list[str]()
    for line in page.splitlines():
        if not fence and (found := FENCE.fullmatch(line)):
            fence, inside = found[1], []
        elif fence and line == fence:
            yield "\n".join(inside)
            fence = ""
        elif fence:
            inside.append(line)
    assert not fence, "a block is not closed"


def page_of(executable: ExecutableRule) -> str:
    rule = executable.rule
    return (DOCS / "rules" / rule.pack / f"{rule.id}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("executable", RULES, ids=lambda each: each.rule.id)
def test_a_page_shows_its_examples_as_they_are(executable: ExecutableRule) -> None:
    examples = executable.rule.examples
    shown = [*examples.invalid[:2], *examples.valid[:3]]
    texts = ["\n".join(map(spelt, each.text.rstrip("\n").split("\n"))) for each in shown if each.text]
    *found, entry = blocks(page_of(executable))
    assert found == texts
    assert f"  rule: {executable.rule.id}\n" in entry


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_nothing_on_a_page_is_unseen_and_every_link_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert all(line.isprintable() for line in text.split("\n"))
    for target in LINK.findall(text):
        assert (page.parent / target).resolve().exists(), target


def test_the_index_names_every_rule_once() -> None:
    index = (DOCS / "rules" / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| \[([a-z0-9-]+)\]", index, re.MULTILINE)
    assert sorted(named) == [each.rule.id for each in RULES]


def test_every_kind_of_node_is_on_the_page_of_fields() -> None:
    heads = re.findall(r"^## (\w+)$", (DOCS / "fields.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert heads == sorted(KINDS)


def generate(docs: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(docs / "generate.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)})


def test_stale_missing_and_left_over_pages_are_told_and_mended(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(DOCS, docs, ignore=shutil.ignore_patterns("__pycache__", "pictures"))
    stale, missing, left_over = (
        docs / "rules" / "telegram" / f"{name}.md" for name in ("tags-unknown", "tags-missing", "no-rule")
    )
    stale.write_text(stale.read_text() + "more")
    missing.unlink()
    left_over.write_text("# no-rule\n")
    told = generate(docs, "--check")
    assert told.returncode == 1
    assert sorted(told.stderr.splitlines()) == [
        f"rules/telegram/{name}.md is stale; run python docs/generate.py"
        for name in ("no-rule", "tags-missing", "tags-unknown")
    ]
    assert generate(docs).returncode == 0
    assert not left_over.exists()
    assert [path.read_bytes() for path in (stale, missing)] == [
        (DOCS / path.relative_to(docs)).read_bytes() for path in (stale, missing)
    ]
    assert generate(docs, "--check").returncode == 0
