"""The page of each rule and their index, docs/rules, from the rule files; docs/generate.py writes them."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

import msgspec

from validator.engine.exception_entry import comment, entry, place_for
from validator.rulebook import Example, ExecutableRule, Pack, Rule, builtin
from validator.rulebook.about import authority, scope, spelt
from validator.vocabulary.load import builtin as vocabularies

FIRST_VERSION: Final = "1.0"
INDEX: Final = "README.md"
MOST_FIRING: Final = 2  # examples on a page, which is to be read at a glance
MOST_SILENT: Final = 3
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>#|~])")
_LANGUAGES: Final = {"html": "html", "markdown": "markdown"}  # all others are shown as plain text
_FORMATS: Final = {"docx": "a Word file", "html": "a page in HTML", "markdown": "Markdown", "pdf": "a PDF"}


def rule_pages() -> dict[str, str]:
    """Every page by its path under docs/rules."""
    packs = {pack.name: pack for pack in builtin().packs}
    pages = {
        f"{each.rule.pack}/{each.rule.id}.md": _joined(_page(each, packs[each.rule.pack]))
        for each in builtin().rules
    }
    return {INDEX: _joined(_index(packs))} | pages


def all_pages(folder: Path) -> list[Path]:
    """The pages that are in the folder now, those of rules that there are no longer too."""
    return sorted(folder.rglob("*.md"))


def _joined(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _index(packs: dict[str, Pack]) -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield "Every rule that ships with Redmark, by pack. `redmark explain RULE` says the same at a terminal, and of the"
    yield "rules of your own packs too. [How to write one](../writing-rules.md)."
    rules = sorted((each.rule for each in builtin().rules), key=lambda rule: (rule.pack, rule.id))
    for name, group in groupby(rules, key=lambda rule: rule.pack):
        pack = packs[name]
        yield from ("", f"## {name}", "", f"{prose(pack.title)}. Version {pack.version}.")
        yield from ("" if pack.default else "Off unless selected.", f"Source: {prose(pack.source)}.")
        yield from ("", "| Rule | Severity | What holds for a right document |", "| --- | --- | --- |")
        for rule in group:
            yield f"| [{rule.id}]({name}/{rule.id}.md) | {rule.severity} | {prose(rule.title)} |"


def _page(executable: ExecutableRule, pack: Pack) -> Iterator[str]:
    rule = executable.rule
    yield f"<!-- written by docs/generate.py from rules/{rule.pack}/{rule.id}.yaml -->"
    yield from (f"# {rule.id}", "", f"{prose(rule.title)}.", "")
    yield from _facts(rule, pack)
    yield from ("", "## What it says", "", f"> {prose(rule.message)}")
    if rule.hint:
        yield from ("", f"What to do: {prose(rule.hint)}")
    yield from ("", "## Why", "", prose(rule.rationale), "", "## Authority", "")
    yield from (f"- {prose(authority(citation))}" for citation in rule.citations)
    yield from _examples("Fires on", rule.examples.invalid, MOST_FIRING, rule)
    yield from _examples("Stays silent on", rule.examples.valid, MOST_SILENT, rule)
    yield from _setting_aside(executable)


def _facts(rule: Rule, pack: Pack) -> Iterator[str]:
    facts = {
        "Pack": f"[{rule.pack}](../{INDEX}#{rule.pack})" + ("" if pack.default else ", off unless selected"),
        "Severity": rule.severity,
        "Confidence": rule.confidence,
        "Status": "" if rule.status == "stable" else rule.status,
        "Replaced by": f"[{rule.replaced_by}]({rule.replaced_by}.md)" if rule.replaced_by else "",
        "Since": f"version {rule.since or FIRST_VERSION} of the pack",
        "Tags": ", ".join(rule.tags),
        "Applies to": prose(scope(rule)),
        "Sensitive": "no report shows what it found" if rule.sensitive else "",
    }
    yield from ("| | |", "| --- | --- |")
    yield from (f"| {name} | {value} |" for name, value in facts.items() if value)


def _examples(title: str, examples: Sequence[Example], most: int, rule: Rule) -> Iterator[str]:
    yield from ("", f"## {title}")
    for example in examples[:most]:
        yield from _example(example)
    if len(examples) > most:
        file = f"rules/{rule.pack}/{rule.id}.yaml"
        yield from ("", f"{len(examples) - most} more in [{file}](../../../{file}).")


def _example(example: Example) -> Iterator[str]:
    yield from ("", f"{prose(example.name[:1].upper() + example.name[1:])}{_circumstances(example)}:", "")
    if example.text:
        yield from fenced(example.text, _LANGUAGES.get(example.format, "text"))
    for seen in example.observations:
        known = {key: value for key, value in msgspec.to_builtins(seen).items() if value is not None}
        yield f"- the reader observes {', '.join(f'{key} `{value}`' for key, value in known.items())}"
    if example.finds:
        places = "; ".join(_place(*msgspec.structs.astuple(place)) for place in example.finds)
        yield from ("", f"Found on {places}.")


def _circumstances(example: Example) -> str:
    known = (
        _FORMATS.get(example.format, ""),
        f"a document of {example.dated}" if example.dated else "",
        "" if example.kind == "auto" else f"read as {example.kind}",
        "" if example.encoding == "utf-8" else f"written in {example.encoding}",
    )
    said = ", ".join(part for part in known if part)
    return f" ({said})" if said else ""


def _place(line: int, column: int | None, message: str | None) -> str:
    where = f"line {line}" if column is None else f"line {line}, column {column}"
    return f"{where}: {prose(message)}" if message else where


def _setting_aside(executable: ExecutableRule) -> Iterator[str]:
    rule, at = executable.rule, place_for(executable, vocabularies())
    yield from ("", "## To set a finding aside", "")
    yield "In `redmark-suppressions.yaml`, with a reason (here for the first example):"
    yield ""
    yield from fenced("\n".join(entry(rule.id, at)), "yaml")
    yield ""
    if not rule.sensitive and (remark := comment(rule.id, at)):
        yield f"In Markdown and HTML also above the block: `{remark}`"
        yield ""
    yield f'The rule altogether: `ignore = ["{rule.id}"]` in `redmark.toml`. [More](../../adopting.md).'


def prose(text: str) -> str:
    """Text in which nothing is taken for Markdown."""
    return _SPECIAL.sub(r"\\\1", spelt(" ".join(text.split())))


def fenced(text: str, language: str) -> Iterator[str]:
    """A block of code that its own text cannot close; what cannot be seen is spelt."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    lines = [spelt(line) for line in text.rstrip("\n").split("\n")]
    yield f"{fence}{language}"
    yield from lines
    yield fence
    if lines != text.rstrip("\n").split("\n"):
        yield from ("", "⟨U+…⟩ stands for the character of that number.")
