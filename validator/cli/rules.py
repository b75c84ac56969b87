"""`redmark rules`: the list of rules."""

import argparse
import sys
from typing import Any, Final

import msgspec

from validator.api.checking import rulebook
from validator.cli import packs
from validator.engine.settings import one_of
from validator.rulebook import Rule

FORMATS: Final = ("text", "json")
_EXAMPLES: Final = """\
examples:
  redmark rules
  redmark rules paragraph number
  redmark rules --format json
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Words to search for, and the format."""
    parser.epilog = _EXAMPLES
    parser.add_argument("words", nargs="*", metavar="WORD", help="only rules that contain every word")
    parser.add_argument("--format", metavar="|".join(FORMATS), default="text", help="default text")
    packs.add_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints the rules, sorted by pack and id."""
    form = one_of("format", arguments.format, FORMATS)
    book = rulebook(packs.folders(arguments))
    rules = sorted((each.rule for each in book.rules), key=lambda rule: (rule.pack, rule.id))
    shown = [rule for rule in rules if _contains(rule, arguments.words)]
    write = _json if form == "json" else _text
    sys.stdout.buffer.write(write(shown))
    return 0


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
