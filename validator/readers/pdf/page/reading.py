"""One page: the fast pass, the closer look where it is needed, and the text that is left."""

import re
from typing import Final

from validator.model.hidden import Hidden
from validator.readers.options import ReadOptions
from validator.readers.pdf.page import boxes, pixels, scan_boxes, scans
from validator.readers.pdf.page.annotations import annotations
from validator.readers.pdf.page.characters import Characters
from validator.readers.pdf.page.cropped_pictures import cropped
from validator.readers.pdf.page.judgement import Judge, Verdict
from validator.readers.pdf.page.native import Box, Pdfium
from validator.readers.pdf.page.pieces import Text, Walk
from validator.readers.pdf.page.pixels import Painter, Picture
from validator.readers.pdf.page.reading_order import visible_text
from validator.readers.pdf.page.retyped import Page
from validator.readers.pdf.page.sightings import sightings
from validator.readers.pdf.page.suspicion import Suspect, grouped, outside, suspects, without_shadows
from validator.readers.pdf.protocol import PageRead, Sighting

_WORDLESS: Final = re.compile(r"[\s!-/:-@\[-`{-~\u00b7\u2010-\u2027\u2030-\u205e]+")
_TOO_LARGE: Final = "it is too large to be painted"


class PageReading:
    """The reading of one page that is open in PDFium."""

    def __init__(self, pdfium: Pdfium, page: int, options: ReadOptions, layers: bool) -> None:
        self.pdfium, self.page = pdfium, page
        pdfium.FPDFPage_SetRotation(page, 0)  # so that boxes and pixels agree
        self.page_box = pdfium.page_box(page)
        self.painter = Painter(pdfium, page, self.page_box, options.max_pixels)
        self.content = Walk(pdfium, self.page_box, options, layers).page(page)
        self.characters = Characters(pdfium, page)
        self.annotations = annotations(pdfium, page)
        self.found: list[Sighting] = []
        self.unseen: set[int] = set()
        self.not_checked = list(self.content.left_out)

    def close(self) -> None:
        """Gives back what PDFium holds."""
        self.characters.close()

    def read(self, number: int) -> PageRead:
        """Reads it; `number` counts from 0."""
        self.content.covers += self.annotations.covers
        looked_at = suspects(self.content, self.page_box)
        away = [suspect for suspect in looked_at if outside(suspect.text.box, self.page_box)]
        on_page = [suspect for suspect in looked_at if not outside(suspect.text.box, self.page_box)]
        recognised, others = scans.recognised(on_page, self.content.pictures, self.page_box)
        self._judge(others)
        self._off_page(away)
        self._unapplied()
        self._scan(recognised)
        self._pictures()
        if scans.without_text(self.content, self.page_box):
            self.not_checked.append("a picture without text")
        text = visible_text(self.characters, self.unseen)
        return PageRead(number, text, tuple(self.found), tuple(self.not_checked))

    def _judge(self, looked_at: list[Suspect]) -> None:
        if any(map(self._has_words, looked_at)):
            looked_at = without_shadows(looked_at, self.content, self.page_box, self.characters)
        else:
            return
        judge = Judge(self.pdfium, self.painter, self.characters)
        verdicts: dict[int, Verdict] = {}
        for group in grouped(looked_at):
            region = self.painter.region(boxes.union(suspect.text.box for suspect in group))
            scale = self._scale(region, pixels.FINE)
            if scale is not None:
                verdicts |= judge.judge(group, scale, region)
        found, unseen = sightings(self.characters, verdicts, Page(self.content.texts, self.page_box))
        self.found += found
        self.unseen |= unseen

    def _has_words(self, suspect: Suspect) -> bool:
        """Whether a piece of text is more than dots and dashes; of one in a font without codes nobody knows."""
        words = self.pdfium.text_of(suspect.text.handle, self.characters.handle)
        return not words or _WORDLESS.fullmatch(words) is None

    def _scale(self, region: Box, wanted: float) -> float | None:
        scale = self.painter.scale_for(region, wanted)
        if scale is None and _TOO_LARGE not in self.not_checked:
            self.not_checked.append(_TOO_LARGE)
        return scale

    def _off_page(self, away: list[Suspect]) -> None:
        handles = {suspect.text.handle for suspect in away}
        if handles:
            owners = self.characters.owners
            self.unseen.update(index for index, owner in enumerate(owners) if owner in handles)
        for suspect in away:
            words = self.pdfium.text_of(suspect.text.handle, self.characters.handle)
            if sum(map(str.isalnum, words)) > 1:
                self.found.append(Sighting("off-page-text", suspect.text.box, None, Hidden(words)))

    def _unapplied(self) -> None:
        for marked in self.annotations.redactions:
            words = self._words_in(marked)
            box = boxes.union(marked)
            self.found.append(Sighting("unapplied-redaction", box, "annotation", Hidden(words)))

    def _words_in(self, marked: list[Box]) -> str:
        characters = self.characters
        letters = [
            characters.letter(index)
            for index in range(characters.count)
            if any(boxes.holds(box, characters.box(index)) for box in marked)
        ]
        return "".join(letters).strip()

    def _scan(self, recognised: list[Suspect]) -> None:
        """Looks at the words of a scan: coarsely at all, and finely where it is dark."""
        shown = self._painted([suspect.text for suspect in recognised], pixels.COARSEST)
        if shown is None:
            return
        texts = scans.doubtful(recognised, shown)
        shown = self._painted(texts, pixels.FINE)
        if shown is not None:
            found, unseen = scans.under_boxes(self.characters, texts, shown)
            self.found += found
            self.unseen |= unseen

    def _painted(self, texts: list[Text], scale: float) -> Picture | None:
        """The region around some texts; None when there are none, or it is too large."""
        if not texts:
            return None
        region = self.painter.region(boxes.union(text.box for text in texts))
        fitting = self._scale(region, scale)
        return None if fitting is None else self.painter.paint(region, fitting)

    def _pictures(self) -> None:
        content, page_box = self.content, self.page_box
        found = scan_boxes.candidates(content, page_box)
        if found:
            region = self.painter.region(boxes.union(cover.box for cover in found))
            scale = self._scale(region, pixels.COARSE)
            if scale is not None:
                self.found += scan_boxes.over_ink(
                    self.pdfium, self.painter, found, content.texts, scale, region
                )
        self.found += cropped(self.pdfium, content.pictures, page_box, self.painter.max_pixels)
