"""`check --watch`: checks again what changes, until Ctrl-C.

It looks at names, times and sizes. That costs a little more than being told by the system, and is right everywhere:
on the network drives and in the containers where documents lie, the system tells of changes by others late or never.
"""

import os
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Final, NoReturn, TypeAlias

from validator.api.checking import Checker, read_packs_again
from validator.cli import packs
from validator.cli.command_line import complain
from validator.cli.configuration import Value, checker_of, configured, settings_of
from validator.engine.settings_file import find
from validator.engine.suppressions import FILE_NAME
from validator.errors import UsageError, ValidatorError
from validator.reporters.text import printable_path

SHORTEST_PAUSE: Final = 0.3  # seconds between two looks
SHARE: Final = 10  # of the time, one part at most goes into looking
_NAMED: Final = ("baseline", "suppressions", "withheld")

Stamps: TypeAlias = dict[Path, tuple[int, int, int] | None]
Values: TypeAlias = dict[str, Value]
Judge: TypeAlias = Callable[[Values, Namespace], int]


def watch(arguments: Namespace, judge: Judge) -> NoReturn:
    """Checks everything, then what changes; ends with KeyboardInterrupt only."""
    for option, given in (("output", arguments.output), ("write-baseline", arguments.write_baseline)):
        if given:
            raise UsageError(f"watch: --{option} would hold the last change only; leave one of them out")
    if "-" in arguments.paths:
        raise UsageError("watch: standard input does not change; name files or folders")
    watched = _Watched(arguments, judge)
    watched.first()
    while True:
        began = monotonic()
        try:
            watched.again()
        except ValidatorError as error:  # half-written settings or rules are mended while we wait
            for line in str(error).splitlines():
                complain(line)
        sleep(max(SHORTEST_PAUSE, SHARE * (monotonic() - began)))


class _Watched:
    """The documents and what they are judged by, as they were at the last look."""

    def __init__(self, arguments: Namespace, judge: Judge) -> None:
        self._arguments, self._judge = arguments, judge
        self._documents: Stamps
        self._grounds: Stamps
        self._read()

    def first(self) -> None:
        """Checks everything."""
        self._judge(self._values, self._arguments)
        count = len(self._documents)
        complain(f"watching {'1 file' if count == 1 else f'{count} files'}; Ctrl-C ends")

    def again(self) -> None:
        """Checks what is not as it was; everything, when that is by what it is judged."""
        if _stamped(self._grounds) != self._grounds:
            self._grounds = _stamped(self._grounds)
            read_packs_again()
            self._read()
            complain("settings or rules have changed: everything is checked again")
            self._judge(self._values, self._arguments)
            return
        before, self._documents = self._documents, _documents(self._checker, self._arguments.paths)
        for path in sorted(before.keys() - self._documents.keys()):
            complain(f"{printable_path(str(path))}: is gone")
        changed = [str(path) for path, stamp in self._documents.items() if before.get(path, ()) != stamp]
        if changed:
            # A file met in a folder is no file that was asked for by name: it need not be recognised.
            values = self._values | {"allow-unrecognised": Value(True, "--watch")}
            self._judge(values, Namespace(**vars(self._arguments) | {"paths": changed}))

    def _read(self) -> None:
        arguments = self._arguments
        self._values = configured(arguments)
        settings = settings_of(self._values, reveal=arguments.reveal)
        self._checker = checker_of(settings, self._values, arguments)
        self._documents = _documents(self._checker, arguments.paths)
        self._grounds = _stamped(_judged_by(self._values, arguments))


def _documents(checker: Checker, paths: Iterable[str]) -> Stamps:
    """The files to check; of those that cannot be read, that they cannot."""
    return {target.path: None if target.fault else _stamp(target.path) for target in checker.targets(paths)}


def _judged_by(values: Values, arguments: Namespace) -> Iterator[Path]:
    """The files of settings and of rules, and those that the settings name; they need not exist yet."""
    if not arguments.isolated:
        settings = Path(arguments.config) if arguments.config else find(Path.cwd())
        yield settings or Path("redmark.toml")
    yield Path(values["suppressions"].value or FILE_NAME)
    yield from (Path(name) for key in _NAMED if (name := values[key].value))
    for folder in (*map(Path, values["extends"].value), *packs.folders(arguments)):
        yield from (folder, *folder.glob("*.y*ml"))


def _stamped(paths: Iterable[Path]) -> Stamps:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What changes when a file is written or replaced; None: there is none."""
    try:
        state = os.stat(path)
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino
