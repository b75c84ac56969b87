"""`redmark marking`: one banner or portion mark, explained and judged."""

import argparse
import sys
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from validator.api.judging import judge_marking
from validator.cli.days import day
from validator.engine.marking import DEFAULT_DIALECT, DIALECTS, MarkingVerdict, meaning_of
from validator.engine.masking import printable
from validator.engine.settings import one_of
from validator.findings import Finding
from validator.model.level import Level

FORMATS: Final = ("text", "json")
WIDEST: Final = 40  # columns for the words of a marking before what they mean
_EXAMPLES: Final = """\
examples:
  redmark marking 'SECRET//NOFORN'
  redmark marking '(S//REL TO USA, GBR)' --portion
  redmark marking 'SECRET//NOFORN//X1' --as-of 2004-05-01
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The marking and by what to judge it."""
    parser.epilog = _EXAMPLES + "\nexit codes: 0 valid, 1 not valid, 2 usage\n"
    add = parser.add_argument
    add("text", metavar="TEXT", help="the marking, in quotation marks")
    add("--portion", action="store_true", help="it is a portion mark, such as (S//NF)")
    add_dialect(parser)
    add(
        "--as-of", metavar="DATE", help="date of the document that bears it (default: the rules now in force)"
    )
    add_format(parser)


def add_dialect(parser: argparse.ArgumentParser) -> None:
    """By whose rules."""
    parser.add_argument(
        "--dialect",
        metavar="|".join(DIALECTS),
        default=DEFAULT_DIALECT,
        help=f"whose rules (default {DEFAULT_DIALECT})",
    )


def add_format(parser: argparse.ArgumentParser) -> None:
    """For people or for programs."""
    parser.add_argument("--format", metavar="|".join(FORMATS), default=FORMATS[0], help="default text")


def checked_format(name: str) -> str:
    """The name of a format; UsageError with what was probably meant."""
    return one_of("format", name, FORMATS)


def run(arguments: argparse.Namespace) -> int:
    """Explains and judges; 0 when valid."""
    form, text = checked_format(arguments.format), as_text(arguments.text)
    verdict = judge_marking(
        text, portion=arguments.portion, dialect=arguments.dialect, as_of=day(arguments.as_of)
    )
    if form == "json":
        write(msgspec.json.encode(_data(text, arguments.dialect, verdict)) + b"\n")
    else:
        write("".join(f"{line}\n" for line in _page(text, arguments.dialect, verdict)).encode())
    return 0 if verdict.valid else 1


def as_text(argument: str) -> str:
    """What the shell gave, as text that can be written again: bytes that are no UTF-8 become question marks."""
    return argument.encode("utf-8", "replace").decode("utf-8")


def write(data: bytes) -> None:
    """To standard output, in UTF-8 whatever the locale is."""
    sys.stdout.buffer.write(data)


def _data(text: str, dialect: str, verdict: MarkingVerdict) -> dict[str, Any]:
    marking = msgspec.to_builtins(verdict.marking)
    if marking is not None and marking["level"] is not None:
        marking["level"] = Level(marking["level"]).title
    return {
        "text": text,
        "dialect": dialect,
        "valid": verdict.valid,
        "corrected": verdict.corrected,
        "marking": marking,
        "parts": verdict.parts,
        "findings": verdict.findings,
    }


def _page(text: str, dialect: str, verdict: MarkingVerdict) -> Iterator[str]:
    judged = "valid" if verdict.valid else "not valid" if verdict.marking else "not understood"
    yield f"{printable(text)}: {judged} in dialect {dialect}"
    yield from _parts(verdict)
    if verdict.findings:
        yield ""
    for finding in verdict.findings:
        yield from _fault(finding)
    if verdict.corrected and verdict.corrected != text.strip():
        yield ""
        yield f"Write: {printable(verdict.corrected)}"


def _parts(verdict: MarkingVerdict) -> Iterator[str]:
    """Each part and what it means, in two columns."""
    if not verdict.parts:
        return
    yield ""
    written = [printable(part.written) for part in verdict.parts]
    width = min(WIDEST, max(map(len, written)))
    for part, words in zip(verdict.parts, written, strict=True):
        yield f"  {words:<{width}}  {meaning_of(part)}"


def _fault(finding: Finding) -> Iterator[str]:
    yield f"{finding.severity}, column {finding.span.start.column}: {finding.message} [{finding.rule}]"
    if finding.hint:
        yield f"  hint: {finding.hint}"
    yield f"  see:  {'; '.join(citation.cite for citation in finding.citations)}"
