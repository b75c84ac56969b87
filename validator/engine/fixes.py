"""Safe fixes: edits that make a marking say the same thing in the right form.

An edit is offered only when the marking reads as the same value afterwards, and the fault is gone.
"""

from functools import cache
from typing import Final

import msgspec

from validator.grammar.marking import MarkingReader, MarkingText, write_banner, write_portion
from validator.model.marked_nodes import WrittenFault
from validator.model.marking import MarkingFault
from validator.vocabulary.terms import Vocabularies

# What concerns the form alone. A misspelt or unknown word is none of these: what it means is a guess.
SAFE: Final = frozenset(
    {
        "abbreviation-in-banner",
        "category-out-of-order",
        "classification-abbreviated-in-banner",
        "control-out-of-order",
        "cui-order",
        "duplicate-token",
        "empty-category",
        "list-out-of-order",
        "long-form-in-portion",
        "lower-case",
        "parenthesis-wrong",
        "portion-form-in-banner",
        "separator-wrong",
        "spacing",
        "usa-not-first",
    }
)
_LONGEST: Final = 512  # characters of a marking that is rewritten


class Replacement(msgspec.Struct, frozen=True, gc=False):
    """The text to put from offset `start` of the document to `end`."""

    start: int
    end: int
    text: str


@cache
def fixer_for(vocabularies: Vocabularies) -> "Fixer":
    """The fixer of a set of vocabularies, made once: its tables cost more than many fixes."""
    return Fixer(MarkingReader(vocabularies))


class Fixer:
    """Finds the safe fix of a fault."""

    def __init__(self, reader: MarkingReader) -> None:
        self._reader = reader

    def replacement(self, fault: WrittenFault, text: str) -> Replacement | None:
        """The smallest safe edit of the document's text: of the fault alone, else of the whole marking."""
        whole, start = fault.whole, fault.whole_start
        if fault.code not in SAFE or len(whole) > _LONGEST or text[start : start + len(whole)] != whole:
            return None
        first = fault.start - start
        last = first + len(fault.found)
        mended = whole[:first] + fault.meant + whole[last:]
        if self._is_safe(whole, mended, fault):
            return Replacement(fault.start, start + last, fault.meant)
        rewritten = self._rewritten(whole, fault)
        return None if rewritten is None else Replacement(start, start + len(whole), rewritten)

    def _read(self, whole: str, fault: WrittenFault) -> MarkingText:
        return self._reader.banner(whole) if fault.place == "banner" else self._reader.portion(whole)

    def _is_safe(self, before: str, after: str, fault: WrittenFault) -> bool:
        was, now = self._read(before, fault), self._read(after, fault)
        return was.marking is not None and was.marking == now.marking and _is_less(now.faults, was.faults)

    def _rewritten(self, whole: str, fault: WrittenFault) -> str | None:
        """The marking written anew, where no fault of it is more than one of form.

        A form of one dialect only, such as the RD-N of the DoD, is such a fault too, so that none is exchanged.
        """
        found = self._read(whole, fault)
        if found.marking is None or any(one.code not in SAFE for one in found.faults):
            return None
        write = write_banner if fault.place == "banner" else write_portion
        text = write(found.marking, self._reader.tables)
        return text if self._is_safe(whole, text, fault) else None


def _is_less(now: tuple[MarkingFault, ...], was: tuple[MarkingFault, ...]) -> bool:
    """Fewer faults, and none of a new sort."""
    return len(now) < len(was) and {fault.code for fault in now} <= {fault.code for fault in was}
