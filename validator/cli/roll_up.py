"""`redmark roll-up`: the banner that portion marks need."""

import argparse
from collections.abc import Iterator
from typing import Final

import msgspec

from validator.api.judging import judge_marking, roll_up
from validator.cli.marking import add_dialect, add_format, as_text, checked_format, write
from validator.engine.marking import MarkingVerdict
from validator.engine.masking import printable

_EXAMPLES: Final = """\
examples:
  redmark roll-up '(S//NF)' '(C)'
  redmark roll-up '(S//REL TO USA, GBR)' '(U)' --dialect dod

exit codes: 0 every portion mark is valid, 1 one is not, 2 usage
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The portions and by what to roll them up."""
    parser.epilog = _EXAMPLES
    parser.add_argument("portions", nargs="+", metavar="PORTION", help="a portion mark, in quotation marks")
    add_dialect(parser)
    add_format(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints the banner, and which portion marks are not valid."""
    form, portions = checked_format(arguments.format), [as_text(portion) for portion in arguments.portions]
    banner = roll_up(portions, dialect=arguments.dialect)
    verdicts = [judge_marking(mark, portion=True, dialect=arguments.dialect) for mark in portions]
    faulty = [mark for mark, verdict in zip(portions, verdicts, strict=True) if not verdict.valid]
    is_open = _is_open(verdicts)
    if form == "json":
        data = {
            "banner": banner,
            "dialect": arguments.dialect,
            "portions": portions,
            "faulty": faulty,
            "open_list": is_open,
        }
        write(msgspec.json.encode(data) + b"\n")
    else:
        write("".join(f"{line}\n" for line in _page(banner, faulty, is_open=is_open)).encode())
    return 1 if faulty else 0


def _is_open(verdicts: list[MarkingVerdict]) -> bool:
    """Whether a portion says only REL or EYES: its countries stand in the banner, so that nothing can tell them."""
    markings = (verdict.marking for verdict in verdicts)
    return any(marking is not None and () in (marking.rel_to, marking.eyes_only) for marking in markings)


def _page(banner: str, faulty: list[str], *, is_open: bool) -> Iterator[str]:
    yield printable(banner)
    if is_open:
        yield "note: a portion says only REL or EYES; its countries are those that the banner was meant to list"
    for mark in faulty:
        yield f"not valid: {printable(mark)}; 'redmark marking --portion' says why"
