"""`redmark fix`: applies safe fixes, after showing them."""

import argparse
import difflib
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from validator.api.checking import Checker
from validator.cli import check, packs
from validator.cli.command_line import complain
from validator.cli.configuration import add_options, checker_of, configured, settings_of
from validator.cli.output import write_whole
from validator.engine.fixing import EDITABLE, Applied, fixed, record_of
from validator.engine.settings import DIALECTS
from validator.engine.tally import FINDINGS, INCOMPLETE
from validator.errors import UsageError
from validator.reporters.text import printable_path

_BOM: Final = "\ufeff"
_EXAMPLES: Final = """\
Only fixes of form are applied: blanks, capitals, separators, order and abbreviations of markings, after which the
marking says the same. Telegrams and releases are records, and are left as they are unless --force is given.

examples:
  redmark fix drafts/ --diff
  redmark fix drafts/ --write --audit edits.jsonl

exit codes: 0 nothing to fix, or written; 1 --diff shows something; 2 usage; 4 something could not be read
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """What to mend, and whether to write it."""
    parser.epilog = _EXAMPLES
    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="file or folder")
    add("--diff", action="store_true", help="show what would change, and change nothing")
    add("--write", action="store_true", help="write the files")
    add("--force", action="store_true", help="alter records too: telegrams and releases")
    add("--audit", metavar="FILE", help="append each edit to this file, a JSON object a line")
    add("--dialect", metavar="|".join(DIALECTS), help="judge by these rules (default auto)")
    packs.add_option(parser)
    add_options(parser.add_argument_group("settings").add_argument)


def run(arguments: argparse.Namespace) -> int:
    """Shows or writes; each file is written whole or not at all."""
    values = configured(arguments)
    if arguments.show_config:
        return check.show(values)
    if arguments.diff == arguments.write:
        raise UsageError("fix: give --diff to see what would change, or --write to change it")
    settings = msgspec.structs.replace(settings_of(values, reveal=False), excerpts="full")
    checker = checker_of(settings, values, arguments)
    code = 0
    for target in checker.targets(arguments.paths):
        if target.fault is not None:
            complain(str(target.fault))
            code = INCOMPLETE
        else:
            code = max(code, _file(target.path, checker, arguments))
    return code


def _file(path: Path, checker: Checker, arguments: argparse.Namespace) -> int:
    """The exit code for one file."""
    (report,) = checker.check_paths(path)
    name = printable_path(str(path))
    if report.status == "unreadable":
        complain(f"{name}: {report.not_checked[0].reason}")
        return INCOMPLETE
    if not any(finding.fix for finding in report.findings):
        return 0
    data = path.read_bytes()
    text = _text(data)
    if report.format not in EDITABLE or text is None:
        complain(f"{name}: has fixes, and is not changed: only UTF-8 text can be")
        return 0
    record = record_of(report)
    if record and not arguments.force:
        complain(f"{name}: has fixes, and is not changed: a {record} is a record; --force alters it")
        return 0
    mended, edits = fixed(text, lambda now: checker.check_bytes(now.encode(), str(path)))
    return _outcome(path, data, mended, edits, arguments)


def _outcome(
    path: Path, data: bytes, mended: str, edits: tuple[Applied, ...], arguments: argparse.Namespace
) -> int:
    if arguments.diff:
        lines = "".join(_diff(path, data.decode(), mended))
        sys.stdout.buffer.write(lines.encode("utf-8", "backslashreplace"))
        return FINDINGS
    new = mended.encode()
    if arguments.audit:  # first, so that no file is changed without a trace
        _audit(Path(arguments.audit), path, data, new, edits)
    write_whole(path, new)
    complain(f"{printable_path(str(path))}: {len(edits)} {'edit' if len(edits) == 1 else 'edits'}")
    return 0


def _text(data: bytes) -> str | None:
    """The text of the file; None where its bytes are no UTF-8 or begin with a mark, which moves every offset."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if text.startswith(_BOM) else text


def _diff(path: Path, before: str, after: str) -> Iterator[str]:
    name = printable_path(str(path))
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return difflib.unified_diff(old, new, name, name)


def _audit(file: Path, path: Path, before: bytes, after: bytes, edits: tuple[Applied, ...]) -> None:
    hashes = {"sha256_before": sha256(before).hexdigest(), "sha256_after": sha256(after).hexdigest()}
    lines = [
        msgspec.json.encode({"path": str(path), **msgspec.structs.asdict(edit), **hashes}) for edit in edits
    ]
    try:
        with file.open("ab") as trail:
            trail.write(b"".join(line + b"\n" for line in lines))
    except OSError as error:
        raise UsageError(f"audit: {file}: {(error.strerror or 'cannot be written').lower()}") from error
