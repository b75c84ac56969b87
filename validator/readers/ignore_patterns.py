"""One line of a `.gitignore` as Git means it: for one name at a time, in bytes, in linear time.

A path is matched by itself only. Whoever asks has passed its folders already, so that `!d/` takes back the folder and
not what is in it. Text is one character for each byte (latin-1), as `?` is one byte to Git.
See wildmatch.c and dir.c of Git.
"""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

_TOKEN: Final = re.compile(
    r"""
    (?P<bracket> \[ [!^]? \]? (?: \[:[a-z]+:\] | \\. | [^\]\\] )* \] )
    | (?P<stars> \*+ ) | (?P<any> \? ) | (?P<slash> / ) | \\(?P<escaped> . ) | (?P<plain> [^\[\\] )
    """,
    re.VERBOSE | re.DOTALL,
)
_TRAILING: Final = re.compile(r"(?<!\\)((?:\\\\)*)[ ]+$")
_IN_BRACKET: Final = re.compile(r"\[:(?P<named>[a-z]+):\]|\\(?P<escaped>.)|(?P<plain>.)", re.DOTALL)
_CLASSES: Final = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": r"\ \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": r"\x21-\x7e",
    "lower": "a-z",
    "print": r"\x20-\x7e",
    "punct": r"\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e",
    "space": r"\t-\r\ ",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}
_FOLDERS: Final = "**"
_STAR: Final = "*"


class Pattern(msgspec.Struct, frozen=True):
    """`takes_back`: it began with `!`. `by_name`: it has no slash, and is for the last part of a path."""

    matches: re.Pattern[str]
    takes_back: bool
    only_folders: bool
    by_name: bool

    def fits(self, path: str, *, is_folder: bool) -> bool:
        """Whether a path, seen from the folder of the pattern, is one that it names."""
        if self.only_folders and not is_folder:
            return False
        seen = path.rpartition("/")[2] if self.by_name else path
        return self.matches.fullmatch(seen) is not None


def pattern(line: str) -> Pattern | None:
    """The pattern of a line without its end; None where the line says nothing."""
    if line.startswith("#"):
        return None
    text = _TRAILING.sub(r"\1", line)
    takes_back, text = text.startswith("!"), text.removeprefix("!")
    only_folders, text = text.endswith("/"), text.removesuffix("/")
    by_name = "/" not in text
    written = _regex(text.removeprefix("/"), by_name=by_name)
    return Pattern(re.compile(written, re.DOTALL), takes_back, only_folders, by_name) if written else None


def _regex(text: str, *, by_name: bool) -> str | None:
    """An expression for the whole of a path; None for what matches nothing."""
    parts: list[list[str]] = [[]]
    at = 0
    for token in _TOKEN.finditer(text):
        if token.start() != at:
            return None  # a bracket without its end
        at = token.end()
        if token["slash"]:
            parts.append([])
        else:
            piece = _piece(token)
            if piece is None:
                return None
            parts[-1].append(piece)
    if at != len(text) or not text:
        return None
    return "".join(_joined(parts, by_name=by_name))


def _piece(token: "re.Match[str]") -> str | None:
    if token["stars"]:
        return _FOLDERS if len(token["stars"]) > 1 else _STAR
    if token["bracket"]:
        return _bracket(token["bracket"])
    return "[^/]" if token["any"] else re.escape(token["escaped"] or token["plain"])


def _bracket(text: str) -> str | None:
    """A bracket as an expression; None for a class that does not exist, or a range that runs backwards."""
    inside = text[1:-1]
    negated, inside = inside[:1] in ("!", "^"), inside[1:] if inside[:1] in ("!", "^") else inside
    members = "".join(_members(inside))
    written = f"[^/{members}]" if negated else f"(?!/)[{members}]"
    try:
        re.compile(written)
    except re.error:
        return None
    return written


def _members(inside: str) -> Iterator[str]:
    for one in _IN_BRACKET.finditer(inside):
        if one["named"]:
            yield _CLASSES.get(one["named"], "z-a")  # of no known class: as Git, nothing
        elif one["plain"] == "-" and one.start() and one.end() < len(inside):
            yield "-"
        else:
            yield re.escape(one["escaped"] or one["plain"])


def _joined(parts: list[list[str]], *, by_name: bool) -> Iterator[str]:
    """The parts of a path. What stands between two `**` is taken where it first fits, and not tried again."""
    bounded = [part == [_FOLDERS] and not by_name for part in parts]
    last, open_groups = len(parts) - 1, False
    for number, part in enumerate(parts):
        if bounded[number]:
            yield ")" if open_groups else ""
            open_groups = number < last and True in bounded[number + 1 : last]
            yield ".+" if number == last else "(?>(?:[^/]+/)*?" if open_groups else "(?:[^/]+/)*"
        else:
            yield from _in_one_part(part)
            yield "/" if number < last else ""


def _in_one_part(part: list[str]) -> Iterator[str]:
    """Pieces of one name; here `**` is `*`. What follows a star is taken where it first fits, but for the last."""
    chunks: list[list[str]] = [[]]
    for piece in part:
        if piece in (_STAR, _FOLDERS):
            chunks.append([])
        else:
            chunks[-1].append(piece)
    yield "".join(chunks[0])
    for number, chunk in enumerate(chunks[1:], 2):
        written = "".join(chunk)
        yield f"[^/]*{written}" if number == len(chunks) else f"(?>[^/]*?{written})"
