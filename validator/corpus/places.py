"""Local paths and URLs alike: what is at a place, opened to read. URLs go through fsspec, which the user installs."""

import glob
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, Final, cast

from validator.corpus.partition import BrokenSourceError, CorpusError

_SCHEME: Final = "://"
_WILD: Final = "*?["


def is_url(place: str) -> bool:
    """Whether fsspec opens a place."""
    return _SCHEME in place


def is_pattern(place: str) -> bool:
    """Whether a place stands for several."""
    return any(sign in place for sign in _WILD)


def matches(pattern: str) -> list[str]:
    """The files that fit a pattern, by name."""
    if not is_url(pattern):
        return sorted(glob.glob(pattern, recursive=True))
    system, path = system_of(pattern)
    return sorted(system.unstrip_protocol(each) for each in system.glob(path))


def size(place: str) -> int:
    """Bytes of a file; BrokenSourceError where there is none."""
    with opened(place) as file:
        file.seek(0, 2)
        return file.tell()


@contextmanager
def opened(place: str) -> Iterator[BinaryIO]:
    """A file to read. BrokenSourceError with the reason where it cannot be read."""
    try:
        if is_url(place):
            system, path = system_of(place)
            file = cast(BinaryIO, system.open(path, "rb"))
        else:
            file = open(place, "rb")  # noqa: SIM115  closed below
    except OSError as error:
        raise BrokenSourceError(f"{place}: {(error.strerror or 'cannot be read').lower()}") from error
    with file:
        yield file


def system_of(place: str) -> tuple[Any, str]:
    """The file system of a place, and the path in it. CorpusError where there is none for its scheme."""
    try:
        import fsspec
    except ImportError as error:
        raise CorpusError(f"{place}: needs fsspec; install 'redmark[corpus]'") from error
    try:
        system, path = fsspec.core.url_to_fs(place)
    except (ImportError, ValueError) as error:
        raise CorpusError(f"{place}: {error}") from error
    return system, path
