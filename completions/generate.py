"""Writes the scripts of completion for every shell, from the options as they are.

usage: python completions/generate.py [--check]

They are generated here and not when the package is built: so they can be read in review, a checkout has them too, and
building needs nothing of what Redmark imports. The names of rules are no part of them; `redmark completions` puts those
in that the installed version has.
"""

import argparse
import re
import sys
from pathlib import Path
from typing import Any, Final

import shtab

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Redmark need not be installed

from validator.cli.command_line import whole_parser
from validator.cli.completions import NAMES, RULES, SHELLS

HERE: Final = Path(__file__).resolve().parent
_CHOICES: Final = re.compile(r"[a-z0-9-]+(\|[a-z0-9-]+)*")  # a metavar that lists the values


def main() -> int:
    """0: done, or nothing to do; 1: a script is stale and `--check` was asked for."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--check", action="store_true", help="change nothing; exit 1 if a script is stale")
    check = arguments.parse_args().check
    return max(refresh(shell, check=check) for shell in SHELLS)


def refresh(shell: str, *, check: bool) -> int:
    """Writes the script of one shell anew where that changes it."""
    path = HERE / f"redmark.{shell}"
    fresh = script(shell)
    if path.exists() and path.read_text(encoding="utf-8") == fresh:
        return 0
    if check:
        sys.stderr.write(f"{path.name} is stale; run python completions/generate.py\n")
        return 1
    path.write_text(fresh, encoding="utf-8", newline="\n")
    return 0


def script(shell: str) -> str:
    """The script, with a word in capitals where the names of rules go."""
    parser = whole_parser()
    _describe(parser)
    lines = shtab.complete(parser, shell).splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _describe(parser: argparse.ArgumentParser) -> None:
    """Says of every argument what can stand there."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for sub in action.choices.values():
                _describe(sub)
        elif isinstance(action.metavar, str):
            _complete(action, action.metavar)


def _complete(action: argparse.Action, metavar: str) -> None:
    if action.dest == "stdin_filename":  # also called NAME, but no name of a rule
        action.complete = shtab.FILE  # type: ignore[attr-defined]
    elif _CHOICES.fullmatch(metavar):
        action.choices = metavar.split("|")
    elif metavar not in _COMPLETIONS:
        raise SystemExit(f"{metavar}: what can stand there? Say it in {Path(__file__).name}")
    elif (known := _COMPLETIONS[metavar]) is not None:
        action.complete = known  # type: ignore[attr-defined]


def _words(placeholder: str) -> dict[str, Any]:
    function = f"_redmark_{placeholder.strip('@').lower()}"
    return {
        "bash": function,
        "fish": placeholder,
        "tcsh": f"({placeholder})",
        "zsh": f"({placeholder})",
        "preamble": {"bash": f'{function}() {{\n  compgen -W "{placeholder}" -- "$1"\n}}'},
    }


# What a metavar stands for; None: for something that only the user knows.
_COMPLETIONS: Final[dict[str, Any]] = {
    "COLUMN": None,
    "DATE": None,
    "FILE": shtab.FILE,
    "FOLDER": shtab.DIRECTORY,
    "FORMAT:FILE": None,
    "ID": None,
    "KEY=VALUE": None,
    "N": None,
    "NAME": _words(NAMES),
    "N|auto": None,
    "NEW": shtab.DIRECTORY,
    "OLD": shtab.DIRECTORY,
    "ORIGINAL": shtab.FILE,
    "PACK|FOLDER": shtab.DIRECTORY,
    "PACK|FOLDER|FILE": shtab.FILE,
    "PATH": shtab.FILE,
    "PATTERN": None,
    "PORTION": None,
    "REDACTED": shtab.FILE,
    "RULE": _words(RULES),
    "SOURCE": shtab.FILE,
    "TAG": None,
    "TEXT": None,
    "WORD": None,
    "dask://HOST:PORT": None,
}

if __name__ == "__main__":
    sys.exit(main())
