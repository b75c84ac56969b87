"""Lines that open with a label and a colon."""

import pytest

from tests.unit.parsers.made import fields
from tests.unit.parsers.memo.made import memo

LABELLED = {
    "one line": ("File No.: 2021-0034", [("FILE NO.", "2021-0034", ("2021-0034",))]),
    "parts between commas": ("To: Pilots, Lights", [("TO", "Pilots, Lights", ("Pilots", "Lights"))]),
    "parts between semicolons may hold commas": (
        "To: Chief, Pilots; Lights",
        [("TO", "Chief, Pilots; Lights", ("Chief, Pilots", "Lights"))],
    ),
    "a text that goes on, set in": (
        "Distribution:  Pilots,\n     Lights\nNot set in",
        [("DISTRIBUTION", "Pilots, Lights", ("Pilots", "Lights"))],
    ),
    "a list below its label": (
        "Distribution:\n  Chief, Pilots\n  Lights\n\n  Not of the list",
        [("DISTRIBUTION", "Chief, Pilots Lights", ("Chief, Pilots", "Lights"))],
    ),
    "a list set in ends where another label stands": (
        "To:\n  Pilots\n  Copy: Lights",
        [("TO", "Pilots", ("Pilots",)), ("COPY", "Lights", ("Lights",))],
    ),
    "nothing behind the label": ("Distribution:", [("DISTRIBUTION", "", ())]),
    "Markdown": ("**File:** 7/2021", [("FILE", "7/2021", ("7/2021",))]),
    "no label before a time": ("At 12:30 the ferry left.", []),
    "no label that long": ("The harbor office has said on many other occasions: no.", []),
    "no label without letters": ("12: twelve", []),
}


@pytest.mark.parametrize(("body", "expected"), LABELLED.values(), ids=LABELLED)
def test_a_labelled_line_is_read(body: str, expected: list[tuple[object, ...]]) -> None:
    document = memo(f"1. (U) One.\n\n{body}\n")
    found = fields(document, "labelled_line", "label", "text", "values")
    assert found[1:] == expected  # the first is the subject of the memo


def test_it_stands_from_its_label_to_the_end_of_its_text() -> None:
    document = memo("1. (U) One.\n\n  Distribution:  Pilots,\n     Lights  \n")
    node = document.of("labelled_line")[-1]
    assert document.source.text[node.start : node.end] == "Distribution:  Pilots,\n     Lights"
