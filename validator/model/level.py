"""The ordered lattice of classification levels."""

from enum import IntEnum


class Level(IntEnum):
    """Levels in rising order (E.O. 13526 sec. 1.2; RESTRICTED is foreign or pre-1953).

    Administrative control such as SBU is no level: such a portion is UNCLASSIFIED and carries a control.
    """

    UNCLASSIFIED = 0
    RESTRICTED = 1
    CONFIDENTIAL = 2
    SECRET = 3
    TOP_SECRET = 4

    @property
    def title(self) -> str:
        """The level as a banner spells it."""
        return self.name.replace("_", " ")

    @classmethod
    def named(cls, title: str) -> "Level":
        """The level that a banner spells so; KeyError for any other word."""
        return cls[title.replace(" ", "_")]

    def __str__(self) -> str:
        return self.title
