"""Which comment in the source of HTML or Markdown says something, and which is left there for a program.

Silent are conditional comments of old browsers, directives of a tool (`toc`, `prettier-ignore`), kept licences, marks
of the parts of a page (`end of header`), and words that the page shows anyway. In a document with redactions every
comment with words that it does not show is told.
"""

import re
from typing import Final

from validator.readers.shown_words import unshown

_CONDITION = re.compile(r"\s*(?:\[if\b|<!\[endif|\[endif)", re.IGNORECASE)
_DIRECTIVE = re.compile(
    r"\s*/?(?:toc|omit|truncate|more|badges?|contributors|auto-?generated|begin|start|end|stop|ignore|"
    r"\w+[-:][\w:-]+\s*$|\w+\s*$)",
    re.IGNORECASE,
)
_TOOL = re.compile(
    r"\s*(?:!|YAML\b|SPDX-|[\w-]{1,40}=|saved from url|/?(?:markdownlint|prettier|textlint|vale|eslint|htmlhint|"
    r"cspell|spell-?checker|doctoc|all-contributors|lint)\b)",
    re.IGNORECASE,
)
_STRUCTURE_WORDS = (
    "ads advertisement alert analytics and area article aside banner bar begin block body bottom box breadcrumb button"
    " cards carousel chrome close closing code col column comments common container content core css custom div element"
    " end ends facebook favicon features font fonts footer for form google grid group head header hero icon icons image"
    " include included inner javascript jquery js layout left lib libraries link links list load logo main manager map"
    " menu meta metadata mobile modal nav navbar navigation of open page panel pixel plugin plugins primary react"
    " responsive right root row script scripts search secondary section seo sidebar site slider social start starts"
    " style styles stylesheet stylesheets tag tags tail template the theme title toggle top twitter verification view"
    " viewport widget wrap wrapper"
)
_STRUCTURE: Final = frozenset(_STRUCTURE_WORDS.split())


def comment_tells(words: str, shown: frozenset[str], redacted: bool) -> bool:
    """Whether a comment holds words for people that the document does not show."""
    if _CONDITION.match(words):
        return False
    more = unshown(words, shown)
    if redacted:
        return bool(more)
    if _TOOL.match(words):
        return False
    telling = [word for word in more if word not in _STRUCTURE]
    if _DIRECTIVE.match(words) and len(telling) < 3:
        return False
    return bool(telling)
