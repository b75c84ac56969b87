"""Documents, rules and vocabularies made by hand, so that the engine is tested without parser or rule files."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from validator.checks import Check, Hit, Predicate
from validator.checks.forbidden import Forbidden
from validator.engine.excerpt import Excerpt
from validator.engine.masking import Lexicon
from validator.model.document import Document, SourceText
from validator.model.nodes import Node
from validator.rulebook import AppliesTo, Example, Examples, ExecutableRule, Pack, Rule, Rulebook
from validator.vocabulary.terms import Vocabularies

LEXICON = Lexicon(
    terms=frozenset({"ASTANA", "PREL", "NODIS", "C", "S//NF", "TEL AVIV"}),
    words=frozenset(
        [
            "BY",
            "CLASSIFIED",
            "CONFIDENTIAL",
            "NF",
            "OF",
            "REASONS",
            "SBU",
            "SECRET",
            "SECTION",
            "SUBJECT",
            "TAGS",
        ]
    ),
    captions=frozenset({"NODIS", "ROGER CHANNEL"}),
    posts=frozenset({"ASTANA", "TEL AVIV"}),
    tags=frozenset({"PREL", "KZ"}),
)
MASKED = Excerpt("masked", LEXICON)
FULL = Excerpt("full", LEXICON)
NONE = Excerpt("none", LEXICON)


def document(text: str = "", *nodes: Node, **facts: Any) -> Document:
    """A telegram with these nodes and facts."""
    by_kind: dict[str, tuple[Node, ...]] = {}
    for node in nodes:
        by_kind[node.kind] = (*by_kind.get(node.kind, ()), node)
    source = SourceText(facts.pop("name", "cable.txt"), "text", text, "0" * 64)
    known: dict[str, Any] = {"kind": "telegram", "layout": "acp127"} | facts
    return Document(source=source, nodes=by_kind, **known)


def rule(rule_id: str = "some-rule", hits: Iterable[Hit] = (), **fields: Any) -> ExecutableRule:
    """A rule that finds the given hits in every document."""
    found = tuple(hits)
    examples = Examples((Example("bad", "text"),), (Example("good", "text"),))
    texts: dict[str, Any] = {"title": rule_id, "message": "something is wrong", "rationale": "because"}
    states: dict[str, Any] = {"status": "stable", "severity": "warning", "confidence": "high"}
    rest: dict[str, Any] = {
        "citations": (),
        "check": Forbidden("document"),
        "examples": examples,
        "pack": "telegram",
    }
    when = fields.pop("when", lambda _: True)
    run = fields.pop("run", lambda _: found)
    return executable(Rule(id=rule_id, **(texts | states | rest | fields)), run, when)


def executable(rule: Rule, run: Check, when: Predicate) -> ExecutableRule:
    """A rule with these functions in place of those that its file asks for."""
    made = ExecutableRule(rule, Vocabularies(()))
    made.__dict__.update(run=run, when=when)
    return made


def applies(**fields: Any) -> AppliesTo:
    """Where a rule applies."""
    return AppliesTo(**fields)


def rulebook(*rules: ExecutableRule) -> Rulebook:
    """A rulebook of the packs telegram (on) and house (off)."""
    packs = (Pack("house", "House", "1", False, "here"), Pack("telegram", "Telegram", "1", True, "here"))
    return Rulebook(packs, tuple(rules))


DAY = date(2006, 11, 27)
