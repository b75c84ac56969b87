"""Whether an element is seen: what its own style and those around it make of it."""

import re
from typing import Final

import msgspec

from validator.readers.contrast import BLACK, WHITE, same
from validator.readers.html.css import Declarations

_TINY = 2.0  # pixels
_USUAL = 16.0  # pixels, a browser's own size
_FAR = 500.0  # pixels or more: off any paragraph, whatever the screen
_LENGTH = re.compile(
    r"(-?\d{1,9}(?:\.\d{0,9})?|-?\.\d{1,9})\s*(px|em|rem|pt|%|vw|vh|ch|ex|cm|mm|in)?(?![\w.])"
)
_FUNCTION = re.compile(r"rgba?\(\s*([^()]{1,60})\)")
_NO_CLIP: Final = frozenset({"", "auto", "none", "initial", "unset", "inherit"})
_CLIPPED = re.compile(
    r"rect\(\s*[01](?:px)?[,\s]+[01](?:px)?[,\s]+[01](?:px)?[,\s]+[01](?:px)?\s*\)"
    r"|inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(\s*0 0\s*\)"
)
_PIXELS: Final = {
    "": 1.0, "px": 1.0, "pt": 1.333, "em": _USUAL, "rem": _USUAL, "ch": 8.0, "ex": 8.0, "%": 8.0,
    "vw": 10.0, "vh": 10.0, "cm": 37.8, "mm": 3.78, "in": 96.0,
}  # fmt: skip
_COLOURS: Final = {
    "black": BLACK, "white": WHITE, "red": 0xFF0000, "lime": 0x00FF00, "green": 0x008000, "blue": 0x0000FF,
    "navy": 0x000080, "yellow": 0xFFFF00, "gray": 0x808080, "grey": 0x808080, "silver": 0xC0C0C0,
    "maroon": 0x800000, "purple": 0x800080, "teal": 0x008080, "olive": 0x808000, "orange": 0xFFA500,
    "darkgray": 0xA9A9A9, "lightgray": 0xD3D3D3, "whitesmoke": 0xF5F5F5, "snow": 0xFFFAFA, "ivory": 0xFFFFF0,
}  # fmt: skip


class Appearance(msgspec.Struct, frozen=True, gc=False):
    """How text in an element looks. `hidden`: the observation that its text makes, for good; None when it is drawn.

    Colours are numbers; None for the ground: a picture or an unknown colour.
    """

    hidden: str | None = None
    unseen: bool = False  # visibility: hidden, which an inner element may lift
    colour: int | None = BLACK
    clear: bool = False
    ground: int | None = WHITE
    paper: bool = True  # the ground is that of the page
    size: float = _USUAL

    def verdict(self) -> str | None:
        """The name of the observation that text here makes, None when it is seen."""
        if self.hidden:
            return self.hidden
        if self.unseen or self.clear or self.size <= _TINY:
            return "style-hidden-text"
        if self.ground is None or self.colour is None or not same(self.colour, self.ground):
            return None
        return "white-text" if self.paper or self.ground == WHITE else "same-colour-text"

    def within(self, said: Declarations) -> "Appearance":
        """The appearance of an element inside, with declarations of its own."""
        if not said:
            return self
        colour, clear = _text_colour(said, self)
        ground, paper = _ground(said, self)
        visibility = said.get("visibility", "")
        return Appearance(
            self.hidden or _hides(said),
            visibility in ("hidden", "collapse") if visibility else self.unseen,
            colour,
            clear,
            ground,
            paper,
            _size(said, self.size),
        )


def _hides(said: Declarations) -> str | None:
    if said.get("display") == "none" or said.get("content-visibility") == "hidden":
        return "style-hidden-text"
    opacity = said.get("opacity", "1")[:12].rstrip("%")
    if re.fullmatch(r"0*\.?0*", opacity) and "0" in opacity:
        return "style-hidden-text"
    if "scale(0)" in said.get("transform", "").replace(" ", ""):
        return "style-hidden-text"
    return "off-screen-text" if _is_clipped(said) or _is_far(said) else None


