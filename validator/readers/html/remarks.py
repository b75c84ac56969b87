"""What a page keeps beside its text, judged when the text is known."""

import re
from collections.abc import Iterator
from typing import Final

from validator.model.hidden import Hidden
from validator.model.nodes import Node, Observation
from validator.readers.html.tokens import Token
from validator.readers.inline_suppressions import is_meant, malformed
from validator.readers.link_targets import tells
from validator.readers.shown_words import (
    holds_mail,
    holds_name,
    holds_path,
    holds_redaction,
    is_filler,
    unshown,
    words_of,
)
from validator.readers.source_comments import comment_tells

_NEAR = 200  # characters before and behind that count as near
_WORDED: Final = frozenset({"alt", "aria-label", "aria-description", "cite", "summary", "title"})
_LINKS: Final = frozenset({"action", "href", "longdesc"})
_PEOPLE = re.compile(
    r"(?:^|[.:_-])(?:author|creator|contributor|owner|last-?modified-?by|reply-to)$", re.IGNORECASE
)
# Inputs that frameworks put into every form.
_FRAMEWORK = re.compile(
    r"__|_method|utf8|.*(?:csrf|xsrf|token|nonce|captcha|session)|return|redirect|next$", re.IGNORECASE
)
_CODE_WORD = re.compile(r"(?=[a-z]*\d)[a-z0-9]+|[a-z0-9]{25,}")
_QUOTED = re.compile(r"\"([^\"\n\\]{4,200})\"|'([^'\n\\]{4,200})'")
_MOST_HIDDEN = 100_000  # characters of one hidden stretch that are kept


class Remarks:
    """Collects candidates in the order of the source; `judged` makes observations of those that tell something."""

    def __init__(self) -> None:
        self.not_checked: list[str] = []
        self._hidden: list[tuple[str, int, int, str, bool]] = []  # name, start, end, words, read aloud
        self._open: tuple[str, int, int, list[str], bool] | None = None
        self._comments: list[tuple[int, int, str]] = []
        self._reasons: list[tuple[int, int, str]] = []
        self._tags: list[Token] = []
        self._raws: list[tuple[Token, str]] = []

    def hidden(self, name: str, start: int, end: int, words: str, read_aloud: bool) -> None:
        """Notes text that is not shown; neighbours of one kind are one observation."""
        if words.isspace():
            return
        if self._open and self._open[0] == name and self._open[4] == read_aloud:
            self._open[3].append(words)
            self._open = (name, self._open[1], end, self._open[3], read_aloud)
            return
        self.close_hidden()
        self._open = (name, start, end, [words], read_aloud)

    def close_hidden(self) -> None:
        """Shown text ends the hidden stretch."""
        if self._open:
            name, start, end, pieces, read_aloud = self._open
            self._hidden.append((name, start, end, " ".join(pieces)[:_MOST_HIDDEN], read_aloud))
            self._open = None

    def comment(self, start: int, end: int, words: str) -> None:
        """Notes a comment of the source."""
        self._comments.append((start, end, words))

    def reason(self, start: int, end: int, words: str) -> None:
        """Notes why a suppression stands in the source; in a page with redactions it is looked at like any comment."""
        self._reasons.append((start, end, words))

    def attributes(self, token: Token) -> None:
        """Notes a tag with attributes that may hold words."""
        if token.name in ("input", "meta") or any(map(_may_tell, token.attributes)):
            self._tags.append(token)
        if token.attributes.get("srcdoc"):
            self.not_checked.append(f"the page within the page at character {token.start + 1}")

    def raw(self, token: Token, words: str) -> None:
        """Notes the content of a script and the like."""
        if token.name not in ("style", "iframe") and words and not words.isspace():
            self._raws.append((token, words))

    def judged(self, source: str, text: str) -> list[Node]:
        """The observations, where `text` is all that the page shows."""
        judge = _Judge(source, text)
        found: list[Node] = []
        for name, start, end, words, read_aloud in self._hidden:
            found += judge.hidden(name, start, end, words, read_aloud)
        for start, end, words in self._comments:
            found += judge.comment(start, end, words)
        for start, end, words in self._reasons:
            found += judge.reason(start, end, words)
        for token in self._tags:
            found += judge.tag(token)
        for token, words in self._raws:
            found += judge.raw(token, words)
        return found


