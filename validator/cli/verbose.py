"""`check --verbose`: what is read, as what, and what was not judged, while it happens. Never text of a document."""

from collections.abc import Callable, Iterable
from time import perf_counter

from validator import __version__
from validator.engine.plan import UNKNOWN, dialect_for
from validator.findings import FileReport, NotChecked
from validator.reporters.text import printable_path


class Account:
    """Says a line or two for each file through `say`, with the time since the one before."""

    def __init__(self, say: Callable[[str], None], dialect: str, origins: Iterable[str], rules: int) -> None:
        self._say, self._dialect = say, dialect
        self._began = self._last = perf_counter()
        self._files = 0
        say(f"version {__version__}, {rules} rules; settings by {', '.join(origins)}")

    def add(self, report: FileReport) -> None:
        """One file."""
        now = perf_counter()
        path, reading = printable_path(report.path), ", ".join(self._reading(report))
        self._say(f"{path}: {reading}, {(now - self._last) * 1000:.0f} ms")
        for entry in report.not_checked:
            self._say(f"{path}: not checked: {_left_out(entry)}")
        self._files += 1
        self._last = now

    def end(self) -> None:
        """How long it all took."""
        files = "1 file" if self._files == 1 else f"{self._files} files"
        self._say(f"{files} in {perf_counter() - self._began:.1f} s")

    def _reading(self, report: FileReport) -> Iterable[str]:
        """As what the file was read."""
        yield report.status
        if report.format:
            yield report.format
        if report.kind != UNKNOWN:
            yield report.kind
            yield report.document.get("date") or "no date"
            if era := report.document.get("era"):
                yield era
        if report.format:
            yield f"dialect {dialect_for(report.kind, self._dialect)}"
        yield "1 finding" if len(report.findings) == 1 else f"{len(report.findings)} findings"
        if report.suppressed:
            yield f"{len(report.suppressed)} set aside"


def _left_out(entry: NotChecked) -> str:
    """The reason, with every rule that it holds for."""
    return f"{entry.reason} ({', '.join(entry.rules)})" if entry.rules else entry.reason
