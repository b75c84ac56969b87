"""The numbers that Word puts before list items: `1.`, `(a)`, `iv)`; they stand in no run."""

import re
from typing import Final

from validator.readers.docx.elements import Element

_LEVELS = 9
_BULLET = "• "
_PLACE = re.compile(r"%([1-9])")
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Level:
    """One level of a list: where it starts, how its number is written (`lowerLetter`), and in what (`(%1)`)."""

    __slots__ = ("form", "start", "text")

    def __init__(self, element: Element) -> None:
        said = {child.tag: child.get("w:val") for child in element.children}
        self.start = _whole(said.get("w:start", "1"), 1)
        self.form = said.get("w:numFmt", "decimal")
        self.text = said.get("w:lvlText", "")


class Numbering:
    """Counts the items of all lists of a document, in the order in which their paragraphs are read."""

    def __init__(self, tree: Element | None, styles: Element | None) -> None:
        children = tree.children if tree else ()
        abstract = {e.get("w:abstractNumId"): _levels(e) for e in children if e.tag == "w:abstractNum"}
        self._lists: dict[str, str] = {}  # number of a list -> the definition that it follows
        for each in children:
            followed = each.first("w:abstractNumId") if each.tag == "w:num" else None
            if followed:
                self._lists[each.get("w:numId")] = followed.get("w:val")
        self._levels = abstract
        self._counts: dict[str, list[int]] = {}
        self._styles = _style_lists(styles)

    def label(self, properties: Element | None, style: str) -> str:
        """What Word writes before a paragraph, a blank behind it; empty for one that is no list item."""
        own = properties.first("w:numPr") if properties else None
        number, level = _numbered(own) if own else self._styles.get(style, ("", 0))
        definition = self._lists.get(number, "")
        levels = self._levels.get(definition, {})
        if level not in levels:
            return ""
        if levels[level].form == "bullet":
            return _BULLET
        counts = self._counted(definition, levels, level)
        text = _PLACE.sub(lambda m: _written(levels, counts, int(m[1]) - 1), levels[level].text[:64])
        return f"{text} " if text else ""

    def _counted(self, definition: str, levels: dict[int, Level], level: int) -> list[int]:
        """Counts one more item of a level; the deeper levels begin anew."""
        counts = self._counts.setdefault(definition, [0] * _LEVELS)
        counts[level] = counts[level] + 1 if counts[level] else levels[level].start
        for deeper in range(level + 1, _LEVELS):
            counts[deeper] = 0
        return counts


def _levels(element: Element) -> dict[int, Level]:
    found = {}
    for each in element.children:
        index = _whole(each.get("w:ilvl"), 0)
        if each.tag == "w:lvl" and index < _LEVELS:
            found[index] = Level(each)
    return found


def _style_lists(styles: Element | None) -> dict[str, tuple[str, int]]:
    """Paragraph style -> number of its list and level."""
    found = {}
    for style in styles.children if styles else ():
        properties = style.first("w:pPr")
        own = properties.first("w:numPr") if properties else None
        if own:
            found[style.get("w:styleId")] = _numbered(own)
    return found


def _numbered(own: Element) -> tuple[str, int]:
    said = {child.tag: child.get("w:val") for child in own.children}
    return said.get("w:numId", ""), min(_whole(said.get("w:ilvl", "0"), 0), _LEVELS - 1)


def _written(levels: dict[int, Level], counts: list[int], level: int) -> str:
    if level not in levels:
        return ""
    count = counts[level] or levels[level].start
    form = levels[level].form
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 8)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    return str(count)


def _roman(count: int) -> str:
    written = []
    for value, letters in _ROMAN:
        written.append(letters * (count // value))
        count %= value
    return "".join(written)


def _whole(value: str, otherwise: int) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 8 else otherwise
