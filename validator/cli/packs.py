"""Packs of rules besides the built-in ones: the option --pack, the settings of the project, packs that are named."""

import argparse
from collections.abc import Iterable
from pathlib import Path

import msgspec

from validator.api.checking import rulebook
from validator.engine.settings_file import find, read_settings
from validator.errors import UsageError
from validator.rulebook import Pack, Rulebook
from validator.rulebook.installed import PREFIX, located
from validator.strictyaml.spelling import advice


class Choice(msgspec.Struct, frozen=True):
    """All packs that are known, and those that were asked for."""

    book: Rulebook
    packs: tuple[Pack, ...]


def add_option(parser: argparse._ActionsContainer) -> None:
    """Adds the option to a subcommand."""
    about = "a further pack of rules: its folder, or package:NAME of an installed one (repeatable)"
    parser.add_argument("--pack", metavar="FOLDER", action="append", default=[], help=about)


def folders(arguments: argparse.Namespace) -> tuple[Path, ...]:
    """The folders named by the option."""
    return tuple(map(Path, arguments.pack))


def extended() -> tuple[Path, ...]:
    """The packs that the settings of the project name."""
    return tuple(map(Path, _of_the_project("extends")))


def allowed_checks() -> tuple[str, ...]:
    """The checks of installed packages whose code the settings of the project let run."""
    return tuple(_of_the_project("check-kinds"))


def _of_the_project(key: str) -> Iterable[str]:
    path = find(Path.cwd())
    found: Iterable[str] = read_settings(path).get(key, ()) if path else ()
    return found


def asked_for(command: str, names: Iterable[str]) -> Choice:
    """The packs that are meant by name, folder or `package:NAME`; without names all that are known."""
    wanted = tuple(names)
    known = {pack.name: pack for pack in rulebook(extended()).packs}
    further = tuple(Path(name) for name in wanted if name not in known)
    for folder in further:
        if not (folder.is_dir() or str(folder).startswith(PREFIX)):
            tip = advice(str(folder), known)
            raise UsageError(f"{command}: '{folder}' is no folder and no known pack{tip}")
    book = rulebook((*extended(), *further))
    places = [located(folder) for folder in further]
    chosen = [pack for pack in book.packs if pack.name in wanted or _is_in(pack, places)]
    return Choice(book, tuple(chosen) if wanted else book.packs)


def _is_in(pack: Pack, places: Iterable[Path]) -> bool:
    return any(Path(pack.path).samefile(place) for place in places)
