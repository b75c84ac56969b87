"""`redmark explain`: what one rule is for."""

import argparse
import sys
import textwrap
from collections.abc import Iterator
from typing import Final

from validator.api.checking import rulebook
from validator.cli import packs
from validator.engine.settings import LISTED
from validator.errors import UsageError
from validator.rulebook import Citation, Example, Rule, Rulebook
from validator.strictyaml.spelling import advice

WIDTH: Final = 100


def configure(parser: argparse.ArgumentParser) -> None:
    """The rule."""
    parser.epilog = "example:\n  redmark explain paragraph-number-gap\n"
    parser.add_argument("rule", metavar="RULE", help="id of a rule; 'redmark rules' lists them")
    packs.add_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints one page."""
    rule = _found(rulebook(packs.folders(arguments)), arguments.rule)
    sys.stdout.buffer.write("".join(f"{line}\n" for line in _page(rule)).encode())
    return 0


def _found(book: Rulebook, name: str) -> Rule:
    rules = {each.rule.id: each.rule for each in book.rules}
    if name not in rules:
        raise UsageError(f"explain: there is no rule '{name}'{advice(name, rules) or LISTED}")
    return rules[name]


def _page(rule: Rule) -> Iterator[str]:
    yield f"{rule.id}: {rule.title}"
    yield ""
    yield f"pack {rule.pack}, {rule.severity}, confidence {rule.confidence}, {rule.status}"
    if rule.replaced_by:
        yield f"replaced by {rule.replaced_by}"
    yield from _paragraph("", rule.rationale)
    yield from _paragraph("Says: ", rule.message)
    if rule.hint:
        yield from _paragraph("Hint: ", rule.hint)
    yield ""
    yield "Applies to: " + ("; ".join(_scope(rule)) or "every document")
    yield "Authority:"
    yield from (f"  {_authority(citation)}" for citation in rule.citations)
    for title, examples in (("Fires on", rule.examples.invalid), ("Stays silent on", rule.examples.valid)):
        for example in examples:
            yield from _example(title, example)


def _paragraph(label: str, text: str) -> Iterator[str]:
    yield ""
    yield from textwrap.wrap(label + text, WIDTH)


def _scope(rule: Rule) -> Iterator[str]:
    applies = rule.applies_to
    named = (("kinds", applies.kinds), ("eras", applies.eras), ("dialects", applies.dialects))
    yield from (f"{label} {', '.join(values)}" for label, values in named if values)
    if applies.in_force:
        first, last = applies.in_force.starts, applies.in_force.ends
        yield f"documents from {first or 'the beginning'} until {last or 'today'}"
    if applies.needs:
        yield f"needs {', '.join(applies.needs)}"


def _authority(citation: Citation) -> str:
    limits = (("from", citation.starts), ("until", citation.ends), ("dialect", citation.dialect))
    known = ", ".join(f"{word} {limit}" for word, limit in limits if limit)
    return f"{citation.cite} ({known})" if known else citation.cite


def _example(title: str, example: Example) -> Iterator[str]:
    yield ""
    yield f"{title}: {example.name}"
    lines = {place.line for place in example.finds}
    for number, line in enumerate(example.text.splitlines(), 1):
        yield f"{'>' if number in lines else ' '}{number:>5} | {line}".rstrip()
