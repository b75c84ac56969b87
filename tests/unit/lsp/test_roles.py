"""Which documents are judged."""

import pytest

from tests.unit.lsp.documents import opened
from validator.lsp.roles import Role, name_of, role_of

CASES = [
    ("cable.txt", "plaintext", Role.TEXT),
    ("memo.md", "markdown", Role.TEXT),
    ("page.HTM", "html", Role.TEXT),
    ("mail.eml", "", Role.TEXT),
    ("NOTES", "plaintext", Role.TEXT),
    ("", "markdown", Role.TEXT),
    ("redmark.toml", "toml", Role.SETTINGS),
    (".redmark.toml", "toml", Role.SETTINGS),
    ("pyproject.toml", "toml", Role.SETTINGS),
    ("redmark-suppressions.yaml", "yaml", Role.SUPPRESSIONS),
    ("memo.docx", "plaintext", Role.OTHER),
    ("release.pdf", "", Role.OTHER),
    ("tool.py", "python", Role.OTHER),
]


@pytest.mark.parametrize(("name", "language", "role"), CASES, ids=str)
def test_texts_and_files_of_ours_have_a_role(name: str, language: str, role: Role) -> None:
    assert role_of(opened(name, "", language)) is role


def test_a_document_that_was_never_saved_is_named_by_its_language() -> None:
    names = [name_of(opened("", "", language)) for language in ("markdown", "html", "mail", "plaintext")]
    assert names == ["untitled.md", "untitled.html", "untitled.eml", "untitled.txt"]
