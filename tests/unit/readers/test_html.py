"""The text of a page stands where it stands in the source, and work grows with the length and no faster."""

import pytest

from tests.unit.growth import FILLINGS, is_linear
from validator.model.hidden import Hidden
from validator.model.nodes import Observation
from validator.readers import read_bytes
from validator.readers.html.tokens import tokens

HOSTILE = {
    **FILLINGS,
    "open tags": "<p>",
    "open tags of another kind": "<b><i>",
    "closing tags": "</p>",
    "half tags": "<a ",
    "attributes": "<a b=c d='e'>",
    "open quotes": '<a b="',
    "two kinds of quotes": "<a b='\" ",
    "open comments": "<!--",
    "comments": "<!-- a -->",
    "open declarations": "<!",
    "scripts": "<script>a</script>",
    "open scripts": "<script>",
    "styles": "<style>.a .b{color:red}</style>",
    "references": "&amp;&#x41;&x",
    "cells": "<table><tr><td>",
    "items": "<li>",
    "hidden words": "<p hidden>word ",
    "classes": "<p class='a b c'>",
}
STYLES = {
    "open braces": "{",
    "closing braces": "}",
    "comments": "/*",
    "commas": ".a,",
    "blanks": "a ",
    "rules": ".a{color:red}",
    "rules for two names": "p.a{color:red}",
    "colons": "a{:",
    "semicolons": "a{;",
}

# source -> text, which is as long
SHOWN = {
    "tags are blanks": ("<p>one</p>\n<b>two</b>", "   one    \n   two    "),
    "line feeds in tags stay": ("<a\nb='c'\r\n>one", "  \n     \r\n one"),
    "references are padded": ("a&amp;b&#65;c&nbsp;d&unknown;", "a&    bA    c      d&unknown;"),
    "a reference to a line feed makes no line": ("a&#10;b", "a     b"),
    "a sign that is no tag stays": ("1 < 2 <3", "1 < 2 <3"),
    "text areas are shown": ("<textarea>a<b></textarea>", "          a<b>           "),
    "scripts and titles are not": ("<script>a</b></script><title>b</title>c", " " * 38 + "c"),
    "an open comment goes to the end": ("a<!-- b\nc", "a      \n "),
    "a closing tag without an opening one": ("a</p>b", "a    b"),
}


def html(source: str) -> str:
    return "<html>" + source


@pytest.mark.parametrize(("source", "text"), SHOWN.values(), ids=SHOWN)
def test_the_text_is_what_is_shown_at_its_place(source: str, text: str) -> None:
    read = read_bytes("a", html(source).encode())
    assert (read.format, read.text[6:]) == ("html", text)


def test_a_page_is_known_by_its_beginning_and_by_its_name() -> None:
    for name, data in (
        ("a.txt", b" \n<!DOCTYPE HTML>"),
        ("a", b"\xef\xbb\xbf<html>"),
        ("a.HTM", b"x"),
        ("a.html", b""),
    ):
        assert read_bytes(name, data).format == "html"
    assert read_bytes("a", "<html>é".encode("utf-16")).format == "html"
    assert read_bytes("a.txt", b"<p>x").format == "text"


def test_hidden_text_has_the_place_of_the_source() -> None:
    source = html('a\n<p hidden>Ann <b>Lee</b></p> <i style="display:none">Bo Li</i>')
    first, end = source.index("Ann"), source.index("</b>")
    last = source.index("Bo Li")
    assert read_bytes("a", source.encode()).observations == (
        Observation(
            start=first, end=last + 5, name="style-hidden-text", value=14, hidden=Hidden("Ann  Lee Bo Li")
        ),
    )
    assert end < last


def test_a_page_within_a_page_is_not_checked() -> None:
    assert read_bytes("a", html('<iframe srcdoc="x"></iframe>').encode()).not_checked == (
        "the page within the page at character 7",
    )


@pytest.mark.parametrize("filling", HOSTILE.values(), ids=HOSTILE)
def test_pages_are_read_in_linear_time(filling: str) -> None:
    assert is_linear(lambda text: read_bytes("a", text.encode()), filling, before="<html>")


@pytest.mark.parametrize("filling", STYLES.values(), ids=STYLES)
def test_styles_are_read_in_linear_time(filling: str) -> None:
    assert is_linear(
        lambda text: read_bytes("a", text.encode()), filling, "<html><style>", "</style><p class=a>b"
    )


@pytest.mark.parametrize("filling", HOSTILE.values(), ids=HOSTILE)
def test_tokens_leave_no_gap(filling: str) -> None:
    source = filling * 5 + "end"
    at = 0
    for token in tokens(source):
        assert token.start == at
        at = token.end
    assert at == len(source)
