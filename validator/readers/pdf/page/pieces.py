"""The fast pass over the objects of a page: pieces of text and what may cover them, in the order of painting."""

from typing import Final

import msgspec

from validator.readers.options import ReadOptions
from validator.readers.pdf.page import boxes
from validator.readers.pdf.page.native import (
    FORM,
    IDENTITY,
    IMAGE,
    PATH,
    SHADING,
    TEXT,
    Box,
    Colour,
    Matrix,
    Pdfium,
)

TINIEST: Final = 1.0  # points of a font
HAIRLINE: Final = 4.0  # points; a rule or an underline is thinner, a marker's stroke is not
_FAINTEST: Final = 100  # opacity below which a fill is a tint and covers nothing
_RECTANGLE: Final = 6  # segments of a path that can be no more than one box
_ORDINARY_CLIP: Final = 5


class Text(msgspec.Struct, frozen=True, gc=False):
    """A piece of text. `mode` is its rendering mode; `layered` tells that it belongs to a layer.

    `tiny` tells that no eye can read it: its font is, not only its ink, as that of a dash.
    """

    z: int
    handle: int
    box: Box
    mode: int
    colour: Colour | None
    layered: bool
    tiny: bool
    clip: Box | None  # what its clipping paths leave, when they do


class Cover(msgspec.Struct, frozen=True, gc=False):
    """What may hide a text painted before it. `lines` counts the strokes of a path too thin to hide alone."""

    z: int
    handle: int
    box: Box
    kind: str  # rectangle, path, stroke, shading, image, annotation
    colour: Colour | None
    matrix: Matrix
    lines: int = 0
    segments: int = 0
    clip: Box | None = None  # what clipping paths leave of a picture


class Content(msgspec.Struct):
    """All pieces of one page. `left_out` says in words what was not walked."""

    texts: list[Text] = []
    covers: list[Cover] = []
    grounds: list[Cover] = []  # fills that text may stand on: the covers that are paths, tints included
    pictures: list[Cover] = []
    left_out: list[str] = []


