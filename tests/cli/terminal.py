"""Runs the command line on a terminal of its own, and reads what it shows there."""

import os
import pty
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tests.cli.running import ROOT

HANGS = 120  # seconds without a sign after which a test is given up, so that a fault ends it


class OnTerminal:
    """A running `redmark`; its standard error is a terminal, its standard output too unless it is a pipe."""

    def __init__(self, process: "subprocess.Popen[bytes]", ours: int) -> None:
        self.process, self._ours = process, ours
        self.shown = ""

    @property
    def stdin(self) -> IO[bytes]:
        assert self.process.stdin is not None
        return self.process.stdin

    def wait_for(self, text: str) -> None:
        """Reads until the text was shown; fails when the process is over before."""
        while text not in self.shown:
            more = self._read()
            assert more, f"{text!r} never came, but {self.shown!r}"
            self.shown += more

    def rest(self) -> str:
        """Everything that was shown, once the process is over."""
        while more := self._read():
            self.shown += more
        return self.shown

    def _read(self) -> str:
        if not select.select([self._ours], [], [], HANGS)[0]:
            raise TimeoutError(f"nothing came after {self.shown!r}")
        try:
            return os.read(self._ours, 100_000).decode()
        except OSError:  # Linux says so when the last process has closed the terminal
            return ""


@contextmanager
def on_terminal(
    *arguments: str, cwd: Path, env: dict[str, str] | None = None, stdout: int | None = None
) -> Iterator[OnTerminal]:
    """Starts `redmark`; whatever happens, it does not outlive the block."""
    ours, theirs = pty.openpty()
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "NO_COLOR": "", "GITHUB_ACTIONS": ""}
    process = subprocess.Popen(
        [sys.executable, "-m", "validator", *arguments],
        cwd=cwd,
        env=variables | (env or {}),
        stdin=subprocess.PIPE,
        stdout=theirs if stdout is None else stdout,
        stderr=theirs,
    )
    os.close(theirs)
    try:
        yield OnTerminal(process, ours)
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        os.close(ours)
