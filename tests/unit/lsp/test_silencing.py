"""The comment that silences a rule: where it goes, and that the reason is left to a person."""

import pytest

from validator.findings import FileSpan, Finding
from validator.lsp.silencing import comment, place_of_comment
from validator.spans import Place

COMMENT = "<!-- redmark: ignore[some-rule] --  -->"


def silenced(text: str, form: str, pack: str = "pack") -> str | None:
    """The text with the comment, for a finding on the first FAULT of it."""
    start = text.find("FAULT")
    end = start + len("FAULT") if start >= 0 else 0
    span = FileSpan(Place(max(start, 0), 1, 1), Place(end, 1, 1))
    finding = Finding("some-rule", pack, "error", "high", "", span, "", "", ())
    place = place_of_comment(finding, text, form)
    return None if place is None else text[:place] + comment("some-rule", text, place) + text[place:]


CASES = [
    ("a paragraph", "markdown", "one\n\nFAULT here\n", f"one\n\n{COMMENT}\nFAULT here\n"),
    ("the second line of one", "markdown", "one\n\ntwo\nFAULT\n", f"one\n\n{COMMENT}\ntwo\nFAULT\n"),
    ("the first block", "markdown", "FAULT\n", f"{COMMENT}\nFAULT\n"),
    ("behind front matter", "markdown", "---\na: b\n---\nFAULT\n", f"---\na: b\n---\n{COMMENT}\nFAULT\n"),
    ("lines that end as in Windows", "markdown", "a\r\n\r\nFAULT\r\n", f"a\r\n\r\n{COMMENT}\r\nFAULT\r\n"),
    ("an element", "html", "<p>one</p>\n<p>FAULT</p>", f"<p>one</p>\n{COMMENT}\n<p>FAULT</p>"),
    ("its indent", "html", "<div>\n  <p>FAULT", f"<div>\n  {COMMENT}\n  <p>FAULT"),
    ("in front matter", "markdown", "---\nFAULT: b\n---\nx\n", None),
    ("in a block of code", "markdown", "```\na\n\nFAULT\n```\n", None),
    ("the document as a whole", "markdown", "one\n", None),
    ("no element", "html", "FAULT", None),
    ("plain text", "text", "one\n\nFAULT\n", None),
]


@pytest.mark.parametrize(
    ("form", "text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_comment_stands_before_the_block(form: str, text: str, expected: str | None) -> None:
    assert silenced(text, form) == expected


def test_a_fault_of_such_a_comment_is_not_silenced_by_another() -> None:
    assert silenced("one\n\nFAULT\n", "markdown", "suppression") is None
