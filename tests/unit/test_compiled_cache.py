"""The compiled cache: for its owner only, whole entries only, and never in the way."""

import os
from pathlib import Path

import pytest

from validator import compiled_cache

SHA = "0" * 64


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REDMARK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def build() -> list[str]:
    return ["built"]


def refuse() -> list[str]:
    raise AssertionError("was to come out of the cache")


def test_what_was_built_is_not_built_again() -> None:
    assert compiled_cache.through("rules", SHA, list[str], build) == ["built"]
    assert compiled_cache.through("rules", SHA, list[str], refuse) == ["built"]


def test_another_hash_is_another_entry() -> None:
    compiled_cache.write("rules", SHA, b"x")
    assert compiled_cache.read("rules", "1" * 64) is None


@pytest.mark.parametrize("content", [b"", b"\xc1 not msgpack", b"\x05"])
def test_a_corrupt_entry_is_ignored_and_written_anew(content: bytes) -> None:
    compiled_cache.write("rules", SHA, content)
    assert compiled_cache.through("rules", SHA, list[str], build) == ["built"]
    assert compiled_cache.through("rules", SHA, list[str], refuse) == ["built"]


@pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")
def test_it_is_for_its_owner_only(folder: Path) -> None:
    compiled_cache.write("rules", SHA, b"x")
    (entry,) = folder.iterdir()
    assert (folder.stat().st_mode & 0o777, entry.stat().st_mode & 0o777) == (0o700, 0o600)


@pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")
def test_a_folder_that_others_can_write_to_is_not_trusted(folder: Path) -> None:
    compiled_cache.write("rules", SHA, b"x")
    folder.chmod(0o777)
    assert compiled_cache.read("rules", SHA) is None
    compiled_cache.write("rules", "1" * 64, b"x")
    assert len(list(folder.iterdir())) == 1


def test_a_folder_that_cannot_be_made_is_no_error(folder: Path) -> None:
    folder.write_text("a file in its place")
    assert compiled_cache.through("rules", SHA, list[str], build) == ["built"]


def test_a_failed_write_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "replace", full)
    compiled_cache.write("rules", SHA, b"x")
    assert list(folder.iterdir()) == []


def test_old_entries_are_dropped(folder: Path) -> None:
    for number in range(compiled_cache.ENTRIES_KEPT + 3):
        compiled_cache.write("rules", f"{number:064}", b"x")
        os.utime(folder / f"rules-{number:064}", (number, number))
    assert len(list(folder.iterdir())) == compiled_cache.ENTRIES_KEPT
    assert compiled_cache.read("rules", f"{0:064}") is None


def test_the_key_depends_on_names_contents_and_where_they_end() -> None:
    parts = [[("a", b"b")], [("a", b"c")], [("b", b"b")], [("ab", b"")], [("a", b"b"), ("", b"")], []]
    assert len({compiled_cache.key(part) for part in parts}) == len(parts)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"REDMARK_CACHE_DIR": "/a"}, "/a"),
        ({"XDG_CACHE_HOME": "/b"}, "/b/redmark"),
        ({"HOME": "/c"}, "/c/.cache/redmark"),
        ({"XDG_CACHE_HOME": "relative"}, None),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="the variables of POSIX")
def test_where_it_is(
    variables: dict[str, str], expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("REDMARK_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert compiled_cache.place() == (Path(expected) if expected else None)


def test_without_a_place_nothing_is_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REDMARK_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    compiled_cache.write("rules", SHA, b"x")
    assert compiled_cache.read("rules", SHA) is None
