"""Pictures and shapes in a paragraph: their alternative texts, crops, text boxes, and whether they cover text."""

from collections.abc import Iterator
from typing import Final

import msgspec

from validator.readers.contrast import luminance
from validator.readers.docx.colours import hexadecimal, scheme_colour
from validator.readers.docx.elements import Element
from validator.readers.shown_words import holds_redaction, is_filler

_DARK = 0.25  # luminance below which black text under a shape cannot be made out
_THIN = 60_000  # English Metric Units, about 5 points: rules are thinner, lines of text are not
_LEAST_CROP = 1_000  # thousandths of a percent: one percent of a side
_CROPS: Final = ("croptop", "cropbottom", "cropleft", "cropright")
_VML_SHAPES: Final = frozenset({"v:rect", "v:roundrect", "v:shape", "v:oval"})
_VML_COLOURS: Final = {"black": 0x000000, "white": 0xFFFFFF, "gray": 0x808080, "navy": 0x000080}


class Shape(msgspec.Struct, frozen=True):
    """A shape: its text boxes, its fill where that is one known colour, and whether it hides text behind it."""

    texts: tuple[Element, ...]
    fill: int | None
    covers: bool


def surface(element: Element) -> Iterator[Element]:
    """All elements of a drawing but those in its text boxes and in what stands there for older programs."""
    waiting = [element]
    while waiting:
        here = waiting.pop()
        yield here
        if here.tag not in ("w:txbxContent", "mc:Fallback"):
            waiting.extend(reversed(here.children))


def alternative_texts(drawing: Element) -> list[str]:
    """The alternative texts of a drawing, each once."""
    found: dict[str, None] = {}
    for element in surface(drawing):
        for name in ("descr", "title", "alt"):
            if element.get(name) and element.tag.partition(":")[2] in ("docPr", "cNvPr", *_vml_names()):
                found[element.get(name)] = None
    return list(found)


def crops(drawing: Element) -> int:
    """How many pictures of a drawing keep pixels that a crop hides."""
    return sum(_is_cropped(element) for element in surface(drawing))


def shapes(drawing: Element) -> list[Shape]:
    """The shapes of a drawing, or one for the drawing when its text boxes stand outside of known shapes."""
    in_front = _is_in_front(drawing)
    found = []
    for element in surface(drawing):
        if element.tag == "wps:wsp":
            found.append(_drawing_shape(element, in_front))
        elif element.tag in _VML_SHAPES:
            found.append(_vml_shape(element))
    taken = {id(text) for shape in found for text in shape.texts}
    rest = tuple(e for e in surface(drawing) if e.tag == "w:txbxContent" and id(e) not in taken)
    return [*found, Shape(rest, None, covers=False)] if rest else found


def _vml_names() -> Iterator[str]:
    return (name.partition(":")[2] for name in _VML_SHAPES)


def _is_cropped(element: Element) -> bool:
    if element.tag == "a:srcRect":
        return any(_whole(element.get(side)) >= _LEAST_CROP for side in ("l", "t", "r", "b"))
    return element.tag == "v:imagedata" and any(element.get(crop).strip("0.f- ") for crop in _CROPS)


def _is_in_front(drawing: Element) -> bool:
    anchor = next((e for e in drawing.children if e.tag == "wp:anchor"), None)
    if (
        anchor is None
        or anchor.get("behindDoc", "0") not in ("0", "false")
        or not anchor.first("wp:wrapNone")
    ):
        return False
    extent = anchor.first("wp:extent")
    return extent is not None and min(_whole(extent.get("cx")), _whole(extent.get("cy"))) >= _THIN


def _drawing_shape(element: Element, in_front: bool) -> Shape:
    texts = tuple(e for e in surface(element) if e.tag == "w:txbxContent")
    properties = element.first("wps:spPr")
    solid = properties.first("a:solidFill") if properties else None
    fill = _solid(solid) if solid else None
    return Shape(texts, fill, in_front and _covers(texts, fill))


def _vml_shape(element: Element) -> Shape:
    texts = tuple(e for e in surface(element) if e.tag == "w:txbxContent")
    name = element.get("fillcolor", "white").partition(" ")[0]
    colour = _VML_COLOURS.get(name.lower(), hexadecimal(name))
    fill = None if element.get("filled") in ("f", "false") else colour
    style = element.get("style").replace(" ", "")
    in_front = "position:absolute" in style and "z-index:-" not in style
    return Shape(texts, fill, in_front and _covers(texts, fill))


def _covers(texts: tuple[Element, ...], fill: int | None) -> bool:
    """Whether a shape in front is a dark bar; one with words of its own is a label, unless they say redaction."""
    if fill is None or luminance(fill) > _DARK:
        return False
    words = "".join(element.text for content in texts for element in content.all("w:t"))
    return is_filler(words) or holds_redaction(words)


def _solid(fill: Element) -> int | None:
    if any(e.tag == "a:alpha" and _whole(e.get("val")) < 50_000 for e in fill.walk()):
        return None  # half transparent: what is behind shows
    for colour in fill.children:
        if colour.tag == "a:srgbClr":
            return hexadecimal(colour.get("val"))
        if colour.tag == "a:schemeClr" and not colour.children:
            return scheme_colour(colour.get("val"))
    return None


def _whole(value: str) -> int:
    digits = value.strip()[:12]
    return int(digits) if digits.isascii() and digits.isdigit() else 0
