"""Asks DuckDB about the tables of runs: in little memory whatever their size, and of done partitions only."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Any, Final

from validator.corpus import results as folders
from validator.corpus.partition import BrokenSourceError, CorpusError
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

    def rows(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """The answer. BrokenSourceError where a table is gone or damaged."""
        try:
            found: list[tuple[Any, ...]] = self._connection.execute(question, values).fetchall()
        except self._faults as error:
            reason = str(error).partition("\n")[0]
            raise BrokenSourceError(f"corpus: {self._places}: the tables cannot be read: {reason}") from error
        return found


@contextmanager
def warehouse(runs: Mapping[str, Results]) -> Iterator[Warehouse]:
    """The tables `documents` and `findings` of each run, called by its prefix. CorpusError without the extra."""
    duckdb, arrow = _libraries()
    faults = (duckdb.Error, arrow.ArrowException, OSError)
    with (
        TemporaryDirectory(prefix="redmark-") as spill,
        duckdb.connect(config=_settings(spill)) as connection,
    ):
        connection.execute("SET enable_external_access = false")
        for prefix, results in runs.items():
            for name, columns in _TABLES.items():
                connection.register(f"{prefix}{name}", _dataset(results, name, columns))
        yield Warehouse(connection, faults, " and ".join(results.place for results in runs.values()))


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


def _dataset(results: Results, name: str, columns: dict[str, str]) -> Any:
    """A table of all done partitions; its files are opened one after the other when a question is asked."""
    import pyarrow.dataset

    system, files = results.tables(name)
    return pyarrow.dataset.dataset(files, schema=schema(columns), format="parquet", filesystem=system)
