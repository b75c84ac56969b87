"""In the worker: the structure of an open document, and the words of its earlier revisions."""

from collections.abc import Iterator

from validator.model.nodes import Observation
from validator.readers.pdf.page.document import OpenDocument, Refusal
from validator.readers.pdf.protocol import Examined

try:
    from validator.readers.pdf import structure
except ImportError:  # pikepdf is an extra
    structure = None  # type: ignore[assignment]


def examined(document: OpenDocument, shown: str) -> Examined:
    """What the structure shows; earlier revisions are compared with `shown`, the text of the pages."""
    if structure is None:
        return Examined(not_checked=("the structure of the file: pikepdf is not installed",))
    options = document.options
    found = structure.observe(
        document.data,
        shown,
        options.max_objects,
        options.unpacked_bytes,
        side_channels=options.side_channels,
    )
    earlier = _earlier(document, found.revisions, shown)
    return Examined((*earlier, *found.observations), found.attached, found.not_checked)


def _earlier(document: OpenDocument, ends: tuple[int, ...], shown: str) -> Iterator[Observation]:
    for number, end in enumerate(ends, 1):
        observation = structure.revision_words(_text_of(document.data[:end], document), shown, number)
        if observation is not None:
            yield observation


def _text_of(data: bytes, current: OpenDocument) -> str:
    """The text of a revision; empty where the bytes were no whole file."""
    try:
        earlier = OpenDocument(data, current.options)
    except Refusal:
        return ""
    pages = min(earlier.pages, current.options.max_pages)
    text = " ".join(earlier.plain_text(number) for number in range(pages))
    earlier.close()
    return text