class Walk:
    """Walks over the objects of one page, forms within forms included."""

    def __init__(self, pdfium: Pdfium, page_box: Box, options: ReadOptions, layers: bool) -> None:
        self.pdfium, self.page_box, self.options = pdfium, page_box, options
        self.layers = layers  # whether one is off
        self.content = Content()
        self._seen = 0
        self._layer_marks: dict[int, bool] = {}

    def page(self, page: int) -> Content:
        """The pieces of a page."""
        count = self.pdfium.FPDFPage_CountObjects(page)
        self._objects(page, count, self.pdfium.FPDFPage_GetObject, IDENTITY, 0)
        return self.content

    def _objects(self, parent: int, count: int, get: object, matrix: Matrix, depth: int) -> None:
        kind_of, options = self.pdfium.FPDFPageObj_GetType, self.options
        visit = {TEXT: self._text, PATH: self._path, IMAGE: self._image, SHADING: self._shading}
        assert callable(get)
        for index in range(count):
            if self._seen >= options.max_objects:
                self._leave_out(f"more than {options.max_objects} objects")
                return
            self._seen += 1
            thing = get(parent, index)
            kind = kind_of(thing)
            if kind in visit:
                visit[kind](thing, matrix)
            elif kind == FORM:
                self._form(thing, matrix, depth + 1)

    def _form(self, form: int, outer: Matrix, depth: int) -> None:
        if depth > self.options.max_nesting:
            self._leave_out(f"forms nested more than {self.options.max_nesting} deep")
            return
        pdfium = self.pdfium
        matrix = boxes.chained(pdfium.matrix(form), outer)
        count = pdfium.FPDFFormObj_CountObjects(form)
        self._objects(form, count, pdfium.FPDFFormObj_GetObject, matrix, depth)

    def _leave_out(self, what: str) -> None:
        if what not in self.content.left_out:
            self.content.left_out.append(what)

    def _box(self, thing: int, matrix: Matrix) -> Box | None:
        box = self.pdfium.bounds(thing)
        return box if box is None or matrix is IDENTITY else boxes.moved(box, matrix)

    def _text(self, text: int, matrix: Matrix) -> None:
        pdfium = self.pdfium
        box = self._box(text, matrix)
        if box is None or box[0] >= box[2] or box[1] >= box[3]:  # blanks
            return
        self.content.texts.append(
            Text(
                z=self._seen,
                handle=text,
                box=box,
                mode=pdfium.FPDFTextObj_GetTextRenderMode(text),
                colour=pdfium.fill(text),
                layered=self.layers and (matrix is not IDENTITY or self._layered(text)),
                tiny=box[3] - box[1] < TINIEST and self._tiny(text, matrix),
                clip=self._clip(text, matrix),
            )
        )

    def _tiny(self, text: int, matrix: Matrix) -> bool:
        return self.pdfium.font_size(text) * _scale(matrix) < TINIEST

    def _layered(self, thing: int) -> bool:
        marks = range(self.pdfium.FPDFPageObj_CountMarks(thing))
        return any(self._is_layer(self.pdfium.FPDFPageObj_GetMark(thing, index)) for index in marks)

    def _is_layer(self, mark: int) -> bool:
        """Whether a mark is `/OC`. Pieces share their marks, so each is asked once."""
        known = self._layer_marks.get(mark)
        if known is None:
            known = self._layer_marks[mark] = self.pdfium.mark_name(mark) == "OC"
        return known

    def _clip(self, thing: int, matrix: Matrix) -> Box | None:
        """What the clipping paths of a piece leave, as a box; None when there are none or too many to count."""
        pdfium = self.pdfium
        path = pdfium.FPDFPageObj_GetClipPath(thing)
        count = pdfium.FPDFClipPath_CountPaths(path) if path else 0
        if not 0 < count <= _ORDINARY_CLIP:
            return None
        left = self.page_box
        for index in range(count):
            one = self._clip_box(path, index)
            if one is None:
                return None
            left = boxes.common(left, boxes.moved(one, matrix))
        return left

    def _clip_box(self, path: int, index: int) -> Box | None:
        pdfium = self.pdfium
        segments = pdfium.FPDFClipPath_CountPathSegments(path, index)
        if not 3 <= segments <= _RECTANGLE:
            return None
        # Opposite corners are enough for a rectangle, and other shapes must not be taken for one.
        corners = [pdfium.point(pdfium.FPDFClipPath_GetPathSegment(path, index, at)) for at in range(4)]
        box = boxes.around(corners)
        return box if _upright(corners) else None

    def _path(self, path: int, matrix: Matrix) -> None:
        pdfium = self.pdfium
        filled, stroked = pdfium.draw_mode(path)
        box = self._box(path, matrix) if filled or stroked else None
        if box is None or not self._on_page(box):
            return
        if filled:
            self._fill(path, matrix, box)
        if stroked:
            self._stroke(path, matrix, box)

    def _fill(self, path: int, matrix: Matrix, box: Box) -> None:
        if min(box[2] - box[0], box[3] - box[1]) < HAIRLINE:
            return self._thin(path, matrix, box)
        clip = self._clip(path, matrix)
        box = box if clip is None else boxes.common(box, clip)
        colour, segments = self.pdfium.fill(path), self.pdfium.FPDFPath_CountSegments(path)
        kind = "rectangle" if segments <= _RECTANGLE else "path"
        cover = Cover(self._seen, path, box, kind, colour, matrix, 0, segments)
        self.content.grounds.append(cover)
        if colour is None or colour[3] >= _FAINTEST:
            self.content.covers.append(cover)
        return None

    def _stroke(self, path: int, matrix: Matrix, box: Box) -> None:
        width = self.pdfium.stroke_width(path) * _scale(matrix)
        if width < HAIRLINE:
            return self._thin(path, matrix, box)
        colour = self.pdfium.stroke(path)
        if colour is None or colour[3] >= _FAINTEST:
            segments = self.pdfium.FPDFPath_CountSegments(path)
            self.content.covers.append(
                Cover(self._seen, path, box, "stroke", colour, matrix, 0, max(segments, 1))
            )
        return None

    def _thin(self, path: int, matrix: Matrix, box: Box) -> None:
        """Many of them may hatch a text away; a frame or a rule does not."""
        segments = self.pdfium.FPDFPath_CountSegments(path)
        lines = segments // 2 if segments > 2 * _RECTANGLE else 1
        self.content.covers.append(Cover(self._seen, path, box, "stroke", None, matrix, lines, segments))

    def _image(self, image: int, matrix: Matrix) -> None:
        box = self._box(image, matrix)
        if box is None:
            return
        picture = Cover(self._seen, image, box, "image", None, matrix, clip=self._clip(image, matrix))
        self.content.pictures.append(picture)
        if min(box[2] - box[0], box[3] - box[1]) >= HAIRLINE and self._on_page(box):
            self.content.covers.append(picture)

    def _shading(self, shading: int, matrix: Matrix) -> None:
        clip = self._clip(shading, matrix)
        box = clip if clip is not None else self._box(shading, matrix)
        if box is not None:
            self.content.covers.append(Cover(self._seen, shading, box, "shading", None, matrix))

    def _on_page(self, box: Box) -> bool:
        page = self.page_box
        return box[0] < page[2] and box[2] > page[0] and box[1] < page[3] and box[3] > page[1]


def _upright(corners: list[tuple[float, float]]) -> bool:
    """Whether four points are the corners of an upright box: two values across and two up."""
    return len({round(x, 2) for x, _ in corners}) <= 2 and len({round(y, 2) for _, y in corners}) <= 2


def _scale(matrix: Matrix) -> float:
    a, b, c, d, _, _ = matrix
    return float(abs(a * d - b * c) ** 0.5)
