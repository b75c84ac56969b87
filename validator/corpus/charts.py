"""Bar charts as inline SVG: no script, colours from the style sheet, and each beside a table with the same numbers."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from validator.findings import SEVERITIES
from validator.reporters.html import html_text

_SEVERE_FIRST: Final = SEVERITIES[::-1]
_WIDTH: Final = 960
_ROW: Final = 26
_LABEL: Final = 300  # for words left of a lying bar
_NUMBER: Final = 90  # and for the number right of it
_HEIGHT: Final = 220  # of standing bars
_MARGIN: Final = 64  # for the numbers of the scale
_LONGEST: Final = 40  # characters of a label
_EVEN: Final = (2, 4, 6, 8, 10)
_CHARACTER: Final = 9  # a generous width of one, to leave out labels that would touch


class Bar(msgspec.Struct, frozen=True):
    """A label, and how much of each severity; `whole` where there is but one amount."""

    label: str
    parts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """The length of the bar."""
        return sum(count for _, count in self.parts)


def by_severity(label: str, errors: int, warnings: int, infos: int) -> Bar:
    """A bar of findings."""
    return Bar(label, tuple(zip(_SEVERE_FIRST, (errors, warnings, infos), strict=True)))


def lying(title: str, bars: Sequence[Bar]) -> Iterator[str]:
    """A bar for each row, with its label to the left."""
    longest = max((bar.total for bar in bars), default=0) or 1
    yield from _opened(title, _ROW * len(bars))
    for index, bar in enumerate(bars):
        middle = _ROW * index + _ROW // 2
        yield f'<text x="{_LABEL - 8}" y="{middle}" class="end">{html_text(_short(bar.label))}</text>'
        start = float(_LABEL)
        for kind, count in bar.parts:
            length = (_WIDTH - _LABEL - _NUMBER) * count / longest
            yield from _rectangle(kind, start, middle - 9, length, 18, f"{bar.label}: {count:,} {kind}")
            start += length
        yield f'<text x="{start + 6:.1f}" y="{middle}">{bar.total:,}</text>'
    yield "</svg>"


def standing(title: str, bars: Sequence[Bar]) -> Iterator[str]:
    """A bar for each column, as many labels below as there is room for, and a scale to the left."""
    top = _scale(max((bar.total for bar in bars), default=0))
    yield from _opened(title, _HEIGHT + 34)
    for share in (0, 0.5, 1):
        y = 8 + _HEIGHT * (1 - share)
        yield f'<line x1="{_MARGIN}" y1="{y:.1f}" x2="{_WIDTH}" y2="{y:.1f}"/>'
        yield f'<text x="{_MARGIN - 8}" y="{y:.1f}" class="end">{top * share:,.0f}</text>'
    step = (_WIDTH - _MARGIN) / max(len(bars), 1)
    every = int(max((len(bar.label) + 1 for bar in bars), default=1) * _CHARACTER // step) + 1
    for index, bar in enumerate(bars):
        left = _MARGIN + step * index
        yield from _column(bar, left + step * 0.1, min(step * 0.8, 60), top)
        if index % every == 0:
            x = left + step * 0.1 + min(step * 0.8, 60) / 2
            yield f'<text x="{x:.1f}" y="{_HEIGHT + 24}" class="middle">{html_text(_short(bar.label))}</text>'
    yield "</svg>"


def _column(bar: Bar, left: float, width: float, top: int) -> Iterator[str]:
    """The parts from below, errors first: they stand on one line and can be compared."""
    base = 8.0 + _HEIGHT
    for kind, count in bar.parts:
        height = _HEIGHT * count / top
        base -= height
        yield from _rectangle(kind, left, base, width, height, f"{bar.label}: {count:,} {kind}")


def _opened(title: str, height: int) -> Iterator[str]:
    yield f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{html_text(title)}">'


def _rectangle(kind: str, x: float, y: float, width: float, height: float, told: str) -> Iterator[str]:
    if width and height:
        place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
        yield f'<rect class="{html_text(kind)}" {place}><title>{html_text(told)}</title></rect>'


def _scale(most: int) -> int:
    """The next number of one digit and noughts whose half is one that people read easily."""
    power = 1
    while 10 * power < most:
        power *= 10
    return next(factor * power for factor in _EVEN if factor * power >= most)


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"
