"""A collection on a real Dask scheduler with two workers on this machine; a worker that is lost costs its partition."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.cli.running import NO_NETWORK, ROOT, redmark
from tests.cli.test_corpus import many, rows

pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed as on POSIX")

VARIABLES = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(NO_NETWORK)))}
RUN = ("corpus", "run", "many.parquet", "--partition-bytes", "150000", "--out")


class Cluster:
    """A scheduler and two workers, each a process."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._stack, self._folder = stack, folder
        self._scheduler = str(folder / "scheduler.json")
        self._started("scheduler", "--port", "0")
        until = time.monotonic() + 60
        while not Path(self._scheduler).exists() and time.monotonic() < until:
            time.sleep(0.05)
        self.workers = [self._started("worker", "--nthreads", "1", "--no-nanny") for _ in range(2)]

    @property
    def address(self) -> str:
        import json

        told = json.loads(Path(self._scheduler).read_text())["address"]
        return str(told).replace("tcp://", "dask://")

    def _started(self, what: str, *options: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", "--scheduler-file", self._scheduler]
        running = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0", *options],
            cwd=self._folder,
            env=VARIABLES,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._stack.callback(running.wait)
        self._stack.callback(running.kill)
        return running


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with ExitStack() as stack:
        yield Cluster(tmp_path, stack)


def test_a_worker_that_is_lost_costs_its_partition_which_is_done_again(
    tmp_path: Path, cluster: Cluster
) -> None:
    many(tmp_path)
    out, here = tmp_path / "there", tmp_path / "here"
    command = [sys.executable, "-m", "validator", *RUN, "there", "--cluster", cluster.address]
    with subprocess.Popen(
        command, cwd=tmp_path, env=VARIABLES, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        until = time.monotonic() + 60
        while len(list((out / "done").glob("*.json"))) < 4 and time.monotonic() < until:
            time.sleep(0.005)
        assert running.poll() is None
        cluster.workers[0].send_signal(signal.SIGKILL)
        told, said = running.communicate(timeout=120)
    alone = redmark(*RUN, "here", cwd=tmp_path)
    assert (running.returncode, told.decode()) == (alone.code, alone.out)
    assert b"Traceback" not in said  # Dask says that a worker is gone
    for table in ("documents", "findings"):
        assert rows(out, table) == rows(here, table)
    assert [path.name for path in sorted((out / "done").iterdir())] == [
        path.name for path in sorted((here / "done").iterdir())
    ]


def test_what_the_workers_cannot_read_is_said(tmp_path: Path, cluster: Cluster) -> None:
    place = many(tmp_path)
    ran = redmark(*RUN, "out", "--text-column", "body", "--cluster", cluster.address, cwd=tmp_path)
    assert (ran.code, "which column holds the text?" in ran.err) == (4, True)
    assert place.exists()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("dask://127.0.0.1:9", "nothing answers at dask://127.0.0.1:9"),
        ("tcp://127.0.0.1:9", "'tcp://127.0.0.1:9' is no dask://HOST:PORT"),
    ],
)
def test_without_a_scheduler_it_is_2(tmp_path: Path, address: str, said: str) -> None:
    many(tmp_path)
    ran = redmark(*RUN, "out", "--cluster", address, cwd=tmp_path)
    assert (ran.code, ran.err) == (2, f"redmark: corpus: cluster: {said}\n")
