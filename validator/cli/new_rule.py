"""`redmark new-rule`: a rule file to start from."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from validator.cli import packs
from validator.engine.settings import one_of
from validator.errors import UsageError
from validator.rulebook import drafting, load_packs
from validator.rulebook.load import PACK_FILES

DEFAULT_KIND: Final = "forbidden"
_EXAMPLES: Final = """\
Writes a rule that passes its test at once; what it says is an example, for you to change. No file
is ever overwritten.

examples:
  redmark new-rule distribution-line-missing --kind required --pack ./our-rules
  redmark new-rule office-unknown --kind member       in a folder that holds a pack.yaml
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The rule, what it checks, and where it goes."""
    parser.epilog = _EXAMPLES
    add = parser.add_argument
    add("id", metavar="ID", help="words with hyphens that state the fault, such as distribution-line-missing")
    kinds = "|".join(drafting.kinds())
    add("--kind", metavar=kinds, default=DEFAULT_KIND, help=f"what it checks (default {DEFAULT_KIND})")
    about = "the folder of the pack, made where there is none (default: this one, if it holds a pack.yaml)"
    add("--pack", metavar="FOLDER", help=about)


def run(arguments: argparse.Namespace) -> int:
    """Writes the files, and says what to do next."""
    kind = one_of("kind", arguments.kind, drafting.kinds())
    folder = _folder(arguments.pack)
    # The pack itself may be in any state: its ids are the names of its files, which are not overwritten.
    others = [
        path for path in packs.extended() if not (folder.exists() and path.exists() and path.samefile(folder))
    ]
    book = load_packs(others)
    taken = {each.rule.id: each.rule.path for each in book.rules}
    files = drafting.drafted(kind, drafting.checked_id(arguments.id, taken), folder, book.packs)
    drafting.write(files)
    for line in _said(folder, files):
        print(line)
    return 0


def _folder(asked: str | None) -> Path:
    folder = Path(asked or ".")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"new-rule: {folder} is a file; name the folder of a pack")
    if asked is None and not any(Path(name).exists() for name in PACK_FILES):
        raise UsageError("new-rule: here is no pack.yaml; name the folder of a pack with --pack, old or new")
    return folder


def _said(folder: Path, files: dict[Path, str]) -> Iterator[str]:
    yield from (f"wrote {path}" for path in files)
    yield ""
    yield "Next:"
    yield "  change title, message, rationale, citation, check and examples to what you mean"
    yield f"  redmark test {folder}"
    yield f"  redmark check --pack {folder} PATH/OF/YOUR/DOCUMENTS"
