"""Which files the given paths name."""

import os
from pathlib import Path

import pytest

from validator.readers.targets import Choice, Targets


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/z.CABLE", "a.txt", "c.odt", ".hidden/x.txt", ".y.txt", "d/e/f.md"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("text")
    return tmp_path


def names(paths: list[Path], root: Path, *, allow_empty: bool = False) -> list[str]:
    return [os.path.relpath(each.path, root) for each in Targets(paths, Choice(allow_empty=allow_empty))]


def test_a_folder_is_walked_by_name_without_hidden_and_other_files(folder: Path) -> None:
    assert names([folder], folder) == ["a/z.CABLE", "a.txt", "b.txt", "d/e/f.md"]


def test_a_named_file_is_taken_whatever_its_name(folder: Path) -> None:
    given = [folder / "c.odt", folder / "missing"]
    assert [(each.path, each.named) for each in Targets(given)] == [(path, True) for path in given]


def test_a_file_is_taken_once_and_stays_named_when_its_folder_is_given_too(folder: Path) -> None:
    found = list(Targets([folder, folder / "b.txt"]))
    assert [each.path.name for each in found if each.named] == ["b.txt"]
    assert len(found) == 4


def test_a_folder_without_matches_is_a_fault_unless_allowed(folder: Path) -> None:
    empty = folder / "empty"
    empty.mkdir()
    (target,) = Targets([empty])
    assert str(target.fault) == (
        f"{empty}: no file ending in .cable, .docx, .eml, .htm, .html, .markdown, .md, .pdf, .text, .txt; --allow-empty accepts that"
    )
    assert names([empty], folder, allow_empty=True) == []


def test_a_loop_of_links_is_not_entered(folder: Path) -> None:
    (folder / "a" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "a" / "loop.txt").symlink_to(folder, target_is_directory=True)
    assert names([folder], folder) == ["a/z.CABLE", "a.txt", "b.txt", "d/e/f.md"]
