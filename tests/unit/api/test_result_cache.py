"""Reports of Word and PDF files that an earlier run made: the same as made anew, and only where nothing has changed."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import msgspec
import pytest

from tests.battery import pdf_structure
from tests.cli.running import ROOT
from validator.api import result_cache
from validator.api.checking import Checker
from validator.engine.run import TOOK_TOO_LONG
from validator.engine.settings import Settings
from validator.engine.withheld import WithheldList
from validator.findings import FileReport, NotChecked

MARK = "this report was kept"


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REDMARK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / "results.sqlite3"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "files"
    inside.mkdir()
    for name in ("memo-covered-2018.pdf", "memo-tracked-2018.docx", "memo-clean-2015.txt"):
        (inside / name).write_bytes((ROOT / "examples" / name).read_bytes())
    return inside


def reports(folder: Path, settings: Settings | None = None, keep: bool = True) -> list[FileReport]:
    return list(Checker(settings, keep=keep).check_paths(folder))


def rows(base: Path) -> list[tuple[bytes, bytes]]:
    with closing(sqlite3.connect(base)) as opened:
        return opened.execute("SELECT key, report FROM reports").fetchall()


def marked(base: Path) -> None:
    """Puts a mark into all that is kept, so that it shows where a report comes from."""
    with closing(sqlite3.connect(base)) as opened, opened:
        for key, kept in rows(base):
            report = msgspec.msgpack.decode(kept, type=FileReport)
            changed = msgspec.structs.replace(report, not_checked=(NotChecked(MARK),))
            opened.execute(
                "UPDATE reports SET report = ? WHERE key = ?", (msgspec.msgpack.encode(changed), key)
            )


def from_before(found: list[FileReport]) -> list[str]:
    return [Path(one.path).suffix for one in found if NotChecked(MARK) in one.not_checked]


def test_a_second_run_says_the_same(base: Path, folder: Path) -> None:
    first = reports(folder)
    assert sum(len(one.findings) for one in first) > 1
    assert reports(folder) == first == reports(folder, keep=False)


def test_word_and_pdf_files_are_kept_and_texts_are_not(base: Path, folder: Path) -> None:
    reports(folder)
    assert len(rows(base)) == 2
    marked(base)
    assert from_before(reports(folder)) == [".pdf", ".docx"]
    assert from_before(reports(folder, keep=False)) == []


def changes_the_file(folder: Path) -> Settings | None:
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes() + b"\n")
    return None


def changes_the_name(folder: Path) -> Settings | None:
    for path in list(folder.iterdir()):
        path.rename(path.with_name(f"other-{path.name}"))
    return None


def changes_the_rules(folder: Path) -> Settings | None:
    return Settings(select=("redaction", "text", "marking"))


def changes_the_day(folder: Path) -> Settings | None:
    return Settings(as_of=date(2018, 5, 4))


def shows_all(folder: Path) -> Settings | None:
    return Settings(excerpts="full")


def looks_for_words(folder: Path) -> Settings | None:
    return Settings(withheld=WithheldList(plain=frozenset({("harbour",)})))


@pytest.mark.parametrize(
    "change",
    [changes_the_file, changes_the_name, changes_the_rules, changes_the_day, shows_all, looks_for_words],
)
def test_after_a_change_it_is_judged_anew(
    base: Path, folder: Path, change: Callable[[Path], Settings | None]
) -> None:
    reports(folder)
    marked(base)
    assert from_before(reports(folder, change(folder))) == []


def test_what_shows_more_than_a_masked_report_is_not_kept(base: Path, folder: Path) -> None:
    reports(folder, Settings(excerpts="full"))
    assert not base.exists()


def test_it_is_for_its_owner_only(base: Path, folder: Path) -> None:
    reports(folder)
    assert stat.S_IMODE(base.stat().st_mode) == 0o600
    assert stat.S_IMODE(base.parent.stat().st_mode) == 0o700


def test_a_folder_that_others_can_write_to_is_not_used(base: Path, folder: Path) -> None:
    base.parent.mkdir()
    base.parent.chmod(0o777)
    reports(folder)
    assert not base.exists()


@pytest.mark.parametrize("content", [b"no base at all", b"SQLite format 3\0 and nonsense", b""])
def test_a_damaged_one_only_costs_time(base: Path, folder: Path, content: bytes) -> None:
    base.parent.mkdir(mode=0o700)
    base.write_bytes(content)
    first = reports(folder)
    assert reports(folder) == first == reports(folder, keep=False)


def test_a_row_that_is_no_report_is_judged_anew(base: Path, folder: Path) -> None:
    first = reports(folder)
    with closing(sqlite3.connect(base)) as opened, opened:
        opened.execute("UPDATE reports SET report = x'00'")
    assert reports(folder) == first


def test_the_oldest_go(base: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(result_cache, "_KEPT", 3)
    for number in range(5):
        (folder / "memo-covered-2018.pdf").rename(folder / f"{number}.pdf")
        reports(folder)
        (folder / f"{number}.pdf").rename(folder / "memo-covered-2018.pdf")
    assert len(rows(base)) == 3


@pytest.mark.parametrize(
    ("status", "reason", "rules", "kept"),
    [
        ("checked", "the document has no date; --as-of DATE settles it", ("a-rule",), 1),
        ("checked", TOOK_TOO_LONG, ("a-rule",), 0),
        ("checked", "page 3 took too long to read", (), 0),
        ("unreadable", "damaged, or no PDF", (), 0),
    ],
)
def test_what_another_run_might_not_say_is_not_kept(
    base: Path, folder: Path, status: str, reason: str, rules: tuple[str, ...], kept: int
) -> None:
    path = folder / "memo-covered-2018.pdf"
    checker = Checker()
    (report,) = checker.check_paths(path)
    cache = result_cache.opened(checker.settings, checker.tool, "")
    assert cache is not None
    key = cache.key(path)
    assert key is not None
    cache.put(key, msgspec.structs.replace(report, status=status, not_checked=(NotChecked(reason, rules),)))
    cache.close()
    assert len(rows(base)) == kept


def test_a_file_that_changes_while_it_is_read_is_not_kept(base: Path, folder: Path) -> None:
    path = folder / "memo-covered-2018.pdf"
    checker = Checker()
    cache = result_cache.opened(checker.settings, checker.tool, "")
    assert cache is not None
    key = cache.key(path)
    path.write_bytes(path.read_bytes() + b"\n")
    (report,) = checker.check_paths(path)
    assert key is not None
    cache.put(key, report)
    cache.close()
    assert rows(base) == []


def test_nothing_that_is_hidden_in_a_file_gets_into_it(base: Path, tmp_path: Path) -> None:
    inside = tmp_path / "bad"
    inside.mkdir()
    for number, pair in enumerate(pdf_structure.pairs()):
        (inside / f"{number}.pdf").write_bytes(pair.bad)
    found = reports(inside)
    assert sum(bool(one.findings) for one in found) > len(found) * 0.9
    content = base.read_bytes().lower()
    assert len(rows(base)) > len(found) * 0.8
    assert [word for word in (b"quennell", b"quillfeather", b"ann example") if word in content] == []


def test_two_at_once_do_not_disturb_each_other(base: Path, folder: Path) -> None:
    checker = Checker()
    one, two = (result_cache.opened(checker.settings, checker.tool, "") for _ in range(2))
    assert one is not None
    assert two is not None
    for cache in (one, two):
        for path in sorted(folder.glob("*.pdf")):
            (report,) = checker.check_paths(path)
            key = cache.key(path)
            assert key is not None
            cache.put(key, report)
    one.close()
    two.close()
    assert len(rows(base)) == 1
    assert os.access(base, os.R_OK)
