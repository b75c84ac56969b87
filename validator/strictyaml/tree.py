"""What the reading of YAML passes on: plain data, and the places of its keys and values."""

from typing import NamedTuple, TypeAlias

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"
At: TypeAlias = tuple[str | int, ...]
Mark: TypeAlias = tuple[int, int]
"""Line and column, from 1."""


class Bare(str):
    """A scalar without quotes. Whether it is text, a number or a yes is for the schema to say."""

    __slots__ = ()


class Fault(NamedTuple):
    """What is wrong with a file, and where."""

    mark: Mark
    reason: str


class Tree:
    """The data of one file. `complete` unless the YAML itself is broken, and then `faults` says how."""

    def __init__(self) -> None:
        self.data: Plain = None
        self.complete = False
        self.values: dict[At, Mark] = {}
        self.keys: dict[At, Mark] = {}
        self.faults: list[Fault] = []
        self.containers: set[At] = set()

    def place(self, at: At) -> Mark:
        """Where a person looks for it: a text at its start, a list or mapping at its key."""
        return self.keys.get(at, self.values[at]) if at in self.containers else self.values[at]
