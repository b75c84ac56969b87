"""The baseline: findings that were there when a collection was taken over, by their fingerprints.

No line numbers, no clock and no text of a document: it survives shifted lines, merges line by line, and tells nothing.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from validator.errors import UsageError
from validator.findings import FileReport

JUSTIFICATION: Final = "in the baseline"
_HEAD: Final = '{"redmark_baseline":1}'


class Entry(msgspec.Struct, frozen=True, order=True):
    """One finding: `path` and `rule` are for whoever reads the file, `fingerprint` is what counts."""

    path: str
    rule: str
    fingerprint: str


class Baseline(msgspec.Struct, frozen=True):
    """The entries of a baseline file."""

    entries: frozenset[Entry]

    def fingerprints(self) -> frozenset[str]:
        """The fingerprints that are no news."""
        return frozenset(entry.fingerprint for entry in self.entries)


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file. UsageError with path and line for a bad one."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise UsageError(f"baseline: {path}: {reason.lower()}; --write-baseline makes one") from error
    if not lines or lines[0].strip() != _HEAD:
        raise UsageError(f"baseline: {path}:1: no baseline of this version; --write-baseline makes one")
    return Baseline(
        frozenset(_entry(path, number, line) for number, line in enumerate(lines[1:], 2) if line.strip())
    )


def entries_of(reports: Iterable[FileReport]) -> Iterator[Entry]:
    """The entries for what was found, set aside or not, except by a suppression."""
    for report in reports:
        found = (*report.findings, *(one for one in report.suppressed if one.justification == JUSTIFICATION))
        yield from (Entry(report.path, one.rule, one.fingerprint) for one in found)


def written(entries: Iterable[Entry]) -> Iterator[str]:
    """The lines of a baseline file, sorted, one entry a line."""
    yield _HEAD + "\n"
    yield from (msgspec.json.encode(entry).decode() + "\n" for entry in sorted(set(entries)))


def _entry(path: Path, number: int, line: str) -> Entry:
    try:
        return msgspec.json.decode(line, type=Entry)
    except msgspec.DecodeError as error:
        raise UsageError(f"baseline: {path}:{number}: no entry of a baseline; write the file anew") from error
