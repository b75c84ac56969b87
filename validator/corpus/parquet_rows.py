"""Rows of a Parquet file: cut by row group and size, read a few at a time."""

from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from validator.corpus.partition import BrokenSourceError, CorpusError

_AT_ONCE: Final = 500  # rows


def library() -> Any:
    """pyarrow.parquet; CorpusError without the extra."""
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise CorpusError("corpus: needs pyarrow; install 'redmark[corpus]'") from error
    return pyarrow.parquet


def cut(file: BinaryIO, weight: int, most: int) -> Iterator[tuple[int, int, int]]:
    """Row group, first row and number of rows of each part; from the file's own notes, without reading rows."""
    about = _opened(file).metadata
    for group in range(about.num_row_groups):
        rows, size = about.row_group(group).num_rows, about.row_group(group).total_byte_size
        step = max(1, min(most, rows * weight // max(size, 1)))
        for first in range(0, rows, step):
            yield group, first, min(step, rows - first)


def columns(file: BinaryIO) -> list[str]:
    """The names of the columns."""
    return list(_opened(file).schema_arrow.names)


def rows(file: BinaryIO, group: int, first: int, count: int, wanted: list[str]) -> Iterator[list[Any]]:
    """The values of the wanted columns, row by row."""
    left, skip = count, first
    for batch in _opened(file).iter_batches(batch_size=_AT_ONCE, row_groups=[group], columns=wanted):
        if skip >= batch.num_rows:
            skip -= batch.num_rows
            continue
        part = batch.slice(skip, left)
        skip = 0
        left -= part.num_rows
        yield from zip(*(part.column(name).to_pylist() for name in wanted), strict=True)
        if left == 0:
            return


def _opened(file: BinaryIO) -> Any:
    parquet = library()
    import pyarrow

    try:
        return parquet.ParquetFile(file)
    except (pyarrow.ArrowException, OSError) as error:
        raise BrokenSourceError(f"{getattr(file, 'name', 'parquet')}: damaged: {error}") from error
