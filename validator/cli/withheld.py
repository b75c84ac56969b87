"""`redmark withheld hash`: a list of words that must not occur, as salted hashes that may lie in a repository."""

import argparse
from pathlib import Path
from typing import Final

from validator.cli.marking import write
from validator.engine.withheld import hashed, read_list
from validator.errors import UsageError

ACTIONS: Final = ("hash",)
_EXAMPLES: Final = """\
examples:
  redmark withheld hash names.txt > names.hashes
  redmark check release/ --withheld names.hashes

The hashes keep the list from being read in passing. They do not keep a name from whoever can guess it.
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """What to do, and with which list."""
    parser.epilog = _EXAMPLES
    parser.add_argument(
        "action", metavar="hash", help="write salted hashes of the entries to standard output"
    )
    parser.add_argument("file", metavar="FILE", help="the list in clear, one entry a line")


def run(arguments: argparse.Namespace) -> int:
    """Writes the hashes."""
    if arguments.action not in ACTIONS:
        raise UsageError(f"withheld: there is no action '{arguments.action}'; 'hash' makes a list of hashes")
    listed = read_list(Path(arguments.file))
    if listed.digests:
        raise UsageError(f"withheld: {arguments.file} holds hashes already")
    write("".join(f"{line}\n" for line in hashed(" ".join(words) for words in listed.plain)).encode())
    return 0
