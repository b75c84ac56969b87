"""Judges the text of an open document, as `redmark check` would judge the file."""

import contextlib
from pathlib import Path

import msgspec
from msgspec.structs import replace

from validator.api.checking import Checker
from validator.engine.settings import Settings
from validator.engine.settings_file import settings_in
from validator.engine.suppressions import suppressions_in
from validator.errors import UnreadableError, ValidatorError
from validator.findings import FileReport
from validator.lsp.open_documents import OpenDocument
from validator.lsp.projects import Folders, Projects, Setup, is_left_out, name_in
from validator.lsp.roles import Role, name_of, role_of
from validator.model.document import Document, SourceText
from validator.parsers import parse
from validator.readers import read_bytes
from validator.vocabulary.load import builtin

WITHOUT_SETTINGS = Setup(Settings())


def get_ready() -> None:
    """Loads the rules, so that the first document need not wait for them."""
    Checker(WITHOUT_SETTINGS.settings).check_bytes(b"", "")


class Assessment(msgspec.Struct, frozen=True):
    """What there is to say of one state of a document. `error`: why nothing could be judged, a line for each reason.

    `root` is the folder whose settings judged, `setup` what they are. No report: the document is not one to judge.
    """

    document: OpenDocument
    root: Path | None = None
    setup: Setup = WITHOUT_SETTINGS
    report: FileReport | None = None
    error: str = ""


class Assessor:
    """Judges documents, one at a time: it stands in the folder of their settings while it does."""

    def __init__(self, projects: Projects, folders: Folders) -> None:
        self._projects, self._folders = projects, folders

    def assess(self, document: OpenDocument, before: Setup = WITHOUT_SETTINGS) -> Assessment:
        """The assessment; a fault of the settings is part of it, and no error.

        `before` is the setup that last held, for files of ours that say something else in the editor than on the disk.
        """
        found = Assessment(document, setup=before)
        role = role_of(document)
        if role is Role.OTHER:
            return found
        try:
            root = self._projects.root(document, self._folders())
            found = replace(found, root=root)
            # All that a run takes from its current folder (settings, baseline, suppressions, paths in patterns and
            # fingerprints) so means the same here. Nothing else in this process asks for the current folder.
            with contextlib.chdir(root):
                if role is Role.TEXT or _is_saved(document):
                    found = replace(found, setup=self._projects.setup())
                return replace(found, report=_REPORTS[role](document, root, found.setup))
        except ValidatorError as error:
            return replace(found, error=str(error))
        except OSError as error:
            return replace(found, error=f"{error.filename}: {(error.strerror or 'cannot be read').lower()}")


def _is_saved(document: OpenDocument) -> bool:
    path = document.path
    return path is not None and path.is_file() and path.read_bytes() == document.whole.encode()


def _of_text(document: OpenDocument, root: Path, setup: Setup) -> FileReport | None:
    name = name_in(root, document)
    if is_left_out(name, setup.settings):
        return None
    return Checker(setup.settings, packs=setup.packs).check_bytes(document.text.encode(), name)


def _of_settings(document: OpenDocument, _: Path, setup: Setup) -> None:
    """Nothing but an error, where the text is wrong or names rules that there are not."""
    if document.path is not None:
        settings_in(document.path, document.text)
    Checker(setup.settings, packs=setup.packs)


def _of_suppressions(document: OpenDocument, root: Path, setup: Setup) -> FileReport | None:
    """The findings on the entries, as they stand in the editor."""
    suppressions = suppressions_in(document.path or root / name_of(document), document.text)
    settings = replace(setup.settings, suppressions=suppressions)
    return next(iter(Checker(settings, packs=setup.packs).closing()), None)


_REPORTS = {Role.TEXT: _of_text, Role.SETTINGS: _of_settings, Role.SUPPRESSIONS: _of_suppressions}


def source_of(document: OpenDocument, setup: Setup) -> SourceText | None:
    """The text as its reader shows it; None where that cannot be read."""
    name = str(document.path) if document.path is not None else name_of(document)
    try:
        return read_bytes(name, document.text.encode(), setup.settings.reading)
    except UnreadableError:
        return None


def understood(document: OpenDocument, setup: Setup) -> Document | None:
    """The document as its parser understands it; None where its offsets are not those of the editor."""
    source = source_of(document, setup) if role_of(document) is Role.TEXT else None
    if source is None or source.stretches:
        return None
    settings = setup.settings
    return parse(source, builtin(), kind=settings.kind, as_of=settings.as_of)
