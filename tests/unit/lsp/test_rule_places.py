"""Where ids of rules are written, and where not. A bar is where the cursor stands."""

import pytest

from tests.unit.lsp.documents import at_bar
from validator.lsp.rule_places import Typed, id_at, typed_at

PLACES = [
    ("redmark.toml", 'ignore = ["tags-|"]', Typed("tags-", groups=True)),
    ("redmark.toml", 'select = ["a",\n  "te|', Typed("te", groups=True)),
    ("redmark.toml", "[severity]\nparagraph-|", Typed("paragraph-")),
    ("redmark.toml", '[severity]\n"para|', Typed("para")),
    ("redmark.toml", '[per-file]\n"drafts/*" = ["auth|', Typed("auth", groups=True)),
    (".redmark.toml", "ignore = ['|", Typed("", groups=True)),
    ("pyproject.toml", '[tool.redmark]\nignore = ["tags-|', Typed("tags-", groups=True)),
    ("pyproject.toml", "[tool.redmark.severity]\ntext|", Typed("text")),
    ("redmark-suppressions.yaml", "entries:\n- file: a.txt\n  rule: text-|", Typed("text-")),
    ("redmark-suppressions.yaml", "- rule: '|", Typed("")),
    ("redmark-suppressions.yaml", "- {file: a.txt, rule: te|", Typed("te")),
    ("memo.md", "<!-- redmark: ignore[par|", Typed("par")),
    ("memo.md", "a <!-- redmark:ignore[one, two-|", Typed("two-")),
    ("page.html", "<p><!-- redmark: ignore[|", Typed("")),
    ("redmark.toml", 'exclude = ["dra|', None),
    ("redmark.toml", 'fail-on = "er|', None),
    ("redmark.toml", '[per-file]\n"dra|', None),
    ("redmark.toml", 'ignore = ["a"]\nkind = "te|', None),
    ("redmark.toml", '[severity]\ntext-bom = "err|', None),
    ("pyproject.toml", '[tool.other]\nignore = ["tags-|', None),
    ("pyproject.toml", "[severity]\ntags|", None),
    ("redmark-suppressions.yaml", "- file: a|", None),
    ("redmark-suppressions.yaml", "  reason: the rule of|", None),
    ("memo.md", "ignore[par|", None),
    ("memo.md", "<!-- redmark: ignore[one] -- rea|", None),
    ("memo.txt", "<!-- redmark: ignore[par|", None),
]


@pytest.mark.parametrize(
    ("name", "text", "expected"), PLACES, ids=[f"{row[0]}: {row[1]!r}" for row in PLACES]
)
def test_an_id_is_expected_where_one_belongs(name: str, text: str, expected: Typed | None) -> None:
    assert typed_at(*at_bar(name, text)) == expected


WORDS = [
    ("redmark.toml", 'ignore = ["tags-un|known"]', "tags-unknown"),
    ("redmark.toml", 'ignore = ["|tags-unknown"]', "tags-unknown"),
    ("redmark-suppressions.yaml", "- rule: tags-unknown|\n", "tags-unknown"),
    ("memo.md", "<!-- redmark: ignore[tags-un|known] -->", "tags-unknown"),
    ("memo.md", "the rule tags-un|known", None),
    ("memo.md", "<!-- redmark: ignore[a] --> tags-un|known", None),
    ("memo.txt", "<!-- redmark: ignore[tags-un|known] -->", None),
]


@pytest.mark.parametrize(("name", "text", "expected"), WORDS, ids=[f"{row[0]}: {row[1]!r}" for row in WORDS])
def test_the_word_at_the_pointer_is_found_where_ids_are_written(
    name: str, text: str, expected: str | None
) -> None:
    document, offset = at_bar(name, text)
    place = id_at(document, offset)
    assert (place and document.text[slice(*place)]) == expected
