"""Adds to the text of a PDF what its structure holds, and what is in the files attached to it."""

from collections.abc import Iterator

from msgspec.structs import replace

from validator.model.document import SourceText
from validator.model.hidden import Hidden
from validator.model.nodes import Node, Observation
from validator.readers.enclosed import Reader, one_deeper, placed, read_enclosed
from validator.readers.options import ReadOptions
from validator.readers.pdf.protocol import Attached, Examined


def with_structure(
    source: SourceText, examined: Examined, options: ReadOptions, read_nested: Reader
) -> SourceText:
    """The source with the observations of its structure and of its attachments, and what was not looked into."""
    starts = {stretch.page: stretch.start for stretch in source.stretches}
    found = [_at(node, starts.get(node.page, 0)) for node in examined.observations]
    skipped = [*source.not_checked, *examined.not_checked]
    for number, attached in enumerate(examined.attached, 1):
        found += _of_attachment(f"attachment {number}", attached, options, read_nested, skipped)
    every: list[Node] = [*source.observations, *found]
    every.sort(key=lambda node: node.start)
    return replace(source, observations=tuple(every), not_checked=tuple(skipped))


def _at(node: Observation, start: int) -> Observation:
    return replace(node, start=start, end=start)


def _of_attachment(
    part: str, attached: Attached, options: ReadOptions, read_nested: Reader, skipped: list[str]
) -> Iterator[Observation]:
    """The attachment, with its name and text for lists of withheld words, and what hides in it."""
    inner = _read(part, attached, options, read_nested, skipped)
    text = attached.name if inner is None else f"{attached.name}\n{inner.text}"
    yield Observation(start=0, end=0, name="attachment", part=part, hidden=Hidden(text))
    for node in inner.observations if inner is not None else ():
        if isinstance(node, Observation):
            yield placed(part, node)
    skipped += [f"{part}: {reason}" for reason in (inner.not_checked if inner is not None else ())]


def _read(
    part: str, attached: Attached, options: ReadOptions, read_nested: Reader, skipped: list[str]
) -> SourceText | None:
    if attached.data is None:
        skipped.append(f"{part}: larger than what may be unpacked")
        return None
    inner = one_deeper(part, options, skipped)
    if inner is None:
        return None
    return read_enclosed(part, attached.name, attached.data, inner, read_nested, skipped)
