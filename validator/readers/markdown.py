"""Markdown: the text as it stands, and what a reader of the rendered page would not see.

The text stays the source: telegrams come as Markdown from converters, and the layouts undo their links.

What is silent, as ordinary READMEs are full of it: web links, descriptions of pictures, front matter, raw HTML and
comments for tools, unless the document holds a redaction (blocks, [REDACTED], an exemption) and they name what it does
not show. A link to a mail address or into somebody's files is told in any document when the text does not show it.
So are an author in the front matter, comments in words, and raw HTML that a style hides. Struck-through words are
there to be read by everybody, so they are always told: someone meant to take them away.
"""

import hashlib
import re
from collections.abc import Iterator

from validator.model.document import SourceText
from validator.model.hidden import Hidden
from validator.model.nodes import Node, Observation
from validator.model.suppressions import InlineSuppression
from validator.readers import plain
from validator.readers.inline_suppressions import SIGN, blocks, is_meant, is_short, malformed, written
from validator.readers.link_targets import tells
from validator.readers.shown_words import (
    holds_name,
    holds_path,
    holds_redaction,
    is_filler,
    unshown,
    words_of,
)
from validator.readers.source_comments import comment_tells

_LINK = re.compile(
    r"(?P<picture>!?)\[(?P<label>[^\[\]\n]{0,500}+)\]"
    r"\([ \t]*+<?(?P<target>[^()\s<>]{0,2000}+)>?(?P<title>\s[^()\n]{0,500}+)?\)"
)
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<label>[^\[\]\n]{1,200})\]:[ \t]*+<?(?P<target>[^\s<>]{1,2000})>?", re.MULTILINE
)
_USE = re.compile(r"\[(?P<label>[^\[\]\n]{0,500}+)\]\[(?P<name>[^\[\]\n]{0,200}+)\]")
_ATTRIBUTE = re.compile(r"<[a-z][^<>\n]{0,500}\s(?:title|alt|data-|aria-)", re.IGNORECASE)
_STRUCK = re.compile(r"(?<![~\\])~~(?=[^\s~])(?P<words>[^~\n]{1,2000})~~(?!~)")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
_CODE = re.compile(r"`[^`\n]{1,500}`")
_PERSON = re.compile(
    r"^(?:authors?|by|creator|editor|owner|last_modified_by)\s*:(?P<words>.*)$", re.MULTILINE | re.IGNORECASE
)
_STYLE = re.compile(r"<[a-z][^<>\n]{0,500}\s(?:style\s*=|hidden\b|type\s*=\s*[\"']?hidden)", re.IGNORECASE)
_NEAR = 200  # characters before and behind that count as near
_MOST_FRONT = 20_000  # characters of front matter


def read(name: str, data: bytes) -> SourceText:
    """Reads Markdown. UnreadableError when the bytes are not text."""
    text, observations = plain.decoded(name, data)
    found = [*observations, *plain.observe_text(text), *_seen(text)]
    found.sort(key=plain.start_of)
    meant = _meant_for_redmark(_without_code(text)) if SIGN in text else []
    shown = _blanked_at(text, meant) if meant else text
    sha256 = hashlib.sha256(data).hexdigest()
    return SourceText(name, "markdown", shown, sha256, tuple(found), suppressions=_suppressions(text, meant))


def _seen(text: str) -> Iterator[Node]:
    """What the source holds and its page does not show."""
    if not any(sign in text for sign in ("](", "]:", "<", "~~", "---")):
        return
    front = _front_matter(text)
    source = _without_code(text)
    words = words_of(_shown(source, front))
    redacted = holds_redaction(text)
    yield from _front(text, front, words, redacted)
    yield from _comments(source, words, redacted)
    yield from _links(source, words, redacted)
    if "~~" in source:
        for match in _STRUCK.finditer(source):
            if not is_filler(match["words"]):
                yield _observation("struck-through-text", match, match["words"])
    yield from _raw_html(source, redacted)


def _front_matter(text: str) -> int:
    """Where the front matter ends; 0 when there is none."""
    if not text.startswith(("---\n", "---\r\n")):
        return 0
    end = text.find("\n---", 3, _MOST_FRONT)
    return end + 4 if end >= 0 else 0


