"""What a YAML parser says, in words for the person who wrote the file, with what to do about it."""

from typing import Final

import yaml

from validator.strictyaml.tree import Fault, Mark

_TAB: Final = "a tab; use spaces, not tabs"

# The parser's words and ours, most telling first.
_WORDS: Final = (
    ("mapping values are not allowed", "a second ': ' in one entry; quote a value that contains ': '"),
    ("tab character", _TAB),
    (
        "unknown escape character",
        "no such escape in double quotes; put regular expressions in single quotes",
    ),
    ("did not find expected hexdecimal", "an unfinished escape; put regular expressions in single quotes"),
    ("cannot start any token", "a value cannot start with this character; quote the value"),
    ("expected alphabetic or numeric", "a value cannot start with this character; quote the value"),
    ("while parsing a flow sequence", "a list is not closed or a comma is missing; close it with ']'"),
    ("while parsing a flow mapping", "a mapping is not closed or a comma is missing; close it with '}'"),
    ("while scanning a quoted scalar", "a quotation mark is not closed; double one that belongs to the text"),
    (
        "while scanning a simple key",
        "a key without ': '; add it, or indent text that continues a line",
    ),
    (
        "while parsing a block mapping",
        "this line is no 'key: value' of the mapping above; check its indentation",
    ),
    (
        "while parsing a block collection",
        "this line is no '- ' item of the list above; check its indentation",
    ),
)


def syntax_fault(error: yaml.YAMLError, text: str) -> Fault:
    """The fault at which the parser gave up."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return _unprintable(text)
    context, problem = error.context or "", error.problem or ""
    mark = error.problem_mark
    if ("flow" in context or "quoted" in context) and "escape" not in problem:
        # The parser notices at the end of the file; the person must look where it opens.
        mark = error.context_mark or mark
    place = (mark.line + 1, mark.column + 1)
    if _has_tab_at(text, place):
        return Fault(place, _TAB)
    said = f"{problem} {context}"
    return Fault(
        place,
        next((ours for theirs, ours in _WORDS if theirs in said), f"not YAML: {problem}; quote what is text"),
    )


def _has_tab_at(text: str, mark: Mark) -> bool:
    line, column = mark
    lines = text.split("\n")
    return line <= len(lines) and lines[line - 1][column - 1 : column] == "\t"


def _unprintable(text: str) -> Fault:
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if not character.isprintable() and character not in "\t\r\x85\xa0\ufeff":
                return Fault((number, column), f"the character U+{ord(character):04X}; remove it")
    return Fault((1, 1), "not YAML; save the file as plain UTF-8 text")
