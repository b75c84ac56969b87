"""Colour for a terminal, or none: ANSI codes around words."""

from typing import Final

_CODES: Final[dict[str, str]] = {
    "error": "31;1",
    "warning": "33;1",
    "info": "36;1",
    "place": "1",
    "quiet": "2",
}


class Paint:
    """Puts codes around text, or leaves it as it is."""

    __slots__ = ("_on",)

    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, role: str, text: str) -> str:
        """The text in the colour of its role."""
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if self._on else text
