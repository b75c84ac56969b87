"""The text of a document as it is put together, with what was seen on the way."""

from validator.model.document import Stretch
from validator.model.hidden import Hidden
from validator.model.nodes import Node, Observation
from validator.readers.docx.package import printable
from validator.readers.shown_words import is_filler


class Manuscript:
    """Grows by `write` and `observe`; hidden text that follows hidden text of the same kind is one observation."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._open: tuple[str, str, list[str]] | None = None  # name, part, words of the hidden text under way
        self._paragraph = 0
        self._part = ""
        self.length = 0
        self.observations: list[Node] = []
        self.stretches: list[Stretch] = []

    @property
    def place(self) -> str:
        """Where the reading is: the part, and the number of the paragraph in it."""
        return f"{self._part} paragraph {self._paragraph}" if self._paragraph else self._part

    def begin_part(self, part: str) -> None:
        """From here on the text is that of another part."""
        self.close_hidden()
        self._part, self._paragraph = printable(part), 0
        self.stretches.append(Stretch(start=self.length, part=self._part))

    def begin_paragraph(self) -> None:
        """Counts a paragraph of the part."""
        self.close_hidden()
        self._paragraph += 1
        self.stretches.append(Stretch(start=self.length, part=self.place))

    def write(self, text: str) -> None:
        """Adds text that is shown."""
        if text:
            if self._open is not None and not text.isspace():
                self.close_hidden()
            self._pieces.append(text)
            self.length += len(text)

    def hide(self, name: str, text: str) -> None:
        """Notes text that is not shown; it does not become part of the text."""
        if self._open is None or self._open[0] != name or self._open[1] != self.place:
            self.close_hidden()
            self._open = (name, self.place, [])
        self._open[2].append(text)

    def close_hidden(self) -> None:
        """Ends the hidden text under way."""
        if self._open is not None:
            name, place, pieces = self._open
            self._open = None
            text = "".join(pieces)
            if not is_filler(text):
                self.observe(name, text, part=place)

    def observe(
        self, name: str, words: str | None = None, *, part: str | None = None, at: int | None = None
    ) -> None:
        """Adds an observation of hidden `words`, here or at an offset."""
        start = self.length if at is None else at
        self.observations.append(
            Observation(
                start=start,
                end=start,
                name=name,
                value=len(words) if words is not None else None,
                part=printable(part) if part else self.place,
                hidden=Hidden(words) if words else None,
            )
        )

    def insert(self, start: int) -> None:
        """Notes that what was written since `start` is a tracked insertion."""
        self.close_hidden()
        if self.length == start or not self.tail(start).strip():
            return
        last = self.observations[-1] if self.observations else None
        if isinstance(last, Observation) and (last.name, last.end, last.part) == (
            "tracked-insertion",
            start,
            self.place,
        ):
            self.observations.pop()
            start = last.start
        self.observations.append(
            Observation(
                start=start,
                end=self.length,
                name="tracked-insertion",
                value=self.length - start,
                part=self.place,
            )
        )

    def tail(self, start: int) -> str:
        """What was written since an offset."""
        pieces: list[str] = []
        length = self.length
        for piece in reversed(self._pieces):
            if length <= start:
                break
            pieces.append(piece)
            length -= len(piece)
        return "".join(reversed(pieces))

    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)
