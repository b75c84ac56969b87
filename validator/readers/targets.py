"""Which files the given paths name: files as they are, folders walked in order."""

import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

import msgspec

from validator.errors import UnreadableError

SUFFIXES: Final = (".cable", ".docx", ".eml", ".htm", ".html", ".markdown", ".md", ".pdf", ".text", ".txt")


class Target(msgspec.Struct, frozen=True):
    """One file to check. `named`: given by the user, not met in a folder. `fault`: why it cannot be read."""

    path: Path
    named: bool
    fault: UnreadableError | None = None


def targets(
    paths: Iterable[Path], *, allow_empty: bool = False, exclude: tuple[str, ...] = ()
) -> Iterator[Target]:
    """The files to check, each once, in the order of the paths and by name inside a folder.

    Files in a folder count when they end in one of SUFFIXES; hidden ones and hidden folders are left out,
    and links to folders are not followed, so that a loop of links cannot be entered.
    """
    given = list(paths)
    named = {os.path.abspath(path) for path in given}
    seen: set[str] = set()
    for path in given:
        for target in _of_one(path, named, allow_empty=allow_empty):
            if exclude and _is_excluded(target.path, exclude):
                continue
            place = os.path.abspath(target.path) if len(given) > 1 else ""
            if place not in seen:
                yield target
            if place:
                seen.add(place)


def _is_excluded(path: Path, patterns: tuple[str, ...]) -> bool:
    """Whether a path, or a folder that it is in, fits a pattern; given by name or not."""
    here = Path(os.path.normpath(path))
    names = [one.as_posix() for one in (here, *here.parents)]
    return any(fnmatchcase(name, pattern.rstrip("/")) for pattern in patterns for name in names)


def _of_one(path: Path, named: set[str], *, allow_empty: bool) -> Iterator[Target]:
    if not path.is_dir():
        yield Target(path, named=True)
        return
    empty = True
    for target in _walked(path, named):
        empty = False
        yield target
    if empty and not allow_empty:
        reason, advice = f"no file ending in {', '.join(SUFFIXES)}", "--allow-empty accepts that"
        yield Target(path, True, UnreadableError(str(path), reason, advice))


def _walked(folder: Path, named: set[str]) -> Iterator[Target]:
    """Depth first, by name: the order does not depend on the file system, nor the depth on our stack."""
    open_folders = [iter(_entries(folder))]
    while open_folders:
        entry = next(open_folders[-1], None)
        if entry is None:
            open_folders.pop()
        elif isinstance(entry, Target):
            yield entry
        elif entry.is_dir(follow_symlinks=False):
            open_folders.append(iter(_entries(Path(entry.path))))
        elif entry.name.lower().endswith(SUFFIXES) and not entry.is_dir():
            # Nearly always no file is named: then its absolute path, which costs a system call, is not needed.
            yield Target(Path(entry.path), len(named) > 1 and os.path.abspath(entry.path) in named)


def _entries(folder: Path) -> "list[os.DirEntry[str] | Target]":
    """What is in a folder and not hidden, by name; a folder that cannot be read is a target with a fault."""
    try:
        with os.scandir(folder) as scan:
            shown = [entry for entry in scan if not entry.name.startswith(".")]
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        return [Target(folder, True, UnreadableError(str(folder), reason))]
    return [*sorted(shown, key=lambda entry: entry.name)]
