"""Patterns of paths in settings: `*` stands for anything, folders too, and a folder stands for all that is in it."""

import glob
import os
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import Final

_HERE: Final = ""


def placed(pattern: str, folder: Path | str = _HERE) -> str:
    """The pattern as one of absolute paths; `folder` is where it was written, the current folder where left out."""
    beginning = glob.escape(os.path.abspath(folder))
    return os.path.join(beginning, pattern).replace(os.sep, "/").rstrip("/")


def fits(path: Path | str, patterns: tuple[str, ...]) -> bool:
    """Whether a path, or a folder that it is in, fits one of the patterns, which were placed before."""
    here = PurePath(os.path.abspath(path))
    names = [one.as_posix() for one in (here, *here.parents)]
    return any(fnmatchcase(name, pattern) for pattern in patterns for name in names)
