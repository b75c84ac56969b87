"""The page docs/fields.md: what a rule can look at, from the node types; docs/generate.py writes it."""

from collections.abc import Iterator
from typing import Final

from validator.checks.fields import node_types, sorts_of
from validator.model.document import Document
from validator.model.kinds import KINDS

SORTS: Final = {
    "day": "a day, such as 2006-11-27",
    "flag": "true or false",
    "level": "a level, such as SECRET",
    "moment": "a day and time; compared as a day",
    "number": "a whole number",
    "text": "text",
    "words": "a list of words",
}
_OURS: Final = {"start", "end", "nodes", "details"}  # of every node, or of the program


def field_page() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "<!-- written by docs/generate.py from validator/model -->"
    yield "# What a rule can look at"
    yield ""
    yield "The names that `given:` takes, and the fields of each: for `field:`, `where:` and messages. A field of the"
    yield "document is `document.FIELD` wherever something else is given. A field that holds nothing is null."
    for kind, meaning in sorted(KINDS.items()):
        yield from ("", f"## {kind}", "", f"{meaning[:1].upper()}{meaning[1:]}.")
        yield from _of_kind(kind)


def _of_kind(kind: str) -> Iterator[str]:
    node_type = Document if kind == "document" else node_types().get(kind)
    told = (node_type.__doc__ or "").split("\n\n") if node_type else []
    # Those that only repeat the meaning name no field.
    yield from (
        line for part in told for line in ("", " ".join(part.split())) if "`" in part and kind != "document"
    )
    rows = [
        (name, SORTS[sort])
        for name, sort in sorted(sorts_of(kind).items())
        if sort in SORTS and name not in _OURS
    ]
    if rows:
        yield from ("", "| Field | Holds |", "| --- | --- |")
        yield from (f"| `{name}` | {holds} |" for name, holds in rows)
