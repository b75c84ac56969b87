"""Bookmarks and named destinations with words that no page shows."""

import re
from collections.abc import Iterator
from typing import Final

import pikepdf
from pikepdf import Dictionary

from validator.model.nodes import Observation
from validator.readers.pdf.structure.seen import Shown, seen
from validator.readers.pdf.structure.tree import PdfObject, child, names, text_of

# What programs call bookmarks and destinations that nobody named.
_BY_PROGRAM: Final = re.compile(
    r"(?:blank|bookmark|figure|folie|page|seite|slide|table|untitled)(?: page)?\s?\d*|(?:page|slide) \d+ of \d+"
)
_WORDS_OF_PROGRAMS: Final = """anchor appendix bookmark chapter contents doc document end equation figure footnote
hfootnote index item page part ref references section start subsection table title toc top wkanchor"""
_OF_PROGRAMS: Final = frozenset(_WORDS_OF_PROGRAMS.split())
_CAPITAL: Final = re.compile(r"(?<![^\W_])[A-Z][a-z]{2,}(?![^\W_])")  # a name; a program's key is `ABgmqyCV`


def observe_bookmarks(pdf: pikepdf.Pdf, shown: Shown) -> Iterator[Observation]:
    """An observation for each bookmark with such words; its part is its place in the list."""
    for number, title in enumerate(_titles(child(pdf.Root, "/Outlines", "/First"), shown.most), 1):
        found = shown.absent(title)
        if found and not _BY_PROGRAM.fullmatch(title.casefold().strip()):
            yield seen("bookmark-words", found, part=f"bookmark {number}")


def _titles(first: PdfObject, most: int) -> Iterator[str]:
    """Titles in the order of the list; a loop of bookmarks ends where it began."""
    stack, visited = [first], set[tuple[int, int]]()
    while stack and len(visited) < most:
        item = stack.pop()
        if not isinstance(item, Dictionary) or item.objgen in visited:
            continue
        visited.add(item.objgen)
        yield text_of(item.get("/Title"))
        stack += [item.get("/Next"), item.get("/First")]


def observe_destinations(pdf: pikepdf.Pdf, shown: Shown) -> Iterator[Observation]:
    """One observation for the names of all destinations, of which there may be thousands, in two places."""
    old = child(pdf.Root, "/Dests")
    listed = [str(key)[1:] for key in old] if isinstance(old, Dictionary) else []
    listed += [name for name, _ in names(child(pdf.Root, "/Names", "/Dests"), shown.most)]
    words = {word: None for name in listed for word in shown.absent(_capitals(name))}
    found = [word for word in words if word not in _OF_PROGRAMS]
    if found:
        yield seen("destination-name", found, part="destinations")


def _capitals(name: str) -> str:
    """The words of `section.Ann_Example` with one capital; programs write numbers and `section.2.1`."""
    return " ".join(_CAPITAL.findall(name))
