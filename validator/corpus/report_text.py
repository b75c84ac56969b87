"""The report on a run for people at a terminal: tables within 100 columns."""

from collections.abc import Iterable, Iterator
from itertools import chain

from validator.corpus.account import Account, Plan
from validator.corpus.aligned import encoded, lines_of
from validator.corpus.partition import Done
from validator.corpus.report_sections import headline, progress, sections
from validator.reporters.text import printable_path


def text_report(account: Account, top: int) -> bytes:
    """The report."""
    tables = chain.from_iterable(map(lines_of, sections(account, top)))
    return encoded([*map(printable_path, headline(account)), *tables])


def text_status(plan: Plan, done: Iterable[Done]) -> bytes:
    """How far a run is."""
    return encoded(list(map(printable_path, _status(plan, done))))


def _status(plan: Plan, done: Iterable[Done]) -> Iterator[str]:
    yield from progress(plan)
    documents = size = 0
    for each in done:
        documents += each.documents
        size += each.bytes
    yield f"{documents:,} documents, {size / 1e6:,.1f} MB"
