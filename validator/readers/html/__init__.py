"""HTML as a browser would show it, at the places where it stands in the source.

The text is as long as the source and has its lines: markup and what is not shown are blanks, character references are
replaced where they stand. So every offset is one of the source.

What is silent, as ordinary pages are full of it: scripts, styles, templates, attributes, descriptions and web links,
unless the page shows a redaction (blocks, [REDACTED], an exemption) and they hold a name, a number or a path that it
does not show. A mail address or a path of somebody's disk behind a link is told on any page, and so are an author, a
comment in words, and text that a style hides and that the page does not show elsewhere. Text for screen readers is
there to be read aloud: silent, unless the page shows a redaction. Style sheets in other files are not looked at.
"""

import hashlib

from validator.model.document import SourceText
from validator.readers import plain
from validator.readers.html.page import Page


def read(name: str, data: bytes) -> SourceText:
    """Reads a page. UnreadableError when the bytes are not text."""
    source, observations = plain.decoded(name, data)
    page = Page(source)
    found = sorted([*observations, *plain.observe_text(page.text), *page.observations()], key=plain.start_of)
    sha256 = hashlib.sha256(data).hexdigest()
    return SourceText(
        name, "html", page.text, sha256, tuple(found), (), tuple(page.not_checked), page.suppressions()
    )
