"""By which settings a document is judged: as `redmark check` would in the folder of the nearest settings file."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

import msgspec

from validator.engine.settings import Settings
from validator.lsp.open_documents import OpenDocument
from validator.lsp.roles import name_of


class Setup(msgspec.Struct, frozen=True):
    """What a run is set to: its settings, and the folders of further rules."""

    settings: Settings
    packs: tuple[Path, ...] = ()


class Projects(msgspec.Struct, frozen=True):
    """How the command line finds settings; it reads them, as it does for every command.

    `setup` is what `redmark check` would be set to in the current folder, `nearest` the settings file for a folder.
    """

    setup: Callable[[], Setup]
    nearest: Callable[[Path], Path | None]

    def root(self, document: OpenDocument, folders: Iterable[Path]) -> Path:
        """The folder in which `redmark check` would be run on a document, `folders` being open in the editor."""
        opened = sorted(folders, key=lambda folder: len(folder.parts), reverse=True)
        if document.path is None:
            start = opened[0] if opened else Path.cwd()
            fallback = start
        else:
            start = document.path.parent
            fallback = next((folder for folder in opened if document.path.is_relative_to(folder)), start)
        file = self.nearest(start)
        return file.parent if file is not None else fallback


Folders: TypeAlias = Callable[[], Iterable[Path]]


def name_in(root: Path, document: OpenDocument) -> str:
    """The path by which a run in that folder would name a document."""
    if document.path is None:
        return name_of(document)
    inside = document.path.is_relative_to(root)
    return os.path.relpath(document.path, root) if inside else str(document.path)


def is_left_out(name: str, settings: Settings) -> bool:
    """Whether the settings keep a run from checking a file though it is named."""
    return not settings.choice.takes(Path(name))
