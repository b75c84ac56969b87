"""What hangs on pages: comments, links, small pictures; and scripts anywhere."""

import re
from collections.abc import Iterator
from typing import Final

import pikepdf
from pikepdf import Dictionary, Name

from validator.model.nodes import Observation
from validator.readers.pdf.structure.seen import Shown, seen
from validator.readers.pdf.structure.tree import (
    PdfObject,
    annotations,
    child,
    dictionaries,
    names,
    subtype,
    text_of,
)
from validator.readers.percent import decoded

# Free text and fields are shown on the page, links have targets of their own, and a pop-up repeats its parent.
_NO_COMMENT: Final = frozenset({"FreeText", "Link", "Popup", "Redact", "Widget"})
_WEB: Final = re.compile(r"(?:https?|ftp)://|www\.|#", re.IGNORECASE)


def observe_comments(pdf: pikepdf.Pdf, shown: Shown) -> Iterator[Observation]:
    """An observation for each annotation with words that no page shows."""
    for page, annotation in annotations(pdf, shown.most):
        if subtype(annotation) in _NO_COMMENT:
            continue
        text = " ".join(text_of(annotation.get(key)) for key in ("/Contents", "/Subj"))
        found = shown.absent(text)
        if found and text_of(annotation.get("/Contents")):
            yield seen("comment", found, page=page)


def observe_links(pdf: pikepdf.Pdf, shown: Shown) -> Iterator[Observation]:
    """An observation for each link to a person or a file with words that no page shows; the web is left alone."""
    for page, annotation in annotations(pdf, shown.most):
        target = _target(annotation.get("/A")) if subtype(annotation) == "Link" else ""
        found = shown.absent(_bare(decoded(target))) if target and not _WEB.match(target) else ()
        if found:
            yield seen("link-target", found, page=page)


def _bare(target: str) -> str:
    """An address without its scheme and what follows it."""
    return target.removeprefix("mailto:").partition("?")[0]


def _target(action: PdfObject) -> str:
    if not isinstance(action, Dictionary):
        return ""
    file: PdfObject = action.get("/F")
    name = text_of(file) or text_of(child(file, "/UF")) or text_of(child(file, "/F"))
    return text_of(action.get("/URI")) or name


def observe_thumbnails(pdf: pikepdf.Pdf, shown: Shown) -> Iterator[Observation]:
    """An observation for each page that keeps a small picture of itself."""
    for number, page in enumerate(pdf.pages, 1):
        if "/Thumb" in page.obj:
            yield seen("thumbnail", page=number)


def observe_scripts(pdf: pikepdf.Pdf, shown: Shown) -> Iterator[Observation]:
    """One observation for each script, wherever it starts from."""
    scripts = [value for _, value in names(child(pdf.Root, "/Names", "/JavaScript"), shown.most)]
    roots = [child(pdf.Root, "/OpenAction"), child(pdf.Root, "/AA"), child(pdf.Root, "/AcroForm", "/Fields")]
    roots += [child(page.obj, "/AA") for page in pdf.pages]
    roots += [annotation.get(key) for _, annotation in annotations(pdf, shown.most) for key in ("/A", "/AA")]
    for root in roots:
        scripts += [
            action for action in dictionaries(root, shown.most) if action.get("/S") == Name.JavaScript
        ]
    distinct = {
        script.objgen if script.is_indirect else (0, -place): script for place, script in enumerate(scripts)
    }
    for number, script in enumerate(distinct.values(), 1):
        yield seen("script", part=f"script {number}", text=_program(script))


def _program(action: PdfObject) -> str:
    source = child(action, "/JS")
    return source.read_bytes().decode("latin-1") if isinstance(source, pikepdf.Stream) else text_of(source)
