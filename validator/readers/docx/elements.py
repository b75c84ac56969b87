"""The XML of a part as light elements with short names. lxml is imported here and nowhere else."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from validator.errors import UnreadableError, ValidatorError

MOST_DEPTH: Final = 128  # Word itself stays below 90; walkers recurse, so this bounds their stack
MOST_ITEMS: Final = 3_000_000  # elements and attributes of one part; about 300 MB as objects

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_MICROSOFT = "http://schemas.microsoft.com/office/"
# ISO/IEC 29500 has two sets of namespaces, transitional and strict; both get the same short name.
_PREFIXES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    "http://purl.oclc.org/ooxml/drawingml/main": "a:",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp:",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp:",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic:",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    _MICROSOFT + "word/2010/wordprocessingShape": "wps:",
    _MICROSOFT + "word/2010/wordml": "w14:",
    "urn:schemas-microsoft-com:vml": "v:",
    _OFFICE + "relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    _PACKAGE + "relationships": "rel:",
    _PACKAGE + "content-types": "ct:",
    _PACKAGE + "metadata/core-properties": "cp:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    _OFFICE + "extended-properties": "ep:",
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties": "ep:",
    _OFFICE + "custom-properties": "op:",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties": "op:",
}
_NONE: Final[Mapping[str, str]] = {}


class PartError(ValidatorError):
    """A part of the package cannot be read; `str(error)` says why, without text of the document."""


class Element:
    """One element: short name such as `w:p`, attributes by short name, children, and its own character data."""

    __slots__ = ("attributes", "children", "tag", "text")

    def __init__(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.tag, self.attributes = tag, attributes
        self.text = ""
        self.children: list[Element] | tuple[()] = ()

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute."""
        return self.attributes.get(name, default)

    def first(self, tag: str) -> "Element | None":
        """The first child of a name."""
        return next((child for child in self.children if child.tag == tag), None)

    def all(self, tag: str) -> "Iterator[Element]":
        """The element itself and all below it of a name, in document order."""
        return (element for element in self.walk() if element.tag == tag)

    def walk(self) -> "Iterator[Element]":
        """The element itself and all below it, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))


def parsed(data: bytes) -> Element:
    """The root element of a part. PartError for damage, document types, entities, depth and size.

    The parts of a package are UTF-8 or UTF-16 (ECMA-376 part 2, 10.1.2); a declared encoding is not believed.
    """
    etree = _lxml()
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    target = _Builder()
    parser = etree.XMLParser(
        target=target, encoding=encoding, resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        root: Element | None = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PartError(f"is damaged XML at line {error.lineno}") from error
    if root is None:
        raise PartError("is empty")
    return root


def require(name: str) -> None:
    """UnreadableError for the file `name` when the library for XML is not installed."""
    try:
        _lxml()
    except ImportError as error:
        reason = "a Word document, which needs a library that is not installed"
        raise UnreadableError(name, reason, "pip install 'redmark[documents]'") from error


def _lxml() -> Any:
    from lxml import etree  # here, as plain text does without it

    return etree


class _Builder:
    """Takes the parser's events and makes elements of them; refuses what no honest part holds."""

    def __init__(self) -> None:
        self._root: Element | None = None
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._names: dict[str, str] = {}
        self._items = 0

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise PartError("declares a document type, which could hold entities")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._count(1 + len(attributes))
        element = Element(self._short(tag), self._shortened(attributes) if attributes else _NONE)
        if self._open:
            parent = self._open[-1]
            if not parent.children:
                parent.children = []
            parent.children.append(element)
        else:
            self._root = element
        self._open.append(element)
        self._texts.append([])

    def end(self, tag: str) -> None:
        pieces = self._texts.pop()
        element = self._open.pop()
        if pieces:
            element.text = "".join(pieces)

    def data(self, text: str) -> None:
        self._texts[-1].append(text)

    def close(self) -> Element | None:
        return self._root  # an error here would stand in for the one that the parser met

    def _count(self, items: int) -> None:
        self._items += items
        if self._items > MOST_ITEMS:
            raise PartError(f"holds more than {MOST_ITEMS} elements and attributes")
        if len(self._open) >= MOST_DEPTH:
            raise PartError(f"is nested deeper than {MOST_DEPTH} elements")

    def _shortened(self, attributes: Mapping[str, str]) -> dict[str, str]:
        return {self._short(name): value for name, value in attributes.items()}

    def _short(self, name: str) -> str:
        short = self._names.get(name)
        if short is None:
            namespace, _, local = name[1:].rpartition("}") if name[:1] == "{" else ("", "", name)
            prefix = _PREFIXES.get(namespace, "?:") if namespace else ""
            short = self._names[name] = prefix + local
        return short
