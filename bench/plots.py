"""Plots as SVG, written by hand: bars side by side and curves, both on logarithmic scales."""

import math
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Final

COLOURS: Final = ("#1f5f8b", "#c0504d", "#5f8b1f", "#8b5f1f")
_FONT: Final = 'font-family="sans-serif" font-size="12"'
_ROW: Final = 22
_LABELS: Final = 190  # points to the left of the bars
_WIDE: Final = 460  # points of the longest bar, or of the frame of curves
_TALL: Final = 300

Points = Sequence[tuple[float, float]]


def bars(panels: Mapping[str, Mapping[str, float]], unit: str) -> str:
    """A panel of bars for each title, the shortest first; the first name of a panel is set apart by its colour."""
    drawn: list[str] = []
    top = 30.0
    for title, values in panels.items():
        drawn.append(_text(10, top, f"{title} ({unit}, logarithmic)", weight="bold"))
        drawn += _panel(values, top + 10)
        top += _ROW * (len(values) + 2)
    return _page(_LABELS + _WIDE + 110, top, drawn)


def _panel(values: Mapping[str, float], top: float) -> Iterable[str]:
    ours = next(iter(values))
    least, most = min(values.values()), max(values.values())
    for row, (name, value) in enumerate(sorted(values.items(), key=lambda item: item[1])):
        y = top + row * _ROW
        # The shortest bar keeps a tenth of the width: a logarithmic scale has no zero to start from.
        share = 0.1 + 0.9 * _share(value, least, most)
        yield _text(_LABELS - 8, y + 14, name, anchor="end")
        yield (
            f'<rect x="{_LABELS}" y="{y + 2:g}" width="{share * _WIDE:.1f}" height="{_ROW - 6}"'
            f' fill="{COLOURS[0 if name == ours else 1]}"/>'
        )
        yield _text(_LABELS + share * _WIDE + 6, y + 14, _said(value))


def curves(title: str, across: str, up: str, series: Mapping[str, Points]) -> str:
    """Points joined by lines; equal steps to the right and up are equal factors, so a straight slope of 1 is linear."""
    xs = [x for points in series.values() for x, _ in points]
    ys = [y for points in series.values() for _, y in points]
    left, top = 80, 50
    drawn = [
        _text(10, 24, title, weight="bold"),
        f'<rect x="{left}" y="{top}" width="{_WIDE}" height="{_TALL}" fill="none" stroke="#888"/>',
        *_ticks(xs, ys, left, top),
        _text(left + _WIDE / 2, top + _TALL + 40, across, anchor="middle"),
        _text(10, top - 8, up),
    ]
    for number, (name, points) in enumerate(series.items()):
        places = [
            (left + _WIDE * _share(x, min(xs), max(xs)), top + _TALL * (1 - _share(y, min(ys), max(ys))))
            for x, y in points
        ]
        colour = COLOURS[number % len(COLOURS)]
        joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        drawn.append(f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places]
        drawn.append(_text(left + 12, top + 20 + 16 * number, name, colour=colour))
    return _page(left + _WIDE + 40, top + _TALL + 60, drawn)


def _ticks(xs: Sequence[float], ys: Sequence[float], left: int, top: int) -> Iterable[str]:
    """A line at each power of ten inside the frame."""
    for power in _powers(xs):
        x = left + _WIDE * _share(power, min(xs), max(xs))
        yield f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{top + _TALL}" stroke="#ddd"/>'
        yield _text(x, top + _TALL + 18, _said(power), anchor="middle")
    for power in _powers(ys):
        y = top + _TALL * (1 - _share(power, min(ys), max(ys)))
        yield f'<line x1="{left}" y1="{y:.1f}" x2="{left + _WIDE}" y2="{y:.1f}" stroke="#ddd"/>'
        yield _text(left - 6, y + 4, _said(power), anchor="end")


def _powers(values: Sequence[float]) -> list[float]:
    first = math.ceil(math.log10(min(values)) - 1e-9)
    return [10.0**power for power in range(first, math.floor(math.log10(max(values)) + 1e-9) + 1)]


def _said(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _share(value: float, least: float, most: float) -> float:
    """Where a value stands between the least (0) and the most (1), by factors."""
    return 1.0 if most <= least else math.log(value / least) / math.log(most / least)


def exponent(points: Points) -> float:
    """The slope of the straight line through the logarithms, by least squares: 1 is linear, 2 quadratic."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    middle_x = sum(x for x, _ in logs) / len(logs)
    middle_y = sum(y for _, y in logs) / len(logs)
    above = sum((x - middle_x) * (y - middle_y) for x, y in logs)
    return above / sum((x - middle_x) ** 2 for x, _ in logs)


def _text(
    x: float, y: float, text: str, anchor: str = "start", weight: str = "normal", colour: str = "#222"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-weight="{weight}" fill="{colour}">'
        f"{escape(text)}</text>"
    )


def _page(width: float, height: float, drawn: Iterable[str]) -> str:
    inside = "\n".join(drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" {_FONT}>\n'
        f'<rect width="100%" height="100%" fill="white"/>\n{inside}\n</svg>\n'
    )
