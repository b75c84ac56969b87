"""Text as SARIF wants it: in a message, and in Markdown."""

import re
from typing import Final

_BRACES: Final = str.maketrans({"{": "{{", "}": "}}"})  # alone they would be a placeholder
_BRACKETS: Final = re.compile(r"([\[\]])")
_MARKDOWN: Final = re.compile(r"([\\`*_\[\]<>|~#&])")


def message(text: str) -> dict[str, str]:
    """A message; `[text](target)` in it would be a link, so the brackets of that are escaped."""
    if "](" in text:
        text = _BRACKETS.sub(r"\\\1", text)
    return {"text": text.translate(_BRACES)}


def markdown(text: str) -> str:
    """The text with nothing in it that Markdown would take for its own."""
    return _MARKDOWN.sub(r"\\\1", text)
