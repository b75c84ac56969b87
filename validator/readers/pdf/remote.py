"""A document that is open in a worker; what kills the worker costs the page that it was at, and no more."""

from collections.abc import Iterator
from typing import Final

from validator.errors import UnreadableError
from validator.readers.options import ReadOptions
from validator.readers.pdf.client import WorkerGone, WorkerPool
from validator.readers.pdf.protocol import (
    Close,
    Examine,
    Examined,
    Open,
    Opened,
    PageRead,
    ReadPages,
    Refused,
)

_MOST_LOSSES: Final = 3  # workers that one file may cost
_SECONDS: Final = 20.0  # for opening and closing


class RemoteDocument:
    """One document. UnreadableError when it cannot be opened. `not_checked` fills as it is read."""

    def __init__(self, pool: WorkerPool, name: str, data: bytes, options: ReadOptions) -> None:
        self.pool, self.name, self.data, self.options = pool, name, data, options
        self.not_checked: list[str] = []
        self._losses = 0
        self._open = False
        self._count = self._opened()

    def pages(self) -> Iterator[PageRead]:
        """Each page, one after the other; a page that failed is empty and says why."""
        end = min(self._count, self.options.max_pages)
        page = 0
        while page < end and self._losses < _MOST_LOSSES:
            try:
                for read in self._stream(page, end):
                    page += 1
                    yield read
            except WorkerGone as gone:
                yield self._lost(page, gone)
                page += 1
        if page < end:
            self.not_checked.append(f"pages {page + 1} to {end}: given up after {_MOST_LOSSES} that failed")
        if self._count > end:
            self.not_checked.append(f"pages {end + 1} to {self._count}: beyond the limit of {end} pages")

    def examined(self, shown: str) -> Examined:
        """What the structure of the file holds besides its pages, of which `shown` is the text."""
        if self._losses >= _MOST_LOSSES:
            return Examined(not_checked=("the structure of the file: not looked at after so many failures",))
        try:
            if not self._open:
                self._opened()
            reply = self.pool.worker().ask(Examine(shown), self.options.page_seconds)
        except WorkerGone as gone:
            self._open = False
            seconds = self.options.page_seconds
            why = f"it took longer than {seconds:g} s" if gone.late else "looking at it crashed"
            return Examined(not_checked=(f"the structure of the file: {why}",))
        assert isinstance(reply, Examined)
        return reply

    def close(self) -> None:
        """Lets the worker forget the document."""
        if self._open:
            self.pool.worker().ask(Close(), _SECONDS)
            self._open = False

    def _opened(self) -> int:
        """Opens it in a worker that lives; gives the number of its pages."""
        try:
            reply = self.pool.worker().ask(Open(self.data, self.options), _SECONDS)
        except WorkerGone as gone:
            why = f"opening it took longer than {_SECONDS:g} s" if gone.late else "opening it crashed PDFium"
            raise UnreadableError(self.name, f"damaged: {why}") from gone
        if isinstance(reply, Refused):
            raise UnreadableError(self.name, reply.reason, reply.advice)
        assert isinstance(reply, Opened)
        self._open = True
        return reply.pages

    def _stream(self, page: int, end: int) -> Iterator[PageRead]:
        if not self._open:
            self._opened()
        request = ReadPages(page, end)
        for reply in self.pool.worker().stream(request, end - page, self.options.page_seconds):
            assert isinstance(reply, PageRead)
            yield reply

    def _lost(self, page: int, gone: WorkerGone) -> PageRead:
        self._losses += 1
        self._open = False
        seconds = self.options.page_seconds
        why = f"it took longer than {seconds:g} s" if gone.late else "PDFium crashed on it"
        return PageRead(page, "", (), (why,))
