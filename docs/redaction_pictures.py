"""Draws the pictures of docs/redaction.md from the battery: each page as it is seen, and without what covers it.

usage: python docs/redaction_pictures.py
"""

import io
import sys
from pathlib import Path
from typing import Final

import pypdfium2
from pypdfium2 import raw

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Redmark need not be installed

from tests.battery.pdf_pages import cases

FOLDER: Final = Path(__file__).with_name("pictures")
SHOWN: Final = (
    "rectangle",
    "cross-hatch",
    "highlight-of-black",
    "see-through",
    "too-short",
    "box-on-scan",
    "recognised-under-box",
)
SCALE: Final = 1.1  # pixels a point
_COVERS: Final = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
_INVISIBLE: Final = 3


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    by_name = {case.name: case for case in cases()}
    for name in SHOWN:
        data = by_name[name].bad
        for kind, uncover in (("seen", False), ("under", True)):
            draw(data, FOLDER / f"{name}-{kind}.png", uncover=uncover)


def draw(data: bytes, path: Path, *, uncover: bool) -> None:
    """The part of the first page on which something stands."""
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        page = document[0]
        if uncover:
            _uncover(page)
        picture = (
            page.render(scale=SCALE, may_draw_forms=False, draw_annots=not uncover).to_pil().convert("L")
        )
    place = picture.point(lambda grey: 255 - grey).getbbox() or (0, 0, picture.width, picture.height)
    left, top, right, bottom = place
    cut = picture.crop(
        (max(0, left - 12), max(0, top - 12), min(picture.width, right + 12), min(bottom + 12, top + 160))
    )
    cut.quantize(16).save(path, optimize=True)


def _uncover(page: pypdfium2.PdfPage) -> None:
    """Takes the covers off; on a scan with recognised text, the picture, so that the text is seen."""
    every = list(page.get_objects())
    recognised = [one for one in every if _is_invisible(one)]
    for one in every:
        if one.type in _COVERS or (recognised and one.type == raw.FPDF_PAGEOBJ_IMAGE):
            page.remove_obj(one)
    for one in recognised:
        raw.FPDFTextObj_SetTextRenderMode(one.raw, 0)
    page.gen_content()


def _is_invisible(one: pypdfium2.PdfObject) -> bool:
    return one.type == raw.FPDF_PAGEOBJ_TEXT and raw.FPDFTextObj_GetTextRenderMode(one.raw) == _INVISIBLE


if __name__ == "__main__":
    main()
