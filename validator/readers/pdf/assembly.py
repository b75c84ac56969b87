"""From what was read of the pages to the text of a file, with its observations in place."""

import hashlib
import re
from collections.abc import Iterable
from typing import Final

from validator.model.document import SourceText, Stretch
from validator.model.nodes import Observation
from validator.readers.pdf.protocol import PageRead, Sighting

PAGE_BREAK: Final = "\n\f"

# A court's own redactions leave dates, and scanning programs put stamps of the day under pictures.
_DATE: Final = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
_COVERED: Final = frozenset({"covered-text", "light-covered-text", "ocr-text-under-box", "same-colour-text"})


def assemble(name: str, data: bytes, pages: Iterable[PageRead], not_checked: Iterable[str]) -> SourceText:
    """The text of all pages, one after the other."""
    texts: list[str] = []
    stretches: list[Stretch] = []
    observations: list[Observation] = []
    skipped: list[str] = []
    start = 0
    for page in pages:
        stretches.append(Stretch(start, page.page + 1))
        observations += [_observation(sighting, start, page.page + 1) for sighting in page.sightings]
        skipped += [f"page {page.page + 1}: {what}" for what in page.not_checked]
        texts.append(page.text)
        start += len(page.text) + len(PAGE_BREAK)
    return SourceText(
        name,
        "pdf",
        PAGE_BREAK.join(texts),
        hashlib.sha256(data).hexdigest(),
        tuple(_without_dates(observations)),
        tuple(stretches),
        (*skipped, *not_checked),
    )


def _observation(sighting: Sighting, start: int, page: int) -> Observation:
    text = sighting.hidden.text if sighting.hidden is not None else ""
    return Observation(
        start=start,
        end=start,
        name=sighting.name,
        value=sum(not sign.isspace() for sign in text),
        page=page,
        cover=sighting.cover,
        box=_rounded(sighting.box),
        hidden=sighting.hidden,
    )


def _rounded(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, bottom, right, top = box
    return round(left, 1), round(bottom, 1), round(right, 1), round(top, 1)


def _without_dates(observations: list[Observation]) -> list[Observation]:
    """All observations; without the covered ones when all that is covered in the document is dates."""
    covered = [one for one in observations if one.name in _COVERED]
    words = [word for one in covered if one.hidden is not None for word in one.hidden.text.split()]
    if not words or not all(_DATE.fullmatch(word) for word in words):
        return observations
    return [one for one in observations if one.name not in _COVERED]
