"""Words of the properties of a PDF, in its information dictionary and in XMP, that no page shows."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import ParseError

import pikepdf

from validator.model.nodes import Observation
from validator.readers.pdf.structure.seen import Shown, seen
from validator.readers.pdf.structure.tree import text_of

# Who made the file with what and when is on nearly every file, and tells nothing of the document.
_OF_PROGRAMS: Final = re.compile(
    r"/(?:Creat|Mod|Producer|SourceModified|Trapped|GTS_|PTEX|PDF|PXC|ICN|EPS|ContentType|MSIP|_|.*(?:Version|Date)$)"
)
_XMP_OF_DOCUMENT: Final = ("dc:description", "dc:subject", "dc:title", "pdf:Keywords")
_XMP_OF_PERSONS: Final = ("dc:creator", "dc:contributor")
_AUTHOR: Final = "/Author"
# `Microsoft Word - report.docx` is what a printer driver takes for a title: the name of the file.
_FILE_NAME: Final = re.compile(
    r"(?:microsoft \w+ - )?\S*\.[a-z]{3,4}|untitled.*|document\d*|\(?anonymous\)?|unspecified|none|0x[0-9a-f]+"
)
_PROGRAM_TITLE: Final = re.compile(r"\AMicrosoft \w+ - |\.(?:docx?|pdf|pptx?|rtf|xlsx?)\Z", re.IGNORECASE)
_MOST: Final = 64  # properties that are looked at
_LONGEST: Final = 10_000  # characters of one that are


def observe_properties(pdf: pikepdf.Pdf, shown: Shown) -> Iterator[Observation]:
    """An observation for each property with words that no page shows."""
    said: set[str] = set()
    for part, text in (*_information(pdf), *_xmp(pdf)):
        is_name = _FILE_NAME.fullmatch(text.casefold().strip())
        found = () if is_name else shown.absent(_PROGRAM_TITLE.sub("", text))
        fresh = [word for word in found if word not in said]
        if fresh:
            said.update(fresh)
            yield seen("metadata-words", fresh, part=part)


def _information(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    for key, value in list(pdf.docinfo.items())[:_MOST]:
        if not _OF_PROGRAMS.match(key):
            part = "author" if key == _AUTHOR else "properties"
            yield part, text_of(value)[:_LONGEST]


def _xmp(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    if "/Metadata" not in pdf.Root:
        return
    try:
        # Not opened by `with`, which would write it again.
        metadata = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
        for keys, part in ((_XMP_OF_DOCUMENT, "properties"), (_XMP_OF_PERSONS, "author")):
            for key in keys:
                yield part, _as_text(metadata.get(key))[:_LONGEST]
    except (ParseError, ValueError, pikepdf.PdfError):
        return  # XMP that cannot be read; readers of XMP cannot read it either


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return value
    return " ".join(map(str, value)) if isinstance(value, list | set | tuple) else ""
