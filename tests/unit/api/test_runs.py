"""A run in several processes gives what a run in one gives, whatever dies on the way."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.cli.running import BAD, GOOD, ROOT, redmark
from validator.api import runs
from validator.api.checking import file_check
from validator.api.processes import Processes
from validator.api.runs import Check, Runs
from validator.engine.settings import Settings
from validator.errors import UnreadableError
from validator.findings import FileReport
from validator.readers.targets import Target

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the processes of these tests are forked")


def report(path: Path) -> FileReport:
    return FileReport(str(path), "0" * 64, "text", "telegram", "checked", {"pid": os.getpid()})


def checker() -> Check:
    """Dies on files called `die`, takes its time on those called `slow`."""

    def check(path: Path) -> FileReport:
        if path.name == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if path.name == "slow":
            time.sleep(0.05)
        return report(path)

    return check


def through(names: Iterable[str], weight: int, jobs: int = 2) -> list[tuple[str, str]]:
    with Processes(jobs, checker, FileReport, runs._lost) as running:
        return [(one.path, one.status) for one in running.results((Path(name), weight) for name in names)]


@pytest.mark.parametrize("weight", [1, 150_000, 1_000_000])
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_the_order_is_that_of_the_files(weight: int, jobs: int) -> None:
    names = [f"{number}/{'slow' if number % 7 == 0 else 'quick'}" for number in range(40)]
    assert through(names, weight, jobs) == [(name, "checked") for name in names]


@pytest.mark.parametrize("weight", [1, 150_000, 1_000_000])
def test_a_process_that_dies_costs_one_file(weight: int) -> None:
    names = [f"{number}/{'die' if number in (0, 5, 6, 19) else 'slow'}" for number in range(20)]
    assert through(names, weight) == [
        (name, "unreadable" if name.endswith("die") else "checked") for name in names
    ]


def test_the_file_on_which_it_died_says_so() -> None:
    with Processes(2, checker, FileReport, runs._lost) as running:
        (died,) = running.results([(Path("die"), 1)])
    assert [entry.reason for entry in died.not_checked] == [runs.DIED]


def test_no_more_is_asked_for_than_can_be_worked_on_soon() -> None:
    asked = 0

    def paths() -> Iterator[tuple[Path, int]]:
        nonlocal asked
        for number in range(1000):
            asked += 1
            yield Path(f"{number}/quick"), 1_000_000

    with Processes(2, checker, FileReport, runs._lost) as running:
        next(running.results(paths()))
        assert asked < 20


def test_targets_that_cannot_be_read_keep_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_LONG", 0)
    faulty = UnreadableError("gone", "no such file or directory")
    targets = [
        Target(Path(str(number)), True, faulty if number in (1, 4, 5, 9) else None) for number in range(10)
    ]
    found = list(Runs(2, checker).reports(targets))
    assert [target for target, _ in found] == targets
    assert [one.status for _, one in found] == [
        "unreadable" if target.fault else "checked" for target in targets
    ]
    assert len({one.document["pid"] for _, one in found if one.document}) > 1


def test_reports_come_through_the_pipe_as_they_were(tmp_path: Path) -> None:
    from datetime import date
    from functools import partial

    paths = [tmp_path / "good.txt", tmp_path / "bad.txt", *sorted((ROOT / "examples").glob("*.*"))]
    paths[0].write_text(GOOD)
    paths[1].write_text(BAD)
    make = partial(file_check, Settings(), (), date.today())
    with Processes(2, make, FileReport, runs._lost) as running:
        there = list(running.results((path, 1) for path in paths))
    assert there == list(map(make(), paths))


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Enough telegrams for a run to use several processes, with one in a hundred at fault."""
    padding = "".join(f"{number}. The port was quiet on that day.\n\n" for number in range(3, 200))
    good = GOOD.replace("ROE", padding + "ROE")
    for number in range(1200):
        bad = number % 100 == 0
        (tmp_path / f"{number:04}.txt").write_text(good.replace("2. Ship", "7. Ship") if bad else good)
    return tmp_path


@pytest.mark.parametrize("form", ["jsonl", "json", "text", "sarif"])
def test_the_report_is_the_same_for_every_number_of_processes(many: Path, form: str) -> None:
    alone, two, three = (
        redmark("check", ".", "--format", form, "--jobs", jobs, cwd=many) for jobs in ("1", "2", "3")
    )
    assert alone.code == two.code == three.code == 1
    assert alone.out == two.out == three.out


def started(folder: Path) -> "subprocess.Popen[bytes]":
    """A run that has come so far that it uses several processes."""
    command = [sys.executable, "-m", "validator", "check", ".", "--jobs", "2", "--format", "jsonl"]
    running = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert running.stdout is not None
    # It stands still when nobody reads on and the pipe is full.
    while len(children(running.pid)) < 2 and os.read(running.stdout.fileno(), 4096):
        continue
    return running


def children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def is_gone(pid: int) -> bool:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux tells the children of a process")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_a_run_that_is_stopped(many: Path, stop: signal.Signals) -> None:
    running = started(many)
    those = children(running.pid)
    assert len(those) == 2
    if stop is signal.SIGINT:
        os.killpg(running.pid, stop)  # as a terminal does
    else:
        running.send_signal(stop)
    _, err = running.communicate(timeout=30)
    assert all(map(is_gone, those))
    assert b"Traceback" not in err
    assert running.returncode == (130 if stop is signal.SIGINT else -stop)
