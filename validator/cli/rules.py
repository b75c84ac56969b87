"""`redmark rules`: the list of rules."""

import argparse
import sys
from typing import Any, Final

import msgspec

from validator.cli import packs
from validator.engine.settings import one_of
from validator.findings import SEVERITIES
from validator.rulebook import Rule

FORMATS: Final = ("text", "json")
_EXAMPLES: Final = """\
Words are looked for in pack, id, title, severity and tags; the options take the rules that are exactly so.

examples:
  redmark rules
  redmark rules paragraph number
  redmark rules --pack authority --severity error
  redmark rules --tag hidden-in-office --format json
  redmark rules --pack ./our-rules
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Words to search for, filters, and the format."""
    parser.epilog = _EXAMPLES
    add = parser.add_argument
    add("words", nargs="*", metavar="WORD", help="only rules that contain every word")
    about = "only the rules of this pack: a known one, a folder, or package:NAME (repeatable)"
    add("--pack", metavar="PACK|FOLDER", action="append", default=[], help=about)
    add("--tag", metavar="TAG", action="append", default=[], help="only rules with this tag (repeatable)")
    levels = "|".join(SEVERITIES)
    add("--severity", metavar=levels, action="append", default=[], help="only of this severity (repeatable)")
    add("--format", metavar="|".join(FORMATS), default="text", help="default text")


def run(arguments: argparse.Namespace) -> int:
    """Prints the rules, sorted by pack and id."""
    form = one_of("format", arguments.format, FORMATS)
    severities = {one_of("severity", severity, SEVERITIES) for severity in arguments.severity}
    chosen = packs.asked_for("rules", arguments.pack)
    names = {pack.name for pack in chosen.packs}
    rules = [each.rule for each in chosen.book.rules if each.rule.pack in names]
    tags = _checked(arguments.tag, rules)
    shown = [
        rule
        for rule in sorted(rules, key=lambda rule: (rule.pack, rule.id))
        if _contains(rule, arguments.words)
        and (not severities or rule.severity in severities)
        and (not tags or not tags.isdisjoint(rule.tags))
    ]
    write = _json if form == "json" else _text
    sys.stdout.buffer.write(write(shown))
    return 0


def _checked(tags: list[str], rules: list[Rule]) -> frozenset[str]:
    known = {tag for rule in rules for tag in rule.tags}
    return frozenset(one_of("tag", tag, known) for tag in tags)


def _contains(rule: Rule, words: list[str]) -> bool:
    text = " ".join((rule.pack, rule.id, rule.title, rule.severity, *rule.tags)).lower()
    return all(word.lower() in text for word in words)


def _text(rules: list[Rule]) -> bytes:
    columns = zip(*map(_cells, rules), strict=True)
    widths = [max(map(len, column)) for column in columns]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(_cells(rule), widths, strict=True)).rstrip()
        for rule in rules
    ]
    count = "1 rule" if len(rules) == 1 else f"{len(rules)} rules"
    return "".join(f"{line}\n" for line in [*lines, count]).encode()


def _cells(rule: Rule) -> tuple[str, ...]:
    status = "" if rule.status == "stable" else f" ({rule.status})"
    return rule.pack, rule.severity, rule.id, f"{rule.title}{status}"


def _json(rules: list[Rule]) -> bytes:
    return msgspec.json.format(msgspec.json.encode([_record(rule) for rule in rules]), indent=2) + b"\n"


def _record(rule: Rule) -> dict[str, Any]:
    fields = ("id", "pack", "title", "status", "severity", "confidence", "sensitive", "tags", "message")
    return {field: getattr(rule, field) for field in fields} | {
        "citations": [citation.cite for citation in rule.citations]
    }
