"""Which files a check reads: what Git ignores, include and exclude, folders that cannot be read, the list of them."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import BAD, GOOD, redmark

NOTE = "redmark: {} left out by .gitignore; --no-gitignore checks what is there\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Text files in folders, of which Git ignores some by files of patterns at three places."""
    for name in (
        "a.txt",
        "build/b.txt",
        "deep/kept/c.txt",
        "deep/raw/d.txt",
        "deep/raw/wanted.txt",
        "local.txt",
        "scratch.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(GOOD)
    (tmp_path / ".gitignore").write_text("# ours\nbuild/\nscratch.*\n")
    (tmp_path / "deep" / ".gitignore").write_text("raw/*\n!wanted.txt\n")
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / ".git" / "info" / "exclude").write_text("local.txt\n")
    return tmp_path


def listed(*arguments: str, cwd: Path) -> list[str]:
    return redmark("check", "--list-files", *arguments, cwd=cwd).out.splitlines()


def test_what_git_ignores_is_left_out_as_git_itself_says(repository: Path) -> None:
    said = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard", "*.txt"],
        cwd=repository,
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"HOME": str(repository), "XDG_CONFIG_HOME": str(repository)},
    ).stdout.splitlines()
    found = listed(".", cwd=repository)
    assert sorted(found) == sorted(said)
    assert found == ["a.txt", "deep/kept/c.txt", "deep/raw/wanted.txt"]


def test_that_something_was_left_out_is_said(repository: Path) -> None:
    ran = redmark("check", ".", cwd=repository)
    assert (ran.code, ran.err) == (0, NOTE.format(4))


@pytest.mark.parametrize("arguments", [("--no-gitignore",), ("-o", "gitignore=false")])
def test_the_switch_checks_what_is_ignored(repository: Path, arguments: tuple[str, ...]) -> None:
    assert len(listed(".", *arguments, cwd=repository)) == 7
    assert redmark("check", ".", *arguments, cwd=repository).err == ""


def test_whoever_names_a_file_or_a_folder_wants_it(repository: Path) -> None:
    assert listed("build", "scratch.txt", cwd=repository) == ["build/b.txt", "scratch.txt"]
    assert listed(".", "scratch.txt", cwd=repository)[-1] == "scratch.txt"


def test_the_patterns_above_the_folder_count(repository: Path) -> None:
    (repository / "deep" / "kept" / "scratch.md").write_text(GOOD)
    assert listed("kept", cwd=repository / "deep") == ["kept/c.txt"]


def test_a_folder_in_which_git_ignores_everything_was_not_checked(repository: Path) -> None:
    (repository / "build" / ".gitignore").write_text("*\n")
    ran = redmark("check", "build", cwd=repository)
    assert (ran.code, "0 files checked" in ran.out) == (4, True)
    assert ran.err == (
        "redmark: build: all that is in it is left out by .gitignore; --no-gitignore checks it\n"
        + NOTE.format(1)
    )


def test_outside_a_repository_a_file_of_patterns_means_nothing(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*\n")
    (tmp_path / "a.txt").write_text(GOOD)
    ran = redmark("check", ".", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")


def test_a_pattern_made_to_be_slow_is_not(repository: Path) -> None:
    (repository / ".gitignore").write_text("*a*a*a*a*a*a*a*a*b\na*.txt\n\\\n")
    (repository / f"{'a' * 200}.md").write_text(GOOD)
    assert f"{'a' * 200}.md" in listed(".", cwd=repository)
    assert "a.txt" not in listed(".", cwd=repository)


def test_a_file_of_patterns_that_is_a_folder_is_4(repository: Path) -> None:
    (repository / "deep" / ".gitignore").unlink()
    (repository / "deep" / ".gitignore").mkdir()
    ran = redmark("check", ".", cwd=repository)
    assert ran.code == 4
    assert ran.err.startswith(f"redmark: {repository}/deep/.gitignore: is a directory\n")
    assert "deep/raw/d.txt" in listed(".", cwd=repository)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    for name, text in {"a.txt": GOOD, "b.cbl": BAD, "raw/c.txt": BAD, "raw/d.md": BAD}.items():
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ('include = ["*.cbl"]', ["b.cbl"]),
        ('include = ["*.cbl", "raw"]', ["b.cbl", "raw/c.txt", "raw/d.md"]),
        ('exclude = ["raw/*"]', ["a.txt"]),
        ('exclude = ["raw"]', ["a.txt"]),
        ('exclude = ["*.md"]', ["a.txt", "raw/c.txt"]),
        ('include = ["*.txt"]\nexclude = ["raw/*"]', ["a.txt"]),
    ],
)
def test_patterns_of_the_settings(folder: Path, settings: str, found: list[str]) -> None:
    (folder / "redmark.toml").write_text(settings + "\n")
    assert listed(".", cwd=folder) == found
    inside = [name.removeprefix("raw/") for name in found if name.startswith("raw/")]
    assert listed(".", cwd=folder / "raw") == inside


def test_patterns_hold_for_paths_that_are_named_and_it_is_said(folder: Path) -> None:
    (folder / "redmark.toml").write_text('exclude = ["raw"]\n')
    ran = redmark("check", "a.txt", "raw/c.txt", "raw/d.md", cwd=folder)
    assert (ran.code, ran.err) == (
        0,
        "redmark: 2 named, and left out by exclude or include of the settings\n",
    )


def test_patterns_of_the_command_line_are_relative_to_the_current_folder(folder: Path) -> None:
    assert listed("..", "--exclude", "d.md", cwd=folder / "raw") == ["../a.txt", "../raw/c.txt"]
    assert listed(".", "--include", "b.*", cwd=folder) == ["b.cbl"]


def test_files_that_settings_silence_are_named_from_the_file_of_settings(folder: Path) -> None:
    (folder / "redmark.toml").write_text('[per-file]\n"raw/c.txt" = ["paragraph-number-gap"]\n')
    assert redmark("check", "c.txt", cwd=folder / "raw").code == 0
    assert redmark("check", "d.md", cwd=folder / "raw").code == 1


def test_the_list_says_what_is_missing(folder: Path) -> None:
    ran = redmark("check", "--list-files", "a.txt", "raw", cwd=folder)
    assert (ran.code, ran.out, ran.err) == (0, "a.txt\nraw/c.txt\nraw/d.md\n", "")
    ran = redmark("check", "--list-files", "a.txt", "gone", cwd=folder)
    assert (ran.code, ran.out, ran.err) == (4, "a.txt\n", "redmark: gone: no such file or directory\n")
    (folder / "empty").mkdir()
    ran = redmark("check", "--list-files", "empty", cwd=folder)
    assert (ran.code, ran.err.startswith("redmark: empty: no file ending in")) == (4, True)


def test_a_folder_that_cannot_be_read_is_4_and_the_others_go_on(folder: Path) -> None:
    locked = folder / "raw"
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        locked.chmod(0o700)
        pytest.skip("this user, probably root, may read everything")
    ran = redmark("check", ".", cwd=folder)
    locked.chmod(0o700)
    assert (ran.code, "raw: permission denied" in ran.err, "1 checked" in ran.out) == (4, True, True)
