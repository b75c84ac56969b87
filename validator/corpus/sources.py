"""A source cut into partitions: the same source gives the same partitions, and each can be read without the others."""

import tarfile
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from msgspec.structs import replace

from validator.corpus.partition import BrokenSourceError, CorpusError, Partition
from validator.corpus.places import is_pattern, is_url, matches, opened, size
from validator.readers.targets import Choice, Targets

Cut: TypeAlias = Callable[[str, int], Iterator[Partition]]

_MOST_DOCUMENTS: Final = 20_000  # in a partition
_NO_NUMBER: Final = 0  # given at the end


def partitions(sources: list[str], choice: Choice, weight: int) -> Iterator[Partition]:
    """The partitions of all sources in their order, each of about `weight` bytes.

    CorpusError where a source is of no known kind, BrokenSourceError where it cannot be read.
    """
    for number, each in enumerate(_cut(sources, choice, weight)):
        yield replace(each, number=number)


def _cut(sources: list[str], choice: Choice, weight: int) -> Iterator[Partition]:
    for source in sources:
        found = matches(source) if is_pattern(source) else [source]
        if not found:
            raise BrokenSourceError(f"{source}: nothing fits this pattern")
        loose: list[str] = []
        for place in found:
            cut = _cutter(place)
            if cut is None:
                loose.append(place)
            else:
                yield from cut(place, weight)
        if loose:
            yield from _files(loose, choice, weight)


def _cutter(place: str) -> Cut | None:
    """How a container is cut; None for a folder or a document."""
    if not is_url(place) and Path(place).is_dir():
        return None
    name = place.lower()
    return next((cut for suffixes, cut in _CONTAINERS if name.endswith(suffixes)), None)


def _files(places: list[str], choice: Choice, weight: int) -> Iterator[Partition]:
    """Local files and folders as `redmark check` finds them; at a URL the files alone."""
    urls = [place for place in places if is_url(place)]
    yield from _grouped(((url, size(url)) for url in urls), weight)
    local = Targets(
        [Path(place) for place in places if not is_url(place)], replace(choice, allow_empty=False)
    )
    yield from _grouped(((str(target.path), _size_of(target.path)) for target in local), weight)


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # it is reported when it is read


def _grouped(sized: Iterator[tuple[str, int]], weight: int) -> Iterator[Partition]:
    some: list[str] = []
    heavy = 0
    for name, its_size in sized:
        some.append(name)
        heavy += its_size
        if heavy >= weight or len(some) == _MOST_DOCUMENTS:
            yield Partition(_NO_NUMBER, "files", names=tuple(some))
            some, heavy = [], 0
    if some:
        yield Partition(_NO_NUMBER, "files", names=tuple(some))


def _whole(kind: str, place: str, weight: int) -> Iterator[Partition]:
    size(place)
    yield Partition(_NO_NUMBER, kind, place)  # type: ignore[arg-type]  # the table below names kinds only


def _tar(place: str, weight: int) -> Iterator[Partition]:
    """By the headers alone, which are read once; the contents are passed over."""
    start: int | None = None
    count = 0
    with opened(place) as file, _sound(place), tarfile.open(fileobj=file, mode="r:") as archive:
        for member in archive:
            start = member.offset if start is None else start
            count += 1
            behind = member.offset_data + member.size
            if behind - start >= weight or count == _MOST_DOCUMENTS:
                yield Partition(_NO_NUMBER, "tar", place, start=start, count=count)
                start, count = None, 0
            archive.members = []  # type: ignore[attr-defined]  # tarfile would keep them all
    if start is not None:
        yield Partition(_NO_NUMBER, "tar", place, start=start, count=count)


def _zip(place: str, weight: int) -> Iterator[Partition]:
    with opened(place) as file, _sound(place), zipfile.ZipFile(file) as archive:
        first = heavy = 0
        members = archive.infolist()
        for number, member in enumerate(members, 1):
            heavy += member.file_size
            if heavy >= weight or number - first == _MOST_DOCUMENTS or number == len(members):
                yield Partition(_NO_NUMBER, "zip", place, first=first, count=number - first)
                first, heavy = number, 0


def _json_lines(place: str, weight: int) -> Iterator[Partition]:
    whole = size(place)
    for start in range(0, max(whole, 1), weight):
        yield Partition(_NO_NUMBER, "json-lines", place, start=start, end=min(start + weight, whole))


def _parquet(place: str, weight: int) -> Iterator[Partition]:
    from validator.corpus.parquet_rows import cut  # loads pyarrow

    with opened(place) as file, _sound(place):
        for group, first, count in cut(file, weight, _MOST_DOCUMENTS):
            yield Partition(_NO_NUMBER, "parquet", place, start=group, first=first, count=count)


class _sound:
    """A context that turns the faults of a damaged container into ours."""

    def __init__(self, place: str) -> None:
        self._place = place

    def __enter__(self) -> None:
        return None

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, tarfile.TarError | zipfile.BadZipFile | EOFError | ValueError):
            raise BrokenSourceError(f"{self._place}: damaged: {error}") from error


_CONTAINERS: Final[tuple[tuple[tuple[str, ...], Cut], ...]] = (
    ((".tar",), _tar),
    ((".tar.gz", ".tgz", ".tar.bz2", ".tar.xz"), partial(_whole, "tar")),
    ((".zip",), _zip),
    ((".jsonl", ".ndjson"), _json_lines),
    ((".jsonl.gz", ".ndjson.gz"), partial(_whole, "json-lines")),
    ((".csv", ".csv.gz"), partial(_whole, "csv")),
    ((".parquet",), _parquet),
)


def check_sources(sources: list[str]) -> None:
    """CorpusError where no source is given, or one is empty."""
    if not sources or not all(sources):
        raise CorpusError(
            "corpus: no source given; name a folder, a pattern, or a .tar, .zip, .jsonl, .csv or .parquet file"
        )
