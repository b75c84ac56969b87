"""A document and its redacted copy: what was taken out, and what of it should worry whoever releases the copy."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final

from msgspec.structs import replace

from validator.engine.alignment import Change, changes
from validator.engine.withheld import WithheldList, observed, words_of
from validator.model.document import Document, SourceText
from validator.model.hidden import Hidden
from validator.model.nodes import Node, Observation, Paragraph, Portion
from validator.readers.shown_words import holds_redaction

KIND: Final = "comparison"
UNMARKED_PDF: Final = "marks at the places of deletions: those of a PDF are drawn, and not part of its text"
_NAME: Final = re.compile(r"[^\W\d_][\w'’.-]*")
_LONG_NUMBER: Final = re.compile(r"\d[\d-]{3,}\d")
_FEWEST: Final = 2  # words of a name; a single one is too often a word of the language
_DECLASSIFIED: Final = "release_stamp"
_BANNERS: Final = "banner"


def compared(original: Document, redacted: Document) -> Document:
    """The redacted document with an observation for each change and each worry, besides those of its reader."""
    old, new = original.source, redacted.source
    found = list(changes(old.text, new.text))
    nodes: list[Node] = [*new.observations]
    for change in found:
        nodes += _of_change(change, old.text, new.text, drawn=new.format == "pdf")
    nodes += _elsewhere(found, old.text, new)
    nodes += _of_markings(original, redacted)
    nodes.sort(key=attrgetter("start"))
    skipped = (UNMARKED_PDF,) if new.format == "pdf" else ()
    source = replace(new, not_checked=(*new.not_checked, *skipped))
    by_kind = redacted.nodes | {"observation": tuple(nodes)}
    return replace(redacted, kind=KIND, nodes=by_kind, source=source)


def _of_change(change: Change, old: str, new: str, *, drawn: bool) -> Iterator[Node]:
    """What was taken out, with or without a mark at its place; and what was put in that is no mark."""
    written = new[change.new_start : change.new_end]
    marked = holds_redaction(written)
    if change.words:
        taken = Hidden(old[change.start : change.end])
        yield _seen("deletion", change, change.words, taken)
        if not marked and not drawn:
            yield _seen("deletion-without-mark", change, change.words, taken)
    if change.new_words and not marked:
        yield _seen("addition", change, change.new_words, None)


def _seen(name: str, change: Change, value: int, hidden: Hidden | None) -> Observation:
    return Observation(start=change.new_start, end=change.new_end, name=name, value=value, hidden=hidden)


def _elsewhere(found: Iterable[Change], old: str, new: SourceText) -> Iterator[Node]:
    """Names and long numbers that were taken out and still stand somewhere, on a page or in what it hides."""
    taken = (old[change.start : change.end] for change in found if change.words)
    names = {name for text in taken for name in _names(text)}
    if not names:
        return
    for node in observed(new, WithheldList(plain=frozenset(names))):
        if isinstance(node, Observation):
            yield replace(node, name="deleted-words-elsewhere")


def _names(text: str) -> Iterator[tuple[str, ...]]:
    """Runs of capitalised words, and long numbers: what a deletion is mostly meant to hide."""
    for is_name, run in groupby(text.split(), key=_is_name_like):
        words = words_of(" ".join(run))
        if is_name and len(words) >= _FEWEST:
            yield words
    for number in _LONG_NUMBER.findall(text):
        yield words_of(number)


def _is_name_like(word: str) -> bool:
    match = _NAME.match(word.lstrip("(\"'“‘"))
    return match is not None and match[0][0].isupper() and not match[0].isupper()


def _of_markings(original: Document, redacted: Document) -> Iterator[Node]:
    """Markings that differ where nothing says that the copy was declassified, and numbers that differ."""
    declassified = bool(redacted.of(_DECLASSIFIED))
    if (not declassified and _level_line(original) != _level_line(redacted)) or (
        not declassified and _raised_or_lowered(original, redacted)
    ):
        yield Observation(start=0, end=0, name="marking-changed")
    if _numbers(original) != _numbers(redacted):
        yield Observation(start=0, end=0, name="numbering-changed")


def _level_line(document: Document) -> tuple[object, ...]:
    banners = tuple(getattr(node, "written", None) for node in document.of(_BANNERS)[:1])
    return (document.level, document.control, *banners)


def _raised_or_lowered(original: Document, redacted: Document) -> bool:
    """Whether a mark stands in the copy that does not follow the marks of the original in order."""
    marks = iter(_marks(original))
    return not all(any(mark == known for known in marks) for mark in _marks(redacted))


def _marks(document: Document) -> list[str]:
    return [node.mark for node in document.of("portion") if isinstance(node, Portion) and node.known]


def _numbers(document: Document) -> list[int | None]:
    return [node.number for node in document.of("paragraph") if isinstance(node, Paragraph)]
