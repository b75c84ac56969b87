"""Colours as Word writes them, and whether text in one can be told from a ground in another."""

from typing import Final

from validator.readers.contrast import BLACK, WHITE, luminance
from validator.readers.docx.elements import Element

AUTO: Final = -1  # black on a light ground, white on a dark one
_DARK: Final = 0.18  # luminance below which Word turns automatic text white

# ST_HighlightColor (ECMA-376 part 1, 17.18.40)
HIGHLIGHTS: Final = {
    "black": 0x000000,
    "blue": 0x0000FF,
    "cyan": 0x00FFFF,
    "darkBlue": 0x000080,
    "darkCyan": 0x008080,
    "darkGray": 0x808080,
    "darkGreen": 0x008000,
    "darkMagenta": 0x800080,
    "darkRed": 0x800000,
    "darkYellow": 0x808000,
    "green": 0x00FF00,
    "lightGray": 0xC0C0C0,
    "magenta": 0xFF00FF,
    "red": 0xFF0000,
    "white": 0xFFFFFF,
    "yellow": 0xFFFF00,
}
_THEME: Final = {
    "background1": WHITE,
    "bg1": WHITE,
    "dark1": BLACK,
    "dk1": BLACK,
    "light1": WHITE,
    "lt1": WHITE,
    "text1": BLACK,
    "tx1": BLACK,
}


def hexadecimal(value: str) -> int | None:
    """`FFCC00` or `#FFCC00` as a number; None for anything else."""
    digits = value.removeprefix("#")
    if len(digits) != 6:
        return None
    try:
        return int(digits, 16)
    except ValueError:
        return None


def text_colour(element: Element) -> int | None:
    """The colour of a `w:color`: Word writes the computed colour beside the name of a theme's."""
    value = element.get("w:val")
    if value == "auto":
        return _THEME.get(element.get("w:themeColor"), AUTO)
    return hexadecimal(value)


def shading(element: Element) -> int | None:
    """The ground that a `w:shd` paints; None when it paints none or a pattern."""
    pattern = element.get("w:val", "clear")
    fill, ink = hexadecimal(element.get("w:fill")), hexadecimal(element.get("w:color"))
    if pattern == "solid":
        return BLACK if ink is None else ink
    if pattern.startswith("pct") and pattern[3:].isdigit():
        return _mixed(WHITE if fill is None else fill, BLACK if ink is None else ink, int(pattern[3:][:3]))
    if fill is None:
        return _THEME.get(element.get("w:themeFill"))
    return fill


def scheme_colour(name: str) -> int | None:
    """A colour of DrawingML by the name of its place in the theme, where every theme has the same."""
    return _THEME.get(name)


def automatic(ground: int) -> int:
    """What automatic text is drawn in on a ground."""
    return WHITE if luminance(ground) < _DARK else BLACK


def _mixed(fill: int, ink: int, percent: int) -> int:
    mixed = 0
    for shift in (16, 8, 0):
        below, above = fill >> shift & 255, ink >> shift & 255
        mixed |= min(255, (below * (100 - percent) + above * percent) // 100) << shift
    return mixed
