"""Where reports go: standard output, or files that are written whole or not at all; in GitHub Actions, its page too."""

import os
import stat
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

from validator.cli.progress import Progress, Stream
from validator.engine.settings import one_of
from validator.errors import UsageError
from validator.findings import FileReport, ReportSettings, Summary, Tool
from validator.reporters import FINDINGS_ONLY, JOB_SUMMARY, REPORTERS, Reporter

DEFAULT_FORMAT: Final = "text"
ANNOTATIONS: Final = "github"
QUIET: Final = 1  # findings, and what was not judged
SILENT: Final = 2  # nothing but the exit code and the files asked for

Sink: TypeAlias = tuple[Reporter, Stream]


class Outputs:
    """All the reports of a run, written side by side."""

    def __init__(self, sinks: Iterable[Sink]) -> None:
        self._sinks = tuple(sinks)

    def head(self) -> None:
        """Begins every report."""
        for reporter, stream in self._sinks:
            stream.write(reporter.head())

    def file(self, report: FileReport) -> None:
        """Adds one file to every report."""
        for reporter, stream in self._sinks:
            stream.write(reporter.file(report))

    def tail(self, summary: Summary, exit_code: int) -> None:
        """Ends every report."""
        for reporter, stream in self._sinks:
            stream.write(reporter.tail(summary, exit_code))
            stream.flush()


@contextmanager
def outputs(
    format_name: str | None,
    files: Iterable[str],
    tool: Tool,
    settings: ReportSettings,
    *,
    quiet: int = 0,
    progress: Progress | None = None,
) -> Iterator[Outputs]:
    """The reports asked for; files appear under their names when the block ends without an error."""
    stdout = progress.beside(sys.stdout.buffer) if progress else sys.stdout.buffer
    with ExitStack() as stack:
        sinks: list[Sink] = []
        for asked in files:
            name, path = split(asked)
            sinks.append((REPORTERS[name](tool, settings, False), stack.enter_context(_whole_file(path))))
        names = formats_of_stdout(format_name) if quiet < SILENT else ()
        for name in names:
            make = FINDINGS_ONLY if quiet and name == DEFAULT_FORMAT else REPORTERS[name]
            sinks.append((make(tool, settings, wants_colour()), stdout))
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if ANNOTATIONS in names and summary:
            sinks.append((JOB_SUMMARY(tool, settings, False), stack.enter_context(_appended(Path(summary)))))
        yield Outputs(sinks)


def formats_of_stdout(asked: str | None) -> tuple[str, ...]:
    """The format asked for; without one text, and in a job of GitHub Actions annotations besides."""
    if asked:
        return (checked_format(asked),)
    # A terminal is no job, and may show what must not get into a file (--reveal).
    in_job = os.environ.get("GITHUB_ACTIONS") == "true" and not sys.stdout.isatty()
    return (DEFAULT_FORMAT, ANNOTATIONS) if in_job else (DEFAULT_FORMAT,)


def split(asked: str, formats: Collection[str] = REPORTERS) -> tuple[str, Path]:
    """FORMAT:FILE in its two parts."""
    name, colon, path = asked.partition(":")
    if not colon or not path:
        raise UsageError(f"output: '{asked}' is not FORMAT:FILE; write it like json:report.json")
    return checked_format(name, formats), Path(path)


def checked_format(name: str, formats: Collection[str] = REPORTERS) -> str:
    """The name of a format; UsageError with what was probably meant."""
    return one_of("format", name, formats)


def wants_colour() -> bool:
    """Colour on a terminal only; NO_COLOR turns it off, FORCE_COLOR on (https://no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


@contextmanager
def _whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its name only when it is complete."""
    stream, part = _opened(path)
    complete = False
    try:
        with stream:
            yield stream
        complete = True
    finally:
        if part and complete:
            part.replace(path)
        elif part:
            part.unlink()


def _appended(path: Path) -> BinaryIO:
    """A file that others write to as well."""
    try:
        return path.open("ab")
    except OSError as error:
        raise _unwritable(path, error) from error


def _opened(path: Path) -> tuple[BinaryIO, Path | None]:
    """The stream to write to, and the temporary file behind it, if there is one."""
    try:
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            return path.open("wb"), None  # /dev/null and the like have no temporary twin
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        return part.open("xb"), part
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> UsageError:
    return UsageError(f"output: {path}: {(error.strerror or 'cannot be written').lower()}")


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file that takes its name only when it is complete."""
    with _whole_file(path) as stream:
        stream.write(data)
