"""Banners and portion marks to `Marking` values, and back.

`MarkingReader(vocabularies).banner("SECRET//NOFORN")` gives a `MarkingText`: the value, every fault with its place,
and the parts in words. It never raises and never gives up. `write_banner` and `write_portion` write a value.
"""

from validator.grammar.marking.reader import MarkingReader
from validator.grammar.marking.tables import MarkingTables
from validator.grammar.marking.text import MarkingText, Part
from validator.grammar.marking.writer import write_banner, write_portion

__all__ = [
    "MarkingReader",
    "MarkingTables",
    "MarkingText",
    "Part",
    "write_banner",
    "write_portion",
]
