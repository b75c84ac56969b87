"""YAML read strictly: known keys, places for every value, and errors a records officer can act on."""

from pathlib import Path
from typing import Final, TypeVar

import msgspec

from validator.errors import RulebookError, RuleFileError
from validator.strictyaml.tree import At, Fault, Plain, Tree

__all__ = ["SUFFIXES", "At", "Loaded", "Plain", "load", "load_file"]

SUFFIXES: Final = (".yaml", ".yml")

T = TypeVar("T")


class Loaded(msgspec.Struct, frozen=True):
    """A valid file. `data` is plain: text; numbers, yes/no and null only where the schema asks for them."""

    path: str
    data: dict[str, Plain]
    tree: Tree
    lines: list[str]

    def into(self, wanted: type[T]) -> T:
        """The data as a struct; the schema has seen to it that this cannot fail."""
        return msgspec.convert(self.data, type=wanted)

    def fault(self, at: At, reason: str) -> RuleFileError:
        """An error at the place of a value, or of the nearest one around it where nothing stands there."""
        while at not in self.tree.values:
            at = at[:-1]
        return _error(self.path, self.lines, Fault(self.tree.place(at), reason))


def load_file(path: Path, content: bytes, schema: str) -> Loaded:
    """The file at a path that the caller has read: UTF-8, with a suffix of YAML."""
    if path.suffix not in SUFFIXES:
        raise _alone(path, "not a YAML file, so it would not be loaded; name it .yaml or move it away")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _alone(path, f"not UTF-8 (byte {error.start}); save the file as UTF-8") from error
    return load(str(path), text, schema)


def load(path: str, text: str, schema: str) -> Loaded:
    """The file, checked against the schema `redmark:<schema>`.

    RulebookError with every fault of the file, in the order of their places.
    """
    # These pull in yaml, jsonschema and regex, which a warm start does without.
    from validator.strictyaml import compose, scalars, schemas, wording

    lines = text.split("\n")
    tree = compose.compose(text)
    faults = list(tree.faults)
    data: Plain = None
    if tree.complete:
        data = scalars.typed(tree.data, schemas.named(schema))
        faults += wording.faults_of(schemas.errors(data, schema), tree)
    if faults:
        raise RulebookError(tuple(_error(path, lines, fault) for fault in sorted(set(faults))))
    assert isinstance(data, dict)
    return Loaded(path, data, tree, lines)


def _alone(path: Path, reason: str) -> RulebookError:
    return RulebookError((RuleFileError(str(path), 1, 1, reason),))


def _error(path: str, lines: list[str], fault: Fault) -> RuleFileError:
    line, column = fault.mark
    return RuleFileError(path, line, column, fault.reason, lines[line - 1] if line <= len(lines) else "")
