"""Words that a reader of the document was not meant to see: kept apart, so that nothing shows them by accident."""

import msgspec


class Hidden(msgspec.Struct, frozen=True, gc=False):
    """Recovered text. Its representation tells the length only, as tracebacks and logs print representations."""

    text: str

    def __repr__(self) -> str:
        return f"<{len(self.text)} hidden characters>"

    __str__ = __repr__
