"""Whether a text is a marked document: its banners, or marks and authority block where memo labels stand."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from validator.layouts.lines import Lines
from validator.model.level import Level
from validator.parsers.memo.authority import KINDS
from validator.parsers.memo.banners import BannerLine, outer_banners
from validator.parsers.memo.pages import Page
from validator.parsers.memo.portions import PlacedMark
from validator.parsers.telegram.scan import Event

_LABEL = re.compile(
    r"(?:MEMORANDUM(?:\s{1,3}FOR)?|(?:FROM|TO|SUBJECT|SUBJ|DATE|SENT)\s{0,3}:)(?:\s|$)", re.IGNORECASE
)
_LABEL_LINES: Final = 25  # with text, from the top
_LEAST_LABELS: Final = 2
_LEAST_SIGNS: Final = 2
_LEAST_REPEATED: Final = 4


def is_marked(
    lines: Lines,
    pages: Sequence[Page],
    banners: Sequence[BannerLine],
    events: Sequence[Event],
    marks: Sequence[PlacedMark],
) -> bool:
    """A full banner at an edge; a lone level there with marks or an authority block; or a memo with marks."""
    outer = [banner for banner in outer_banners(pages, banners) if banner is not None]
    if any(banner.is_full for banner in outer):
        return True
    authority = len({event.what for event in events} & KINDS)
    signs = len(marks) + authority
    if outer:
        return signs >= _LEAST_SIGNS or (len(outer) == 2 and outer[0].text == outer[1].text)
    sure = [mark for mark in marks if mark.is_full or mark.opening.kind in ("number", "subject")]
    return bool(sure) and signs >= _LEAST_SIGNS and _labels(lines) >= _LEAST_LABELS


def repeats_a_level(pages: Sequence[Page], banners: Sequence[BannerLine]) -> bool:
    """Whether one classification stands alone on several lines, as where scanned pages follow without form feeds.

    One of them must stand towards an end: the scans put the release stamp and the form number before the first.
    """
    levels = Counter(level for banner in banners if (level := _classified(banner)) is not None)
    often = {level for level, count in levels.items() if count >= _LEAST_REPEATED}
    if not often or not pages:
        return False
    ends = {*pages[0].head, *pages[-1].foot}
    return any(banner.line in ends and _classified(banner) in often for banner in banners)


def _classified(banner: BannerLine) -> Level | None:
    level = banner.reading.marking.level if banner.reading.marking else None
    return level if level is not None and level >= Level.CONFIDENTIAL else None


def _labels(lines: Lines) -> int:
    near = [text for text in lines.texts if text][:_LABEL_LINES]
    return sum(_LABEL.match(text) is not None for text in near)
