"""Schema errors in words: what was found, what was expected, what was probably meant."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple

import regex
from jsonschema import ValidationError

from validator.strictyaml.schemas import Schema
from validator.strictyaml.spelling import advice, nearest
from validator.strictyaml.tree import At, Fault, Tree

_FORMS: Final = {
    "object": "a mapping of 'key: value' lines",
    "array": "a list of '- ' items",
    "string": "text",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "null",
}
# What the regex module says, and what to do.
_REGEX_ADVICE: Final = (
    ("missing )", r"close the group, or write a literal parenthesis as '\('"),
    ("parenthes", r"write a literal parenthesis as '\(' or '\)'"),
    ("set", r"close the set with ']', or write a literal bracket as '\['"),
    ("repeat", r"write a literal '*', '+' or '?' with a backslash before it"),
    ("group", "name every group once, as (?P<name>...)"),
)
_LONGEST_QUOTED: Final = 60


class Broken(NamedTuple):
    """One schema error: the keyword that is broken, what it wants, what stands there."""

    keyword: str
    wanted: Any
    found: Any
    schema: Schema
    at: At
    said: str
    cause: Exception | None

    @property
    def missing_key(self) -> str | None:
        """jsonschema makes one error for each key, and names the key only in its message."""
        keys = self.wanted if self.keyword == "required" else ()
        return next((key for key in keys if self.said.startswith(repr(key))), None)

    @property
    def unknown_keys(self) -> list[str]:
        if self.keyword != "additionalProperties":
            return []
        return [key for key in self.found if key not in self.schema.get("properties", {})]


def faults_of(errors: Iterable[ValidationError], tree: Tree) -> list[Fault]:
    """The faults of a file; a file of another version is not judged any further."""
    found = [_broken(error) for error in errors]
    versions = [broken for broken in found if broken.keyword == "const" and len(broken.at) == 1]
    misspelt = {key for broken in found for key in _misspelt(broken)}
    return [
        fault
        for broken in versions or found
        if (broken.at, broken.missing_key) not in misspelt
        for fault in _faults(broken, tree)
    ]


def _broken(error: ValidationError) -> Broken:
    schema = error.schema if isinstance(error.schema, dict) else {}
    at = tuple(error.absolute_path)
    return Broken(
        str(error.validator), error.validator_value, error.instance, schema, at, error.message, error.cause
    )


def _misspelt(broken: Broken) -> Iterator[tuple[At, str]]:
    """Keys that only look missing, because they stand there under another spelling."""
    for key in broken.unknown_keys:
        meant = nearest(key, broken.schema.get("properties", {}))
        if meant is not None:
            yield broken.at, meant


def _faults(broken: Broken, tree: Tree) -> list[Fault]:
    at = broken.at
    if broken.unknown_keys:
        known = broken.schema.get("properties", {})
        return [
            Fault(tree.keys[(*at, key)], _unknown(key, broken.found[key], known))
            for key in broken.unknown_keys
        ]
    return [Fault(tree.place(at), _reason(broken))]


def _unknown(key: str, value: object, known: Iterable[str]) -> str:
    if value in (None, "") and " " in key:
        # {meaning: to act, by night}: YAML takes what follows the comma for a key.
        return f"unknown key '{key}'; quote a value that contains ', '"
    return f"unknown key '{key}'{advice(key, known)}"


def _reason(broken: Broken) -> str:
    said = broken.schema.get("errorMessage", {}).get(broken.keyword)
    if isinstance(said, dict):
        said = said.get(broken.missing_key)
    if said is not None:
        return f"{_quoted(broken.found)} {said}" if isinstance(broken.found, str | int) else str(said)
    wording = _WORDINGS.get(broken.keyword)
    return wording(broken) if wording else broken.said


def _quoted(value: object) -> str:
    """A value of a rule file, cut; never called with a list or mapping."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text}'" if len(text) <= _LONGEST_QUOTED else f"'{text[:_LONGEST_QUOTED]}…'"


def _not_of_type(broken: Broken) -> str:
    types = broken.wanted
    forms = " or ".join(_FORMS[name] for name in ([types] if isinstance(types, str) else types))
    if isinstance(broken.found, list):
        return f"a list stands here; expected {forms}"
    if isinstance(broken.found, dict):
        return f"a mapping stands here; expected {forms}"
    found = "nothing" if broken.found in (None, "") else _quoted(broken.found)
    return f"{found} stands here; expected {forms}"


def _not_allowed(broken: Broken) -> str:
    known = [str(word) for word in broken.wanted]
    return f"{_quoted(broken.found)} is not allowed{advice(str(broken.found), known)}"


def _not_of_format(broken: Broken) -> str:
    if not isinstance(broken.cause, regex.error):
        return f"{_quoted(broken.found)} is no day; write it as 2006-11-27"
    said = str(broken.cause)
    tip = next((tip for word, tip in _REGEX_ADVICE if word in said), "try it with the Python module regex")
    return f"not a regular expression: {said}; {tip}"


_WORDINGS: Final[dict[str, Callable[[Broken], str]]] = {
    "const": lambda broken: f"{_quoted(broken.found)} is not allowed; write '{broken.wanted}'",
    "enum": _not_allowed,
    "format": _not_of_format,
    "maximum": lambda broken: f"{broken.found} is too large; at most {broken.wanted}",
    "maxItems": lambda broken: f"{len(broken.found)} items; at most {broken.wanted}",
    "minimum": lambda broken: f"{broken.found} is too small; at least {broken.wanted}",
    "minItems": lambda broken: f"{len(broken.found)} items; at least {broken.wanted}",
    "minLength": lambda broken: "nothing stands here; expected text",
    "minProperties": lambda broken: "nothing stands here; at least one key is needed",
    "pattern": lambda broken: f"{_quoted(broken.found)} does not match {broken.wanted}",
    "required": lambda broken: f"missing key '{broken.missing_key}'; add it",
    "type": _not_of_type,
    "uniqueItems": lambda broken: "an item stands here twice; remove one",
}
