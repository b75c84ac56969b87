"""What a reader and its worker process say to each other: requests, replies, and frames of MessagePack over pipes.

One request is under way at a time. `Open` keeps a document in the worker; `ReadPages` is answered by one `PageRead`
for each page, in order; every other request by one reply. A request that the worker cannot fulfil gets `Refused`.
"""

from typing import IO

import msgspec

from validator.model.hidden import Hidden
from validator.model.nodes import Observation
from validator.readers.options import ReadOptions

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points of the page, as the file counts them."""

_LENGTH_BYTES = 4


class Open(msgspec.Struct, frozen=True, tag="open"):
    """Opens a document, and closes the one before. Answered by `Opened`."""

    data: bytes
    options: ReadOptions


class ReadPages(msgspec.Struct, frozen=True, tag="pages"):
    """Reads pages of the open document, from `first` to before `end`, both counted from 0."""

    first: int
    end: int


class Examine(msgspec.Struct, frozen=True, tag="examine"):
    """Looks through the structure of the open document. `shown` is the text of its pages. Answered by `Examined`."""

    shown: str


class Close(msgspec.Struct, frozen=True, tag="close"):
    """Closes the document. Answered by `Closed`."""


class Opened(msgspec.Struct, frozen=True, tag="opened"):
    """The document is open and has so many pages."""

    pages: int


class Closed(msgspec.Struct, frozen=True, tag="closed"):
    """The document is closed."""


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """The request cannot be fulfilled; reason and advice are for the user."""

    reason: str
    advice: str = ""


class Sighting(msgspec.Struct, frozen=True):
    """Something seen on a page: an observation before it has a place in the text."""

    name: str
    box: Box
    cover: str | None = None
    hidden: Hidden | None = None


class PageRead(msgspec.Struct, frozen=True, tag="page-read"):
    """The words that a reader of a page sees, what was seen besides, and what could not be looked into."""

    page: int  # from 0
    text: str
    sightings: tuple[Sighting, ...] = ()
    not_checked: tuple[str, ...] = ()


class Attached(msgspec.Struct, frozen=True):
    """One attached file; `data` is None where it is larger than what may be unpacked."""

    name: str
    data: bytes | None


class Examined(msgspec.Struct, frozen=True, tag="examined"):
    """What the structure holds besides the pages, the files attached, and what could not be looked into."""

    observations: tuple[Observation, ...] = ()
    attached: tuple[Attached, ...] = ()
    not_checked: tuple[str, ...] = ()


Request = Open | ReadPages | Examine | Close
Reply = Opened | Closed | Refused | PageRead | Examined

_ENCODER = msgspec.msgpack.Encoder()
_REQUESTS: msgspec.msgpack.Decoder[Request] = msgspec.msgpack.Decoder(Request)
_REPLIES: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)


def send(pipe: IO[bytes], message: Request | Reply) -> None:
    """Writes one frame. BrokenPipeError when nobody listens any more."""
    body = _ENCODER.encode(message)
    pipe.write(len(body).to_bytes(_LENGTH_BYTES, "little"))
    pipe.write(body)
    pipe.flush()


def receive_request(pipe: IO[bytes]) -> Request | None:
    """The next request; None when the other side is gone."""
    body = _frame(pipe)
    return None if body is None else _REQUESTS.decode(body)


def receive_reply(pipe: IO[bytes]) -> Reply | None:
    """The next reply; None when the other side is gone, in the middle of a frame or between two."""
    body = _frame(pipe)
    return None if body is None else _REPLIES.decode(body)


def _frame(pipe: IO[bytes]) -> bytes | None:
    head = pipe.read(_LENGTH_BYTES)
    if len(head) < _LENGTH_BYTES:
        return None
    length = int.from_bytes(head, "little")
    body = pipe.read(length)
    return body if len(body) == length else None
