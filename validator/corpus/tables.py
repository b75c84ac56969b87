"""The two tables that a run leaves: a row for each document, a row for each finding; no text of a document."""

from collections.abc import Iterator
from typing import Any, Final, Self

from validator.corpus.parquet_rows import library
from validator.findings import SEVERITIES, FileReport, Finding

Row = dict[str, Any]

_TEXT: Final = "string"
_NUMBER: Final = "int32"
DOCUMENTS: Final[dict[str, str]] = {
    "partition": _NUMBER,
    "position": _NUMBER,  # in the partition, from 0
    "name": _TEXT,
    "sha256": _TEXT,
    "bytes": "int64",
    "format": _TEXT,
    "kind": _TEXT,
    "status": _TEXT,  # checked, not-recognised, unreadable
    "layout": _TEXT,
    "date": _TEXT,  # 1998-05-07
    "era": _TEXT,
    "level": _TEXT,
    "post": _TEXT,
    "mrn": _NUMBER,
    "error": _NUMBER,  # findings of that severity
    "warning": _NUMBER,
    "info": _NUMBER,
    "suppressed": _NUMBER,
    "not_checked": "list<string>",  # reasons why the document as a whole, or a part of it, was not judged
}
FINDINGS: Final[dict[str, str]] = {
    "partition": _NUMBER,
    "position": _NUMBER,
    "name": _TEXT,
    "rule": _TEXT,
    "pack": _TEXT,
    "severity": _TEXT,
    "confidence": _TEXT,
    "line": _NUMBER,
    "column": _NUMBER,
    "page": _NUMBER,
    "part": _TEXT,
    "anchor": _TEXT,
    "fingerprint": _TEXT,
    "message": _TEXT,  # masked, as in any report
    "suppressed": "bool",
}
_DESCRIBED: Final = ("layout", "date", "era", "level", "post", "mrn")


def document_row(partition: int, position: int, report: FileReport, size: int) -> Row:
    """The row of a document."""
    counts = dict.fromkeys(SEVERITIES, 0)
    for finding in report.findings:
        counts[finding.severity] += 1
    described = {key: report.document.get(key) for key in _DESCRIBED}
    return {
        "partition": partition,
        "position": position,
        "name": report.path,
        "sha256": report.sha256,
        "bytes": size,
        "format": report.format,
        "kind": report.kind,
        "status": report.status,
        **described,
        **counts,
        "suppressed": len(report.suppressed),
        "not_checked": [entry.reason for entry in report.not_checked if not entry.rules],
    }


def finding_rows(partition: int, position: int, report: FileReport) -> Iterator[Row]:
    """The rows of the findings of a document, those that are set aside behind the others."""
    for findings, aside in ((report.findings, False), (report.suppressed, True)):
        for finding in findings:
            yield _finding_row(finding) | {
                "partition": partition,
                "position": position,
                "name": report.path,
                "suppressed": aside,
            }


def _finding_row(finding: Finding) -> Row:
    return {
        "rule": finding.rule,
        "pack": finding.pack,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "line": finding.span.start.line,
        "column": finding.span.start.column,
        "page": finding.span.page,
        "part": finding.span.part,
        "anchor": finding.anchor,
        "fingerprint": finding.fingerprint,
        "message": finding.message,
    }


class Table:
    """Writes one Parquet file, some rows at a time, so that memory does not grow with the number of rows."""

    def __init__(self, stream: Any, columns: dict[str, str]) -> None:
        self._schema = schema(columns)
        self._writer = library().ParquetWriter(stream, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        """Takes in a row."""
        self._rows.append(row)
        if len(self._rows) == _AT_ONCE:
            self._flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Writes what is left, and the end of the file."""
        if kind is None:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        import pyarrow

        if self._rows:
            self._writer.write_table(pyarrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []


_AT_ONCE: Final = 5_000  # rows


def schema(columns: dict[str, str]) -> Any:
    """The columns as pyarrow has them."""
    import pyarrow

    types = {
        "string": pyarrow.string(),
        "int32": pyarrow.int32(),
        "int64": pyarrow.int64(),
        "bool": pyarrow.bool_(),
    }
    types["list<string>"] = pyarrow.list_(pyarrow.string())
    return pyarrow.schema([(name, types[kind]) for name, kind in columns.items()])
