"""Asks DuckDB about the tables of runs: in little memory whatever their size, and of done partitions only."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Any, Final

from validator.corpus import results as folders
from validator.corpus.partition import BrokenSourceError, CorpusError
from validator.corpus.places import is_pattern
from validator.corpus.results import Results
from validator.corpus.tables import DOCUMENTS, FINDINGS, schema

MEMORY: Final = "512MB"
"""What DuckDB holds at once; the rest goes to a temporary folder, which only the user can read."""

_THREADS: Final = 4  # each holds a share of the memory, so more of them do not help
_TABLES: Final = {folders.DOCUMENTS: DOCUMENTS, folders.FINDINGS: FINDINGS}


class Warehouse:
    """The tables of one or two runs, for questions in SQL."""

    def __init__(self, connection: Any, faults: tuple[type[Exception], ...], places: str) -> None:
        self._connection, self._faults, self._places = connection, faults, places

    def hold(self, name: str, system: Any, files: list[str], columns: dict[str, str]) -> None:
        """Gives some files a name. DuckDB reads those of this machine itself, in a third of the memory."""
        import pyarrow.dataset

        if system is None and files and not any(map(is_pattern, files)):
            with self._told():
                self._connection.read_parquet(files).create_view(name)
            return
        arrow = pyarrow.dataset.dataset(files, schema=schema(columns), format="parquet", filesystem=system)
        self._connection.register(name, arrow)

    def rows(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """The answer. BrokenSourceError where a table is gone or damaged."""
        with self._told():
            found: list[tuple[Any, ...]] = self._connection.execute(question, values).fetchall()
        return found

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except self._faults as error:
            reason = str(error).partition("\n")[0]
            raise BrokenSourceError(f"corpus: {self._places}: the tables cannot be read: {reason}") from error


@contextmanager
def warehouse(runs: Mapping[str, Results]) -> Iterator[Warehouse]:
    """The tables `documents` and `findings` of each run, called by its prefix. CorpusError without the extra."""
    duckdb, arrow = _libraries()
    faults = (duckdb.Error, arrow.ArrowException, OSError)
    places = " and ".join(results.place for results in runs.values())
    with (
        TemporaryDirectory(prefix="redmark-") as spill,
        duckdb.connect(config=_settings(spill)) as connection,
    ):
        house = Warehouse(connection, faults, places)
        for prefix, results in runs.items():
            for name, columns in _TABLES.items():
                house.hold(f"{prefix}{name}", *results.tables(name), columns)
        yield house


def _libraries() -> tuple[Any, Any]:
    try:
        import duckdb
        import pyarrow.dataset
    except ImportError as error:
        raise CorpusError("corpus: needs DuckDB and pyarrow; install 'redmark[corpus]'") from error
    return duckdb, pyarrow


def _settings(spill: str) -> dict[str, Any]:
    return {
        "autoinstall_known_extensions": False,  # nothing is fetched
        "autoload_known_extensions": False,
        "memory_limit": MEMORY,
        "preserve_insertion_order": False,
        "temp_directory": spill,
        "threads": _THREADS,
    }
