"""A file within a file: what is attached is read as any file is, and what hides in it is placed by the attachment."""

from collections.abc import Callable
from typing import Final, TypeAlias

from msgspec.structs import replace

from validator.errors import UnreadableError
from validator.model.document import SourceText
from validator.model.nodes import Observation
from validator.readers.options import ReadOptions

Reader: TypeAlias = Callable[[str, bytes, ReadOptions], SourceText]

_TOO_DEEP: Final = "attachments within attachments are not followed any deeper"


def one_deeper(place: str, options: ReadOptions, skipped: list[str]) -> ReadOptions | None:
    """The options for what is attached at `place`; None, and a line more in `skipped`, where it is nested too deep."""
    if options.max_nesting >= 1:
        return replace(options, max_nesting=options.max_nesting - 1)
    skipped.append(f"{place}: {_TOO_DEEP}")
    return None


def not_followed(name: str, data: bytes, options: ReadOptions) -> SourceText:
    """The reader of whoever follows nothing: always UnreadableError."""
    raise UnreadableError(name, _TOO_DEEP)


def placed(place: str, node: Observation) -> Observation:
    """An observation in what is attached, by its place in the whole."""
    own = f"page {node.page}" if node.page else node.part
    return replace(node, start=0, end=0, page=None, part=f"{place}, {own}" if own else place)


def read_enclosed(
    place: str, name: str, data: bytes, options: ReadOptions, read: Reader, skipped: list[str]
) -> SourceText | None:
    """What `read` makes of it; None, and the reason in `skipped`, where it cannot be read."""
    try:
        return read(name, data, options)
    except UnreadableError as error:
        skipped.append(f"{place}: {error.reason}")
        return None
