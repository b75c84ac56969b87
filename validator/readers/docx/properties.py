"""Document properties: what they say of people and things that the text does not show.

Silent are values that programs put there by themselves: the template Normal.dotm, the name of the application, dates
and counts, sensitivity labels, and authors such as "Microsoft Office User". An author that the text does not show is
told: whether that matters is for a rule to say.
"""

import re
from typing import Final

from validator.readers.docx.elements import Element
from validator.readers.docx.manuscript import Manuscript
from validator.readers.docx.package import Package
from validator.readers.shown_words import unshown

_CORE: Final = frozenset(
    f"dc:{name}" for name in ("creator", "description", "subject", "title", "identifier", "contributor")
) | frozenset(f"cp:{name}" for name in ("category", "contentStatus", "keywords", "lastModifiedBy"))
_APP: Final = frozenset(
    f"ep:{name}" for name in ("Company", "HyperlinkBase", "Manager", "Template", "TitlesOfParts")
)
# What programs write where a name should stand, word by word.
_STANDARD_WORDS = (
    "admin administrator and apache author category comments company default desktop doc docm docx docx4j document"
    " dot dotm dotx excel final draft generated google docs home info keywords libreoffice manager microsoft name"
    " normal normalemail none null office online openoffice owner pandoc poi project python revision root status"
    " subject system template title titel titre unknown untitled user windows word org title1 un named"
)
_STANDARD: Final = frozenset(_STANDARD_WORDS.split())
_STANDARD_VALUE = re.compile(
    r"(?:true|false|[\d.,:TZ+\- ]+|0x[0-9a-f]+|\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?)?",
    re.IGNORECASE,
)
# Labels of a classification service and of a document store: their values are the service's, but for an owner's mail.
_SERVICE = re.compile(
    r"MSIP_Label_|ContentTypeId$|_dlc_|MediaServiceImageTags$|KSO|ICV$|Grammarly", re.IGNORECASE
)


def observe_properties(package: Package, out: Manuscript, shown: frozenset[str]) -> None:
    """Observes the properties with words that the text does not show, one observation each."""
    for relation in package.relations(""):
        part = package.find(relation.target)
        if part is None:
            continue
        if relation.kind in ("core-properties", "extended-properties"):
            _observe_named(package, part, out, shown)
        elif relation.kind == "custom-properties":
            _observe_custom(package, part, out, shown)


def _observe_named(package: Package, part: str, out: Manuscript, shown: frozenset[str]) -> None:
    tree = package.tree_or_none(part)
    for element in tree.children if tree else ():
        if element.tag in _CORE or element.tag in _APP:
            words = _text(element)
            if _says_more(words, shown):
                out.observe("metadata-words", words, part=f"{part} {element.tag.partition(':')[2]}", at=0)


def _observe_custom(package: Package, part: str, out: Manuscript, shown: frozenset[str]) -> None:
    tree = package.tree_or_none(part)
    for number, element in enumerate(tree.children if tree else (), 1):
        words = _text(element)
        by_service = _SERVICE.match(element.get("name")) and "@" not in words
        if not by_service and _says_more(words, shown):
            out.observe("metadata-words", words, part=f"{part} property {number}", at=0)


def _says_more(words: str, shown: frozenset[str]) -> bool:
    if _STANDARD_VALUE.fullmatch(words.strip()):
        return False
    return any(word not in _STANDARD for word in unshown(words, shown))


def _text(element: Element) -> str:
    return " ".join(filter(None, (each.text.strip() for each in element.walk())))
