"""What widths and positions give away of words that are gone: boxes as wide as words, gaps as wide as boxes, letters
that a font keeps and the text no longer uses.

Sources: Bland, Iyer and Levchenko, Story Beyond the Eye (PoPETs 2023); Lopresti and Spitz (2005); the examination of
PDF sanitizers by the Australian Signals Directorate (2021).
"""

from collections.abc import Iterator
from typing import Final

import msgspec
import pikepdf
from pikepdf import Array, Dictionary, Name

from validator.model.nodes import Observation
from validator.readers.pdf.structure.fonts import leftover_letters
from validator.readers.pdf.structure.seen import Shown, seen
from validator.readers.pdf.structure.tree import PdfObject

_FEWEST_BOXES: Final = 3  # below that, widths that differ tell of no habit
_LINE_HEIGHT: Final = (5.0, 24.0)  # points of a box over words of one line
_NARROWEST: Final = 12.0  # points; bullets and rules are narrower
_DARK: Final = 0.25  # of white
_ALIKE: Final = 0.6  # points within which a gap and a box are of one width
_MOST_LETTERS: Final = 20  # that a font may keep; more are those of another document made with it


class _Box(msgspec.Struct, frozen=True):
    width: float
    height: float


class _Drawing(msgspec.Struct):
    """What a content stream says of boxes and gaps; sizes in points where the page is not scaled."""

    boxes: list[_Box] = []
    gaps: list[float] = []


def observe_side_channels(pdf: pikepdf.Pdf, shown: Shown) -> Iterator[Observation]:
    """One observation for each page and channel."""
    for number, page in enumerate(pdf.pages, 1):
        drawing = _read(page, shown.most)
        widths = [box.width for box in drawing.boxes if _is_over_words(box)]
        if len(widths) >= _FEWEST_BOXES and len({*map(round, widths)}) * 2 > len(widths):
            yield seen("box-of-word-width", page=number)
        if _meet(sorted(drawing.gaps), sorted(widths)):
            yield seen("glyph-displacement", page=number)
        letters = leftover_letters(page, shown.most)
        if 0 < len(letters) <= _MOST_LETTERS:
            yield seen("font-leftover", page=number, text="".join(sorted(letters)))


def _is_over_words(box: _Box) -> bool:
    low, high = _LINE_HEIGHT
    return low <= box.height <= high and box.width >= _NARROWEST


def _meet(gaps: list[float], widths: list[float]) -> bool:
    """Whether a gap is as wide as a box; both lists rise."""
    place = 0
    for gap in gaps:
        while place < len(widths) and widths[place] < gap - _ALIKE:
            place += 1
        if place < len(widths) and widths[place] <= gap + _ALIKE:
            return True
    return False


def _read(page: pikepdf.Page, most: int) -> _Drawing:
    """Rectangles that are filled dark, and gaps within a line of text with letters on both sides."""
    drawing, pending, dark, size = _Drawing(), [], True, 1.0
    for one in list(pikepdf.parse_content_stream(page))[:most]:
        operator, operands = str(one.operator), one.operands
        if operator in ("g", "rg", "k"):
            dark = _is_dark(operator, [float(value) for value in operands])
        elif operator == "re":
            pending.append(_Box(abs(float(operands[2])), abs(float(operands[3]))))
        elif operator in ("f", "F", "f*", "B", "B*", "b", "b*"):
            drawing.boxes += pending if dark else []
            pending = []
        elif operator in ("S", "s", "n"):
            pending = []
        elif operator == "Tf":
            size = float(operands[1])
        elif operator == "TJ" and isinstance(operands[0], Array):
            drawing.gaps += _gaps(operands[0], size)
    return drawing


def _is_dark(operator: str, values: list[float]) -> bool:
    if operator == "k":
        return 1 - values[-1] <= _DARK or min(1 - value for value in values[:3]) <= _DARK < values[-1]
    return max(values, default=0.0) <= _DARK


def _gaps(pieces: PdfObject, size: float) -> Iterator[float]:
    """The moves to the right between two pieces of a line, in points."""
    items = list(pieces)
    for before, move, after in zip(items, items[1:], items[2:], strict=False):
        is_between = isinstance(before, pikepdf.String) and isinstance(after, pikepdf.String)
        if (
            is_between
            and not isinstance(move, pikepdf.String | Array | Dictionary | Name)
            and float(move) < 0
        ):
            yield -float(move) * size / 1000
