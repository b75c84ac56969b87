"""Parts beside the text: custom XML, variables, templates, embedded objects, programs, thumbnails, orphans."""

import hashlib
from typing import Final

from validator.readers.docx.elements import Element, PartError
from validator.readers.docx.manuscript import Manuscript
from validator.readers.docx.package import Package, Relation, printable
from validator.readers.link_targets import tells
from validator.readers.shown_words import unshown

_MOST_WORDS = 10_000  # characters of custom XML that an observation keeps
_PRESENCE: Final = {
    "aFChunk": "embedded-object",
    "control": "embedded-object",
    "oleObject": "embedded-object",
    "package": "embedded-object",
    "thumbnail": "thumbnail",
    "vbaProject": "macro",
}
# Kinds of relation whose external target is a file on somebody's disk or a page of the web.
_OUTSIDE: Final = frozenset(
    {"attachedTemplate", "frame", "image", "oleObject", "subDocument", "externalLinkPath"}
)
_CHUNK = "aFChunk"
# The picture of an empty page that python-docx puts into all that it makes.
_EMPTY_PAGE = "96367138dc44ce09bf2c8f0f8e49348a1478d2c5c0af69bbc2bbc38b63cdcead"
# Custom XML that Office and SharePoint write by themselves: roots by local name. It describes forms and columns.
_SERVICE_ROOTS: Final = frozenset({"contentTypeSchema", "FormTemplates", "Sources", "mappings", "Receivers"})
_TEMPLATE_WORDS: Final = frozenset({"normal", "dot", "dotm", "file", "template"})


def observe_side_parts(
    package: Package, out: Manuscript, settings: Element | None, shown: frozenset[str]
) -> None:
    """Observes what the package holds beside the text, by presence or by words that the text does not show."""
    _observe_variables(out, settings, shown)
    reached = package.reached()
    seen: set[str] = set()
    for part in ("", *(part for part in package.parts() if part.lower() in reached)):
        for relation in package.relations(part):
            _observe_relation(package, out, relation, seen, shown, part)
    for part in package.parts():
        if _is_orphan(part, reached):
            out.observe("orphan-part", part=part, at=0)


def _observe_relation(
    package: Package, out: Manuscript, relation: Relation, seen: set[str], shown: frozenset[str], source: str
) -> None:
    if relation.external:
        if relation.kind in _OUTSIDE and tells(relation.target, "", "", shown | _TEMPLATE_WORDS):
            out.observe("link-target", relation.target, part=f"{source} {relation.kind}", at=0)
        return
    part = package.find(relation.target)
    if part is None or part in seen:
        return
    seen.add(part)
    if relation.kind in _PRESENCE and not (relation.kind == "thumbnail" and _is_empty_page(package, part)):
        out.observe(_PRESENCE[relation.kind], part=part, at=0)
    if relation.kind == _CHUNK:
        package.skipped.append(f"{printable(part)}: is imported into the text and was not read")
    if relation.kind == "customXml":
        _observe_custom_xml(package, part, out, shown)


def _observe_variables(out: Manuscript, settings: Element | None, shown: frozenset[str]) -> None:
    variables = settings.all("w:docVar") if settings else ()
    for number, variable in enumerate(variables, 1):
        value = variable.get("w:val")
        if unshown(value, shown):
            out.observe("document-variable", value, part=f"word/settings.xml variable {number}", at=0)


def _observe_custom_xml(package: Package, part: str, out: Manuscript, shown: frozenset[str]) -> None:
    tree = package.tree_or_none(part)
    if tree is None or tree.tag.partition(":")[2] in _SERVICE_ROOTS:
        return
    pieces = []
    for element in tree.walk():
        pieces += [element.text.strip(), *element.attributes.values()]
    words = " ".join(filter(None, pieces))
    if unshown(words, shown):
        out.observe("custom-data", words[:_MOST_WORDS], part=part, at=0)


def _is_empty_page(package: Package, part: str) -> bool:
    try:
        return hashlib.sha256(package.read(part)).hexdigest() == _EMPTY_PAGE
    except PartError:
        return False


def _is_orphan(part: str, reached: set[str]) -> bool:
    """Relationship lists and the list of contents belong to the package itself; no relation names them."""
    folded = part.lower()
    return folded not in reached and not folded.endswith(".rels") and folded != "[content_types].xml"
