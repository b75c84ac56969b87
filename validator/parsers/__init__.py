"""From text to document: the parser that knows the kind reads it; what no parser knows is kind `unknown`."""

import datetime
from functools import cache, partial
from typing import TYPE_CHECKING

from validator.model.document import Document, SourceText
from validator.model.nodes import Node
from validator.parsers.release.signs import has_release_marks, has_withheld_places
from validator.parsers.telegram.parse import TelegramParser
from validator.vocabulary.terms import Vocabularies

# A telegram needs neither of these, and loading them would cost as much as all else: see docs/measurements.md.
if TYPE_CHECKING:
    from validator.grammar.marking import MarkingReader
    from validator.parsers.memo.parse import MemoParser
    from validator.parsers.release.parse import ReleaseParser

KINDS = ("auto", "marking", "memo", "release", "telegram")


def parse(
    source: SourceText, vocabularies: Vocabularies, *, kind: str = "auto", as_of: datetime.date | None = None
) -> Document:
    """The document that a text is. `kind` says so beforehand; `as_of` dates a document that bears no date.

    A release wraps a document of any kind: what it put on the pages is undone for the parser of that kind.
    """
    if kind == "marking":
        return _inside(source, vocabularies, kind=kind, as_of=as_of)
    inside = partial(
        _inside, vocabularies=vocabularies, kind="auto" if kind == "release" else kind, as_of=as_of
    )
    if kind == "release" or has_release_marks(source.text, vocabularies):
        return _release_parser(vocabularies).parse(source, as_of, inside, certain=kind == "release")
    document = inside(source)
    if has_withheld_places(source.text, vocabularies, telegram=document.kind == "telegram"):
        return _release_parser(vocabularies).parse(source, as_of, inside, found=document)
    return document


def _inside(
    source: SourceText, vocabularies: Vocabularies, *, kind: str, as_of: datetime.date | None
) -> Document:
    telegram, memo = _telegram_parser(vocabularies), _memo_parser
    if kind == "telegram":
        return telegram.parse(source, as_of, certain=True) or _unknown(source)
    if kind == "marking":
        from validator.parsers.marking import parse_marking

        return parse_marking(source, _marking_reader(vocabularies), vocabularies, as_of)
    if kind == "memo":
        return memo(vocabularies).parse(source, as_of, certain=True) or _unknown(source)
    # Lines of a telegram are surest, then marks of a document, then the body of a telegram alone; levels that only
    # stand on lines of their own are the weakest sign.
    return (
        telegram.parse(source, as_of, body_alone=False)
        or memo(vocabularies).parse(source, as_of, otherwise=partial(telegram.parse, source, as_of))
        or _unknown(source)
    )


@cache
def _telegram_parser(vocabularies: Vocabularies) -> TelegramParser:
    """Built once for each set of vocabularies: its tables and patterns cost more than a telegram."""
    return TelegramParser(vocabularies)


@cache
def _memo_parser(vocabularies: Vocabularies) -> "MemoParser":
    """Built on the first text that is no telegram: its tables cost more than many telegrams."""
    from validator.parsers.memo.parse import MemoParser

    return MemoParser(vocabularies)


@cache
def _release_parser(vocabularies: Vocabularies) -> "ReleaseParser":
    """Built on the first text that bears a mark of a release."""
    from validator.parsers.release.parse import ReleaseParser

    return ReleaseParser(vocabularies)


@cache
def _marking_reader(vocabularies: Vocabularies) -> "MarkingReader":
    """Built on the first text that is one marking."""
    from validator.grammar.marking import MarkingReader

    return MarkingReader(vocabularies)


def _unknown(source: SourceText) -> Document:
    nodes: dict[str, tuple[Node, ...]] = {"observation": source.observations} if source.observations else {}
    return Document(kind="unknown", layout="unknown", source=source, nodes=nodes)
