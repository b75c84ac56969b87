"""Line numbers are taken off where every line bears one, and only there."""

import pytest

from tests.unit.parsers.made import BODY, HEADER, ROUTING, fields, parsed, written
from validator.layouts.line_numbers import undo_line_numbers
from validator.layouts.lines import Lines

TELEGRAM = ROUTING + HEADER + BODY


def numbered(text: str, page: int = 1000) -> str:
    """The text with a number before each line, beginning anew on each page of so many lines."""
    return "".join(
        f"{index % page + 1:>4}  {line}\n" for index, line in enumerate(text.rstrip("\n").split("\n"))
    )


@pytest.mark.parametrize("page", [1000, 9])
def test_a_numbered_telegram_is_read_as_the_bare_one(page: int) -> None:
    bare, document = parsed(TELEGRAM), parsed(numbered(TELEGRAM, page))
    for kind, names in {
        "classification_line": ("post", "number"),
        "subject": ("text", "mark"),
        "paragraph": ("number", "mark"),
        "signature": ("name",),
        "addressee": ("name", "continuity"),
    }.items():
        assert fields(document, kind, *names) == fields(bare, kind, *names)
    assert written(document, "signature") == written(bare, "signature")
    assert fields(document, "artefact", "name") == [("line-numbers",)]


LEFT = {
    "too few": [f"{number} LINE" for number in range(1, 8)],
    "one line without": [f"{number} LINE" for number in range(1, 9)] + ["LINE"],
    "one number left out": [f"{number} LINE" for number in (1, 2, 3, 5, 6, 7, 8, 9, 10)],
    "numbers of paragraphs": [f"{number}. LINE" for number in range(1, 12)],
    "begun again too soon": [f"{number} LINE" for number in (1, 2, 3, 1, 2, 3, 4, 5, 6)],
    "nothing": [],
}


@pytest.mark.parametrize("texts", LEFT.values(), ids=LEFT)
def test_numbers_are_left_because_there_are(texts: list[str]) -> None:
    lines = Lines("\n".join(texts))
    assert undo_line_numbers(lines) == []
    assert lines.texts == (texts or [""])
