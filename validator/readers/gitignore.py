"""What Git ignores: `.gitignore` from the root of the repository down, and its `.git/info/exclude`.

Outside a repository a `.gitignore` means nothing, as to Git. A user's own file of patterns for all repositories is not
asked, so that two machines check the same files. See https://git-scm.com/docs/gitignore.
"""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from validator.errors import UnreadableError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME: Final = ".gitignore"
_REPOSITORY: Final = ".git"
_OF_THE_REPOSITORY: Final = Path(_REPOSITORY, "info", "exclude")
_MOST_STARS: Final = 3
"""Of one part of a pattern. Each more makes matching a hostile name slower by the length of the name; a pattern
with more ignores nothing, so that no file is missed."""


class Patterns(msgspec.Struct, frozen=True):
    """The patterns of one file, and the folder that they are seen from."""

    folder: str
    spec: "GitIgnoreSpec"

    def verdict(self, path: str, *, is_folder: bool) -> bool | None:
        """True: ignored; False: taken back by a `!` pattern; None: these patterns say nothing of it."""
        seen = os.path.relpath(path, self.folder).replace(os.sep, "/")
        return self.spec.check_file(f"{seen}/" if is_folder else seen).include


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
        found = _read(Path(folder, NAME), folder) if self.in_repository else None
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
        text = file.read_bytes().decode("utf-8", "surrogateescape")  # as the names of files are decoded
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise UnreadableError(str(file), (error.strerror or "cannot be read").lower()) from error
    lines = [line for line in text.splitlines() if _says_something(line)]
    return Patterns(folder, _spec(lines)) if lines else None


def _says_something(line: str) -> bool:
    stars = max(part.count("*") for part in re.split(r"/|\*\*", line))
    return bool(line.strip()) and not line.startswith("#") and stars <= _MOST_STARS


def _spec(lines: list[str]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # 30 ms, for whoever checks a folder of a repository

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:  # a line that is no pattern ignores nothing, as in Git
        return GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec  # as above

    try:
        return bool(GitIgnoreSpec.from_lines([line]))
    except ValueError:
        return False
