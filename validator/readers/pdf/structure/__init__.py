"""What a PDF holds besides its pages: revisions, left-over objects, properties, attachments, bookmarks, fields, tags.

Runs in the child process, since qpdf is native code and the file may be made to break it.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

import msgspec
import pikepdf

from validator.model.nodes import Observation
from validator.readers.pdf.protocol import Attached
from validator.readers.pdf.structure import forms, leftovers, navigation, notes, properties, tags
from validator.readers.pdf.structure.attachments import attached_files
from validator.readers.pdf.structure.seen import Shown, seen
from validator.readers.pdf.structure.side_channels import observe_side_channels
from validator.readers.pdf.structure.words import absent, words

_Part: TypeAlias = Callable[[pikepdf.Pdf, Shown], Iterable[Observation]]

_PARTS: Final[dict[str, _Part]] = {
    "properties": properties.observe_properties,
    "bookmarks": navigation.observe_bookmarks,
    "destinations": navigation.observe_destinations,
    "form fields": forms.observe_forms,
    "tags": tags.observe_tags,
    "comments": notes.observe_comments,
    "links": notes.observe_links,
    "thumbnails": notes.observe_thumbnails,
    "scripts": notes.observe_scripts,
}
_SIDE_CHANNELS: Final[dict[str, _Part]] = {"side channels": observe_side_channels}
# What a damaged file makes pikepdf raise: its own errors, and those of Python for values of a wrong type.
_DAMAGE: Final = (
    pikepdf.PdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)


class Structure(msgspec.Struct, frozen=True):
    """What was seen; the files attached; where earlier revisions end; what could not be looked at, in words."""

    observations: tuple[Observation, ...]
    attached: tuple[Attached, ...]
    revisions: tuple[int, ...]
    not_checked: tuple[str, ...] = ()


def observe(
    data: bytes, page_text: str, most_objects: int, most_bytes: int, *, side_channels: bool = False
) -> Structure:
    """Looks through the structure of a PDF. `page_text` is what its pages show, with the notes drawn on them."""
    shown = Shown.of(page_text, most_objects)
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return _observed(pdf, data, shown, most_bytes, _PARTS | (_SIDE_CHANNELS if side_channels else {}))
    except _DAMAGE as error:
        return Structure((), (), (), (f"the structure of the file cannot be read ({type(error).__name__})",))


def _observed(
    pdf: pikepdf.Pdf, data: bytes, shown: Shown, most_bytes: int, parts: dict[str, _Part]
) -> Structure:
    failed: list[str] = []
    revisions = tuple(leftovers.revision_ends(data))
    found = [node for name, part in parts.items() for node in _guarded(name, part, pdf, shown, failed)]
    orphans = lambda pdf, shown: leftovers.observe_orphans(pdf, data, shown, revised=bool(revisions))  # noqa: E731
    found += _guarded("left-over objects", orphans, pdf, shown, failed)
    attached: tuple[Attached, ...] = ()
    try:
        attached = tuple(attached_files(pdf, shown, most_bytes))
    except _DAMAGE:
        failed.append("the attachments cannot be read")
    return Structure(tuple(found), attached, revisions, tuple(failed))


def _guarded(
    name: str, part: _Part, pdf: pikepdf.Pdf, shown: Shown, failed: list[str]
) -> Iterator[Observation]:
    """What a part of the structure shows, up to the place where it is damaged."""
    try:
        yield from part(pdf, shown)
    except _DAMAGE:
        failed.append(f"the {name} cannot be read")


def revision_words(earlier: str, page_text: str, number: int) -> Observation | None:
    """An observation of what an earlier revision, counted from 1, showed and the current one lacks."""
    lost = absent(earlier, words(page_text))
    return seen("earlier-revision", lost, part=f"revision {number}") if lost else None
