"""The package of an Office document: parts of a ZIP, read within bounds, and what refers to what."""

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

import msgspec

from validator.errors import UnreadableError
from validator.readers.docx.elements import Element, PartError, parsed
from validator.readers.options import ReadOptions
from validator.readers.percent import decoded

_MOST_PARTS = 20_000
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 1  # bit of an entry's flags
# Office packages are stored or deflated (ECMA-376 part 2, annex C); others may take memory as they please.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_WORD = re.compile(r"wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)")
_MAIN = re.compile(r"\.main\+xml$")
_OTHERS: Final = (
    ("spreadsheetml", "an Excel workbook"),
    ("ms-excel", "an Excel workbook"),
    ("presentationml", "a PowerPoint presentation"),
    ("ms-powerpoint", "a PowerPoint presentation"),
)
_CONTENT_TYPES = "[Content_Types].xml"
_ODD = re.compile(r"[^A-Za-z0-9 ._/\[\]-]")
_LONGEST_NAME = 120


class Relation(msgspec.Struct, frozen=True, gc=False):
    """One relationship: `kind` is the last word of its type; `target` a part name, or an address when external."""

    id: str
    kind: str
    target: str
    external: bool


def printable(part: str) -> str:
    """A part's name as it may stand in a report: whoever made the file chose it."""
    return _ODD.sub("?", part[:_LONGEST_NAME])


class Package:
    """The parts of one file by name. Counts what was unpacked, and stops at the limit of `options`."""

    def __init__(self, name: str, data: bytes, options: ReadOptions) -> None:
        self.name = name
        self._left = options.unpacked_bytes
        self._limit = options.unpacked_bytes
        self._zip = _opened(name, data)
        self._entries = {
            entry.filename.lower(): entry for entry in self._zip.infolist() if not entry.is_dir()
        }
        self._relations: dict[str, tuple[Relation, ...]] = {}
        self.skipped: list[str] = [
            f"{printable(part)}: is in the package twice, and the first was not read"
            for part in _twice(self._zip)
        ]

    def parts(self) -> list[str]:
        """The names of all parts, in the order of the package."""
        return [entry.filename for entry in self._entries.values()]

    def find(self, part: str) -> str | None:
        """A part's name as the package spells it; names do not differ by capitals alone."""
        entry = self._entries.get(part.lower())
        return entry.filename if entry else None

    def read(self, part: str) -> bytes:
        """The bytes of a part. PartError when it is missing, damaged, encrypted or beyond the limit."""
        entry = self._entries.get(part.lower())
        if entry is None:
            raise PartError("is missing")
        if entry.compress_type not in _METHODS:
            raise PartError("is compressed in a way that Office documents do not use")
        if entry.file_size > self._left:
            raise PartError(f"would take the package beyond {self._limit} unpacked bytes")
        try:
            with self._zip.open(entry) as file:
                data = file.read(self._left + 1)
        except _DAMAGE as error:
            raise PartError("cannot be unpacked") from error
        self._left -= len(data)
        if self._left < 0:
            raise PartError(f"would take the package beyond {self._limit} unpacked bytes")
        return data

    def tree(self, part: str) -> Element:
        """The XML of a part. PartError when it cannot be read."""
        return parsed(self.read(part))

    def tree_or_none(self, part: str) -> Element | None:
        """The XML of a part; None and an entry in `skipped` when it cannot be read."""
        try:
            return self.tree(part)
        except PartError as error:
            self.skipped.append(f"{printable(part)}: {error}")
            return None

    def relations(self, part: str) -> tuple[Relation, ...]:
        """What a part refers to; of the package itself for an empty name."""
        if part not in self._relations:
            folder, file = posixpath.split(part)
            listed = self.find(posixpath.join(folder, "_rels", f"{file}.rels"))
            tree = self.tree_or_none(listed) if listed else None
            self._relations[part] = tuple(_relations(tree, folder)) if tree else ()
        return self._relations[part]

    def main_part(self) -> str:
        """The name of the Word document's main part. UnreadableError when the package is something else."""
        if any(entry.flag_bits & _ENCRYPTED for entry in self._entries.values()):
            raise UnreadableError(self.name, "an encrypted ZIP archive", "save it without a password")
        if self.find(_CONTENT_TYPES) is None:
            raise UnreadableError(self.name, f"{_foreign(self)}, not a Word document")
        types = _content_types(self)
        target = next((each.target for each in self.relations("") if each.kind == "officeDocument"), None)
        main = (self.find(target) if target else None) or next(iter(types), "")
        what = types.get(main.lower(), "")
        if main and _WORD.search(what):
            return main
        for word, meaning in _OTHERS:
            if word in what:
                raise UnreadableError(self.name, f"{meaning}, a format this version does not read")
        raise UnreadableError(self.name, "an Office package without a Word document")

    def reached(self) -> set[str]:
        """The parts that can be reached from the package's root, by lower-case name, relationship lists left out."""
        reached: set[str] = set()
        waiting = [""]
        while waiting:
            for relation in self.relations(waiting.pop()):
                target = None if relation.external else self.find(relation.target)
                if target and target.lower() not in reached:
                    reached.add(target.lower())
                    waiting.append(target)
        return reached


def _opened(name: str, data: bytes) -> zipfile.ZipFile:
    if data.count(_ENTRY) > _MOST_PARTS:
        raise UnreadableError(name, f"a ZIP archive of more than {_MOST_PARTS} files")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as error:
        raise UnreadableError(name, "a damaged or truncated ZIP archive") from error


def _twice(package: zipfile.ZipFile) -> list[str]:
    seen: set[str] = set()
    twice: dict[str, None] = {}
    for entry in package.infolist():
        folded = entry.filename.lower()
        if folded in seen:
            twice[folded] = None
        seen.add(folded)
    return list(twice)


def _relations(tree: Element, folder: str) -> Iterator[Relation]:
    for each in tree.children:
        target, external = each.get("Target"), each.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, decoded(target))).lstrip("/")
        yield Relation(each.get("Id"), each.get("Type").rpartition("/")[2], target, external)


def _content_types(package: Package) -> dict[str, str]:
    """Part name in small letters -> content type, of the main parts."""
    try:
        tree = package.tree(_CONTENT_TYPES)
    except PartError as error:
        raise UnreadableError(package.name, f"a package whose list of contents {error}") from error
    named = ((each.get("PartName").lstrip("/").lower(), each.get("ContentType")) for each in tree.children)
    return {part: what for part, what in named if part and _MAIN.search(what)}


def _foreign(package: Package) -> str:
    if package.find("mimetype"):
        return "an OpenDocument or EPUB file"
    if package.find("META-INF/MANIFEST.MF"):
        return "a Java archive"
    return "a ZIP archive"
