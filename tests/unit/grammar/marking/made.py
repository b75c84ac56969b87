"""The reader under test, and faults as lines that can be compared at a glance."""

from validator.grammar.marking import MarkingReader, MarkingText, write_banner, write_portion
from validator.model.marking import Marking, MarkingFault
from validator.vocabulary.load import builtin

READER = MarkingReader(builtin())


def read(text: str) -> MarkingText:
    """A portion mark when it stands in parentheses, else a banner."""
    return READER.portion(text) if text.startswith("(") else READER.banner(text)


def written(marking: Marking | None, like: str, dialect: str = "ic") -> str:
    """The marking as its kind is written; `-` for none."""
    if marking is None:
        return "-"
    write = write_portion if like.startswith("(") else write_banner
    return write(marking, READER.tables, dialect)


def line(fault: MarkingFault) -> str:
    """`code start-end found -> meant [dialects] until`, without what is not there."""
    words = [f"{fault.code} {fault.start}-{fault.end} {fault.found!r}"]
    words += [f"-> {fault.meant!r}"] if fault.meant else []
    words += [f"[{' '.join(fault.dialects)}]"] if fault.dialects else []
    words += [f"until {fault.until}"] if fault.until else []
    return " ".join(words)
