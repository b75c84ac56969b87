"""From arguments to a subcommand, and from our errors to a line on standard error and an exit code."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import Final, NoReturn, Protocol, cast

from validator import __version__
from validator.errors import UsageError, ValidatorError
from validator.strictyaml.spelling import advice, nearest

_OBJECTS_BETWEEN_COLLECTIONS: Final = 50_000
INCOMPLETE: Final = 4

# Name -> what `redmark --help` says. The module of the same name is imported when the command is used.
COMMANDS: Final[dict[str, str]] = {
    "baseline": "take out of a baseline what is no longer found",
    "check": "check documents",
    "compare": "compare a document with its redacted copy before that is released",
    "corpus": "check a collection of any size, and ask what was found",
    "fix": "apply safe fixes to the form of markings",
    "lsp": "serve an editor over standard input and output",
    "rules": "list the rules",
    "explain": "say what one rule is for, with its authority and examples",
    "marking": "explain and judge one banner or portion mark",
    "new-rule": "write a rule file to start from",
    "roll-up": "work out the banner that portion marks need",
    "test": "run the examples of the rules",
    "withheld": "make a list of salted hashes of words that must not occur",
    "init": "write a file of settings to begin with",
    "completions": "print what a shell needs to complete commands and options",
}
_ABOUT: Final = """\
Checks classification markings, the structure of telegrams and documents, and whether redactions hold.
Names and prose are masked in every report unless you ask for them. Nothing is sent anywhere; only
`corpus` reaches beyond this machine, where you give it a URL or a cluster.
"""
_EXAMPLES: Final = """\
examples:
  redmark check cable.txt                 one telegram
  redmark check cables/ --format json     a folder, for a program
  redmark check release/ --select redaction   what can still be read under redactions
  redmark marking 'SECRET//NOFORN'        what a marking says, and whether it may
  redmark explain paragraph-number-gap    what a rule is for

exit codes: 0 nothing to fail on, 1 findings, 2 usage, 3 a rule file is invalid,
            4 incomplete: something was not read or not judged (4 wins over 1)
"""


class Command(Protocol):
    """What the module of a subcommand offers."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Adds the arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Does it; the exit code."""


class UnwritableError(ValidatorError):
    """A disk is full, or a stream closed."""

    exit_code = INCOMPLETE


_HELP: Final = argparse.RawDescriptionHelpFormatter
# argparse formats each argument when it is added, too. Without a width it would load modules that unpack
# archives (3 ms), to ask the terminal for it.
_UNSEEN: Final = partial(_HELP, width=80)


class Parser(argparse.ArgumentParser):
    """Raises our error where argparse would print several lines and exit."""

    def format_help(self) -> str:
        """The help, as wide as the terminal."""
        self.formatter_class = _HELP
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """One line, with where to look."""
        raise UsageError(f"{message}; '{self.prog} --help' shows how")


def main(arguments: list[str]) -> int:
    """Runs one subcommand. Every error of ours is a line on standard error, never a traceback."""
    try:
        _check_streams()
        return _guarded(lambda: _dispatched(arguments))
    except ValidatorError as error:
        for line in str(error).splitlines():
            complain(line)
        return error.exit_code


def complain(line: str) -> None:
    """One line on standard error, whatever the locale can write."""
    sys.stderr.flush()
    sys.stderr.buffer.write(f"redmark: {line}\n".encode("utf-8", "backslashreplace"))
    sys.stderr.flush()


def _check_streams() -> None:
    """A stream that was closed before the start is None: nothing can be read or told there, and 1 would be a lie."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115  for as long as we run
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stdout is None:
        raise UnwritableError("the report cannot be written: standard output is closed")


def _guarded(action: Callable[[], int]) -> int:
    """Runs the action; a reader that went away, as in `redmark … | head`, is no reason for a traceback."""
    try:
        code = action()
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes once more at exit, and would complain there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INCOMPLETE
    except OSError as error:
        # What cannot be read is a result by now, so this is a report that cannot be written.
        reason = (error.strerror or str(error)).lower()
        raise UnwritableError(f"the report cannot be written: {reason}") from error
    return code


def _dispatched(arguments: list[str]) -> int:
    name = next((argument for argument in arguments if not argument.startswith("-")), None)
    if name is not None and name not in COMMANDS:
        raise UsageError(f"there is no command '{name}'{advice(name, COMMANDS)}")
    command = _imported(name) if name else None
    gc.freeze()
    # A document makes thousands of objects and no cycle: looking for one every 700 objects costs 6 % of a run.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    gc.enable()
    parser = _parser({name: command} if name and command else {})
    parsed, unknown = parser.parse_known_args(arguments)
    if unknown:
        raise UsageError(_unknown(unknown[0], parser.prog, name, command))
    if command is None:
        parser.print_help()
        return UsageError.exit_code
    return command.run(parsed)


def whole_parser() -> Parser:
    """The parser with the options of every subcommand; a run needs those of one."""
    return _parser({name: _imported(name) for name in COMMANDS})


def _imported(name: str) -> Command:
    return cast(Command, import_module(f"validator.cli.{name.replace('-', '_')}"))


def _parser(used: Mapping[str, Command]) -> Parser:
    """The parser with the options of the subcommands in use."""
    parser = Parser(
        prog="redmark",
        description=_ABOUT,
        epilog=_EXAMPLES,
        formatter_class=_UNSEEN,
        allow_abbrev=False,
    )
    parser.add_argument("-V", "--version", action="version", version=f"redmark {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=Parser)
    for known, about in COMMANDS.items():
        if used and known not in used:
            continue  # each costs as much as some options
        sub = commands.add_parser(known, help=about, formatter_class=_UNSEEN, allow_abbrev=False)
        if known in used:
            used[known].configure(sub)
    return parser


def _unknown(option: str, program: str, name: str | None, command: Command | None) -> str:
    """What to say of an option or argument that there is not."""
    probe = argparse.ArgumentParser(add_help=False)
    if command is not None:
        command.configure(probe)
    known = [text for action in probe._actions for text in action.option_strings]
    where = f"{program} {name}" if name else program
    near = nearest(option.partition("=")[0], known)
    meant = f"did you mean '{near}'?" if near else f"'{where} --help' shows the options"
    return f"there is no option '{option}'; {meant}"
