"""The option --rules: packs of rules besides the built-in ones."""

import argparse
from pathlib import Path


def add_option(parser: argparse._ActionsContainer) -> None:
    """Adds the option to a subcommand."""
    about = "a further pack of rules (repeatable)"
    parser.add_argument("--rules", metavar="FOLDER", action="append", default=[], help=about)


def folders(arguments: argparse.Namespace) -> tuple[Path, ...]:
    """The folders named by the option."""
    return tuple(map(Path, arguments.rules))
