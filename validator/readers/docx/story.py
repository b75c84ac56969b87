"""Walks one part as Word would show it: paragraphs, tables, runs, text boxes; notes what is not shown."""

from collections.abc import Callable
from typing import Final

import msgspec

from validator.readers.docx.clues import Clue
from validator.readers.docx.colours import shading
from validator.readers.docx.drawings import Shape, alternative_texts, crops, shapes
from validator.readers.docx.elements import Element
from validator.readers.docx.fields import Fields
from validator.readers.docx.manuscript import Manuscript
from validator.readers.docx.numbering import Numbering
from validator.readers.docx.styles import Styles
from validator.readers.docx.visibility import Ground, fate_of

# Properties and what only programs read; everything else is entered, so that no wrapper hides text from us.
_PROPERTIES = "pPr rPr sectPr tblPr tblGrid tblPrEx trPr tcPr sdtPr sdtEndPr rubyPr customXmlPr smartTagPr"
_CLOSED: Final = frozenset(f"w:{name}" for name in _PROPERTIES.split()) | {"mc:Fallback"}
_REMOVED: Final = {"w:del": "tracked-deletion", "w:moveFrom": "tracked-move"}


class Setting(msgspec.Struct, frozen=True, gc=False):
    """What holds for the runs of a paragraph: ground, style, and the tracked change that they are in."""

    ground: Ground = Ground()
    style: str = ""
    removed: str | None = None


class Link(msgspec.Struct, frozen=True, gc=False):
    """A link in the text of a part, from `start` to `end`; its target stands in a relation of the part."""

    part: str
    relation: str
    start: int
    end: int
    place: str


