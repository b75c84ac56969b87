"""Packs that installed Python packages carry: an entry point names a folder of YAML, and no code of it is run."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from validator.errors import RulebookError, RuleFileError
from validator.strictyaml.spelling import advice

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

PREFIX: Final = "package:"
"""Before the name of an entry point, where a folder could be named too."""

GROUP: Final = "redmark.packs"


def located(pack: Path) -> Path:
    """The folder itself, or that of `package:NAME`; RulebookError where nothing is installed under that name."""
    name = str(pack)
    return _folder(name, _entry(name)) if name.startswith(PREFIX) else pack


def _entry(name: str) -> "EntryPoint":
    # Looks through all that is installed (30 ms), so only for a pack that is named so.
    from importlib.metadata import entry_points

    every = entry_points(group=GROUP)
    found = {entry.value: entry for entry in every if entry.name == name.removeprefix(PREFIX)}
    if not found:
        tip = advice(name.removeprefix(PREFIX), every.names) or f"; there is no entry point '{GROUP}' at all"
        raise _error(name, f"no installed package has such a pack{tip}")
    if len(found) > 1:
        raise _error(name, f"several packages have such a pack ({', '.join(sorted(found))}); uninstall one")
    return next(iter(found.values()))


def _folder(name: str, entry: "EntryPoint") -> Path:
    """The folder that `package.folder` names. Importing the package to ask it would run its code."""
    if entry.attr:
        raise _error(
            name, f"'{entry.value}' names code; the entry point must name a folder, as 'package.folder'"
        )
    package, *inside = entry.module.split(".")
    folders = [folder for place in _places(package) if (folder := Path(place, *inside)).is_dir()]
    if not folders:
        raise _error(name, f"'{entry.value}' is no folder of an installed package; install it anew")
    return folders[0]


def _places(package: str) -> Iterable[str]:
    """The folders of a package. Only a name without dots is looked up, as for another its parents are imported."""
    from importlib.util import find_spec  # as above

    try:
        spec = find_spec(package)
    except ValueError:  # a module that was made by hand, such as __main__, has no place
        return ()
    return (spec.submodule_search_locations if spec else None) or ()


def _error(name: str, reason: str) -> RulebookError:
    return RulebookError((RuleFileError(name, 1, 1, reason),))
