"""What a check says: hits, a time-out, or that a rule file asks for something that makes no sense."""

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

import msgspec

from validator.errors import ValidatorError
from validator.model.document import Document
from validator.model.nodes import Node

At: TypeAlias = tuple[str | int, ...]


class Hit(msgspec.Struct, frozen=True, gc=False):
    """One fault found. `node` is None where the document as a whole is meant.

    `data` are the values that this kind of check adds to the message, raw: Level, date, int, str, a tuple
    of these, or None. `related` are further nodes with a label each.
    """

    node: Node | None
    data: dict[str, object]
    related: tuple[tuple[Node, str], ...] = ()


Check: TypeAlias = Callable[[Document], Iterable[Hit]]
Predicate: TypeAlias = Callable[[Document], bool]

NO_HITS: Final[tuple[Hit, ...]] = ()


class CheckStopped(ValidatorError):
    """A check could not say what it thinks of a document; the rule counts as not checked there."""


class CheckFailed(CheckStopped):
    """A check of somebody else's failed. The message says nothing of the document."""


class CheckTimeout(CheckStopped):
    """A pattern took too long on a text."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        super().__init__(f"the pattern '{pattern}' took longer than its time limit")


class BadCheckError(ValidatorError):
    """A check that the schema lets pass and that still makes no sense. `at` is the place inside the check."""

    exit_code = 3

    def __init__(self, at: At, reason: str) -> None:
        self.at, self.reason = at, reason
        super().__init__(reason)