def _without_code(text: str) -> str:
    """The text with blanks for code: what stands there is shown as it is."""
    if "`" not in text and "~~~" not in text:
        return text
    pieces, at, fence = [], 0, ""
    for match in _FENCE.finditer(text):
        if not fence:
            pieces.append(_CODE.sub(_blank, text[at : match.start()]))
            fence, at = match[1], match.start()
        elif match[1].startswith(fence):
            pieces.append(_blanked(text[at : match.end()]))
            fence, at = "", match.end()
    rest = text[at:]
    pieces.append(_blanked(rest) if fence else _CODE.sub(_blank, rest))
    return "".join(pieces)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _blanked(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _shown(source: str, front: int) -> str:
    """What a page shows, near enough to know its words: no front matter, comments, targets and alternative texts."""
    pieces, at = [], front
    for start, end in _comment_places(source):
        if start >= at:
            pieces.append(source[at:start])
            at = end
    pieces.append(source[at:])
    body = _DEFINITION.sub("", "".join(pieces))
    return _LINK.sub(lambda match: "" if match["picture"] else match["label"], body)


def _front(text: str, front: int, shown: frozenset[str], redacted: bool) -> Iterator[Node]:
    for match in _PERSON.finditer(text, 0, front):
        if unshown(match["words"], shown):
            yield _observation("page-metadata", match, match["words"].strip())
            return
    if redacted and holds_name(text[:front], shown):
        yield Observation(start=0, end=front, name="page-metadata", value=front, hidden=Hidden(text[:front]))


def _comment_places(source: str) -> Iterator[tuple[int, int]]:
    at = source.find("<!--")
    while at >= 0:
        end = source.find("-->", at + 4)
        end = len(source) if end < 0 else end + 3
        yield at, end
        at = source.find("<!--", end)


def _meant_for_redmark(source: str) -> list[tuple[int, int]]:
    """The comments that are Redmark's own, which are no words of the document."""
    inside = ((place, source[place[0] + 4 : place[1]]) for place in _comment_places(source))
    return [place for place, words in inside if is_meant(words) and is_short(words)]


def _suppressions(source: str, comments: list[tuple[int, int]]) -> tuple[InlineSuppression, ...]:
    found = (written(source[start + 4 : end]) for start, end in comments)
    placed = zip(comments, blocks(source, comments), found, strict=True)
    return tuple(one.over(place, block) for place, block, one in placed if one)


def _blanked_at(text: str, places: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in places:
        pieces += [text[at:start], _blanked(text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


def _comments(source: str, shown: frozenset[str], redacted: bool) -> Iterator[Node]:
    for start, end in _comment_places(source):
        inside = source[start + 4 : end]
        words = inside.removesuffix("-->").strip()
        silences = written(inside) if is_meant(words) else None
        if silences is None and is_meant(words):
            yield malformed(start, end)
        if silences is not None:
            words = silences.reason if redacted else ""  # why a rule is silent may name what is cut
        if comment_tells(words, shown, redacted):
            yield Observation(
                start=start, end=end, name="source-comment", value=len(words), hidden=Hidden(words)
            )


def _links(source: str, shown: frozenset[str], redacted: bool) -> Iterator[Node]:
    if "](" in source:
        for match in _LINK.finditer(source):
            if match["picture"]:
                yield from _picture(match, shown, redacted)
            elif match["title"] and redacted and holds_name(match["title"], shown):
                yield _observation("attribute-words", match, match["title"].strip())
            near = source[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            yield from _target(match, near, shown)
    if "]:" in source:
        beside = _used_beside_redactions(source) if redacted else {}
        for match in _DEFINITION.finditer(source):
            near = beside.get(match["label"].casefold(), match["label"])
            if tells(match["target"], match["label"], near, shown):
                yield _observation("link-target", match, match["target"])


def _used_beside_redactions(source: str) -> dict[str, str]:
    """Name of a definition -> the text of a link to it that is a redaction or stands near one."""
    used = {}
    for match in _USE.finditer(source):
        near = source[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        line = _line(near, match)
        if holds_redaction(line):
            used[(match["name"] or match["label"]).casefold()] = line
    return used


def _picture(match: re.Match[str], shown: frozenset[str], redacted: bool) -> Iterator[Node]:
    words = match["label"]
    if (redacted and holds_name(words, shown)) or (holds_path(words) and unshown(words, shown)):
        yield _observation("alternative-text", match, words)


def _target(match: re.Match[str], near: str, shown: frozenset[str]) -> Iterator[Node]:
    if tells(match["target"], match["label"], _line(near, match), shown):
        yield _observation("link-target", match, match["target"])


def _line(near: str, match: re.Match[str]) -> str:
    """Of the surroundings the line with the link, without the link's own target, which may look like a mark."""
    before, link, behind = near.partition(match[0])
    return before.rpartition("\n")[2] + (match["label"] if link else "") + behind.partition("\n")[0]


def _raw_html(source: str, redacted: bool) -> Iterator[Node]:
    """What raw HTML hides, read as the page would be: by styles, and in a release by attributes."""
    if "<" not in source or not (_STYLE.search(source) or (redacted and _ATTRIBUTE.search(source))):
        return
    from validator.readers.html.page import Page  # here, as few Markdown files hide anything

    hiding = {"style-hidden-text", "off-screen-text", "white-text", "same-colour-text", "hidden-input"}
    if redacted:
        hiding.add("attribute-words")
    for node in Page(source).observations():
        if isinstance(node, Observation) and node.name in hiding:
            yield node


def _observation(name: str, match: re.Match[str], words: str) -> Observation:
    return Observation(
        start=match.start(),
        end=match.end(),
        name=name,
        value=len(words),
        hidden=Hidden(words) if words else None,
    )
