"""What a report may show of a document. Applied here, so that no reporter ever holds unmasked text."""

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Final

import msgspec

from validator.engine.masking import DOTS, Lexicon, Stretch, dotted, masked_spans, masked_value, printable
from validator.model.hidden import Hidden

MASKED_KEPT: Final = (
    4096  # values whose masked form is kept: marks and posts return in document after document
)
FRAME_WIDTH: Final = 100
BEFORE_CARET: Final = 40  # columns kept before the place when a long line is cut
CUT: Final = "…"


class Excerpt(msgspec.Struct, frozen=True, dict=True):
    """How text of the document is shown: `setting` is none, masked or full."""

    setting: str
    lexicon: Lexicon
    reveal: bool = False

    def value(self, text: str, *, sensitive: bool = False) -> str:
        """One value of the document, as a message or the document data may show it."""
        if not sensitive:
            return self.shown(text)
        return printable(text) if self.reveal else DOTS

    @cached_property
    def shown(self) -> Callable[[str], str]:
        """As value(), for what no sensitive rule found."""
        if self.setting == "full":
            return printable
        if self.setting == "none":
            return lambda text: DOTS
        lexicon = self.lexicon
        return lru_cache(maxsize=MASKED_KEPT)(lambda text: masked_value(text, lexicon))

    def frame(self, text: str, start: int, end: int, *, sensitive: bool = False) -> str:
        """The line on which the place begins, and under it carets; empty when nothing may be shown."""
        setting = self._setting(sensitive)
        if setting == "none":
            return ""
        lexicon = self.lexicon if setting == "masked" else None
        return _frame(text, start, end, lexicon)

    def recovered(self, hidden: Hidden) -> str:
        """Words that were meant to be hidden: shown on a terminal that asked for it, and nowhere else."""
        return printable(hidden.text) if self.reveal else ""

    def _setting(self, sensitive: bool) -> str:
        if not sensitive:
            return self.setting
        return "full" if self.reveal else "none"


def _frame(text: str, start: int, end: int, lexicon: Lexicon | None) -> str:
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    # A line may be a megabyte long: only the neighbourhood of the place is masked.
    cut_start = max(line_start, start - BEFORE_CARET) if line_end - line_start > FRAME_WIDTH else line_start
    cut_end = min(line_end, cut_start + FRAME_WIDTH)
    line = printable(text[cut_start:cut_end].rstrip("\r"))
    first, last = start - cut_start, max(end, start + 1) - cut_start
    spans = masked_spans(line, lexicon) if lexicon else []
    left, right = _column(first, spans, after=False), _column(min(last, len(line)), spans, after=True)
    return _view(
        dotted(line, spans), left, right, cut_before=cut_start > line_start, cut_after=cut_end < line_end
    )


def _column(offset: int, spans: list[Stretch], *, after: bool) -> int:
    """The column of an offset once the spans are dots; inside one, its first column or the one after it."""
    column = offset
    for start, end in spans:
        if offset >= end and (after or offset > start):
            column += len(DOTS) - (end - start)
        elif offset > start:
            return column + (len(DOTS) if after else 0) - (offset - start)
        else:
            break
    return column


def _view(shown: str, left: int, right: int, *, cut_before: bool, cut_after: bool) -> str:
    """At most FRAME_WIDTH columns around the place, and the carets under them."""
    shift = max(0, left - BEFORE_CARET) if len(shown) > FRAME_WIDTH else 0
    view = shown[shift : shift + FRAME_WIDTH]
    opening = CUT if cut_before or shift else ""
    closing = CUT if cut_after or shift + FRAME_WIDTH < len(shown) else ""
    carets = "^" * max(1, min(right, shift + FRAME_WIDTH) - left)
    return f"{opening}{view}{closing}\n{' ' * (left - shift + len(opening))}{carets}"
