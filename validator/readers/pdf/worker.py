"""The child process that PDFium works in: `python -m validator.readers.pdf.worker`, frames over standard streams.

A damaged file may make PDFium crash, loop or eat memory. That costs this process; the reader starts another.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from validator.readers.pdf import protocol
from validator.readers.pdf.examination import examined
from validator.readers.pdf.page.document import OpenDocument, Refusal

_ADDRESS_SPACE = 3 * 1024 * 1024 * 1024  # bytes; PDFium and a picture of 40 megapixels need a tenth of it
_OPENING_SECONDS = 30.0
_GRACE = 2  # seconds on top of the parent's clock, after which the worker of a dead parent ends itself


class Session:
    """The document that is open in this process, if any, and what requests do with it.

    Another kind of request is a struct in `protocol`, a method here and a line in `_serve`.
    """

    def __init__(self) -> None:
        self.document: OpenDocument | None = None
        self.seconds = 0.0

    def open(self, request: protocol.Open) -> Iterator[protocol.Reply]:
        """Opens a document; Refused when it cannot be."""
        self.close()
        self.seconds = request.options.page_seconds
        _alarm(_OPENING_SECONDS)
        reply = self._opened(request)
        _alarm(0)
        yield reply

    def _opened(self, request: protocol.Open) -> protocol.Reply:
        try:
            self.document = OpenDocument(request.data, request.options)
        except Refusal as refusal:
            return protocol.Refused(refusal.reason, refusal.advice)
        return protocol.Opened(self.document.pages)

    def read_pages(self, request: protocol.ReadPages) -> Iterator[protocol.Reply]:
        """One reply for each page."""
        assert self.document is not None
        for page in range(request.first, request.end):
            _alarm(self.seconds + _GRACE)
            read = self.document.read(page)
            _alarm(0)
            yield read

    def examine(self, request: protocol.Examine) -> Iterator[protocol.Reply]:
        """What the structure of the open document holds besides its pages."""
        assert self.document is not None
        _alarm(self.seconds + _GRACE)
        yield examined(self.document, request.shown)

    def end(self, _: protocol.Close) -> Iterator[protocol.Reply]:
        """Closes the document."""
        self.close()
        yield protocol.Closed()

    def close(self) -> None:
        """Gives back what the open document holds."""
        if self.document is not None:
            self.document.close()
            self.document = None


def main() -> None:
    """Answers requests until standard input ends. PDFium and Python write to nowhere: a log may hold words."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "r+b") as nowhere:
        for descriptor in (0, 1, 2):
            os.dup2(nowhere.fileno(), descriptor)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's; it closes the pipe
    _bound_memory()
    try:
        _serve(requests, replies)
    except BrokenPipeError:
        sys.exit(1)


def _serve(requests: BinaryIO, replies: BinaryIO) -> None:
    session = Session()
    answers: dict[type[protocol.Request], Callable[[Any], Iterator[protocol.Reply]]] = {
        protocol.Open: session.open,
        protocol.ReadPages: session.read_pages,
        protocol.Examine: session.examine,
        protocol.Close: session.end,
    }
    while (request := protocol.receive_request(requests)) is not None:
        for reply in answers[type(request)](request):
            protocol.send(replies, reply)
    session.close()


def _alarm(seconds: float) -> None:
    """Ends this process after a while, should the parent be gone and its clock with it."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _bound_memory() -> None:
    try:
        import resource  # not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))


if __name__ == "__main__":
    main()