def _may_tell(name: str) -> bool:
    return name in _WORDED or name in _LINKS or name.startswith("data-")


class _Judge:
    """What a page shows, and whether it is a release: then a guess at a name is worth telling."""

    def __init__(self, source: str, text: str) -> None:
        self._text = text
        self._shown = words_of(text)
        self._redacted = holds_redaction(text)

    def hidden(self, name: str, start: int, end: int, words: str, read_aloud: bool) -> Iterator[Node]:
        if is_filler(words) or not unshown(words, self._shown):
            return
        if read_aloud and name == "off-screen-text" and not self._redacted:
            return
        yield _observation(name, start, end, words)

    def comment(self, start: int, end: int, words: str) -> Iterator[Node]:
        if is_meant(words):
            yield malformed(start, end)
        if comment_tells(words, self._shown, self._redacted):
            yield _observation("source-comment", start, end, words.strip())

    def reason(self, start: int, end: int, words: str) -> Iterator[Node]:
        if self._redacted and comment_tells(words, self._shown, self._redacted):
            yield _observation("source-comment", start, end, words)

    def tag(self, token: Token) -> Iterator[Node]:
        attributes = token.attributes
        if token.name == "meta":
            yield from self._meta(token)
        elif token.name == "input" and attributes.get("type", "").lower() == "hidden":
            yield from self._hidden_input(token)
        else:
            yield from self._words(token)

    def raw(self, token: Token, words: str) -> Iterator[Node]:
        if not self._redacted:
            return
        if token.name == "script":
            pieces = ((match[1] or match[2]) for match in _QUOTED.finditer(words))
            telling = [piece for piece in pieces if holds_name(piece, self._shown)]
            if telling:
                yield _observation("script", token.start, token.end, "\n".join(telling))
        elif holds_name(words, self._shown):
            name = "page-metadata" if token.name == "title" else "style-hidden-text"
            yield _observation(name, token.start, token.end, words)

    def _meta(self, token: Token) -> Iterator[Node]:
        words = token.attributes.get("content", "")
        who = token.attributes.get("name") or token.attributes.get("property", "")
        if _PEOPLE.search(who):
            told = bool(unshown(words, self._shown))
        else:
            told = self._redacted and holds_name(words, self._shown)
        if told:
            yield _observation("page-metadata", token.start, token.end, words)

    def _hidden_input(self, token: Token) -> Iterator[Node]:
        words = token.attributes.get("value", "")
        telling = [word for word in unshown(words, self._shown) if not _CODE_WORD.fullmatch(word)]
        if telling and not _FRAMEWORK.match(token.attributes.get("name", "")):
            yield _observation("hidden-input", token.start, token.end, words)

    def _words(self, token: Token) -> Iterator[Node]:
        near = self._near(token)
        for name, value in token.attributes.items():
            if name in _LINKS:
                if tells(value, "", near, self._shown):
                    yield _observation("link-target", token.start, token.end, value)
            elif (name in _WORDED or name.startswith("data-")) and self._attribute_tells(name, value, near):
                yield _observation("attribute-words", token.start, token.end, value)

    def _attribute_tells(self, name: str, value: str, near: str) -> bool:
        more = unshown(value, self._shown)
        if not more:
            return False
        if holds_path(value) or holds_mail(value):
            return True
        if not self._redacted:
            return False
        # A picture's description is of the picture; any other word beside a redaction may be what it hides.
        beside = name != "alt" and holds_redaction(near)
        return (beside and not all(map(_CODE_WORD.fullmatch, more))) or holds_name(value, self._shown)

    def _near(self, token: Token) -> str:
        before, _, _ = self._text[max(0, token.start - _NEAR) : token.start][::-1].partition("\n")
        behind, _, _ = self._text[token.end : token.end + _NEAR].partition("\n")
        return before[::-1] + " " + behind


def _observation(name: str, start: int, end: int, words: str) -> Observation:
    return Observation(start=start, end=end, name=name, value=len(words), hidden=Hidden(words))
