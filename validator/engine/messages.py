"""Fills the `{field}` templates of rules by substitution; text of the document only through the mask."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

import msgspec

from validator.checks import Hit
from validator.engine.excerpt import Excerpt
from validator.model.document import Document
from validator.model.level import Level

_FIELD: Final = re.compile(r"\{(?P<name>[a-z_][a-z_.]*)\}")
_OF_DOCUMENT: Final = "document."

# Fields whose text comes from our own code or the vocabularies, never from the document.
OWN_FIELDS: Final = frozenset(
    {
        "after",
        "cover",
        "date_source",
        "differing",
        "era",
        "fault",
        "form",
        "found",
        "instruction",
        "kind",
        "layout",
        "missing",
        "nearest",
        "part",
        "place",
        "role",
        "security_fault",
        "state",
    }
)
# `name` is ours on these node kinds, and text of the document on all others.
OWN_NAMES: Final = frozenset({"artefact", "notice", "observation"})


class Template(msgspec.Struct, frozen=True):
    """A message cut into literal text (even places) and field names (odd places)."""

    parts: tuple[str, ...]


def compile_template(text: str) -> Template:
    """The template of a message as a rule file writes it."""
    return Template(tuple(_FIELD.split(text)))


class Filling(msgspec.Struct, frozen=True):
    """Where the values of one message come from."""

    hit: Hit
    line: int
    document: Document
    excerpt: Excerpt
    sensitive: bool

    def text(self, template: Template) -> str:
        """The message with every field filled."""
        parts = template.parts
        if len(parts) == 1:
            return parts[0]
        return "".join(self._field(part) if at % 2 else part for at, part in enumerate(parts))

    def advice(self, template: Template) -> str:
        """The hint filled; empty when a value of it is not known, for then it would advise nothing."""
        known = all(self._value(name) not in (None, "") for name in template.parts[1::2])
        return self.text(template) if known else ""

    def _field(self, name: str) -> str:
        return self._spelt(self._value(name), own=self._is_own(name))

    def _value(self, name: str) -> object:
        if name in self.hit.data:
            return self.hit.data[name]
        if name.startswith(_OF_DOCUMENT):
            return getattr(self.document, name[len(_OF_DOCUMENT) :], None)
        return self.line if name == "line" else getattr(self.hit.node, name, None)

    def _is_own(self, name: str) -> bool:
        node = self.hit.node
        if name == "name" and name not in self.hit.data and node is not None:
            return node.kind in OWN_NAMES
        if name == "found" and name not in self.hit.data:
            return False  # the words of a faulty marking, as they stand in the document
        return name.removeprefix(_OF_DOCUMENT) in OWN_FIELDS

    def _spelt(self, value: object, *, own: bool) -> str:
        if isinstance(value, str):
            return value.replace("_", " ") if own else self.excerpt.value(value, sensitive=self.sensitive)
        if isinstance(value, tuple | list | frozenset):
            return self._listed(value, own=own)
        return _plain(value)

    def _listed(self, values: Iterable[object], *, own: bool) -> str:
        ordered = sorted(values, key=str) if isinstance(values, frozenset) else values
        return ", ".join(self._spelt(value, own=own) for value in ordered) or "none"


def _plain(value: object) -> str:
    """A value that carries no text of the document: a level, a date, a number, a yes or no, nothing."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Level):
        return value.title
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}Z"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
