"""The comparison of two runs for people at a terminal."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from validator.corpus.aligned import Section, broken, encoded, lines_of
from validator.corpus.differences import Differences, DocumentChange, Move, OnlyIn
from validator.reporters.text import printable_path

_NOTHING: Final = "-"


def text_diff(told: Differences) -> bytes:
    """The report."""
    return encoded([*map(printable_path, _headline(told)), *_made(told), *_documents(told), *_findings(told)])


def _headline(told: Differences) -> Iterator[str]:
    if not told.complete:
        yield "INCOMPLETE: documents that a run has not come to are missing in it, as if they were not there"
    for name, plan in (("old", told.old), ("new", told.new)):
        yield f"{name}: {plan.done:,} of {plan.partitions:,} partitions are done"
    yield (
        f"{told.documents_in_both:,} documents in both, {told.only_in_old.documents:,} only in the old run,"
        f" {told.only_in_new.documents:,} only in the new one"
    )
    yield (
        f"findings in documents of both: {told.appeared:,} appeared, {told.vanished:,} vanished,"
        f" {told.changed:,} changed"
    )
    if told.same:
        yield "no difference in documents and findings"


def _made(told: Differences) -> Iterator[str]:
    """A line for each side: hashes and lists of sources are long."""
    if not told.setup:
        return
    yield from ("", "How the runs were made")
    for each in told.setup:
        yield each.what
        yield from broken("  old: ", printable_path(each.old or _NOTHING))
        yield from broken("  new: ", printable_path(each.new or _NOTHING))


def _documents(told: Differences) -> Iterator[str]:
    yield from _lone("Only in the old run", told.only_in_old)
    yield from _lone("Only in the new run", told.only_in_new)
    for each in told.documents:
        rows = tuple((name,) for name in each.names)
        title = f"{_counted(each.documents)}: {_changed(each)}"
        yield from lines_of(Section(title, ("name",), rows, 0, each.documents - len(rows)))


def _lone(title: str, only: OnlyIn) -> Iterator[str]:
    if only.documents:
        rows = tuple((name,) for name in only.names)
        yield from lines_of(Section(title, ("name",), rows, 0, only.documents - len(rows)))


def _counted(documents: int) -> str:
    return "1 document" if documents == 1 else f"{documents:,} documents"


def _changed(change: DocumentChange) -> str:
    if change.old is None:
        return f"other {change.what}"
    return f"{change.what} was {change.old}, is {change.new}"


def _findings(told: Differences) -> Iterator[str]:
    if told.findings:
        rows = tuple(
            (f"{each.findings:,}", each.old or _NOTHING, each.new or _NOTHING, each.rule)
            for each in told.findings
        )
        yield from lines_of(Section("Findings", ("findings", "old", "new", "rule"), rows, 1))
    yield from chain.from_iterable(map(_examples, told.findings))


def _examples(move: Move) -> Iterator[str]:
    yield from ("", f"{move.rule}: {_moved(move)}")
    for each in move.examples:
        yield from broken("  ", printable_path(f"{each.name}:{each.line}: {each.message}"))
    if move.findings > len(move.examples):
        yield f"  and {move.findings - len(move.examples):,} more"


def _moved(move: Move) -> str:
    if move.old is None:
        return f"{move.findings:,} appeared, {move.new}"
    if move.new is None:
        return f"{move.findings:,} vanished, {move.old}"
    return f"{move.findings:,} were {move.old} and are {move.new}"
