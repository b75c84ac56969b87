"""Markdown keeps its text as it is; places, and growth with the length."""

import pytest

from tests.unit.growth import FILLINGS, is_linear
from validator.model.hidden import Hidden
from validator.model.nodes import Observation
from validator.readers import read_bytes

HOSTILE = {
    **FILLINGS,
    "open links": "[](",
    "open links with words": "[a](b ",
    "links to mail": "[a](mailto:bo@example.org) ",
    "definitions": "[a]: b\n",
    "uses": "[a][b] ",
    "open uses": "[a][",
    "titles": '[a](b "Anna Lee") ',
    "open comments": "<!--",
    "comments": "<!-- anna -->",
    "tildes": "~",
    "struck words": "~~anna~~ ",
    "open strikes": "~~a ",
    "fences": "```\n",
    "backticks": "`",
    "open tags": "<a ",
    "hidden tags": "<a hidden>b</a>",
    "blocks": "██ ",
    "long blocks": "█",
    "underscores": "__ ",
    "redactions": "[REDACTED] ",
    "names": "Anna-",
    "addresses": "a@",
}


def test_the_text_is_the_source() -> None:
    text = "# One\n\n[1](#)3. (C) ~~two~~ <!-- Ann Lee -->\n"
    source = read_bytes("note.md", text.encode())
    assert (source.format, source.text) == ("markdown", text)
    assert source.observations == (
        Observation(start=20, end=27, name="struck-through-text", value=3, hidden=Hidden("two")),
        Observation(start=28, end=44, name="source-comment", value=7, hidden=Hidden("Ann Lee")),
    )


def test_code_is_shown_as_it_is() -> None:
    text = "```\n~~one~~ <!-- Ann Lee -->\n```\n`~~two~~`\n~~~~\n[a](mailto:bo@example.org)\n"
    assert read_bytes("note.md", text.encode()).observations == ()


@pytest.mark.parametrize("filling", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize(
    "before", ["", "[a](b) <i hidden>c</i> ██ ~~d~~\n", "---\nauthor: "], ids=["bare", "all", "front"]
)
def test_is_read_in_linear_time(filling: str, before: str) -> None:
    assert is_linear(lambda text: read_bytes("a.md", text.encode()), filling, before, "\n---\n")
