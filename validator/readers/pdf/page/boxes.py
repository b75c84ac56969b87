"""Arithmetic of upright boxes, in points of the page: left, bottom, right, top."""

from collections.abc import Iterable

from validator.readers.pdf.page.native import Box, Matrix


def area(box: Box) -> float:
    """Width by height; 0 for a box that is turned inside out."""
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def common(one: Box, other: Box) -> Box:
    """What two boxes share; its area is 0 when they share nothing."""
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def share(inner: Box, outer: Box) -> float:
    """How much of `inner` lies in `outer`, from 0 to 1."""
    whole = area(inner)
    return area(common(inner, outer)) / whole if whole else 0.0


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def around(points: Iterable[tuple[float, float]]) -> Box:
    """The smallest box around points."""
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)


def holds(outer: Box, inner: Box) -> bool:
    """Whether the centre of `inner` lies in `outer`."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def moved(box: Box, matrix: Matrix) -> Box:
    """The box around a box that a matrix has moved, turned or stretched."""
    left, bottom, right, top = box
    a, b, c, d, e, f = matrix
    xs = (a * left + e, a * right + e) if not c else None
    if xs is not None and not b:
        ys = (d * bottom + f, d * top + f)
        return min(xs), min(ys), max(xs), max(ys)
    corners = [(x * a + y * c + e, x * b + y * d + f) for x in (left, right) for y in (bottom, top)]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(up), max(across), max(up)


def chained(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
