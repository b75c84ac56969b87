"""`redmark lsp`: a language server for editors, over standard input and output."""

import argparse
import os
import sys
from pathlib import Path
from typing import BinaryIO, Final

from validator.cli import check, packs
from validator.cli.configuration import add_options, configured, settings_of
from validator.engine.settings_file import assigned, find
from validator.errors import UsageError
from validator.rulebook.installed import PREFIX

_MODULES: Final = frozenset({"attrs", "cattrs", "lsprotocol", "pygls"})
_EXAMPLES: Final = """\
An editor starts this command and talks to it; docs/editor.md says how VS Code, Neovim, Emacs and Helix are told to.
Each document is judged by the settings file nearest to it, as 'redmark check' would judge it in that folder.

examples:
  redmark lsp
  redmark lsp -o dialect=dod

exit codes: 0 the editor ended it, 1 the connection broke, 2 usage
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The settings that an editor may give."""
    parser.epilog = _EXAMPLES
    packs.add_option(parser)
    add_options(parser.add_argument_group("settings").add_argument)


def run(arguments: argparse.Namespace) -> int:
    """Serves until the editor ends it."""
    if arguments.show_config:
        return check.show(configured(arguments))
    _settle(arguments)
    try:
        return _served(arguments)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _MODULES:
            raise
        raise UsageError("lsp: pygls is not installed; pip install 'redmark[lsp]' brings it") from error


def _settle(arguments: argparse.Namespace) -> None:
    """Refuses now what would be wrong for every document, and names files so that they are found from any folder."""
    if arguments.config and arguments.isolated:
        configured(arguments)
    for text in arguments.set:
        assigned(text)
    arguments.config = os.path.abspath(arguments.config) if arguments.config else None
    arguments.pack = list(map(_from_any_folder, arguments.pack))


def _from_any_folder(pack: str) -> str:
    return pack if pack.startswith(PREFIX) else os.path.abspath(pack)


def _served(arguments: argparse.Namespace) -> int:
    # Here, as pygls comes with an extra, and takes three times as long to load as all else.
    from validator.lsp.features import serve
    from validator.lsp.projects import Projects, Setup

    def setup() -> Setup:
        values = configured(arguments)
        folders = (*values["extends"].value, *packs.folders(arguments))
        found = tuple(Path(_from_any_folder(str(folder))) for folder in folders)
        return Setup(settings_of(values, reveal=False), found)

    fixed = bool(arguments.config or arguments.isolated)
    projects = Projects(setup, (lambda _: None) if fixed else find)
    return serve(projects, sys.stdin.buffer, _protocol_stream())


def _protocol_stream() -> BinaryIO:
    """Standard output for the protocol alone; whatever else writes there, in a child too, goes to standard error."""
    sys.stdout.flush()
    stream = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return stream