class Story:
    """Walks parts of one document one after the other. `clues` are judged when all that is shown is known."""

    def __init__(
        self, manuscript: Manuscript, styles: Styles, numbering: Numbering, page: int | None
    ) -> None:
        self.clues: list[Clue] = []
        self.anchors: dict[str, int] = {}  # id of a comment -> offset of what it is about
        self.links: list[Link] = []
        self._out = manuscript
        self._styles = styles
        self._numbering = numbering
        self._page = Ground(page)
        self._break = ""
        self._fields = Fields()
        self._part = ""
        self._boxes: list[tuple[Shape, Setting]] = []
        self._covers = 0
        self._behind = False
        self._handlers: dict[str, Callable[[Element, Setting], None]] = {
            "w:p": self._paragraph,
            "w:tbl": self._table,
            "w:r": self._run,
            "w:hyperlink": self._hyperlink,
            "w:ins": self._insertion,
            "w:del": self._removal,
            "w:moveFrom": self._removal,
            "w:fldSimple": self._simple_field,
            "w:bookmarkStart": self._bookmark,
            "w:commentRangeStart": self._comment,
            "w:commentReference": self._comment,
            "mc:AlternateContent": self._alternatives,
            "w:drawing": self._drawing,
            "w:pict": self._drawing,
            "w:object": self._drawing,
            "m:t": self._formula,
        }

    def tell(self, part: str, contents: list[Element]) -> None:
        """Adds what stands in elements of a part."""
        self._part = part
        self._fields = Fields()
        self._out.begin_part(part)
        for content in contents:
            self._enter(content, Setting(self._page))
        self._out.close_hidden()
        self._out.write(self._break)
        self._break = ""

    def _enter(self, parent: Element, setting: Setting) -> None:
        for child in parent.children:
            handler = self._handlers.get(child.tag)
            if handler is not None:
                handler(child, setting)
            elif child.tag not in _CLOSED:
                self._enter(child, setting)

    def _paragraph(self, element: Element, setting: Setting) -> None:
        self._out.write(self._break)
        self._break = "\n"
        self._out.begin_paragraph()
        start, self._covers, self._behind = self._out.length, 0, _has_picture_behind(element)
        properties = element.first("w:pPr")
        style = _named(properties, "w:pStyle")
        self._out.write(self._numbering.label(properties, style))
        self._enter(element, self._paragraph_setting(properties, style, setting))
        self._out.close_hidden()
        for _ in range(self._covers if self._out.tail(start).strip() else 0):
            self._out.observe("shape-over-text")
        boxes, self._boxes, self._covers = self._boxes, [], 0
        for shape, around in boxes:
            self._box(shape, around)

    def _paragraph_setting(self, properties: Element | None, style: str, setting: Setting) -> Setting:
        shade = properties.first("w:shd") if properties else None
        colour = shading(shade) if shade else None
        colour = self._styles.paragraph_ground(style) if colour is None else colour
        ground = setting.ground if colour is None else Ground(colour, shaded=True)
        if self._behind and colour is None:
            ground = Ground(None)
        return Setting(ground, style, setting.removed)

    def _box(self, shape: Shape, setting: Setting) -> None:
        ground = Ground(shape.fill, shaded=True)
        for content in shape.texts:
            self._enter(content, Setting(ground, "", setting.removed))

    def _table(self, element: Element, setting: Setting) -> None:
        properties = element.first("w:tblPr")
        ground = self._table_ground(properties, setting.ground)
        for row in element.children:
            if row.tag in _CLOSED:
                continue
            for index, cell in enumerate(_cells(row)):
                if index:
                    self._break = "\t"
                own = cell.first("w:tcPr")
                shade = own.first("w:shd") if own else None
                colour = shading(shade) if shade else None
                inside = ground if colour is None else Ground(colour, shaded=True)
                self._enter(cell, Setting(inside, "", setting.removed))
            self._break = "\n"

    def _table_ground(self, properties: Element | None, around: Ground) -> Ground:
        shade = properties.first("w:shd") if properties else None
        colour = shading(shade) if shade else None
        if colour is not None:
            return Ground(colour, shaded=True)
        return Ground(None) if self._styles.table_paints(_named(properties, "w:tblStyle")) else around

    def _run(self, element: Element, setting: Setting) -> None:
        look = self._styles.look(element.first("w:rPr"), setting.style)
        fate = setting.removed or fate_of(look, setting.ground)
        for child in element.children:
            text = _TEXTS[child.tag](child) if child.tag in _TEXTS else None
            if text is not None:
                self._put(text, fate)
            elif child.tag == "w:fldChar":
                self._field_character(child)
            elif child.tag in ("w:instrText", "w:delInstrText"):
                self._fields.code(child.text)
            else:
                self._one(child, setting)

    def _one(self, child: Element, setting: Setting) -> None:
        handler = self._handlers.get(child.tag)
        if handler is not None:
            handler(child, setting)
        elif child.tag not in _CLOSED:
            self._enter(child, setting)

    def _put(self, text: str, fate: str | None) -> None:
        if self._fields.in_code:
            self._fields.code(text)
        elif fate is None:
            self._out.write(text)
        else:
            self._out.hide(fate, text)

    def _formula(self, element: Element, setting: Setting) -> None:
        self._put(element.text, setting.removed)

    def _field_character(self, element: Element) -> None:
        kind = element.get("w:fldCharType")
        instruction = self._fields.turn(kind)
        if instruction:
            self._clue("field-code", instruction)

    def _simple_field(self, element: Element, setting: Setting) -> None:
        self._clue("field-code", element.get("w:instr"))
        self._enter(element, setting)

    def _hyperlink(self, element: Element, setting: Setting) -> None:
        start = self._out.length
        self._enter(element, setting)
        self.links.append(Link(self._part, element.get("r:id"), start, self._out.length, self._out.place))
        if element.get("w:tooltip"):
            self._clue("alternative-text", element.get("w:tooltip"))

    def _insertion(self, element: Element, setting: Setting) -> None:
        start = self._out.length
        self._enter(element, setting)
        if setting.removed is None:
            self._out.insert(start)

    def _removal(self, element: Element, setting: Setting) -> None:
        removed = setting.removed or _REMOVED[element.tag]
        self._enter(element, Setting(setting.ground, setting.style, removed))

    def _bookmark(self, element: Element, setting: Setting) -> None:
        self._clue("bookmark-name", element.get("w:name"))

    def _comment(self, element: Element, setting: Setting) -> None:
        self.anchors.setdefault(element.get("w:id"), self._out.length)

    def _alternatives(self, element: Element, setting: Setting) -> None:
        chosen = element.first("mc:Choice") or element.first("mc:Fallback")
        if chosen:
            self._enter(chosen, setting)

    def _drawing(self, element: Element, setting: Setting) -> None:
        for text in alternative_texts(element):
            self._clue("alternative-text", text)
        for _ in range(crops(element)):
            self._out.observe("cropped-picture")
        for shape in shapes(element):
            self._covers += shape.covers
            if shape.texts:
                self._boxes.append((shape, setting))

    def _clue(self, name: str, text: str) -> None:
        if text:
            self.clues.append(Clue(name, text, self._out.place, self._out.length))


_TEXTS: Final[dict[str, Callable[[Element], str]]] = {
    "w:t": lambda element: element.text,
    "w:delText": lambda element: element.text,
    "w:tab": lambda _: "\t",
    "w:ptab": lambda _: "\t",
    "w:br": lambda _: "\n",
    "w:cr": lambda _: "\n",
    "w:noBreakHyphen": lambda _: "-",
    "w:softHyphen": lambda _: "",
}


def _cells(row: Element) -> list[Element]:
    """The cells of a row, also those in content controls and custom XML around them."""
    cells: list[Element] = []
    waiting = [row]
    while waiting:
        element = waiting.pop()
        if element.tag == "w:tc":
            cells.append(element)
        elif element.tag not in _CLOSED:
            waiting.extend(reversed(element.children))
    return cells


def _named(properties: Element | None, tag: str) -> str:
    named = properties.first(tag) if properties else None
    return named.get("w:val") if named else ""


def _has_picture_behind(paragraph: Element) -> bool:
    """Whether something is drawn behind the text of the paragraph, as on title pages."""
    return any(
        each.get("behindDoc") in ("1", "true")
        for run in paragraph.children
        for drawing in run.children
        if drawing.tag in ("w:drawing", "mc:AlternateContent")
        for each in drawing.all("wp:anchor")
    )
