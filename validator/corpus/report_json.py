"""Reports on runs as one JSON document, valid by its schema before a byte is written."""

from typing import Final

import msgspec

from validator.reporters.validation import WHOLE, valid_builtins

REPORT_SCHEMA: Final = "corpus-report.schema.json"
DIFF_SCHEMA: Final = "corpus-diff.schema.json"


def json_report(report: msgspec.Struct, schema: str) -> bytes:
    """A report; the keys always stand in the same order, and its version stands first."""
    data = valid_builtins(report, WHOLE, schema)
    ordered = {"schema_version": data["schema_version"]} | data
    return msgspec.json.format(msgspec.json.encode(ordered), indent=2) + b"\n"
