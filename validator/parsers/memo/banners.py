"""The banner lines of a document: at the top and bottom, on each page, alone or beside a page number."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from validator.grammar.marking import MarkingReader, MarkingText
from validator.layouts.lines import Lines
from validator.model.marked_nodes import Banner, written_fault
from validator.parsers.memo.pages import Page, page_at
from validator.parsers.telegram.draft import Draft

_LONGEST: Final = 240
_SHORT: Final = 40
_WORDS: Final = r"(?:TOP\s{1,3}SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|CUI|CONTROLLED)"
_LONE = re.compile(rf"(?:(?:NATO|COSMIC)\s)?{_WORDS}")
_FULL = re.compile(rf"(?:(?:NATO|COSMIC)\s)?{_WORDS}\s{{0,3}}//|//\s?[A-Z]{{3,8}}[ -]", re.IGNORECASE)
_BADLY_PARTED = re.compile(rf"{_WORDS}(?:\s?[/,;\-–—]\s?|\s)(?=[A-Z])")
_LABEL = re.compile(r"(?:OVERALL\s+)?CLASSIFICATION\s{0,3}:\s{0,8}", re.IGNORECASE)
_COLUMNS = re.compile(r"\s{3,}|\t")
_PAGE_NUMBER = re.compile(r"(?:PAGE\s{1,3})?[-–]?\s?\d{1,5}(?:\s?(?:OF|/)\s?\d{1,5})?\s?[-–]?", re.IGNORECASE)
_BARS: Final = ("\u0335", "\u0336")  # combining strokes
_ORNAMENT: Final = "*=_~|#<>[]{}‘’“”'\"·• \t"
_SENTENCE_WORDS: Final = 4  # small words behind a level that make it a sentence
_SMALL_WORD = re.compile(r"\b[a-z]{2,}\b")


class BannerLine(msgspec.Struct, frozen=True, gc=False):
    """A line that is a banner: where it stands and how it reads."""

    line: int
    column: int
    text: str
    reading: MarkingText

    @property
    def is_full(self) -> bool:
        """Whether it says more than a level; a lone level may be a heading or a stamp."""
        return "//" in self.text

    def is_struck(self, lines: Lines) -> bool:
        """Whether it is lined through, as text can show it: `~~SECRET~~`, or a bar on each letter."""
        raw = lines.raws[self.line]
        return raw.count("~~") > 1 or any(bar in raw for bar in _BARS)


class PlacedBanner(msgspec.Struct, frozen=True, gc=False):
    """A banner and its place: top, bottom or page; whether at the bottom it says something else than at the top."""

    banner: BannerLine
    place: str
    differs: bool = False
    page: int = 1


def find_banners(lines: Lines, reader: MarkingReader) -> list[BannerLine]:
    """Every line that is nothing but a banner, in order."""
    found = (_banner(text, index, reader) for index, text in enumerate(lines.texts) if text)
    return [banner for banner in found if banner is not None]


def shows_level(lines: Lines) -> bool:
    """Whether a short line holds a classification in capitals, as a banner does that a scan misread."""
    return any(len(text) <= _SHORT and ("SECRET" in text or "CONFIDENTIAL" in text) for text in lines.texts)


def placed(pages: Sequence[Page], banners: Sequence[BannerLine]) -> Iterator[PlacedBanner]:
    """The banners that count: at the edges of pages, and full ones anywhere, such as where a page ended."""
    top, bottom = outer_banners(pages, banners)
    edges = {line for page in pages for line in (*page.head, *page.foot)}
    for banner in banners:
        if banner is top or banner is bottom:
            # The pages inside may show their own level (32 CFR 2001.21(b)(2)), so only a single page is compared.
            alike = top is None or len(pages) > 1 or banner.reading.marking == top.reading.marking
            place = "top" if banner is top else "bottom"
            yield PlacedBanner(banner, place, not alike, page_at(pages, banner.line))
        elif banner.is_full or (len(pages) > 1 and banner.line in edges and _is_lone(banner)):
            yield PlacedBanner(banner, "page", page=page_at(pages, banner.line))


def outer_banners(
    pages: Sequence[Page], banners: Sequence[BannerLine]
) -> tuple[BannerLine | None, BannerLine | None]:
    """The banner near the top of the document and the one near its bottom."""
    if not pages:
        return None, None
    head, foot = set(pages[0].head), set(pages[-1].foot)
    top = next((banner for banner in banners if banner.line in head), None)
    bottom = next((banner for banner in reversed(banners) if banner.line in foot and banner != top), None)
    return top, bottom


def add_banner(draft: Draft, placed_banner: PlacedBanner) -> None:
    """Adds the node of a banner and of each of its faults."""
    banner = placed_banner.banner
    start = draft.lines.offset(banner.line, banner.column)
    marking = banner.reading.marking
    draft.add(
        Banner(
            start=start,
            end=start + len(banner.text),
            place=placed_banner.place,
            written=banner.text,
            marking=marking,
            level=marking.level if marking else None,
            differs=placed_banner.differs,
            struck=banner.is_struck(draft.lines),
            page=placed_banner.page,
        )
    )
    add_faults(draft, banner.reading, start, banner.text, "banner")


def add_faults(draft: Draft, reading: MarkingText, start: int, whole: str, place: str) -> None:
    """Adds a node for each fault of a marking that begins at offset `start`."""
    for fault in reading.faults:
        first, last = start + fault.start, start + max(fault.start + 1, fault.end)
        draft.add(written_fault(fault, first, last, place, whole))


def _banner(text: str, index: int, reader: MarkingReader) -> BannerLine | None:
    if len(text) > _LONGEST:
        return None
    column, written = _bare(_without_bars(text))
    if not written or not (written[0].isalpha() or written.startswith("//")):
        return None
    if not (_LONE.fullmatch(written) or _is_full(written) or _BADLY_PARTED.match(written)):
        return None
    reading = reader.banner(written)
    if reading.marking is None or not (_is_full(written) or _is_all_known(reading)):
        return None
    return BannerLine(index, column, written, reading)


def _without_bars(text: str) -> str:
    """The line as it was before each of its letters was struck out."""
    if text.isascii():
        return text
    for bar in _BARS:
        text = text.replace(bar, "")
    return text


def _bare(text: str) -> tuple[int, str]:
    """The line without ornaments, label and page number, and the column where the rest begins."""
    column = len(text) - len(text.lstrip(_ORNAMENT))
    label = _LABEL.match(text, column)
    column = label.end() if label else column
    rest = text[column:].rstrip(_ORNAMENT)
    parts = _COLUMNS.split(rest) if "   " in rest or "\t" in rest else [rest]
    words = [part for part in parts if not _PAGE_NUMBER.fullmatch(part.strip())]
    if len(parts) == 1 or len(words) != 1:
        return column, rest
    return column + rest.index(words[0]), words[0]


def _is_full(written: str) -> bool:
    """A level with `//` behind it, or a foreign marking; never a sentence."""
    if _FULL.match(written) is None or written.endswith((".", ",")):
        return False
    return len(_SMALL_WORD.findall(written)) < _SENTENCE_WORDS


def _is_all_known(reading: MarkingText) -> bool:
    """Without `//` only known words make a banner: `SECRET NOFORN`, not `SECRET OFFICER`."""
    return not any(fault.code == "unknown-token" for fault in reading.faults)


def _is_lone(banner: BannerLine) -> bool:
    return _LONE.fullmatch(banner.text) is not None
