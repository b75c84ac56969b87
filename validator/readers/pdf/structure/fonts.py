"""Letters that the subset of a font holds and the text of a page does not use."""

import re
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Stream, String

from validator.readers.pdf.structure.tree import PdfObject, child

_SUBSET: Final = re.compile(r"/[A-Z]{6}\+")
_RANGE: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_PAIR: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]{4})>(?!\s*<)")
_SECTION: Final = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_LONGEST_MAP: Final = 200_000  # bytes of a map of codes
_LONGEST_RANGE: Final = 256  # codes


def leftover_letters(page: pikepdf.Page, most: int) -> set[str]:
    """Letters of the page's subset fonts that no string of the page draws; empty where a form draws with them too."""
    fonts = child(page.obj, "/Resources", "/Font")
    if not isinstance(fonts, Dictionary) or child(page.obj, "/Resources", "/XObject") is not None:
        return set()
    used = _codes_used(page, most)
    found: set[str] = set()
    for key in list(fonts.keys()):
        font = fonts[key]
        if isinstance(font, Dictionary) and _SUBSET.match(str(font.get("/BaseFont"))) and key in used:
            letters = _letters_of(font)
            found |= {
                letter for code, letter in letters.items() if code not in used[key] and letter.isalpha()
            }
    return found


def _letters_of(font: PdfObject) -> dict[int, str]:
    """By code: the letters of the map that the subset carries."""
    table = font.get("/ToUnicode")
    if not isinstance(table, Stream):
        return {}
    data = table.read_bytes()[:_LONGEST_MAP]
    letters: dict[int, str] = {}
    for section in _SECTION.finditer(data):
        if section[1] == b"bfchar":
            letters |= {int(code, 16): chr(int(letter, 16)) for code, letter in _PAIR.findall(section[2])}
        else:
            for low, high, first in _RANGE.findall(section[2]):
                letters |= _of_range(int(low, 16), int(high, 16), int(first[:8], 16))
    return letters


def _of_range(low: int, high: int, first: int) -> dict[int, str]:
    codes = range(low, min(high, low + _LONGEST_RANGE) + 1)
    return {code: chr(first + code - low) for code in codes if first + code - low < 0x110000}


def _codes_used(page: pikepdf.Page, most: int) -> dict[str, set[int]]:
    """By the name of a font: the codes that are drawn with it, of two bytes each in composite fonts."""
    used: dict[str, set[int]] = {}
    name, wide = "", False
    fonts = child(page.obj, "/Resources", "/Font")
    for one in list(pikepdf.parse_content_stream(page))[:most]:
        operator = str(one.operator)
        if operator == "Tf":
            name = str(one.operands[0])
            wide = str(child(fonts, name, "/Subtype")) == "/Type0"
            used.setdefault(name, set())
        elif operator in ("Tj", "TJ", "'", '"'):
            for operand in one.operands:
                used.setdefault(name, set()).update(_codes(operand, wide))
    return used


def _codes(operand: PdfObject, wide: bool) -> set[int]:
    if isinstance(operand, Array):
        return {code for piece in operand for code in _codes(piece, wide)}
    if not isinstance(operand, String):
        return set()
    data = bytes(operand)
    if not wide:
        return set(data)
    return {int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)}
