"""`redmark init`: writes a file of settings to begin with; on request a hook for pre-commit and a workflow."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from validator.cli import init_files
from validator.cli.output import write_whole
from validator.engine.settings import one_of
from validator.engine.settings_file import FILES, PROFILES, find
from validator.errors import UsageError

SETTINGS: Final = Path(FILES[0])
PRE_COMMIT: Final = Path(".pre-commit-config.yaml")
WORKFLOW: Final = Path(".github/workflows/redmark.yml")
_NEXT: Final = """\
next:
  redmark check --show-config
  redmark check .
  redmark check . --write-baseline baseline.jsonl
"""
_EXAMPLES: Final = """\
What is there already is never overwritten. A hook is added to a configuration of pre-commit that is there.

examples:
  redmark init --profile pre-publication
  redmark init --pre-commit --github

exit codes: 0 written, 2 usage, or something is there already: then nothing was written
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """What to write."""
    parser.epilog = _EXAMPLES
    add = parser.add_argument
    add("--profile", metavar="|".join(PROFILES), help="the choices to begin with (default: none is made)")
    add("--pre-commit", action="store_true", help=f"also write or complete {PRE_COMMIT}")
    add("--github", action="store_true", help=f"also write {WORKFLOW}")


def run(arguments: argparse.Namespace) -> int:
    """Works everything out, then writes it; a refusal leaves all as it was."""
    if arguments.profile is not None:
        one_of("profile", arguments.profile, PROFILES)
    texts = dict(_texts(arguments))
    for path, text in texts.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"init: {path.parent}: {(error.strerror or 'cannot be made').lower()}"
            ) from error
        write_whole(path, text.encode())
    said = "".join(f"written: {path}\n" for path in texts) + _NEXT
    sys.stdout.buffer.write(said.encode())
    return 0


def _texts(arguments: argparse.Namespace) -> Iterator[tuple[Path, str]]:
    """What is to be written, each under its path."""
    there = _settings_here()
    if there is None:
        yield SETTINGS, init_files.settings(arguments.profile)
    elif arguments.profile or not (arguments.pre_commit or arguments.github):
        raise UsageError(f"init: {there} is there already, with settings; nothing was written")
    if arguments.pre_commit:
        yield PRE_COMMIT, _hooks()
    if arguments.github:
        if WORKFLOW.exists():
            raise UsageError(f"init: {WORKFLOW} is there already; nothing was written")
        yield WORKFLOW, init_files.workflow()


def _settings_here() -> Path | None:
    """The file of this folder that has settings. One of a folder above is no obstacle: the nearest counts."""
    found = find(Path.cwd())
    return Path(found.name) if found is not None and found.parent == Path.cwd() else None


def _hooks() -> str:
    """The configuration of pre-commit with our hooks: a new one, or the one that is there and ours in it."""
    if not PRE_COMMIT.exists():
        return init_files.hooks()
    try:
        completed = init_files.with_hooks(PRE_COMMIT.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"init: {PRE_COMMIT}: cannot be read as UTF-8; nothing was written") from error
    if completed is None:
        raise UsageError(
            f"init: {PRE_COMMIT} has no list under 'repos:' to which hooks could be added line by line, or has "
            f"ours already; nothing was written"
        )
    return completed
