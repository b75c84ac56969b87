"""What a run of text looks like: its own properties over those of its character style, paragraph style, defaults."""

from typing import Final

import msgspec

from validator.readers.docx.colours import AUTO, HIGHLIGHTS, shading, text_colour
from validator.readers.docx.elements import Element

_LONGEST_CHAIN = 64  # styles based on styles; Word allows 11
_OFF = frozenset({"0", "false", "off", "none"})


class Look(msgspec.Struct, frozen=True, gc=False):
    """What of a run's properties can hide it; None where nothing is said. Colours are numbers or AUTO."""

    hidden: bool | None = None
    colour: int | None = None
    highlight: int | None = None  # AUTO: said to be none
    fill: int | None = None
    size: int | None = None  # half points
    width: int | None = None  # percent of the letters' own
    clear: bool | None = None  # drawn without any fill

    def over(self, lower: "Look") -> "Look":
        """This look where it says something, else the lower one."""
        return Look(
            lower.hidden if self.hidden is None else self.hidden,
            lower.colour if self.colour is None else self.colour,
            lower.highlight if self.highlight is None else self.highlight,
            lower.fill if self.fill is None else self.fill,
            lower.size if self.size is None else self.size,
            lower.width if self.width is None else self.width,
            lower.clear if self.clear is None else self.clear,
        )


PLAIN: Final = Look()


class Styles:
    """The styles of a document, each resolved once along its chain; a chain that bites its tail ends there."""

    def __init__(self, tree: Element | None) -> None:
        listed = [] if tree is None else [each for each in tree.children if each.tag == "w:style"]
        self._styles = {each.get("w:styleId"): each for each in listed}
        defaults = next(tree.all("w:rPrDefault"), None) if tree else None
        self._lowest = look_of(defaults.first("w:rPr") if defaults else None)
        self._default = {
            each.get("w:type"): each.get("w:styleId")
            for each in reversed(listed)
            if each.get("w:default", "0") not in _OFF
        }
        self._looks: dict[str, Look] = {}
        self._plain: dict[str, Look] = {}  # paragraph style -> look of a run that says nothing itself
        self._grounds: dict[str, int | None] = {}
        self._paints: dict[str, bool] = {}

    def look(self, own: Element | None, paragraph: str) -> Look:
        """The look of a run with properties `own` in a paragraph of a style (empty: the default one)."""
        if own is None or not own.children:
            if paragraph not in self._plain:
                self._plain[paragraph] = self._resolved(None, paragraph)
            return self._plain[paragraph]
        return self._resolved(own, paragraph)

    def _resolved(self, own: Element | None, paragraph: str) -> Look:
        direct = look_of(own)
        named = own.first("w:rStyle") if own else None
        character = self._look(named.get("w:val") if named else "")
        below = self._look(paragraph or self._default.get("paragraph", ""))
        look = direct.over(character).over(below).over(self._lowest)
        if direct.hidden is None and character.hidden and below.hidden:
            # A toggle that two levels of styles set is off again (ECMA-376 part 1, 17.7.3).
            return msgspec.structs.replace(look, hidden=False)
        return look

    def paragraph_ground(self, style: str) -> int | None:
        """The shading of a paragraph style, or None."""
        style = style or self._default.get("paragraph", "")
        if style not in self._grounds:
            fills = (_paragraph_fill(each) for each in self._chain(style))
            self._grounds[style] = next((fill for fill in fills if fill is not None), None)
        return self._grounds[style]

    def table_paints(self, style: str) -> bool:
        """Whether a table style shades cells, of which conditions that are not worked out here decide."""
        style = style or self._default.get("table", "")
        if style not in self._paints:
            self._paints[style] = any(next(each.all("w:shd"), None) for each in self._chain(style))
        return self._paints[style]

    def _look(self, style: str) -> Look:
        if not style:
            return PLAIN
        look = self._looks.get(style)
        if look is None:
            look = PLAIN
            for each in self._chain(style):
                look = look.over(look_of(each.first("w:rPr")))
            self._looks[style] = look
        return look

    def _chain(self, style: str) -> list[Element]:
        chain: list[Element] = []
        seen: set[str] = set()
        while style in self._styles and style not in seen and len(chain) < _LONGEST_CHAIN:
            seen.add(style)
            chain.append(self._styles[style])
            based = chain[-1].first("w:basedOn")
            style = based.get("w:val") if based else ""
        return chain


def look_of(properties: Element | None) -> Look:
    """The look that one `w:rPr` says."""
    if properties is None or not properties.children:
        return PLAIN
    said = {child.tag: child for child in properties.children}
    hidden = said.get("w:vanish")
    colour, shade = said.get("w:color"), said.get("w:shd")
    highlight = said.get("w:highlight")
    return Look(
        hidden.get("w:val", "1") not in _OFF if hidden else None,
        text_colour(colour) if colour else None,
        HIGHLIGHTS.get(highlight.get("w:val"), AUTO) if highlight else None,
        shading(shade) if shade else None,
        _number(said.get("w:sz")),
        _number(said.get("w:w")),
        _is_clear(said.get("w14:textFill")),
    )


def _paragraph_fill(style: Element) -> int | None:
    properties = style.first("w:pPr")
    shade = properties.first("w:shd") if properties else None
    return shading(shade) if shade else None


def _number(element: Element | None) -> int | None:
    value = element.get("w:val").removesuffix("%")[:6] if element else ""
    return int(value) if value.isascii() and value.isdigit() else None


def _is_clear(fill: Element | None) -> bool | None:
    return fill.first("w14:noFill") is not None if fill else None
