"""From text to document: the parser that knows the kind reads it; what no parser knows is kind `unknown`."""

import datetime
from functools import cache

from validator.model.document import Document, SourceText
from validator.model.nodes import Node
from validator.parsers.telegram.parse import TelegramParser
from validator.vocabulary.terms import Vocabularies

KINDS = ("auto", "telegram")


def parse(
    source: SourceText, vocabularies: Vocabularies, *, kind: str = "auto", as_of: datetime.date | None = None
) -> Document:
    """The document that a text is. `kind` says so beforehand; `as_of` dates a document that bears no date."""
    telegram = _telegram_parser(vocabularies).parse(source, as_of, certain=kind == "telegram")
    return telegram or _unknown(source)


@cache
def _telegram_parser(vocabularies: Vocabularies) -> TelegramParser:
    """Built once for each set of vocabularies: its tables and patterns cost more than a telegram."""
    return TelegramParser(vocabularies)


def _unknown(source: SourceText) -> Document:
    nodes: dict[str, tuple[Node, ...]] = {"observation": source.observations} if source.observations else {}
    return Document(kind="unknown", layout="unknown", source=source, nodes=nodes)
