"""`redmark test`: run the examples that the rules carry."""

import argparse
from pathlib import Path
from typing import Final

from validator.engine.examples import failures_of
from validator.errors import UsageError
from validator.rulebook import ExecutableRule, builtin, load_packs
from validator.strictyaml.spelling import advice
from validator.vocabulary.load import builtin as vocabularies

FAILED: Final = 3
_EXAMPLES: Final = """\
Every example of every rule runs alone; the valid ones also against the rest of their pack, where
nothing at warning or above may fire.

examples:
  redmark test
  redmark test telegram
  redmark test ./our-rules
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Packs by name or folder."""
    parser.epilog = _EXAMPLES
    parser.add_argument("packs", nargs="*", metavar="PACK|FOLDER", help="default: every built-in pack")


def run(arguments: argparse.Namespace) -> int:
    """Prints the failures and the counts."""
    folders = [Path(name) for name in arguments.packs if Path(name).is_dir()]
    names = [name for name in arguments.packs if Path(name) not in folders]
    rules = [*_named(names, all_of_them=not arguments.packs), *load_packs(folders, with_builtin=False).rules]
    failures = list(failures_of(rules, vocabularies()))
    for failure in failures:
        print(failure)
    examples = sum(len(each.rule.examples.invalid) + len(each.rule.examples.valid) for each in rules)
    print(f"{len(rules)} rules, {examples} examples, {len(failures) or 'no'} failures")
    return FAILED if failures else 0


def _named(names: list[str], *, all_of_them: bool) -> list[ExecutableRule]:
    """The rules of built-in packs, by the names of these."""
    book = builtin()
    known = {pack.name for pack in book.packs}
    for name in names:
        if name not in known:
            raise UsageError(f"test: '{name}' is no folder and no built-in pack{advice(name, known)}")
    return [each for each in book.rules if all_of_them or each.rule.pack in names]
