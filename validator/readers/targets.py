"""Which files the given paths name: files as they are, folders walked in order."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

import msgspec

from validator.errors import UnreadableError
from validator.readers import gitignore
from validator.readers.gitignore import Ignoring
from validator.readers.path_patterns import fits

SUFFIXES: Final = (".cable", ".docx", ".eml", ".htm", ".html", ".markdown", ".md", ".pdf", ".text", ".txt")
BY_GIT: Final = "left out by .gitignore; --no-gitignore checks what is there"
BY_PATTERN: Final = "named, and left out by exclude or include of the settings"
_IN_FOLDERS: Final = "left out by exclude or include of the settings"  # as the user wished: not worth a word


class Target(msgspec.Struct, frozen=True):
    """One file to check. `named`: given by the user, not met in a folder. `fault`: why it cannot be read."""

    path: Path
    named: bool
    fault: UnreadableError | None = None


class Choice(msgspec.Struct, frozen=True):
    """Which files count. The patterns are placed (see `path_patterns`); they hold for paths given by name too.

    With `include`, only files that fit one of its patterns count, whatever they end in.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    gitignore: bool = True
    allow_empty: bool = False

    def takes(self, path: Path) -> bool:
        """Whether the patterns let a path pass."""
        if self.exclude and fits(path, self.exclude):
            return False
        return not self.include or fits(path, self.include)

    def takes_name(self, name: str) -> bool:
        """Whether a file met in a folder is of a kind that is looked for."""
        return bool(self.include) or name.lower().endswith(SUFFIXES)


ALL: Final = Choice(gitignore=False)
_Open: TypeAlias = "tuple[Iterator[os.DirEntry[str] | Target], Ignoring]"


class Targets:
    """The files to check, each once, in the order of the paths and by name inside a folder.

    Files in a folder count when they end in one of SUFFIXES and Git does not ignore them; hidden ones and hidden
    folders are left out, and links to folders are not followed, so that a loop of links cannot be entered.
    `left_out` counts, as they are met, the files and folders that were left out, by reason.
    """

    def __init__(self, paths: Iterable[Path], choice: Choice = ALL) -> None:
        self._given = list(paths)
        self._named = {os.path.abspath(path) for path in self._given}
        self._choice = choice
        self.left_out: Counter[str] = Counter()

    def notes(self) -> list[str]:
        """A line for each reason why something was left out that the user may not know of."""
        return [
            f"{self.left_out[reason]} {reason}" for reason in (BY_GIT, BY_PATTERN) if self.left_out[reason]
        ]

    def __iter__(self) -> Iterator[Target]:
        seen: set[str] = set()
        for path in self._given:
            for target in self._of_one(path):
                place = os.path.abspath(target.path) if len(self._given) > 1 else ""
                if place not in seen:
                    yield target
                if place:
                    seen.add(place)

    def _of_one(self, path: Path) -> Iterator[Target]:
        if not path.is_dir():
            if self._choice.takes(path):
                yield Target(path, named=True)
            else:
                self.left_out[BY_PATTERN] += 1
            return
        empty, before = True, self.left_out.copy()
        for target in self._walked(path):
            empty = False
            yield target
        if empty and self.left_out[_IN_FOLDERS] == before[_IN_FOLDERS] and not self._choice.allow_empty:
            yield Target(path, True, _nothing_in(path, self.left_out[BY_GIT] - before[BY_GIT]))

    def _walked(self, folder: Path) -> Iterator[Target]:
        """Depth first, by name: the order does not depend on the file system, nor the depth on our stack."""
        open_folders = [self._top(folder)]
        while open_folders:
            entries, ignoring = open_folders[-1]
            entry = next(entries, None)
            if entry is None:
                open_folders.pop()
            elif isinstance(entry, Target):
                yield entry
            elif entry.is_dir(follow_symlinks=False):
                if self._enters(entry, ignoring):
                    open_folders.append(_inside(entry, ignoring))
            elif self._choice.takes_name(entry.name) and not entry.is_dir():
                yield from self._met(entry, ignoring)

    def _top(self, folder: Path) -> _Open:
        try:
            ignoring = gitignore.ignoring(folder) if self._choice.gitignore else Ignoring()
        except UnreadableError as error:
            return iter([Target(Path(error.path), True, error), *_entries(folder)]), Ignoring()
        return iter(_entries(folder)), ignoring

    def _enters(self, entry: "os.DirEntry[str]", ignoring: Ignoring) -> bool:
        if self._choice.exclude and fits(entry.path, self._choice.exclude):
            self.left_out[_IN_FOLDERS] += 1
            return False
        return not self._is_ignored(entry, ignoring, is_folder=True)

    def _met(self, entry: "os.DirEntry[str]", ignoring: Ignoring) -> Iterator[Target]:
        path = Path(entry.path)
        if not self._choice.takes(path):
            self.left_out[_IN_FOLDERS] += 1
            return
        # Nearly always no file is named: then its absolute path, which costs a system call, is not needed.
        named = len(self._named) > 1 and os.path.abspath(entry.path) in self._named
        if named or not self._is_ignored(entry, ignoring, is_folder=False):
            yield Target(path, named)

    def _is_ignored(self, entry: "os.DirEntry[str]", ignoring: Ignoring, *, is_folder: bool) -> bool:
        if not ignoring.patterns or not ignoring.ignores(os.path.abspath(entry.path), is_folder=is_folder):
            return False
        self.left_out[BY_GIT] += 1
        return True


def _inside(entry: "os.DirEntry[str]", ignoring: Ignoring) -> _Open:
    """A folder met on the way, with what counts in it; where that cannot be known, its files count, and it is said."""
    entries = _entries(Path(entry.path))
    try:
        return iter(entries), ignoring.within(
            os.path.abspath(entry.path)
        ) if ignoring.in_repository else ignoring
    except UnreadableError as error:
        return iter([Target(Path(error.path), True, error), *entries]), ignoring


def _nothing_in(path: Path, ignored: int) -> UnreadableError:
    if ignored:
        return UnreadableError(
            str(path), "all that is in it is left out by .gitignore", "--no-gitignore checks it"
        )
    reason = f"no file ending in {', '.join(SUFFIXES)}"
    return UnreadableError(str(path), reason, "--allow-empty accepts that")


def _entries(folder: Path) -> "list[os.DirEntry[str] | Target]":
    """What is in a folder and not hidden, by name; a folder that cannot be read is a target with a fault."""
    try:
        with os.scandir(folder) as scan:
            shown = [entry for entry in scan if not entry.name.startswith(".")]
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        return [Target(folder, True, UnreadableError(str(folder), reason))]
    return [*sorted(shown, key=lambda entry: entry.name)]
