"""The source of a page cut into tokens, each with its place; linear in the length, whatever the source holds.

The standard library's parser goes over an unclosed comment again and again, and its places are lines and columns.
"""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_SPACE = re.compile(r"[\s/]*")
_ATTRIBUTE = re.compile(r"([^\s/>][^\s/>=]*)(\s*+=\s*+)?")
_BARE = re.compile(r"[^\s>]*")
# Elements whose content holds no tags, in a browser that runs scripts.
_RAW: Final = frozenset(
    ("iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp")
)
_MOST_ATTRIBUTES = 1_000  # of one tag; a browser takes more, nobody writes them
_NO_ATTRIBUTES: Final[Mapping[str, str]] = {}


class Token(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the source. `kind`: text, start, end, comment, raw (the content of a script and the like)."""

    kind: str
    start: int
    end: int
    name: str = ""  # of the element, in small letters
    attributes: Mapping[str, str] = _NO_ATTRIBUTES
    closed: bool = False  # written as <br/>


def tokens(source: str) -> Iterator[Token]:
    """All tokens in order, without gaps."""
    at, length = 0, len(source)
    while at < length:
        opened = source.find("<", at)
        if opened < 0:
            opened = length
        if opened > at:
            yield Token("text", at, opened)
        at = opened
        if at < length:
            token = _markup(source, at)
            yield token
            at = token.end
            if token.kind == "start" and token.name in _RAW and not token.closed:
                raw = _raw(source, at, token.name)
                yield raw
                at = raw.end


def _markup(source: str, at: int) -> Token:
    behind = source[at + 1 : at + 2]
    if behind.isascii() and behind.isalpha():
        return _start(source, at)
    if behind == "/" and source[at + 2 : at + 3].isalpha():
        name = _NAME.match(source, at + 2)
        return Token("end", at, _until(source, ">", at + 2), name[0].lower() if name else "")
    if source.startswith("<!--", at):
        if source.startswith((">", "->"), at + 4):
            return Token("comment", at, source.index(">", at + 4) + 1)
        return Token("comment", at, _until(source, "-->", at + 4))
    if behind in ("!", "?", "/"):
        return Token("markup", at, _until(source, ">", at + 2))
    return Token("text", at, at + 1)


def _until(source: str, what: str, at: int) -> int:
    found = source.find(what, at)
    return len(source) if found < 0 else found + len(what)


def _start(source: str, at: int) -> Token:
    name = _NAME.match(source, at + 1)
    tag = name[0].lower() if name else ""
    attributes: dict[str, str] = {}
    here = at + 1 + len(tag)
    while True:
        gap = _SPACE.match(source, here)
        slash = gap is not None and gap[0].endswith("/")
        here = gap.end() if gap else here
        if here >= len(source):
            return Token("start", at, len(source), tag, attributes)
        if source[here] == ">":
            return Token("start", at, here + 1, tag, attributes, closed=slash)
        here = _attribute(source, here, attributes)


def _attribute(source: str, at: int, attributes: dict[str, str]) -> int:
    match = _ATTRIBUTE.match(source, at)
    if match is None:
        return at + 1
    name, end, value = match[1].lower(), match.end(), ""
    if match[2]:
        quote = source[end : end + 1]
        if quote in ("'", '"') and quote:
            closing = source.find(quote, end + 1)
            closing = len(source) if closing < 0 else closing
            value, end = source[end + 1 : closing], closing + 1
        else:
            bare = _BARE.match(source, end)
            value = bare[0] if bare else ""
            end += len(value)
    if name not in attributes and len(attributes) < _MOST_ATTRIBUTES:
        attributes[name] = html.unescape(value) if "&" in value else value
    return min(end, len(source))


def _raw(source: str, at: int, name: str) -> Token:
    closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at)
    return Token("raw", at, closing.start() if closing else len(source), name)
