"""The whole document: headers, body, notes and footers in reading order, then what stands beside the text."""

from typing import Final

from validator.readers.contrast import WHITE
from validator.readers.docx.clues import judge, near
from validator.readers.docx.colours import hexadecimal
from validator.readers.docx.elements import Element, PartError
from validator.readers.docx.manuscript import Manuscript
from validator.readers.docx.numbering import Numbering
from validator.readers.docx.package import Package, Relation
from validator.readers.docx.properties import observe_properties
from validator.readers.docx.side_parts import observe_side_parts
from validator.readers.docx.story import Story
from validator.readers.docx.styles import Styles
from validator.readers.link_targets import tells
from validator.readers.shown_words import words_of

_OFF = frozenset({"0", "false", "off"})
_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_document(package: Package, main: str) -> Manuscript:
    """The text and observations of a Word document. PartError when its main part cannot be read."""
    tree = package.tree(main)
    return _Reading(package, main, tree).read()


class _Reading:
    """One document while it is read."""

    def __init__(self, package: Package, main: str, tree: Element) -> None:
        self._package, self._main, self._tree = package, main, tree
        self._related: dict[str, list[Relation]] = {}
        for relation in package.relations(main):
            self._related.setdefault(relation.kind, []).append(relation)
        self._settings = self._single("settings")
        styles = self._single("styles")
        numbering = Numbering(self._single("numbering"), styles)
        self._out = Manuscript()
        self._story = Story(self._out, Styles(styles), numbering, _page_colour(tree))

    def read(self) -> Manuscript:
        body = self._tree.first("w:body")
        if body is None:
            raise PartError("has no body")
        headers, footers = self._shown_margins()
        self._tell_parts(headers)
        self._story.tell(self._main, [body])
        for kind in ("footnotes", "endnotes"):
            self._tell_notes(kind)
        self._tell_parts(footers)
        text = self._out.text()
        shown = words_of(text)
        judge(self._out, self._story.clues, text, shown)
        self._judge_links(text, shown)
        self._observe_comments()
        self._observe_unshown_margins({*headers, *footers}, shown)
        observe_properties(self._package, self._out, shown)
        observe_side_parts(self._package, self._out, self._settings, shown)
        return self._out

    def _single(self, kind: str) -> Element | None:
        """The tree of the one part of a kind that the main part refers to."""
        part = next((self._package.find(each.target) for each in self._related.get(kind, ())), None)
        return self._package.tree_or_none(part) if part else None

    def _tell_parts(self, parts: dict[str, None]) -> None:
        for part in parts:
            tree = self._package.tree_or_none(part)
            if tree is not None:
                self._story.tell(part, [tree])

    def _tell_notes(self, kind: str) -> None:
        for relation in self._related.get(kind, ()):
            part = self._package.find(relation.target)
            tree = self._package.tree_or_none(part) if part else None
            notes = [e for e in tree.children if e.get("w:type") not in _SEPARATORS] if tree else []
            if part and notes:
                self._story.tell(part, notes)

    def _shown_margins(self) -> tuple[dict[str, None], dict[str, None]]:
        """Headers and footers that some page shows, each once, in the order of the sections.

        Those of first and of even pages are only shown where the section and the settings say so.
        """
        even = _is_on(self._settings, "w:evenAndOddHeaders")
        targets = {relation.id: relation.target for relation in self._package.relations(self._main)}
        margins: dict[str, dict[str, None]] = {"w:headerReference": {}, "w:footerReference": {}}
        for section in self._tree.all("w:sectPr"):
            types = {
                "default",
                *(["even"] if even else []),
                *(["first"] if _is_on(section, "w:titlePg") else []),
            }
            for each in section.children:
                part = self._package.find(targets.get(each.get("r:id"), ""))
                if each.tag in margins and part and each.get("w:type", "default") in types:
                    margins[each.tag][part] = None
        return margins["w:headerReference"], margins["w:footerReference"]

    def _observe_unshown_margins(self, told: set[str], shown: frozenset[str]) -> None:
        """Headers and footers that no page shows: Word keeps them when a section no longer uses them."""
        for relation in (*self._related.get("header", ()), *self._related.get("footer", ())):
            part = self._package.find(relation.target)
            if part is None or part in told:
                continue
            tree = self._package.tree_or_none(part)
            words = _words(tree) if tree else ""
            if words_of(words) - shown:
                self._out.observe("orphan-part", words, part=part, at=0)

    def _judge_links(self, text: str, shown: frozenset[str]) -> None:
        targets = {
            (part, each.id): each.target
            for part in dict.fromkeys(link.part for link in self._story.links)
            for each in self._package.relations(part)
            if each.external
        }
        for link in self._story.links:
            target = targets.get((link.part, link.relation), "")
            label = text[link.start : min(link.end, link.start + 1_000)]
            if target and tells(target, label, near(text, link.start), shown):
                self._out.observe("link-target", target, part=link.place, at=link.start)

    def _observe_comments(self) -> None:
        for relation in self._related.get("comments", ()):
            part = self._package.find(relation.target)
            tree = self._package.tree_or_none(part) if part else None
            comments = tree.children if tree else ()
            for number, comment in enumerate((e for e in comments if e.tag == "w:comment"), 1):
                at = self._story.anchors.get(comment.get("w:id"), 0)
                self._out.observe("comment", _words(comment), part=f"{part} comment {number}", at=at)


def _words(tree: Element) -> str:
    paragraphs = ("".join(text.text for text in each.all("w:t")) for each in tree.all("w:p"))
    return "\n".join(filter(None, paragraphs))


def _is_on(parent: Element | None, tag: str) -> bool:
    element = parent.first(tag) if parent else None
    return element is not None and element.get("w:val", "1") not in _OFF


def _page_colour(tree: Element) -> int | None:
    """The colour of the page; None when a picture or gradient fills it."""
    background = tree.first("w:background")
    if background is None:
        return WHITE
    if background.children:
        return None
    colour = hexadecimal(background.get("w:color"))
    return WHITE if colour is None else colour
