"""The report on a run for people at a terminal: tables within 100 columns."""

from itertools import chain

from validator.corpus.account import Account
from validator.corpus.aligned import encoded, lines_of
from validator.corpus.report_sections import headline, sections
from validator.reporters.text import printable_path


def text_report(account: Account, top: int) -> bytes:
    """The report."""
    tables = chain.from_iterable(map(lines_of, sections(account, top)))
    return encoded([*map(printable_path, headline(account)), *tables])
