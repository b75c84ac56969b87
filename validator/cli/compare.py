"""`redmark compare`: a document beside its redacted copy."""

import argparse
from typing import Final

from validator.cli import check
from validator.cli.configuration import checker_of, configured, settings_of
from validator.cli.output import outputs

_EXAMPLES: Final = """\
What was taken out is listed by place and amount only. What should worry whoever releases the copy is a finding: a
deletion with no mark at its place, words that were taken out and still stand elsewhere or in a hidden layer, words put
in, a marking or numbering that changed.

examples:
  redmark compare memo.docx memo-redacted.pdf
  redmark compare memo.txt release/memo.txt --withheld names.txt --format json
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The two files, and the options of `check`."""
    parser.epilog = _EXAMPLES
    parser.add_argument("original", metavar="ORIGINAL", help="the document as it was")
    parser.add_argument("redacted", metavar="REDACTED", help="the copy that is to be released")
    check.configure_choices(parser)


def run(arguments: argparse.Namespace) -> int:
    """Compares, and reports as `check` does."""
    values = configured(arguments)
    if arguments.show_config:
        return check.show(values)
    check.check_reveal(arguments)
    settings = settings_of(values, reveal=arguments.reveal)
    checker = checker_of(settings, values, arguments)
    with outputs(arguments.format, arguments.output, checker.tool, settings.reported) as out:
        out.head()
        out.file(checker.compare(arguments.original, arguments.redacted))
        out.tail(checker.tally.summary(), checker.tally.exit_code())
    check.complain_of(checker, arguments)
    return checker.tally.exit_code()
