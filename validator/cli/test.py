"""`redmark test`: put rules on trial, by their examples and on documents."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from validator import resources
from validator.api.trial import Corpus, Trial, Unfired, tried
from validator.cli import packs
from validator.cli.command_line import INCOMPLETE, complain
from validator.engine.custom_checks import with_custom_checks
from validator.engine.reach import SILENT
from validator.engine.settings import one_of
from validator.errors import UsageError
from validator.rulebook import ExecutableRule, Pack, load_around
from validator.strictyaml import SUFFIXES

FAILED: Final = 3
FORMATS: Final = ("text", "json")
_REASONS: Final = 2
_EXAMPLES: Final = f"""\
Every example of every rule runs alone; the valid ones also against the rest of their pack, where
nothing at warning or above may fire. One valid example at least must try the rule. Each pattern is
fed 100,000 characters that it does not like, and refused when that takes more than 50 ms.

examples:
  redmark test                             every built-in pack, and those of the settings
  redmark test telegram
  redmark test ./our-rules                 a pack of your own
  redmark test our-rules/file-number.yaml  one rule, while you write it
  redmark test our-rules --corpus memos/   also: which rules never fire on real documents

exit codes: 0 nothing failed, 2 usage, {FAILED} a failure or an invalid file,
            {INCOMPLETE} a document of the corpus was not read
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Packs by name or folder, or one rule file."""
    parser.epilog = _EXAMPLES
    add = parser.add_argument
    add("packs", nargs="*", metavar="PACK|FOLDER|FILE", help="what to test (default: every pack)")
    about = "files and folders to try the rules on"
    add("--corpus", nargs="+", metavar="PATH", action="extend", default=[], help=about)
    add("--format", metavar="|".join(FORMATS), default="text", help="default text")


def run(arguments: argparse.Namespace) -> int:
    """Prints what failed, what never fires, and the counts."""
    form = one_of("format", arguments.format, FORMATS)
    bench = _bench(arguments.packs)
    trial = tried(bench.rules, bench.beside, [*map(Path, arguments.corpus)])
    code = _code(trial)
    write = _json if form == "json" else _text
    sys.stdout.buffer.write(write(trial, bench.packs, code).encode("utf-8", "backslashreplace"))
    for fault in trial.corpus.unread if trial.corpus else ():
        complain(fault)
    return code


class Bench(msgspec.Struct, frozen=True):
    """The rules to test, all rules of their packs, and the packs that are tested whole."""

    rules: tuple[ExecutableRule, ...]
    beside: tuple[ExecutableRule, ...]
    packs: tuple[Pack, ...]


def _bench(names: list[str]) -> Bench:
    files = [Path(name) for name in names if name.endswith(SUFFIXES)]
    others = [name for name in names if not name.endswith(SUFFIXES)]
    tested = packs.asked_for("test", others).packs if others or not files else ()
    book = packs.asked_for("test", others).book
    whole = {pack.name for pack in tested}
    rules = [each for each in book.rules if each.rule.pack in whole]
    beside = {each.rule.path: each for each in book.rules}
    for file in files:
        around = {each.rule.path: each for each in load_around(file, packs.extended()).rules}
        if str(file) not in around:
            raise UsageError(f"test: {file} is no rule file; name a rule file or the folder of a pack")
        rules.append(around[str(file)])
        beside |= around
    allowed = packs.allowed_checks()
    return Bench(
        tuple(with_custom_checks(rules, allowed)), tuple(with_custom_checks(beside.values(), allowed)), tested
    )


def _code(trial: Trial) -> int:
    if trial.failures:
        return FAILED
    return INCOMPLETE if trial.corpus and (trial.corpus.unread or not trial.corpus.documents) else 0


def _text(trial: Trial, tested: Iterable[Pack], code: int) -> str:
    return "".join(f"{line}\n" for line in _lines(trial, tested))


def _lines(trial: Trial, tested: Iterable[Pack]) -> Iterator[str]:
    yield from map(str, trial.failures)
    for rule in trial.dead:
        yield f"dead: {rule}: none of its examples fires it"
    if trial.corpus:
        yield from _corpus_lines(trial.corpus, trial.rules)
    ours = resources.folder("rules")
    for pack in tested:
        if Path(pack.path).parent != ours:
            yield f"pack {pack.name} {pack.version}, sha256 {pack.sha256}"
    counts = (_counted(trial.rules, "rule"), _counted(trial.examples, "example"))
    yield f"{', '.join(counts)}, {_counted(len(trial.failures), 'failure')}"


def _corpus_lines(corpus: Corpus, rules: int) -> Iterator[str]:
    kinds = ", ".join(f"{count} {kind}" for kind, count in corpus.kinds.items())
    yield f"on {_counted(corpus.documents, 'document')}{f' ({kinds})' if kinds else ''}:"
    for each in corpus.unfired:
        yield f"  {each.stage}: {each.rule}, {_counted(each.documents, 'document')}{_reasons(each)}"
    yield f"  {rules - len(corpus.unfired)} of {_counted(rules, 'rule')} fired"


def _reasons(unfired: Unfired) -> str:
    if unfired.stage == SILENT:
        return ""  # how much it looked at differs from document to document
    more = len(unfired.reasons) - _REASONS
    shown = "; ".join(unfired.reasons[:_REASONS]) + (f"; and {more} more" if more > 0 else "")
    return f": {shown}" if shown else ""


def _counted(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}" + ("" if number == 1 else "s")


def _json(trial: Trial, tested: Iterable[Pack], code: int) -> str:
    stamps = [{"name": pack.name, "version": pack.version, "sha256": pack.sha256} for pack in tested]
    record: dict[str, Any] = {"schema_version": "1.0", "packs": stamps, **msgspec.to_builtins(trial)}
    return msgspec.json.format(msgspec.json.encode(record | {"exit_code": code}), indent=2).decode() + "\n"
