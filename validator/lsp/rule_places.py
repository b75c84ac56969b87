"""Where ids of rules are written: in files of settings and suppressions, and in comments that silence a rule."""

import re
from pathlib import PurePath
from typing import Final

import msgspec

from validator.engine.settings_file import FILES
from validator.engine.suppressions import FILE_NAME
from validator.lsp.open_documents import OpenDocument
from validator.lsp.roles import name_of

_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
_COMMENT: Final = re.compile(r"<!--\s*redmark:\s*ignore\[(?:[\w-]+\s*,\s*)*(?P<word>[\w-]*)$")
_IN_COMMENT: Final = re.compile(r"<!--\s*redmark:(?:(?!-->).)*$")
_ENTRY: Final = re.compile(r"^\s*(?:-\s+)?(?:\{.*)?\brule:\s*[\"']?(?P<word>[\w-]*)$")
_TABLE: Final = re.compile(r"^\s*\[(?P<name>[^\[\]]+)\]")
_KEY: Final = re.compile(r"^\s*(?P<key>\"[^\"\n]*\"|'[^'\n]*'|[\w-]+)[ \t]*=", re.MULTILINE)
_BARE_KEY: Final = re.compile(r"^\s*[\"']?(?P<word>[\w-]*)$")
_STRING: Final = re.compile(r"[\"'](?P<word>[\w-]*)$")
_LISTS: Final = frozenset({"ignore", "select"})  # of names; below [per-file] every key has such a list
_OURS: Final = "tool.redmark"


class Typed(msgspec.Struct, frozen=True):
    """What of a name has been typed, and whether names of packs and tags may stand there too."""

    word: str
    groups: bool = False


def typed_at(document: OpenDocument, offset: int) -> Typed | None:
    """The beginning of a rule's id before an offset; None where no id belongs there."""
    before = document.text[:offset]
    line = before[before.rfind("\n") + 1 :]
    name = name_of(document)
    if name in FILES:
        return _in_settings(before, line, in_pyproject=name == "pyproject.toml")
    pattern = _ENTRY if name == FILE_NAME else _COMMENT if _has_comments(name) else None
    found = pattern.search(line) if pattern is not None else None
    return Typed(found["word"]) if found is not None else None


def id_at(document: OpenDocument, offset: int) -> tuple[int, int] | None:
    """From where to where the word goes at an offset that may be a rule's id; None outside the places of ids."""
    text, name = document.text, name_of(document)
    line = text.rfind("\n", 0, offset) + 1
    ours = name in FILES or name == FILE_NAME
    if not (ours or (_has_comments(name) and _IN_COMMENT.search(text[line:offset]))):
        return None
    end = document.lines.end_of_line_at(offset)
    words = (found.span() for found in _ID.finditer(text, line, end))
    return next((word for word in words if word[0] <= offset <= word[1]), None)


def _has_comments(name: str) -> bool:
    """Whether files of this name can hold a comment that silences a rule."""
    return PurePath(name).suffix.lower() in (".htm", ".html", ".markdown", ".md", ".xhtml")


def _in_settings(before: str, line: str, *, in_pyproject: bool) -> Typed | None:
    table = _table(before, in_pyproject=in_pyproject)
    if table == "severity":
        key = _BARE_KEY.match(line)
        return Typed(key["word"]) if key is not None else None
    string, listing = _STRING.search(line), _key_of_open_list(before)
    wanted = table == "per-file" or (table == "" and listing in _LISTS)
    return Typed(string["word"], groups=True) if string is not None and listing and wanted else None


def _table(before: str, *, in_pyproject: bool) -> str | None:
    """The table of our settings that the end of a text is in: "" for the topmost; None: of other settings."""
    names = [found["name"].strip() for line in before.split("\n") if (found := _TABLE.match(line))]
    name = names[-1] if names else ""
    if not in_pyproject:
        return name
    return name[len(_OURS) :].lstrip(".") if name == _OURS or name.startswith(f"{_OURS}.") else None


def _key_of_open_list(before: str) -> str:
    """The key in whose list, which may go over lines, a text ends; empty where it ends in none."""
    keys = list(_KEY.finditer(before))
    if not keys:
        return ""
    value = before[keys[-1].end() :]
    return keys[-1]["key"].strip("\"'") if value.count("[") > value.count("]") else ""
