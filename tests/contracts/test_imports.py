"""Who may import whom, what --version costs, and no network code."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import GOOD, ROOT, redmark

# Modules that `redmark --version` may load beyond those of an empty program.
VERSION_BUDGET = 8

LOADED = """\
import sys
before = set(sys.modules)
events = []
sys.addaudithook(lambda name, _: events.append("event:" + name) if name.startswith("socket.") else None)
sys.argv = ["redmark", *{arguments}]
from validator.cli import run
run()
print(*sorted(set(sys.modules) - before), *events, file=sys.stderr)
"""


def loaded(*arguments: str, cwd: Path = ROOT) -> list[str]:
    code = LOADED.format(arguments=arguments)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=cwd, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    return done.stderr.split()


def test_the_import_law_holds() -> None:
    pytest.importorskip("importlinter")
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_version_imports_almost_nothing() -> None:
    modules = loaded("--version")
    assert len(modules) <= VERSION_BUDGET, modules
    assert {"argparse", "msgspec", "regex", "typing", "yaml"} & set(modules) == set()


# What only some runs need, and each of which costs more than a telegram.
NEEDED_LATER = (
    "ast asyncio csv dis distributed duckdb fsspec html.parser inspect json jsonschema jsonschema_rs lxml multiprocessing"
    " pathspec pikepdf pyarrow pygls pypdfium2 shtab sqlite3 tarfile tomllib typing_extensions yaml zipfile"
)


def test_a_check_of_a_text_imports_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    loaded("check", "good.txt", "--isolated", cwd=tmp_path)  # fills the cache of compiled rules
    modules = set(loaded("check", "good.txt", "--isolated", cwd=tmp_path))
    assert "validator.parsers.telegram.parse" in modules
    assert modules & set(NEEDED_LATER.split()) == set()


@pytest.mark.parametrize(
    "arguments",
    [("check", "good.txt"), ("check", "good.txt", "--format", "json"), ("rules",), ("test", "text")],
    ids=str,
)
def test_no_socket_is_ever_made(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    report = loaded(*arguments, cwd=tmp_path)
    assert "validator.cli.command_line" in report
    assert [word for word in report if word.startswith("event:")] == []


def test_no_module_of_ours_knows_the_network() -> None:
    known = {"asyncio", "ftplib", "http", "requests", "smtplib", "socket", "ssl", "urllib", "xmlrpc"}
    found = [
        f"{path.name}:{node.lineno}"
        for path in (ROOT / "validator").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom) and known & set(imported(node))
    ]
    assert found == []


def imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
    return [name.partition(".")[0] for name in names]


def test_the_text_report_loads_nothing_heavy_that_it_does_not_use(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    redmark("check", "good.txt", cwd=tmp_path)  # fills the cache of compiled rules
    heavy = {"jsonschema", "jsonschema_rs", "regex", "shutil", "yaml"}
    assert heavy & set(loaded("check", "good.txt", cwd=tmp_path)) == set()
