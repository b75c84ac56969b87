"""Runs the command line as users do: another process, with its own folder and standard streams."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NO_NETWORK = ROOT / "tests" / "no_network"

# An invented telegram in which nothing is wrong, and one with a gap in the numbers of its paragraphs.
GOOD = """\
UNCLAS NORDHAVEN 000413

E.O. 12958: N/A
TAGS: ECON, ETRD
SUBJECT: HARBOR FEES RISE IN MAY

1. The port authority raised its fees.

2. Shipping agents had expected more.

ROE
"""
BAD = GOOD.replace("2. Shipping", "3. Shipping")
PROSE = "Dear Anna,\n\nthe harbour was quiet on Sunday.\n"


class Ran:
    """What a run left: exit code, standard output and standard error as text."""

    def __init__(self, done: "subprocess.CompletedProcess[bytes]") -> None:
        self.code = done.returncode
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")


def redmark(
    *arguments: str, cwd: Path | None = None, stdin: bytes = b"", env: dict[str, str] | None = None
) -> Ran:
    """Runs `redmark` with these arguments."""
    path = os.pathsep.join((str(ROOT), str(NO_NETWORK)))
    ours = {"PYTHONPATH": path, "NO_COLOR": "", "GITHUB_ACTIONS": "", "GITHUB_STEP_SUMMARY": ""}
    variables = os.environ | ours | (env or {})
    command = [sys.executable, "-m", "validator", *arguments]
    done = subprocess.run(command, cwd=cwd, input=stdin, env=variables, capture_output=True, timeout=60)
    return Ran(done)
