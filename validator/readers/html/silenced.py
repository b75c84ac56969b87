"""Which part of a page each suppression in its comments is for: the next element with all that is in it, or text."""

import msgspec

from validator.model.suppressions import InlineSuppression
from validator.readers.inline_suppressions import Written


class _Comment(msgspec.Struct, frozen=True):
    """A comment that silences, and the place where its block begins, once that is known."""

    start: int
    end: int
    written: Written
    first: int = 0
    depth: int | None = None  # of the elements around the block; None: the block is text


class Silenced:
    """Follows the tokens of a page from one such comment to the end of its block."""

    def __init__(self) -> None:
        self.found: list[InlineSuppression] = []
        self._waiting: list[_Comment] = []
        self._open: list[_Comment] = []

    def comment(self, start: int, end: int, written: Written) -> None:
        """A comment that silences what comes next."""
        self._waiting.append(_Comment(start, end, written))

    def text(self, at: int) -> None:
        """Text that is shown begins here."""
        self._begin(at, None)

    def element(self, at: int, depth: int) -> None:
        """An element begins here, inside `depth` others."""
        self._begin(at, depth)

    def tag(self, at: int, depth: int) -> None:
        """A tag ended elements here, so that `depth` are left open; text ends at any tag."""
        # Whatever is open lies within what was opened before, so that the last are the first to end.
        while self._open and (self._open[-1].depth is None or self._open[-1].depth >= depth):
            self._close(self._open.pop(), at)

    def close(self, at: int) -> None:
        """The page ends."""
        self._begin(at, None)
        for comment in self._open:
            self._close(comment, at)

    def _begin(self, at: int, depth: int | None) -> None:
        self._open += [msgspec.structs.replace(one, first=at, depth=depth) for one in self._waiting]
        self._waiting = []

    def _close(self, comment: _Comment, at: int) -> None:
        place, block = (comment.start, comment.end), (comment.first, at)
        self.found.append(comment.written.over(place, block))
