"""What a banner, a portion mark or the opening line of a telegram says, in words."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, TypeAlias, cast

import msgspec

from validator.engine.marking import meaning_of
from validator.grammar.marking import MarkingReader
from validator.model.document import Document
from validator.model.level import Level
from validator.model.marked_nodes import Banner, WrittenFault
from validator.model.nodes import ClassificationLine, Node, Portion
from validator.vocabulary.load import builtin

Parts: TypeAlias = tuple[tuple[str, str], ...]


class Words(msgspec.Struct, frozen=True):
    """A marking at a place of a document, and for each of its parts what is written there and what it means."""

    start: int
    end: int
    parts: Parts


@cache
def reader() -> MarkingReader:
    """Made once: its tables cost more than many markings."""
    return MarkingReader(builtin())


def words_at(document: Document, offset: int) -> Words | None:
    """What the marking at an offset says; None where none stands there."""
    for kind, say in _SAYING.items():
        for node in document.of(kind):
            start, end = _place(node)
            if start <= offset <= end:
                parts = say(node)
                if parts:
                    return Words(start, end, parts)
    return None


def _place(node: Node) -> tuple[int, int]:
    """The whole marking, of which a fault may be a part only."""
    if isinstance(node, WrittenFault):
        return node.whole_start, node.whole_start + len(node.whole)
    return node.start, node.end


def _of_banner(node: Node) -> Parts:
    return _read(cast(Banner, node).written, portion=False)


def _of_portion(node: Node) -> Parts:
    """A mark as it stands; in a telegram its canonical form, as spellings were free there."""
    portion = cast(Portion, node)
    parts = _read(portion.written if portion.marking is not None else portion.mark, portion=True)
    if parts or portion.level is None:
        return parts
    return ((portion.mark, _meaning_of_level(portion.level)),)


def _of_fault(node: Node) -> Parts:
    fault = cast(WrittenFault, node)
    return _read(fault.whole, portion=fault.place != "banner")


def _read(written: str, *, portion: bool) -> Parts:
    reading = reader().portion(written) if portion else reader().banner(written)
    return tuple((part.written, meaning_of(part)) for part in reading.parts)


def _of_opening(node: Node) -> Parts:
    """The line that opens the text of a telegram: level, control, section, post and number."""
    return tuple(_opening(cast(ClassificationLine, node)))


def _opening(line: ClassificationLine) -> Iterator[tuple[str, str]]:
    if line.level is not None:
        yield line.level.title, _meaning_of_level(line.level)
    if line.control is not None:
        parts = _read(line.control, portion=True)
        yield line.control, "; ".join(meaning for _, meaning in parts) or "a control, which is no level"
    if line.section is not None:
        yield f"{line.section:02}", f"section {line.section} of {line.total or 'an unknown number'}"
    if line.number is not None:
        yield line.number_written or str(line.number), f"message {line.number} of {line.post or 'this post'}"


def _meaning_of_level(level: Level) -> str:
    return reader().tables.entries[level.title].meaning


_SAYING: Final[dict[str, Callable[[Node], Parts]]] = {
    "portion": _of_portion,
    "banner": _of_banner,
    "marking_fault": _of_fault,
    "classification_line": _of_opening,
}
