"""Which target of a link gives something away, in any format.

A web address under other words is what links are for, so it is silent, unless a redaction stands beside it: then a
path such as `/people/jane-roe` names whom the redaction hides. An address of e-mail that is not shown, and a path into
somebody's files, tell a name in any document.
"""

import re

from validator.readers.percent import decoded
from validator.readers.shown_words import holds_path, holds_redaction, unshown, words_of

_WEB = ("http:", "https:", "//")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_DOMAIN = re.compile(r"@[\w.-]*")
_LONGEST = 8_192  # characters of a target; longer ones are data
_SILENT = frozenset({"http", "https", "mailto", "www", "html", "htm", "com", "org", "net", "gov", "index"})


def tells(target: str, label: str, near: str, shown: frozenset[str]) -> bool:
    """Whether a target says more than the document shows.

    `label` is the text of the link, `near` the line or paragraph around it, `shown` the words of the document.
    """
    target = decoded(target[:_LONGEST]).strip()
    if target.startswith(("#", "data:")):
        return False
    if target[:7].lower() == "mailto:":
        target = _DOMAIN.sub(" ", target)  # whose mail it is stands before the sign
    said = words_of(label) | _SILENT
    if all(word in said for word in unshown(target, shown)):
        return False
    if target[:7].lower() in ("mailto:",) or holds_path(target) or target.startswith("\\\\"):
        return True
    scheme = _SCHEME.match(target)
    if (
        scheme
        and not target.lower().startswith(_WEB)
        and scheme[0].lower() in ("tel:", "sms:", "file:", "sip:")
    ):
        return True
    return holds_redaction(label) or holds_redaction(near)
