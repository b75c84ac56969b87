"""The folder that a run leaves: what it was to do, a note for each partition that is done, and the tables.

    run.json                     what was asked, and by which rules; written when the plan is complete
    plan.jsonl                   a partition a line
    documents/000000.parquet     the tables of a partition
    findings/000000.parquet
    done/000000.json             written last: a partition without it is not done, whatever else is there

A file takes its name when it is complete, so a run that is killed leaves nothing half done. The folder may be a URL.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

import msgspec

from validator.corpus.partition import Columns, CorpusError, Done, Partition
from validator.corpus.places import is_url, system_of
from validator.findings import ReportSettings, Tool

FORMAT: Final = 1
RUN: Final = "run.json"
PLAN: Final = "plan.jsonl"
DOCUMENTS: Final = "documents"
FINDINGS: Final = "findings"
DONE: Final = "done"
_PART: Final = ".part"


class Run(msgspec.Struct, frozen=True):
    """What was asked of a run. `judged_by` is a hash of all settings and rules that decide what is found."""

    format: int
    sources: tuple[str, ...]
    columns: Columns
    tool: Tool
    settings: ReportSettings
    judged_by: str
    partitions: int


class Results:
    """A folder of results, local or at a URL."""

    def __init__(self, place: str) -> None:
        self.place = place.rstrip("/")
        self._system: Any = None
        self._root = self.place
        if is_url(place):
            self._system, self._root = system_of(self.place)

    def path(self, name: str) -> str:
        """The place of a file in the folder, as it is given to others."""
        return f"{self.place}/{name}"

    def read(self, name: str) -> bytes | None:
        """The content of a file; None where there is none."""
        try:
            if self._system is not None:
                return cast(bytes, self._system.cat_file(f"{self._root}/{name}"))
            return Path(self._root, name).read_bytes()
        except FileNotFoundError:
            return None

    def names(self, folder: str) -> list[str]:
        """The names of the complete files in a folder, sorted."""
        if self._system is not None:
            with suppress(FileNotFoundError):
                listed = self._system.ls(f"{self._root}/{folder}", detail=False)
                return sorted(name for name in map(os.path.basename, listed) if not name.endswith(_PART))
            return []
        inside = Path(self._root, folder)
        return (
            sorted(path.name for path in inside.iterdir() if path.suffix != _PART) if inside.is_dir() else []
        )

    @contextmanager
    def written(self, name: str) -> Iterator[BinaryIO]:
        """A file that takes its name when the block ends without an error. CorpusError where it cannot be written."""
        try:
            if self._system is not None:
                place = f"{self._root}/{name}"
                self._system.makedirs(place.rpartition("/")[0], exist_ok=True)
                with self._system.open(f"{place}{_PART}", "wb") as stream:
                    yield stream
                self._system.mv(f"{place}{_PART}", place)
                return
            path = Path(self._root, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f".{path.name}.{os.getpid()}{_PART}")
            with part.open("wb") as file, _removed_on_error(part):
                yield file
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise CorpusError(f"corpus: {self.path(name)} cannot be written: {reason}") from error

    def write(self, name: str, data: bytes) -> None:
        """A whole file at once."""
        with self.written(name) as file:
            file.write(data)

    def run(self) -> Run | None:
        """What was asked; None where the folder holds no run. CorpusError for one of another format."""
        content = self.read(RUN)
        if content is None:
            return None
        try:
            run = msgspec.json.decode(content, type=Run)
        except msgspec.DecodeError as error:
            raise CorpusError(f"corpus: {self.path(RUN)}: {error}") from error
        if run.format != FORMAT:
            raise CorpusError(
                f"corpus: {self.path(RUN)} is of format {run.format}; this Redmark reads {FORMAT}"
            )
        return run

    def plan(self) -> Iterator[Partition]:
        """The partitions, in their order, read as they are asked for: a plan of loose files names them all."""
        decoder = msgspec.json.Decoder(Partition)
        with self._opened(PLAN) as file:
            yield from map(decoder.decode, file)

    def _opened(self, name: str) -> BinaryIO:
        if self._system is not None:
            return cast(BinaryIO, self._system.open(f"{self._root}/{name}", "rb"))
        return Path(self._root, name).open("rb")

    def done(self) -> Iterator[Done]:
        """What came of the partitions that are done, in their order."""
        decoder = msgspec.json.Decoder(Done)
        for name in self.names(DONE):
            yield decoder.decode(self.read(f"{DONE}/{name}") or b"{}")

    def numbers_done(self) -> list[int]:
        """The numbers of the partitions that are done, without reading what came of them."""
        return [int(name.partition(".")[0]) for name in self.names(DONE)]

    def tables(self, folder: str, numbers: Iterable[int]) -> tuple[Any, list[str]]:
        """The file system, None for that of this machine, and in it the tables of some partitions."""
        names = (file_name(number, ".parquet") for number in numbers)
        return self._system, [f"{self._root}/{folder}/{name}" for name in names]


@contextmanager
def _removed_on_error(path: Path) -> Iterator[None]:
    complete = False
    try:
        yield
        complete = True
    finally:
        if not complete:
            path.unlink()


def file_name(number: int, suffix: str) -> str:
    """The name of a partition's file in any of the folders."""
    return f"{number:08}{suffix}"
