"""What Git ignores: `.gitignore` from the root of the repository down, and its `.git/info/exclude`.

Outside a repository a `.gitignore` means nothing, as to Git. A user's own file of patterns for all repositories is not
asked, so that two machines check the same files. See https://git-scm.com/docs/gitignore.
"""

import os
from codecs import BOM_UTF8
from pathlib import Path
from typing import Final

import msgspec

from validator.errors import UnreadableError
from validator.readers.ignore_patterns import Pattern, pattern

NAME: Final = ".gitignore"
_REPOSITORY: Final = ".git"
_OF_THE_REPOSITORY: Final = Path(_REPOSITORY, "info", "exclude")


class Patterns(msgspec.Struct, frozen=True):
    """The patterns of one file, and the folder that they are seen from."""

    folder: str
    patterns: tuple[Pattern, ...]  # the last first, as the last that fits decides

    def verdict(self, path: str, *, is_folder: bool) -> bool | None:
        """True: ignored; False: taken back by a `!` pattern; None: these patterns say nothing of it."""
        seen = _as_bytes(os.path.relpath(path, self.folder).replace(os.sep, "/"))
        fitting = (one for one in self.patterns if one.fits(seen, is_folder=is_folder))
        decides = next(fitting, None)
        return None if decides is None else not decides.takes_back


class Ignoring(msgspec.Struct, frozen=True):
    """The patterns that count in a folder, the nearest first."""

    patterns: tuple[Patterns, ...] = ()
    in_repository: bool = False

    def ignores(self, path: str, *, is_folder: bool) -> bool:
        """Whether Git ignores this path, whose folder it does not ignore."""
        verdicts = (patterns.verdict(path, is_folder=is_folder) for patterns in self.patterns)
        return next((verdict for verdict in verdicts if verdict is not None), False)

    def within(self, folder: str) -> "Ignoring":
        """What counts in a folder inside. UnreadableError where its `.gitignore` cannot be read."""
        if not self.in_repository:
            return self
        if os.path.lexists(os.path.join(folder, _REPOSITORY)):
            return ignoring(Path(folder))  # a repository of its own, to which the one around says nothing
        found = _read(Path(folder, NAME), folder)
        return Ignoring((found, *self.patterns), in_repository=True) if found else self


def ignoring(folder: Path) -> Ignoring:
    """What counts in a folder that the user named. What would ignore that folder itself does not count.

    UnreadableError where a file of patterns cannot be read.
    """
    here = Path(os.path.abspath(folder))
    root = next((one for one in (here, *here.parents) if (one / _REPOSITORY).exists()), None)
    if root is None:
        return Ignoring()
    above = [one for one in (*reversed(here.parents), here) if one == root or root in one.parents]
    files = [(root / _OF_THE_REPOSITORY, root), *((one / NAME, one) for one in above)]
    read = (_read(file, str(seen_from)) for file, seen_from in files)
    patterns = tuple(one for one in read if one and not _ignores_any(one, root, here))
    return Ignoring(patterns[::-1], in_repository=True)


def _ignores_any(patterns: Patterns, root: Path, folder: Path) -> bool:
    """Whether the patterns ignore the folder, or one on the way to it."""
    inside = [one for one in (folder, *folder.parents) if root in one.parents]
    below = [str(one) for one in inside if Path(patterns.folder) in one.parents]
    return any(patterns.verdict(one, is_folder=True) for one in below)


def _read(file: Path, folder: str) -> Patterns | None:
    """The patterns of a file; None where there is no such file, or none in it."""
    try:
        text = file.read_bytes().removeprefix(BOM_UTF8).decode("latin-1")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise UnreadableError(str(file), (error.strerror or "cannot be read").lower()) from error
    lines = (line.removesuffix("\r") for line in reversed(text.split("\n")))
    patterns = tuple(one for one in map(pattern, lines) if one is not None)
    return Patterns(folder, patterns) if patterns else None


def _as_bytes(path: str) -> str:
    """A path with a character for each byte, as patterns have it: names need not be UTF-8."""
    return path if path.isascii() else os.fsencode(path).decode("latin-1")
