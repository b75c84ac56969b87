"""What an open document is to Redmark: a text to judge, one of its own files, or nothing."""

from enum import Enum
from pathlib import PurePath
from typing import Final

from validator.engine.settings_file import FILES
from validator.engine.suppressions import FILE_NAME
from validator.lsp.open_documents import OpenDocument
from validator.readers.targets import SUFFIXES

PACKED: Final = (".docx", ".pdf")  # no text: an editor that opens one shows what is not in the file
_SUFFIX_OF_LANGUAGE: Final = {"eml": ".eml", "html": ".html", "mail": ".eml", "markdown": ".md"}
_TEXT_LANGUAGES: Final = frozenset({*_SUFFIX_OF_LANGUAGE, "plaintext", "text", ""})


class Role(Enum):
    """What to do with a document."""

    TEXT = "text"
    SETTINGS = "settings"
    SUPPRESSIONS = "suppressions"
    OTHER = "other"


def role_of(document: OpenDocument) -> Role:
    """The role of a document, by its name; by its language where the name does not tell."""
    name = name_of(document)
    if name in FILES:
        return Role.SETTINGS
    if name == FILE_NAME:
        return Role.SUPPRESSIONS
    suffix = PurePath(name).suffix.lower()
    if suffix in PACKED:
        return Role.OTHER
    return Role.TEXT if suffix in SUFFIXES or document.language in _TEXT_LANGUAGES else Role.OTHER


def name_of(document: OpenDocument) -> str:
    """The name of the file; of one that was never saved a name that fits its language."""
    if document.path is not None:
        return document.path.name
    return "untitled" + _SUFFIX_OF_LANGUAGE.get(document.language, ".txt")
