"""A suppression that stands in the source of a document, in a comment that its readers do not see."""

import msgspec


class InlineSuppression(msgspec.Struct, frozen=True):
    """Rules that are silent for one block. `until` is the last day, as written; empty: no end."""

    start: int  # of the comment
    end: int
    first: int  # of the block
    last: int  # the first offset behind the block
    rules: tuple[str, ...]
    reason: str
    until: str = ""
