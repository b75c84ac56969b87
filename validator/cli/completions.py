"""`redmark completions`: prints what a shell needs to complete commands, options and the names of rules."""

import argparse
import sys
from typing import Final

from validator import resources
from validator.api.checking import rulebook
from validator.engine.settings import one_of

SHELLS: Final = ("bash", "fish", "tcsh", "zsh")
# What stands in the scripts where the rules of this version, and all that --select takes, are put in.
RULES: Final = "@RULES@"
NAMES: Final = "@NAMES@"
_EXAMPLES: Final = """\
examples:
  redmark completions bash > ~/.local/share/bash-completion/completions/redmark
  redmark completions zsh > ~/.zfunc/_redmark       # with fpath+=~/.zfunc before compinit
  redmark completions fish > ~/.config/fish/completions/redmark.fish
  redmark completions tcsh > ~/.redmark.tcsh        # and 'source ~/.redmark.tcsh' in ~/.tcshrc
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The shell."""
    parser.epilog = _EXAMPLES
    parser.add_argument("shell", metavar="|".join(SHELLS), help="the shell that completes")


def run(arguments: argparse.Namespace) -> int:
    """Prints the script."""
    shell = one_of("shell", arguments.shell, SHELLS)
    script = (resources.folder("completions") / f"redmark.{shell}").read_text(encoding="utf-8")
    book = rulebook()
    rules = sorted(each.rule.id for each in book.rules)
    groups = {pack.name for pack in book.packs} | {tag for each in book.rules for tag in each.rule.tags}
    script = script.replace(RULES, " ".join(rules)).replace(NAMES, " ".join(sorted({*rules, *groups})))
    sys.stdout.buffer.write(script.encode())
    return 0
