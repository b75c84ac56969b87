"""The house style that a machine can see: short files, short functions, no swallowed errors."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import ROOT

FILE_LIMIT = 300
FUNCTION_LIMIT = 40
SOURCES = sorted((ROOT / "validator").rglob("*.py"))
VAGUE = {"base", "common", "helpers", "misc", "utils"}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_source_file_is_short_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= FILE_LIMIT
    assert ast.get_docstring(ast.parse(text)), "a module opens with one line that says what it is for"
    assert path.stem not in VAGUE
    long = [
        f"{f.name}:{f.lineno}" for f in functions(path) if (f.end_lineno or 0) - f.lineno >= FUNCTION_LIMIT
    ]
    assert long == []


# Code of others may raise anything; it becomes an error of ours there, and nowhere else.
CALLS_CODE_OF_OTHERS = ROOT / "validator" / "checks" / "custom.py"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_error_is_swallowed(path: Path) -> None:
    handlers = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
    ]
    broad = [
        h.lineno
        for h in handlers
        if h.type is None or (isinstance(h.type, ast.Name) and h.type.id in {"Exception", "BaseException"})
    ]
    if path == CALLS_CODE_OF_OTHERS:
        assert [type(h.body[0]) for h in handlers if h.lineno in broad] == [ast.Raise]
        broad = []
    silent = [h.lineno for h in handlers if len(h.body) == 1 and isinstance(h.body[0], ast.Pass)]
    assert (broad, silent) == ([], [])
