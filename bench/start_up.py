"""What it costs to start: `redmark` for one telegram beside an empty Python program, by the same interpreter."""

import os
import subprocess
import sys
import time
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent
ROUNDS: Final = 20
WARM_UPS: Final = 3  # they write the .pyc files and the cache of compiled rules
EMPTY: Final = "python -c pass"
# What a console script does; `python -m` would add the cost of runpy.
_FROM_CHECKOUT: Final = "import sys; from validator.cli import run; sys.exit(run())"

Command = Sequence[str]


class Installation(NamedTuple):
    """A Redmark that can be started: the interpreter, the command, and the environment for both."""

    python: str
    redmark: tuple[str, ...]
    environment: dict[str, str]


class Start(NamedTuple):
    """The best time of one command, in milliseconds and in times of the empty program."""

    command: str
    milliseconds: float
    ratio: float


class Ended(NamedTuple):
    """A run that ended, with the most memory it held."""

    seconds: float
    peak_megabytes: float


def checkout(cache: Path) -> Installation:
    """Redmark as it stands beside this folder."""
    environment = _environment(cache) | {"PYTHONPATH": str(ROOT)}
    return Installation(sys.executable, (sys.executable, "-c", _FROM_CHECKOUT), environment)


def wheel(folder: Path, cache: Path, extra: str = "") -> Installation:
    """A wheel built from the checkout and installed into a fresh environment in the folder, as a user has it.

    `extra` is what stands behind the name for pip, such as `[documents]`.
    """
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    _done(*pip, "wheel", "--no-deps", "--wheel-dir", str(folder / "dist"), str(ROOT))
    venv.create(folder / "venv", with_pip=True, clear=True)
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    (built,) = (folder / "dist").glob("redmark-*.whl")
    _done(str(python), *pip[1:], "install", f"{built}{extra}")
    return Installation(str(python), (str(python.with_name("redmark")),), _environment(cache))


def measured(installation: Installation, telegram: Path) -> list[Start]:
    """The commands in turn, round after round, so that a busy moment hits all of them alike."""
    redmark, file = installation.redmark, str(telegram)
    commands: dict[str, Command] = {
        EMPTY: (installation.python, "-c", "pass"),
        "redmark --version": (*redmark, "--version"),
        "redmark check FILE": (*redmark, "check", file),
        "redmark check FILE --format json": (*redmark, "check", file, "--format", "json"),
    }
    best = dict.fromkeys(commands, float("inf"))
    for number in range(WARM_UPS + ROUNDS):
        for name, command in commands.items():
            seconds = _seconds(command, installation.environment)
            if number >= WARM_UPS:
                best[name] = min(best[name], seconds)
    return [Start(name, seconds * 1e3, seconds / best[EMPTY]) for name, seconds in best.items()]


def whole_run(installation: Installation, corpus: Path, report: Path, repeat: int) -> Ended:
    """`redmark check DIR --format jsonl` from start to end, the report going to a file; the best of some runs.

    To be called early: Linux counts what this process held when it forked as memory of the child.
    """
    return min(_whole_run(installation, corpus, report) for _ in range(repeat))


def _whole_run(installation: Installation, corpus: Path, report: Path) -> Ended:
    with report.open("wb") as out:
        began = time.perf_counter()
        child = subprocess.Popen(
            (*installation.redmark, "check", str(corpus), "--format", "jsonl"),
            stdout=out,
            env=installation.environment,
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode > 1:
        raise SystemExit(f"redmark check ended with {child.returncode}")
    return Ended(seconds, usage.ru_maxrss / 1024)


def _environment(cache: Path) -> dict[str, str]:
    """Ours, with .pyc files written and a cache of its own."""
    left_out = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return kept | {"REDMARK_CACHE_DIR": str(cache)}


def _seconds(command: Command, environment: Mapping[str, str]) -> float:
    began = time.perf_counter()
    done = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, check=False
    )
    seconds = time.perf_counter() - began
    if done.returncode > 1:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}")
    return seconds


def _done(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
