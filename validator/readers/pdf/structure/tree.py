"""Walking the objects of a PDF without recursion: loops and deep nesting cost no more than their size."""

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Stream, String

# What a key holds is known only once it is looked at: pikepdf gives numbers, texts and objects of one class.
PdfObject: TypeAlias = Any

_ARRAY: Final = pikepdf.ObjectType.array
_CONTAINERS: Final = frozenset({_ARRAY, pikepdf.ObjectType.dictionary, pikepdf.ObjectType.stream})
_UPWARDS: Final = frozenset({"/P", "/Parent", "/Prev"})


def text_of(value: PdfObject) -> str:
    """A string object as text; empty for anything else."""
    return str(value) if isinstance(value, String) else ""


def is_dictionary(value: PdfObject) -> bool:
    """A dictionary, or a stream, which has one."""
    return isinstance(value, Dictionary | Stream)


def inner(value: PdfObject, without: frozenset[str] = frozenset()) -> list[PdfObject]:
    """The arrays, dictionaries and streams that one of these holds, but for those under some keys.

    Told apart by type code: isinstance costs twice as much, and a large file has 100,000 of them.
    """
    is_list = value._type_code is _ARRAY
    held = list(value) if is_list else [item for key, item in value.items() if key not in without]
    return [item for item in held if type(item) is pikepdf.Object and item._type_code in _CONTAINERS]


def dictionaries(root: PdfObject, most: int) -> Iterator[PdfObject]:
    """Every dictionary reachable downwards from an object, each once, streams among them; at most `most`."""
    stack: list[PdfObject] = [root] if isinstance(root, Array | Dictionary | Stream) else []
    seen: set[tuple[int, int]] = set()
    given = 0
    while stack and given < most:
        value = stack.pop()
        if value.is_indirect:
            number = value.objgen
            if number in seen:
                continue
            seen.add(number)
        if value._type_code is not _ARRAY:
            given += 1
            yield value
        stack += reversed(inner(value, _UPWARDS))


def names(root: PdfObject, most: int) -> Iterator[tuple[str, PdfObject]]:
    """The entries of a name tree: key and value."""
    for node in _kids(root, most):
        pairs = node.get("/Names")
        if isinstance(pairs, Array):
            items = list(pairs)
            yield from ((text_of(key), value) for key, value in zip(items[::2], items[1::2], strict=False))


def _kids(root: PdfObject, most: int) -> Iterator[PdfObject]:
    stack, seen = [root], set[tuple[int, int]]()
    while stack and len(seen) < most:
        node = stack.pop()
        if not isinstance(node, Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        if node.is_indirect:
            seen.add(node.objgen)
        yield node
        kids = node.get("/Kids")
        stack += reversed(list(kids)) if isinstance(kids, Array) else []


def child(parent: PdfObject, *path: str) -> PdfObject:
    """The object at the end of a path of keys; None where a step is missing."""
    value = parent
    for key in path:
        if not is_dictionary(value):
            return None
        value = value.get(key)
    return value


def annotations(pdf: pikepdf.Pdf, most: int) -> Iterator[tuple[int, PdfObject]]:
    """Page number, from 1, and annotation; at most `most`."""
    given = 0
    for number, page in enumerate(pdf.pages, 1):
        listed = page.obj.get("/Annots")
        for annotation in list(listed) if isinstance(listed, Array) else []:
            if given >= most:
                return
            if isinstance(annotation, Dictionary):
                given += 1
                yield number, annotation


def subtype(annotation: PdfObject) -> str:
    """The subtype of an annotation or stream, without its slash."""
    value = annotation.get("/Subtype")
    return str(value)[1:] if isinstance(value, pikepdf.Name) else ""
