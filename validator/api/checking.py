"""Redmark as functions: check a text, a file or many paths, and get a report."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import Final, TypeAlias

from validator import __version__
from validator.api.runs import Check, Kept, Runs
from validator.engine.inspection import Inspector, inspector, unreadable
from validator.engine.selection import ids_of, selected
from validator.engine.setting_aside import SettingAside
from validator.engine.settings import Settings
from validator.engine.tally import Tally
from validator.errors import UnreadableError
from validator.findings import FileReport, PackStamp, Report, Tool
from validator.readers import read_bytes, read_file
from validator.readers.targets import Targets
from validator.rulebook import Rulebook, builtin, load_packs
from validator.vocabulary.load import builtin as vocabularies

PathLike: TypeAlias = str | Path
DEFAULTS: Final = Settings()


class Checker:
    """Rules and settings made ready once; then files one by one, so that memory stays flat over many.

    `tally` counts what went through and knows the exit code.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        packs: Iterable[PathLike] = (),
        jobs: int = 1,
        keep: bool = False,
    ) -> None:
        """`packs` are further folders of rules, `jobs` how many processes a long run may use.

        `keep`: reports of Word and PDF files are kept on disk for the next run, and taken from there.
        """
        self.settings = settings or DEFAULTS
        self._jobs = jobs
        self._keep = self._kept if keep else None
        folders = tuple(map(Path, packs))
        # The day of the run, for suppressions that end; nothing else of a report depends on it.
        today = date.today()
        self._made = partial(file_check, self.settings, folders, today)
        self._inspector = _inspector(self.settings, folders, today)
        self.tool = _tool(folders)
        self.tally = Tally(self.settings)
        self._rules = rulebook(folders)
        chosen = selected(self._rules, self.settings)
        self._aside = SettingAside(self.settings, self._rules.rules, chosen, today)
        self._reading = self.settings.reading

    def check_bytes(self, data: bytes, name: str) -> FileReport:
        """The report for the bytes of a file called `name`."""
        return self.tally.counted(self.judged(data, name), named=True)

    def judged(self, data: bytes, name: str) -> FileReport:
        """The same, where nobody counts and no exit code is asked for."""
        try:
            report = self._inspector.inspect(read_bytes(name, data, self._reading))
        except UnreadableError as error:
            report = unreadable(error)
        return self._aside.applied(report)

    def check_paths(self, paths: PathLike | Iterable[PathLike]) -> Iterator[FileReport]:
        """The reports for files and for the files in folders, one by one."""
        given = [paths] if isinstance(paths, str | Path) else paths
        targets = self.targets(given)
        for target, report in Runs(self._jobs, self._made, self._keep).reports(targets):
            yield self._counted(report, named=target.named)
        self.tally.left_out += targets.notes()

    def targets(self, paths: Iterable[PathLike]) -> Targets:
        """The files that `check_paths` would check."""
        return Targets(map(Path, paths), self.settings.choice)

    def compare(self, original: PathLike, redacted: PathLike) -> FileReport:
        """The report on a redacted copy, which stands under the name of the copy."""
        try:
            old, new = (read_file(Path(path), self._reading) for path in (original, redacted))
            report = self._inspector.compare(old, new)
        except UnreadableError as error:
            report = unreadable(error)
        return self._counted(report, named=True)

    def closing(self) -> Iterator[FileReport]:
        """Once all files are through: the report on the file of suppressions, where an entry is not in order."""
        if self._aside.sieve is None:
            return
        document = self._aside.sieve.document(ids_of(self._rules.rules))
        report = self._inspector.report(document)
        if report.findings:
            yield self.tally.counted(report, named=True)

    def _kept(self) -> Kept | None:
        from validator.api import result_cache  # loads sqlite3, which a run over texts does without

        return result_cache.opened(self.settings, self.tool, vocabularies().sha256)

    def _counted(self, report: FileReport, *, named: bool) -> FileReport:
        return self.tally.counted(self._aside.applied(report), named=named)

    def report(self, files: Iterable[FileReport]) -> Report:
        """The whole report, once all files are through."""
        listed = tuple(files)
        return Report(self.tool, self.settings.reported, listed, self.tally.summary(), self.tally.exit_code())


def check_text(text: str | bytes, *, name: str = "<text>", settings: Settings | None = None) -> Report:
    """Checks one document given as text or as the bytes of a text file."""
    checker = Checker(settings)
    # A lone surrogate is no text that a file could hold; "?" keeps all places as they are.
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    return checker.report([checker.check_bytes(data, name)])


def check_file(path: PathLike, *, settings: Settings | None = None) -> Report:
    """Checks one file. A file that cannot be read is a result with exit code 4, not an exception."""
    return check_paths(path, settings=settings)


def check_paths(paths: PathLike | Iterable[PathLike], *, settings: Settings | None = None) -> Report:
    """Checks files, and the text files in folders."""
    checker = Checker(settings)
    return checker.report(chain(checker.check_paths(paths), checker.closing()))


def compare_files(original: PathLike, redacted: PathLike, *, settings: Settings | None = None) -> Report:
    """Compares a document with its redacted copy, before that is released."""
    checker = Checker(settings)
    return checker.report([checker.compare(original, redacted)])


def rulebook(packs: tuple[Path, ...] = ()) -> Rulebook:
    """The built-in rules, and those of further packs."""
    return _with_packs(packs) if packs else builtin()


@lru_cache(maxsize=8)
def _with_packs(packs: tuple[Path, ...]) -> Rulebook:
    return load_packs(packs)


def file_check(settings: Settings, packs: tuple[Path, ...], today: date) -> Check:
    """The function that makes the report for a file."""
    ready, reading = _inspector(settings, packs, today), settings.reading

    def check(path: Path) -> FileReport:
        try:
            return ready.inspect(read_file(path, reading))
        except UnreadableError as error:
            return unreadable(error)

    return check


@lru_cache(maxsize=8)
def _inspector(settings: Settings, packs: tuple[Path, ...], today: date) -> Inspector:
    return inspector(rulebook(packs), vocabularies(), settings, today)


def _tool(packs: tuple[Path, ...]) -> Tool:
    stamps = tuple(PackStamp(pack.name, pack.version, pack.sha256) for pack in rulebook(packs).packs)
    return Tool("redmark", __version__, stamps)
