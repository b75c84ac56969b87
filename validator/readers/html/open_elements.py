"""The elements that are open at a place of a page, closed as browsers close them when an end tag is missing."""

from typing import Final

import msgspec

from validator.readers.html.appearance import Appearance

_BLOCK_NAMES = (
    "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav"
    " ol p pre section table ul"
)
_ROW: Final = frozenset({"tr"})
_CELL: Final = frozenset({"td", "th"})
# The start of an element -> the open ones that it ends.
_ENDS: Final[dict[str, frozenset[str]]] = {
    **{name: frozenset({"p"}) for name in _BLOCK_NAMES.split()},
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": _CELL,
    "th": _CELL,
    "tr": _ROW,
    "tbody": frozenset({"tbody", "thead", "tfoot", "tr"}),
    "option": frozenset({"option"}),
}
_BARRIER_NAMES = "body button caption dl object ol table td template th ul"
_BARRIERS: Final = frozenset(_BARRIER_NAMES.split())
_NEAR = 16  # elements looked through for one to end; deeper ones are closed by their own end tags


class Open(msgspec.Struct, frozen=True, gc=False):
    """An open element. `read_aloud`: hidden from eyes for the sake of screen readers."""

    name: str
    appearance: Appearance = Appearance()
    read_aloud: bool = False


class OpenElements:
    """A stack; every element is put on it and taken off once, so the work is linear."""

    def __init__(self) -> None:
        self._stack: list[Open] = [Open("")]
        self._counts: dict[str, int] = {}

    @property
    def innermost(self) -> Open:
        """The element that text now stands in."""
        return self._stack[-1]

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._stack)

    def push(self, element: Open) -> None:
        """Opens an element."""
        self._stack.append(element)
        self._counts[element.name] = self._counts.get(element.name, 0) + 1

    def close(self, name: str) -> None:
        """Closes the innermost element of a name, and those inside it; nothing when none is open."""
        if self._counts.get(name):
            while self._pop() != name:
                continue

    def make_room(self, name: str) -> None:
        """Closes what the start of an element closes: a paragraph before a block, a cell before a cell."""
        ended = _ENDS.get(name)
        if ended is None or not any(self._counts.get(each) for each in ended):
            return
        for element in self._stack[: -_NEAR - 1 : -1]:
            if element.name in ended:
                self.close(element.name)
                return
            if element.name in _BARRIERS:
                return

    def _pop(self) -> str:
        name = self._stack.pop().name
        self._counts[name] -= 1
        return name
