"""A text that is one marking and nothing else: a document of one banner or one portion mark, with its faults."""

import datetime

from validator.grammar.marking import MarkingReader, MarkingText
from validator.model.document import Document, SourceText
from validator.model.marked_nodes import Banner, WrittenFault, written_fault
from validator.model.nodes import Node, Portion
from validator.spans import LineIndex
from validator.vocabulary.eras import era_id
from validator.vocabulary.terms import Vocabularies


def parse_marking(
    source: SourceText, reader: MarkingReader, vocabularies: Vocabularies, as_of: datetime.date | None
) -> Document:
    """The document; what opens with a parenthesis is a portion mark."""
    text = source.text
    portion = text.lstrip().startswith("(")
    reading = reader.portion(text) if portion else reader.banner(text)
    return marking_document(source, reading, vocabularies, portion=portion, day=as_of, date_source="as-of")


def marking_document(
    source: SourceText,
    reading: MarkingText,
    vocabularies: Vocabularies,
    *,
    portion: bool,
    day: datetime.date | None,
    date_source: str | None,
) -> Document:
    """The document that a marking, already read, makes on a day."""
    text = source.text
    node = _portion(text, reading) if portion else _banner(text, reading)
    whole = text.strip()
    faults = tuple(written_fault(fault, fault.start, fault.end, node.kind, whole) for fault in reading.faults)
    nodes: dict[str, tuple[Node, ...]] = {node.kind: (node,)}
    if faults:
        nodes[WrittenFault.kind] = faults
    return Document(
        kind="marking",
        layout="unknown",
        source=source,
        nodes=nodes,
        date=day,
        date_source=date_source if day else None,
        era=era_id(day, vocabularies),
        level=reading.marking.level if reading.marking else None,
        line_starts=LineIndex.of(text).starts,
    )


def _banner(text: str, reading: MarkingText) -> Banner:
    marking = reading.marking
    level = marking.level if marking else None
    return Banner(start=0, end=len(text), place="top", written=text.strip(), marking=marking, level=level)


def _portion(text: str, reading: MarkingText) -> Portion:
    marking = reading.marking
    return Portion(
        start=0,
        end=len(text),
        place="paragraph",
        written=text.strip(),
        mark=text.strip("() \n"),
        level=marking.level if marking else None,
        known=not reading.faults,
        controls=marking.dissem if marking else (),
        marking=marking,
    )
