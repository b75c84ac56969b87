"""Goes through a page once: what is shown becomes text, what is not becomes observations."""

import html
import re
from operator import attrgetter
from typing import Final

from validator.model.nodes import Node
from validator.model.suppressions import InlineSuppression
from validator.readers.html.css import Sheet, declarations
from validator.readers.html.open_elements import Open, OpenElements
from validator.readers.html.remarks import Remarks
from validator.readers.html.silenced import Silenced
from validator.readers.html.tokens import Token, tokens
from validator.readers.inline_suppressions import SIGN, is_meant, written

_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_MARKUP = re.compile(r"[^\r\n]")
_MOST_DEPTH = 50_000  # open elements; what is deeper is read as if it stood outside
_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_VOID: Final = frozenset(_VOID_NAMES.split())
_UNDRAWN: Final = {"template": "style-hidden-text", "dialog": "style-hidden-text"}
# Names of classes that hide text from eyes and not from screen readers.
_READ_ALOUD = re.compile(r"sr-?only|visually-?hidden|screen-?reader|skip|a11y|assistive", re.IGNORECASE)


class Page:
    """The text of a page, as long as its source, and what was seen besides."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._sheet = _sheet(source)
        self._open = OpenElements()
        self._pieces: list[str] = []
        self._remarks = Remarks()
        self._silenced = Silenced() if SIGN in source else None
        for token in tokens(source):
            self._take(token)
        self._remarks.close_hidden()
        self.text = "".join(self._pieces)
        self.not_checked: list[str] = self._remarks.not_checked
        if self._sheet.cut:
            self.not_checked.append("some of the page's styles: too many rules for one class")

    def suppressions(self) -> tuple[InlineSuppression, ...]:
        """What comments of the page silence."""
        if self._silenced is None:
            return ()
        self._silenced.close(len(self._source))
        return tuple(sorted(self._silenced.found, key=attrgetter("start")))

    def observations(self) -> list[Node]:
        """What the page keeps and does not show."""
        return self._remarks.judged(self._source, self.text)

    def _take(self, token: Token) -> None:
        if token.kind == "text":
            self._text(token)
            return
        if token.kind == "raw" and token.name == "textarea":
            self._text(token)
            return
        self._pieces.append(_MARKUP.sub(" ", self._source[token.start : token.end]))
        if token.kind == "start":
            self._start(token)
        elif token.kind == "end":
            self._open.close(token.name)
            if self._silenced:
                self._silenced.tag(token.end, self._open.depth)
        elif token.kind == "comment":
            self._comment(token)
        elif token.kind == "raw":
            self._remarks.raw(token, self._source[token.start : token.end])

    def _comment(self, token: Token) -> None:
        comment = self._source[token.start + 4 : token.end]
        inside = comment.removesuffix("-->")
        silences = written(comment) if self._silenced and is_meant(inside) else None
        if self._silenced and silences:
            self._silenced.comment(token.start, token.end, silences)
            self._remarks.reason(token.start, token.end, silences.reason)
        else:
            self._remarks.comment(token.start, token.end, inside)

    def _text(self, token: Token) -> None:
        words = self._source[token.start : token.end]
        if "&" in words:
            words = _REFERENCE.sub(_meant, words)
        around = self._open.innermost
        verdict = around.appearance.verdict()
        if verdict is None:
            self._pieces.append(words)
            if not words.isspace():
                self._remarks.close_hidden()
                if self._silenced:
                    self._silenced.text(token.start)
            return
        self._pieces.append(_MARKUP.sub(" ", words))
        self._remarks.hidden(verdict, token.start, token.end, words, around.read_aloud)

    def _start(self, token: Token) -> None:
        if token.attributes:
            self._remarks.attributes(token)
        self._open.make_room(token.name)
        if self._silenced:
            self._silenced.tag(token.start, self._open.depth)
            self._silenced.element(token.start, self._open.depth)
        if token.name in _VOID or (token.closed and token.name in ("path", "use", "circle", "rect")):
            return
        if self._open.depth < _MOST_DEPTH:
            self._open.push(self._opened(token))

    def _opened(self, token: Token) -> Open:
        around, attributes = self._open.innermost, token.attributes
        classes = attributes.get("class", "")
        said = self._sheet.of(token.name, classes, attributes.get("id", ""))
        if "style" in attributes:
            said = said | declarations(attributes["style"])
        if "hidden" in attributes and "display" not in said:
            said = {**said, "display": "none"}
        for old, new in (("bgcolor", "background-color"), ("color", "color")):
            if old in attributes and new not in said and token.name != "input":
                said = {**said, new: attributes[old].lower()}
        if token.name in _UNDRAWN and "open" not in attributes:
            said = {**said, "display": "none"}
        appearance = around.appearance.within(said)
        read_aloud = around.read_aloud or bool(classes and _READ_ALOUD.search(classes))
        return Open(token.name, appearance, read_aloud)


def _sheet(source: str) -> Sheet:
    sheet = Sheet()
    if "<style" in source.lower():
        for token in tokens(source):
            if token.kind == "raw" and token.name == "style":
                sheet.add(source[token.start : token.end])
    return sheet


def _meant(match: re.Match[str]) -> str:
    """What a reference stands for, padded to its own length; never a line feed, so that lines stay."""
    meant = html.unescape(match[0]).replace("\n", " ").replace("\r", " ").replace("\u00a0", " ")
    return meant[: len(match[0])].ljust(len(match[0]))