def _is_clipped(said: Declarations) -> bool:
    if _CLIPPED.match(said.get("clip", "")) or _CLIPPED.match(said.get("clip-path", "")):
        return True
    if "hidden" not in (said.get("overflow", ""), said.get("overflow-x", ""), said.get("overflow-y", "")):
        return False
    sides = (_pixels(said[side]) for side in ("width", "height", "max-width", "max-height") if side in said)
    return any(side is not None and side <= 1 for side in sides)


def _is_far(said: Declarations) -> bool:
    """Moved left or up by more than a paragraph; to the right it would make the page wider, but is as far."""
    placed = said.get("position", "static") in ("absolute", "fixed", "relative")
    moves = ["text-indent", "margin-left", *(["left", "top", "right", "bottom"] if placed else [])]
    for name in moves:
        pixels = _pixels(said.get(name, ""))
        if pixels is not None and (pixels <= -_FAR or (pixels >= 5 * _FAR and name != "bottom")):
            return True
    return "translate" in said.get("transform", "") and any(
        abs(_pixels(each[0]) or 0) >= 2 * _FAR for each in _LENGTH.finditer(said["transform"])
    )


def _pixels(value: str) -> float | None:
    match = _LENGTH.match(value)
    return float(match[1]) * _PIXELS[match[2] or ""] if match else None


def _size(said: Declarations, around: float) -> float:
    value = said.get("font-size", "")
    if not value and "font" in said:
        sizes = [each for each in _LENGTH.finditer(said["font"]) if each[2]]
        value = sizes[0][0] if sizes else ""
    match = _LENGTH.match(value)
    if match is None:
        return _USUAL if value else around
    if match[2] in ("em", "%"):
        return around * float(match[1]) / (100 if match[2] == "%" else 1)
    return float(match[1]) * _PIXELS[match[2] or ""]


def _text_colour(said: Declarations, around: Appearance) -> tuple[int | None, bool]:
    """The colour of text, and whether it is wholly transparent."""
    value = said.get("color", "")
    if not value or value in ("inherit", "currentcolor"):
        return around.colour, around.clear
    return _colour(value), _is_transparent(value)


def _ground(said: Declarations, around: Appearance) -> tuple[int | None, bool]:
    """The colour behind the text, and whether it is that of the page."""
    value = said.get("background-color") or said.get("background", "")
    if "url(" in said.get("background", "") or "gradient(" in said.get("background", ""):
        return None, False
    if said.get("background-image", "none") not in ("none", "initial"):
        return None, False
    if not value or value in ("none", "inherit", "initial", "unset") or _is_transparent(value):
        # Placed elsewhere, it may lie on anything.
        placed = said.get("position") in ("absolute", "fixed")
        return (None, False) if placed and around.paper is False else (around.ground, around.paper)
    return _colour(value), False


def _is_transparent(value: str) -> bool:
    if value == "transparent":
        return True
    match = _FUNCTION.match(value)
    parts = re.split(r"[\s,/]+", match[1].strip()) if match else []
    if len(parts) == 4:
        return re.fullmatch(r"0*\.?0*%?", parts[3]) is not None
    return value[:1] == "#" and len(value) in (5, 9) and value.endswith("0" * (len(value) // 4))


def _colour(value: str) -> int | None:
    """The colour of a value such as `#fff`, `black`, `rgb(0, 0, 0)`; None for any other."""
    first = value.split(" ")[0]
    if first in _COLOURS:
        return _COLOURS[first]
    if first[:1] == "#":
        digits = first[1:]
        digits = "".join(digit * 2 for digit in digits[:3]) if len(digits) in (3, 4) else digits[:6]
        return int(digits, 16) if re.fullmatch(r"[0-9a-f]{6}", digits) else None
    match = _FUNCTION.match(value)
    parts = [part for part in re.split(r"[\s,/]+", match[1].strip()) if part] if match else []
    if len(parts) not in (3, 4) or not all(re.fullmatch(r"\d{1,3}", part) for part in parts[:3]):
        return None
    if len(parts) == 4 and parts[3] not in ("1", "100%"):
        return None  # mixed with what is behind
    red, green, blue = (min(255, int(part)) for part in parts[:3])
    return red << 16 | green << 8 | blue
