"""`redmark corpus run`: what is done stays done, whatever ends the run, and comes out the same."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import NO_NETWORK, ROOT, redmark
from tests.unit.corpus.made import COUNT, SOURCES, parquet, texts

pytest.importorskip("pyarrow", reason="the extra 'corpus' is not installed")

TOLD = (
    "24 documents, 0.0 MB: 24 checked, 0 of no known kind, 0 not read; findings: 0 error, 5 warning, 0 info\n"
)


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    """The rows of the partitions that are done, in their order."""
    import pyarrow.parquet

    files = [out / table / f"{path.stem}.parquet" for path in sorted((out / "done").glob("*.json"))]
    return [row for file in files for row in pyarrow.parquet.read_table(file).to_pylist()]


def without_places(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    dropped = ("name", "partition", "position", "fingerprint")
    return [{key: value for key, value in row.items() if key not in dropped} for row in found]


@pytest.mark.parametrize("name", SOURCES)
def test_every_source_gives_the_same_rows(tmp_path: Path, name: str) -> None:
    SOURCES[name](tmp_path / name)
    ran = redmark("corpus", "run", name, "--out", "out", "--partition-bytes", "1500", cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (1, TOLD, "")
    documents, findings = rows(tmp_path / "out", "documents"), rows(tmp_path / "out", "findings")
    assert [row["mrn"] for row in documents] == [number + 100 for number in range(COUNT)]
    assert [row["rule"] for row in findings] == ["paragraph-number-gap"] * 5
    assert {row["line"] for row in findings} == {9}
    if name == "folder":
        return
    SOURCES["folder"](tmp_path / "folder")
    redmark("corpus", "run", "folder", "--out", "other", cwd=tmp_path)
    assert without_places(documents) == without_places(rows(tmp_path / "other", "documents"))


def test_the_rows_are_what_a_check_reports(tmp_path: Path) -> None:
    import json

    folder = SOURCES["folder"](tmp_path / "folder")
    (folder / "prose.md").write_text("Dear Anna,\n")
    (folder / "z.pdf").write_bytes(b"%PDF-1.7\n")
    redmark("corpus", "run", "folder", "--out", "out", cwd=tmp_path)
    report = json.loads(redmark("check", "folder", "--format", "json", cwd=tmp_path).out)
    documents, findings = rows(tmp_path / "out", "documents"), rows(tmp_path / "out", "findings")
    assert [(row["name"], row["status"], row["sha256"]) for row in documents] == [
        (file["path"], file["status"], file["sha256"]) for file in report["files"]
    ]
    assert [(row["name"], row["fingerprint"], row["message"]) for row in findings] == [
        (file["path"], finding["fingerprint"], finding["message"])
        for file in report["files"]
        for finding in file["findings"]
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("run", 2, "the following arguments are required: --out"),
        ("run --out o", 2, "no source given"),
        ("run gone.parquet --out o", 4, "gone.parquet: no such file or directory"),
        ("run a.csv --out o --text-column nme", 4, "name it with --text-column (there are: id, text)"),
        ("run a.csv --out o --select no-such-rule", 2, "there is no rule, pack or tag"),
        ("run a.csv --out a.csv", 2, "a.csv: file exists"),
        ("run a.csv --out o --partition-bytes x", 2, "'x' is no whole number above 0"),
        ("", 2, "the following arguments are required: ACTION"),
        ("rnu", 2, "invalid choice: 'rnu'"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, arguments: str, code: int, said: str) -> None:
    SOURCES["a.csv"](tmp_path / "a.csv")
    ran = redmark("corpus", *arguments.split(), cwd=tmp_path)
    assert (ran.code, said in ran.err, "Traceback" in ran.err) == (code, True, False)


def test_a_damaged_part_is_4_and_the_others_are_done(tmp_path: Path) -> None:
    SOURCES["a.jsonl.gz"](tmp_path / "a.jsonl.gz")
    place = SOURCES["a.tar.gz"](tmp_path / "b.tar.gz")
    place.write_bytes(place.read_bytes()[:-200])
    ran = redmark("corpus", "run", "a.jsonl.gz", "b.tar.gz", "--out", "out", cwd=tmp_path)
    assert (ran.code, ran.out) == (4, TOLD)
    assert ran.err.startswith("redmark: b.tar.gz: damaged")
    SOURCES["a.tar.gz"](place)  # mended: the run goes on with what was left
    ran = redmark("corpus", "run", "a.jsonl.gz", "b.tar.gz", "--out", "out", cwd=tmp_path)
    assert (ran.code, ran.err, ran.out[:12]) == (1, "", "48 documents")


def test_a_folder_of_results_is_for_one_question(tmp_path: Path) -> None:
    SOURCES["a.csv"](tmp_path / "a.csv")
    run = ("corpus", "run", "a.csv", "--out", "out")
    assert redmark(*run, cwd=tmp_path).out == TOLD
    assert redmark(*run, cwd=tmp_path).out == TOLD  # nothing is left to do
    for arguments, what in (
        (("--as-of", "1998-05-04"), "other settings"),
        (("--ignore", "tags-unknown"), "other settings"),
        (("--text-column", "text"), "other columns"),
    ):
        ran = redmark(*run, *arguments, cwd=tmp_path)
        assert (ran.code, ran.err) == (
            2,
            f"redmark: corpus: out holds a run with {what}; give another folder to --out\n",
        )


def many(folder: Path) -> Path:
    """Some seconds of work."""
    padding = "".join(f"{number}. The port was quiet on that day.\n\n" for number in range(3, 150))
    some = [text.replace("ROE", padding + "ROE").replace("3. Ship", "9. Ship") for text in texts()]
    return parquet(
        folder / "many.parquet", group=400, rows=[f"{text}{n}\n" for n in range(60) for text in some]
    )


RUN = ("corpus", "run", "many.parquet", "--out", "out", "--partition-bytes", "150000", "--jobs", "2")


def killed(folder: Path, done: int) -> None:
    """Kills a run, with all that it has started, when so many partitions are done."""
    variables = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(NO_NETWORK)))}
    command = [sys.executable, "-m", "validator", *RUN]
    with subprocess.Popen(command, cwd=folder, env=variables, start_new_session=True) as running:
        until = time.monotonic() + 60
        while time.monotonic() < until and len(list((folder / "out" / "done").glob("*.json"))) < done:
            assert running.poll() is None
            time.sleep(0.005)
        os.killpg(running.pid, signal.SIGKILL)


@pytest.mark.skipif(sys.platform == "win32", reason="a group of processes is killed")
def test_a_run_that_is_killed_three_times_ends_like_one_that_is_not(tmp_path: Path) -> None:
    many(tmp_path)
    disturbed, calm = tmp_path / "out", tmp_path / "calm"
    for done in (2, 9, 20):
        killed(tmp_path, done)
    before = {path: path.read_bytes() for path in (disturbed / "done").glob("*.json")}
    ran = redmark(*RUN, cwd=tmp_path)
    assert len(before) >= 20
    assert all(path.read_bytes() == content for path, content in before.items())
    disturbed.rename(tmp_path / "first")
    whole = redmark(*RUN, cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (whole.code, whole.out, whole.err)
    (tmp_path / "out").rename(calm)
    first = tmp_path / "first"
    names = [str(path.relative_to(calm)) for path in sorted(calm.rglob("*")) if path.is_file()]
    assert [str(path.relative_to(first)) for path in sorted(first.rglob("*")) if path.is_file()] == names
    assert len(rows(first, "documents")) == 60 * COUNT
    for name in names:
        assert (first / name).read_bytes() == (calm / name).read_bytes(), name


def test_a_second_run_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl", reason="files are locked as on POSIX")
    SOURCES["a.csv"](tmp_path / "a.csv")
    (tmp_path / "out").mkdir()
    with (tmp_path / "out" / ".lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ran = redmark("corpus", "run", "a.csv", "--out", "out", cwd=tmp_path)
    assert (ran.code, ran.err) == (2, "redmark: corpus: another run is at work in out\n")


def test_results_go_to_a_url_too(tmp_path: Path) -> None:
    SOURCES["a.csv"](tmp_path / "a.csv")
    ran = redmark("corpus", "run", "a.csv", "--out", f"file://{tmp_path}/there", cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (1, TOLD, "")
    assert len(rows(tmp_path / "there", "documents")) == COUNT
    ran = redmark("corpus", "run", "a.csv", "--out", f"file://{tmp_path}/there", cwd=tmp_path)
    assert (ran.code, ran.out) == (1, TOLD)
