"""What the editor shows beside the pointer: the meaning of a marking, or what a rule is for."""

from collections.abc import Iterator

from lsprotocol.types import Hover, MarkupContent, MarkupKind

from validator.api.checking import rulebook
from validator.engine.masking import printable
from validator.lsp.marking_words import Words, words_at
from validator.lsp.open_documents import OpenDocument
from validator.lsp.projects import Setup
from validator.lsp.rule_places import id_at
from validator.model.document import Document
from validator.rulebook import Rule


def hover_on_rule(document: OpenDocument, offset: int, setup: Setup) -> Hover | None:
    """What a rule is for whose id stands at an offset."""
    place = id_at(document, offset)
    if place is None:
        return None
    name = document.text[place[0] : place[1]]
    rule = next((each.rule for each in rulebook(setup.packs).rules if each.rule.id == name), None)
    return _hover(_rule(rule), document, *place) if rule is not None else None


def hover_on_marking(document: OpenDocument, offset: int, understood: Document) -> Hover | None:
    """What the marking at an offset says."""
    words = words_at(understood, offset)
    return _hover(_marking(words), document, words.start, words.end) if words is not None else None


def _hover(paragraphs: Iterator[str], document: OpenDocument, start: int, end: int) -> Hover:
    content = MarkupContent(MarkupKind.Markdown, "\n\n".join(paragraphs))
    return Hover(content, document.lines.range(start, end))


def _rule(rule: Rule) -> Iterator[str]:
    yield f"**{rule.id}**: {rule.title}"
    yield f"pack {rule.pack}, {rule.severity}, {rule.status}"
    yield " ".join(rule.rationale.split())
    yield "Authority: " + "; ".join(citation.cite for citation in rule.citations)


def _marking(words: Words) -> Iterator[str]:
    yield "\n".join(f"- {_code(written)}: {meaning}" for written, meaning in words.parts)


def _code(written: str) -> str:
    """The words of a document as code, so that none of them counts as Markdown."""
    return f"`{printable(written).replace('`', ' ')}`"
