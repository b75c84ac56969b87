"""Small documents and vocabularies for the tests of checks."""

from collections import defaultdict
from datetime import date

import msgspec

from validator.checks import Params, compile_check
from validator.model.document import Document, SourceText
from validator.model.nodes import Node, Paragraph
from validator.vocabulary.terms import Term, Vocabularies, Vocabulary

VOCABULARIES = Vocabularies(
    [
        Vocabulary("eras", "Eras", "invented", (Term("eo12356"), Term("eo12958"))),
        Vocabulary(
            "tags",
            "Tags",
            "invented",
            (Term("PREL", group="subject"), Term("PGOV", group="subject"), Term("KZ", group="country")),
        ),
    ]
)


def document(*nodes: Node, **facts: object) -> Document:
    by_kind: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        by_kind[node.kind].append(node)
    source = SourceText("made.txt", "text", "", "")
    grouped = {kind: tuple(of_kind) for kind, of_kind in by_kind.items()}
    return Document("telegram", "acp127", source, grouped, **facts)  # type: ignore[arg-type]


def paragraphs(*numbers: int | None) -> tuple[Paragraph, ...]:
    """Paragraphs of these numbers that start at 10, 20, 30…"""
    return tuple(
        Paragraph(start=10 * place, end=10 * place + 9, number=number, written=str(number), marked=True)
        for place, number in enumerate(numbers, 1)
    )


def params(check: dict[str, object]) -> Params:
    return msgspec.convert(check, type=Params)


def hits(check: dict[str, object], found_in: Document) -> list[tuple[int | None, dict[str, object]]]:
    """Where the check fires, and with what data."""
    run = compile_check(params(check), VOCABULARIES)
    return [(hit.node.start if hit.node else None, hit.data) for hit in run(found_in)]


DAY = date(2006, 11, 27)
