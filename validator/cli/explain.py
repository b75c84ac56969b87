"""`redmark explain`: what one rule is for."""

import argparse
import sys
import textwrap
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from validator.api.checking import rulebook
from validator.cli import packs
from validator.engine.exception_entry import comment, entry, place_for
from validator.engine.settings import LISTED, one_of
from validator.errors import UsageError
from validator.rulebook import Example, ExecutableRule, Rule, Rulebook
from validator.rulebook.about import authority, scope, spelt
from validator.strictyaml.spelling import advice
from validator.vocabulary.load import builtin as vocabularies

WIDTH: Final = 100
FORMATS: Final = ("text", "json")
_EXAMPLES: Final = """\
examples:
  redmark explain paragraph-number-gap
  redmark explain paragraph-number-gap --format json
  redmark explain file-number-malformed --pack ./our-rules
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The rule."""
    parser.epilog = _EXAMPLES
    parser.add_argument("rule", metavar="RULE", help="id of a rule; 'redmark rules' lists them")
    parser.add_argument("--format", metavar="|".join(FORMATS), default="text", help="default text")
    packs.add_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints one page."""
    form = one_of("format", arguments.format, FORMATS)
    executable = _found(rulebook((*packs.extended(), *packs.folders(arguments))), arguments.rule)
    at = place_for(executable, vocabularies())
    lines = [_json(executable.rule, at)] if form == "json" else _page(executable.rule, at)
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))
    return 0


def _found(book: Rulebook, name: str) -> ExecutableRule:
    executable = book.rule(name)
    if executable is None:
        known = [each.rule.id for each in book.rules]
        raise UsageError(f"explain: there is no rule '{name}'{advice(name, known) or LISTED}")
    return executable


def _json(rule: Rule, at: dict[str, int | str]) -> str:
    """All that the rule file says, and how to set its findings aside."""
    said: dict[str, Any] = msgspec.to_builtins(rule)
    said = {key: value for key, value in said.items() if key not in ("path", "needs_date")}
    record = said | {"set_aside": {"rule": rule.id, "at": at}}
    return msgspec.json.format(msgspec.json.encode(record), indent=2).decode()


def _page(rule: Rule, at: dict[str, int | str]) -> Iterator[str]:
    yield f"{rule.id}: {rule.title}"
    yield ""
    since = f", since version {rule.since}" if rule.since else ""
    yield f"pack {rule.pack}{since}, {rule.severity}, confidence {rule.confidence}, {rule.status}"
    if rule.replaced_by:
        yield f"replaced by {rule.replaced_by}"
    if rule.tags:
        yield f"tags {', '.join(rule.tags)}"
    yield from _paragraph("", rule.rationale)
    yield from _paragraph("Says: ", rule.message)
    if rule.hint:
        yield from _paragraph("Hint: ", rule.hint)
    yield from _paragraph("Applies to: ", scope(rule))
    yield "Authority:"
    yield from (f"  {authority(citation)}" for citation in rule.citations)
    for title, examples in (("Fires on", rule.examples.invalid), ("Stays silent on", rule.examples.valid)):
        for example in examples:
            yield from _example(title, example)
    yield from _setting_aside(rule, at)


def _paragraph(label: str, text: str) -> Iterator[str]:
    yield ""
    yield from textwrap.wrap(label + text, WIDTH)


def _example(title: str, example: Example) -> Iterator[str]:
    yield ""
    dated = f" (a document of {example.dated})" if example.dated else ""
    yield f"{title}: {example.name}{dated}"
    lines = {place.line for place in example.finds}
    for number, line in enumerate(example.text.rstrip("\n").split("\n"), 1):
        if example.text:
            yield f"{'>' if number in lines else ' '}{number:>5} | {spelt(line)}".rstrip()
    for seen in example.observations:
        known = {key: value for key, value in msgspec.to_builtins(seen).items() if value is not None}
        yield f"  the reader observes {', '.join(f'{key} {value}' for key, value in known.items())}"


def _setting_aside(rule: Rule, at: dict[str, int | str]) -> Iterator[str]:
    yield ""
    yield "To set a finding aside, in redmark-suppressions.yaml (here the first one above):"
    yield from (f"  {line}" for line in entry(rule.id, at))
    if not rule.sensitive and (remark := comment(rule.id, at)):
        yield f"In Markdown and HTML also above the block: {remark}"
    yield "All that is found today: redmark check PATH --write-baseline FILE, then --baseline FILE"
    yield f'The rule altogether: ignore = ["{rule.id}"] in redmark.toml, or --ignore {rule.id}'
    if rule.sensitive:
        yield "Sensitive: no report shows what it found; --reveal shows it, on a terminal only"
