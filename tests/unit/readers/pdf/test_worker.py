"""The worker process: it may die at any time, its clock is kept, it leaves nothing behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.battery.pdf_pages import BOX, SECRET, covered
from tests.battery.pdf_writer import Pdf, line, rectangle
from tests.cli.running import ROOT
from validator.errors import UnreadableError
from validator.readers import pdf
from validator.readers.options import DEFAULTS
from validator.readers.pdf.client import Worker, WorkerPool
from validator.readers.pdf.protocol import Open, Opened, ReadPages, Refused
from validator.readers.pdf.remote import RemoteDocument

BOXED = covered(rectangle(BOX))(True)
PAGES = 300


def long_document() -> bytes:
    """More text than a pipe holds, so that the worker cannot be done before its reader reads."""
    made = Pdf()
    for number in range(PAGES):
        made.page(
            "".join(line(72, 760 - 12 * row, f"Page {number} row {row} " + "word " * 12) for row in range(60))
        )
    return made.bytes()


def test_a_worker_serves_one_file_after_the_other() -> None:
    pdf.read("one.pdf", BOXED, DEFAULTS)
    first = pdf.worker_pool().worker().pid
    with pytest.raises(UnreadableError):
        pdf.read("bad.pdf", b"%PDF-1.7\n", DEFAULTS)
    assert len(pdf.read("two.pdf", BOXED, DEFAULTS).observations) == 1
    assert pdf.worker_pool().worker().pid == first


def test_a_worker_killed_between_files_is_replaced() -> None:
    os.kill(pdf.worker_pool().worker().pid, signal.SIGKILL)
    os.waitid(os.P_PID, pdf.worker_pool()._worker._process.pid, os.WEXITED | os.WNOWAIT)  # type: ignore[union-attr]
    assert len(pdf.read("two.pdf", BOXED, DEFAULTS).observations) == 1


def test_a_worker_killed_in_the_middle_costs_one_page() -> None:
    pool = WorkerPool()
    pages = RemoteDocument(pool, "long.pdf", long_document(), DEFAULTS).pages()
    read = [next(pages)]
    os.kill(pool.worker().pid, signal.SIGKILL)
    read += pages
    lost = [page for page in read if page.not_checked]
    assert [page.page for page in read] == list(range(PAGES))
    assert [page.not_checked for page in lost] == [("PDFium crashed on it",)]
    assert all(page.text.startswith(f"Page {page.page} row 0") for page in read if page not in lost)
    pool.close()


def test_a_reader_that_stops_in_the_middle_ends_the_worker() -> None:
    pool = WorkerPool()
    pages = RemoteDocument(pool, "long.pdf", long_document(), DEFAULTS).pages()
    next(pages)
    first = pool.worker().pid
    pages.close()
    assert pool.worker().pid != first
    pool.close()


def test_the_protocol_is_requests_and_replies() -> None:
    worker = Worker()
    assert worker.ask(Open(BOXED, DEFAULTS), 20) == Opened(1)
    (page,) = worker.stream(ReadPages(0, 1), 1, 20)
    assert SECRET not in repr(page)
    assert worker.ask(Open(b"%PDF-", DEFAULTS), 20) == Refused("damaged, or no PDF")
    worker.close()
    assert not worker.alive()


def test_a_worker_ends_with_its_parent() -> None:
    code = (
        "from validator.readers import pdf; from validator.readers.options import DEFAULTS; import os, sys\n"
        "pdf.read('one.pdf', sys.stdin.buffer.read(), DEFAULTS)\n"
        "print(pdf.worker_pool().worker().pid, flush=True)\n"
        "if sys.argv[1] == 'killed': os.kill(os.getpid(), 9)\n"
    )
    for end in ("orderly", "killed"):
        done = subprocess.run(
            [sys.executable, "-c", code, end], input=BOXED, capture_output=True, cwd=ROOT, check=False
        )
        assert done.stderr == b""
        assert gone(int(done.stdout))


def gone(pid: int) -> bool:
    """Whether a process ends, as it does when its pipe is closed."""
    import time

    for _ in range(500):
        status = Path(f"/proc/{pid}/stat")
        if not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.02)
    return False


def test_words_of_a_document_reach_no_stream() -> None:
    code = (
        "from validator.readers import pdf; from validator.readers.options import DEFAULTS; import sys\n"
        "print(pdf.read('one.pdf', sys.stdin.buffer.read(), DEFAULTS).observations)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=BOXED, capture_output=True, cwd=ROOT, check=True
    )
    assert b"<13 hidden characters>" in done.stdout
    assert b"Quennell" not in done.stdout + done.stderr


def test_a_current_folder_with_modules_of_known_names_is_not_imported(tmp_path: Path) -> None:
    (tmp_path / "msgspec.py").write_text("raise SystemExit(9)")
    code = (
        "import sys; sys.path.remove('')\n"
        "from validator.readers import pdf; from validator.readers.options import DEFAULTS\n"
        "print(len(pdf.read('one.pdf', sys.stdin.buffer.read(), DEFAULTS).observations))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=BOXED,
        capture_output=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (done.stdout, done.stderr) == (b"1\n", b"")


def test_without_pypdfium2_the_extra_is_named(tmp_path: Path) -> None:
    (tmp_path / "pypdfium2_raw.py").write_text("raise ImportError")
    code = (
        "from validator.readers import pdf; from validator.readers.options import DEFAULTS; import sys\n"
        "from validator.errors import UnreadableError\n"
        "try: pdf.read('one.pdf', sys.stdin.buffer.read(), DEFAULTS)\n"
        "except UnreadableError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=BOXED,
        capture_output=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(tmp_path)},
        check=False,
    )
    # Ours comes first in the worker's path; the false one is found before the installed one all the same.
    assert (
        done.stdout == b"one.pdf: a PDF, and pypdfium2 is not installed; pip install 'redmark[documents]'\n"
    )


def test_a_closed_pool_starts_again() -> None:
    pool = WorkerPool()
    first = pool.worker()
    pool.close()
    assert not first.alive()
    assert pool.worker().ask(Open(BOXED, DEFAULTS), 20) == Opened(1)
    pool.close()
