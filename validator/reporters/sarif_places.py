"""Files and stretches of them as SARIF names them."""

from typing import Any, Final

from validator.findings import FileSpan
from validator.reporters.places import has_lines

# RFC 3986: what may stand in a path as it is. A colon may not, or `a:b.txt` would be a scheme.
_AS_IT_IS: Final = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
_NO_LINES: Final = {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}


def artifact(path: str) -> dict[str, str]:
    """A file by its URI, relative where the path is."""
    scheme = "file://" if path.startswith("/") else ""
    return {"uri": scheme + "".join(map(_in_uri, path.encode("utf-8", "backslashreplace")))}


def physical_location(path: str, span: FileSpan) -> dict[str, Any]:
    """A stretch of a file. GitHub asks for lines and columns: a page or part stands at the first."""
    region = _region(span) if has_lines(span) else dict(_NO_LINES)
    return {"physicalLocation": {"artifactLocation": artifact(path), "region": region}}


def _region(span: FileSpan) -> dict[str, int]:
    start, end = span.start, span.end
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _in_uri(byte: int) -> str:
    return chr(byte) if byte in _AS_IT_IS else f"%{byte:02X}"
