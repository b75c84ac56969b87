"""Fields of nodes and of the document by name, with their types, so that words compare as what they mean."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Any, Final, Literal, TypeAlias, get_args, get_origin

import msgspec

from validator.checks.hit import At, BadCheckError
from validator.model import marked_nodes, nodes, release_nodes, telegram_nodes
from validator.model.document import Document
from validator.model.level import Level
from validator.model.nodes import Node
from validator.strictyaml.spelling import advice

Subject: TypeAlias = Node | Document
Reader: TypeAlias = Callable[[Document, Subject], Any]
Sort: TypeAlias = Literal["level", "flag", "number", "moment", "day", "text", "words", "other"]

# Most special first: a flag is a number and a moment is a day, for Python.
_SORTS: Final[tuple[tuple[type, Sort], ...]] = (
    (Level, "level"),
    (bool, "flag"),
    (int, "number"),
    (float, "number"),
    (datetime, "moment"),
    (date, "day"),
    (str, "text"),
    (tuple, "words"),
    (frozenset, "words"),
    (dict, "words"),
)
_DOCUMENT: Final = "document."


class Field(msgspec.Struct, frozen=True):
    """One field: how to read it off its subject, and what sort of value it holds (or None)."""

    path: str
    sort: Sort
    of_document: bool
    get: Callable[[Subject], Any]  # attrgetter; `sort` says what comes out

    def reader(self) -> "Reader":
        """The value for a node of a document."""
        get = self.get
        if self.of_document:
            return lambda document, subject: get(document)
        return lambda document, subject: get(subject)

    def by_day(self) -> "Field":
        """The field with moments as days."""
        if self.sort != "moment":
            return self
        get = self.get
        return Field(self.path, "day", self.of_document, lambda subject: _day(get(subject)))

    def value_of(self, word: str) -> object:
        """The word as a value of this field; ValueError with the reason for one that cannot be."""
        match self.sort:
            case "level":
                return _level(word)
            case "number":
                return _number(word)
            case "day" | "moment":
                return _iso_day(word)
            case "flag":
                return _flag(word)
        return word


def field(path: str, given: str, at: At) -> Field:
    """The field that a path names for nodes of the given kind; `at` is the place of the path in the check."""
    of_document = given == "document" or path.startswith(_DOCUMENT)
    name = path.removeprefix(_DOCUMENT)
    sorts = sorts_of("document" if of_document else given)
    if name not in sorts:
        known = [*sorts, *(_DOCUMENT + other for other in sorts_of("document"))]
        raise BadCheckError(at, f"{given} has no field '{path}'{advice(path, known)}")
    return Field(path, sorts[name], of_document, attrgetter(name))


def own_field(name: str, given: str, at: At) -> Field:
    """A field of the given node itself."""
    if name.startswith(_DOCUMENT) and given != "document":
        raise BadCheckError(at, f"'{name}' is no field of the {given} itself{advice(name, sorts_of(given))}")
    return field(name, given, at)


@cache
def sorts_of(kind: str) -> dict[str, Sort]:
    """The fields of a node kind, or of the document, with the sort of each."""
    fields = msgspec.structs.fields(Document if kind == "document" else node_types().get(kind, Node))
    return {info.name: _sort(info.type) for info in fields}


@cache
def node_types() -> dict[str, type[Node]]:
    """The type of each kind of node."""
    modules = (nodes, marked_nodes, release_nodes, telegram_nodes)
    things = (thing for module in modules for thing in vars(module).values())
    found = (thing for thing in things if isinstance(thing, type) and issubclass(thing, Node))
    return {node_type.kind: node_type for node_type in found if node_type is not Node}


def _sort(annotation: object) -> Sort:
    kept = [part for part in get_args(annotation) or (annotation,) if part is not NoneType]
    # The arguments of tuple[str, ...] are not alternatives.
    plain = get_origin(annotation) if isinstance(get_origin(annotation), type) else None
    if plain in (tuple, frozenset, dict):
        return "words"
    if len(kept) != 1 or not isinstance(kept[0], type):
        return "other"
    return next((sort for known, sort in _SORTS if issubclass(kept[0], known)), "other")


def _day(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


def _level(word: str) -> Level:
    try:
        return Level.named(word)
    except KeyError as error:
        raise ValueError(f"'{word}' is no level{advice(word, [level.title for level in Level])}") from error


def _number(word: str) -> int:
    if not word.removeprefix("-").isdecimal():
        raise ValueError(f"'{word}' is no whole number; write one such as 12")
    return int(word)


def _iso_day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise ValueError(f"'{word}' is no day; write it as 2006-11-27") from error


def _flag(word: str) -> bool:
    if word not in ("true", "false"):
        raise ValueError(f"'{word}' is neither true nor false; write one of them")
    return word == "true"
