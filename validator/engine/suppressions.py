"""Suppressions in a reviewed file beside the documents: a record cannot take a comment that silences a rule."""

import re
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

import msgspec

from validator.engine.fingerprint import normal_path
from validator.errors import RulebookError, UsageError
from validator.findings import Finding
from validator.model.document import Document, SourceText
from validator.model.nodes import Node, Observation
from validator.strictyaml import load

FILE_NAME: Final = "redmark-suppressions.yaml"
KIND: Final = "suppressions"
_PARAGRAPH: Final = re.compile(r"paragraph\[(\d+)\]")


class At(msgspec.Struct, frozen=True):
    """The structural place of what is suppressed; all that is given must fit."""

    paragraph: int | None = None
    page: int | None = None
    line: int | None = None
    part: str | None = None

    def fits(self, finding: Finding) -> bool:
        """Whether a finding stands there."""
        found = _PARAGRAPH.search(finding.anchor)
        return (
            (self.paragraph is None or (found is not None and int(found[1]) == self.paragraph))
            and (self.page is None or finding.span.page == self.page)
            and (self.line is None or finding.span.start.line == self.line)
            and (self.part is None or finding.span.part == self.part)
        )


class Entry(msgspec.Struct, frozen=True):
    """One suppression. `start` and `end` are its place in the file."""

    file: str
    rule: str
    reason: str
    by: str = ""
    until: str = ""
    at: At = At()
    start: int = 0
    end: int = 0

    def is_expired(self, today: date) -> bool:
        """Whether its last day is over; a date that is none counts as over."""
        return is_over(self.until, today)


def is_over(until: str, today: date) -> bool:
    """Whether the last day of a suppression is over; a date that is none counts as over, and none given as not."""
    if not until:
        return False
    try:
        return date.fromisoformat(until) < today
    except ValueError:
        return True


class Suppressions(msgspec.Struct, frozen=True):
    """A file of suppressions. Paths in it are relative to its folder."""

    path: str
    text: str
    entries: tuple[Entry, ...]

    def names(self, entry: Entry, path: str) -> bool:
        """Whether an entry speaks of a file."""
        own = normal_path(str(Path(self.path).parent))
        here = normal_path(path)
        inside = here.removeprefix(f"{own}/") if own != "." else here
        return fnmatchcase(inside, entry.file)


def read_suppressions(path: Path) -> Suppressions:
    """The suppressions in a file. UsageError with the place of every fault."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise UsageError(f"suppressions: {path}: {reason.lower()}") from error
    return suppressions_in(path, text)


def suppressions_in(path: Path, text: str) -> Suppressions:
    """The suppressions that a text says, which is that of a file or shall become it."""
    try:
        loaded = load(str(path), text, "suppressions")
    except RulebookError as error:
        raise UsageError(str(error)) from error
    starts = [0]
    for written in text.split("\n"):
        starts.append(starts[-1] + len(written) + 1)
    listed = msgspec.convert(loaded.data["entries"], type=tuple[Entry, ...])
    placed = []
    for number, entry in enumerate(listed):
        line, column = loaded.tree.place(("entries", number))
        start = starts[line - 1] + column - 1
        placed.append(msgspec.structs.replace(entry, start=start, end=max(start, starts[line] - 1)))
    return Suppressions(str(path), text, tuple(placed))


class Sieve:
    """Applies suppressions over a run, and remembers which were of use."""

    def __init__(self, suppressions: Suppressions, selected: frozenset[str], today: date) -> None:
        """`selected`: the ids of the rules that run, as only these can leave a suppression unused."""
        self._suppressions, self._selected, self._today = suppressions, selected, today
        self._used: set[int] = set()
        self._met: set[int] = set()

    def justification(self, path: str, finding: Finding) -> str:
        """Why a finding is suppressed; empty where it is not."""
        for number, entry in enumerate(self._suppressions.entries):
            if (
                entry.rule == finding.rule
                and self._suppressions.names(entry, path)
                and entry.at.fits(finding)
                and not entry.is_expired(self._today)
            ):
                self._used.add(number)
                return entry.reason
        return ""

    def met(self, path: str) -> None:
        """Notes that a file was checked, whatever was found in it."""
        for number, entry in enumerate(self._suppressions.entries):
            if self._suppressions.names(entry, path):
                self._met.add(number)

    def document(self, known: frozenset[str]) -> Document:
        """The file of suppressions as a document, with an observation for each entry that is not in order."""
        source = SourceText(self._suppressions.path, "text", self._suppressions.text, "")
        nodes: tuple[Node, ...] = tuple(self._observations(known))
        return Document(
            kind=KIND, layout="unknown", source=source, nodes={"observation": nodes} if nodes else {}
        )

    def _observations(self, known: frozenset[str]) -> Iterator[Node]:
        for number, entry in enumerate(self._suppressions.entries):
            name = self._fault(number, entry, known)
            if name:
                yield Observation(start=entry.start, end=entry.end, name=name)

    def _fault(self, number: int, entry: Entry, known: frozenset[str]) -> str:
        if entry.rule not in known:
            return "suppression-of-unknown-rule"
        if entry.is_expired(self._today):
            return "suppression-expired"
        if not entry.reason.strip():
            return "suppression-without-reason"
        unused = entry.rule in self._selected and number in self._met and number not in self._used
        return "suppression-unused" if unused else ""
