"""E-mail in a file of its own (`.eml`, RFC 5322): the header lines that a reader sees, and the text of the message.

Addresses, dates and bodies are as a mail program shows them. Lines are those of what is shown, not of the file, in
which a line may be encoded or folded. What is attached is read for what it hides; its text is judged when it is
checked as a file of its own, and the report says so.
"""

import hashlib
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from typing import Final

from validator.errors import UnreadableError
from validator.model.document import SourceText, Stretch
from validator.model.nodes import Node, Observation
from validator.readers import plain
from validator.readers.enclosed import Reader, one_deeper, placed, read_enclosed
from validator.readers.options import ReadOptions

_SHOWN: Final = ("From", "To", "Cc", "Date", "Subject")
_MOST_PARTS: Final = 500
_MESSAGE: Final = "message.eml"  # the name of an enclosed message, by which its reader is chosen
# What the standard library raises for a message that was made to break it.
_DAMAGE: Final = (MessageError, AttributeError, IndexError, KeyError, LookupError, TypeError, ValueError)


def read(name: str, data: bytes, options: ReadOptions, read_nested: Reader) -> SourceText:
    """Reads a message. UnreadableError when it is damaged or nested too deep."""
    try:
        message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(data)
        return _source(name, data, message, options, read_nested)
    except RecursionError as error:
        raise UnreadableError(name, "an e-mail with parts nested too deep") from error
    except _DAMAGE as error:
        raise UnreadableError(name, f"a damaged e-mail ({type(error).__name__})") from error


def _source(
    name: str, data: bytes, message: EmailMessage, options: ReadOptions, read_nested: Reader
) -> SourceText:
    skipped: list[str] = []
    body, seen = _body(name, message, options, read_nested)
    head = "".join(f"{key}: {' '.join(str(message[key]).split())}\n" for key in _SHOWN if message[key])
    text = f"{head}\n{body}"
    for number, part in enumerate(_attachments(message), 1):
        seen += _attached(f"attachment {number}", part, options, read_nested, skipped)
    found = sorted((*plain.observe_text(text), *seen), key=plain.start_of)
    digest = hashlib.sha256(data).hexdigest()
    return SourceText(
        name, "e-mail", text, digest, tuple(found), (Stretch(0, None, "message"),), tuple(skipped)
    )


def _body(
    name: str, message: EmailMessage, options: ReadOptions, read_nested: Reader
) -> tuple[str, list[Node]]:
    """The text of the message; of a message in HTML what a browser shows, and what it hides."""
    chosen = message.get_body(preferencelist=("plain", "html"))
    if chosen is None:
        return "", []
    content = _text(chosen)
    if chosen.get_content_subtype() != "html":
        return content, []
    page = read_nested("message.html", content.encode("utf-8", "replace"), options)
    return page.text, [_at("message", node) for node in page.observations]


def _text(part: MIMEPart) -> str:
    content = part.get_content()
    return content.replace("\r\n", "\n") if isinstance(content, str) else ""


def _attachments(message: EmailMessage) -> Iterator[EmailMessage]:
    for number, part in enumerate(message.iter_attachments()):
        if number >= _MOST_PARTS:
            return
        if isinstance(part, EmailMessage):
            yield part


def _attached(
    place: str, part: EmailMessage, options: ReadOptions, read_nested: Reader, skipped: list[str]
) -> list[Node]:
    """What hides in an attachment, with the place of the attachment before its own."""
    inner = one_deeper(place, options, skipped)
    if inner is None:
        return []
    source = read_enclosed(place, *_enclosed(part), inner, read_nested, skipped)
    if source is None:
        return []
    skipped.append(f"{place}: its text; check it as a file of its own")
    skipped += [f"{place}: {reason}" for reason in source.not_checked]
    return [_at(place, node) for node in source.observations]


def _enclosed(part: EmailMessage) -> tuple[str, bytes]:
    """Name and bytes of an attachment; what holds parts of its own is a message, whatever it is called."""
    if part.get_content_maintype() == "multipart":
        return _MESSAGE, part.as_bytes()
    content = part.get_content()
    if isinstance(content, EmailMessage):
        return _MESSAGE, content.as_bytes()
    data = content.encode("utf-8", "replace") if isinstance(content, str) else bytes(content)
    return part.get_filename() or "attachment", data


def _at(place: str, node: Node) -> Node:
    return placed(place, node) if isinstance(node, Observation) else node
