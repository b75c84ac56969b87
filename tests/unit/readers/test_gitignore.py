"""What Git ignores: the same files as `git ls-files` on many small trees, and no name that takes long."""

import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.unit.growth import is_linear
from validator.readers.ignore_patterns import pattern
from validator.readers.targets import Choice, Targets

NAMES = (
    b"a.txt", b"b.txt", b"A.txt", b"c d.txt", b"\xc3\xa9.txt", b"\xc3\x85.txt", b"x\xff.txt", b"a.md", b"[x].txt",
    b"#h.txt", b"!n.txt", b"t .txt", b"back\\s.txt",
)  # fmt: skip
FOLDERS = (b"d", b"e", b"D", b"sub dir", b"foo", b"build", b"d.txt")
LINES = (
    b"*.txt", b"!a.txt", b"/a.txt", b"d/", b"!d/", b"!d", b"**/foo", b"foo/**", b"d/**/a.txt", b"a.txt   ", b"c\\ d.txt",
    b"c d.txt", b"\\#h.txt", b"#h.txt", b"\\!n.txt", b"[x].txt", b"\\[x\\].txt", b"?.txt", b"??.txt", b"*", b"!*/",
    b"!*.md", b"/*", b"!/d", b"d/*", b"!d/b.txt", b"e", b"sub dir/", b"\xc3\xa9.txt", b"\xc3\x85.txt", b"x\xff.txt",
    b"[!a].txt", b"[^a].txt", b"[a-c].txt", b"[]x].txt", b"[[:alpha:]].txt", b"[[:none:]].txt", b"[a", b"**", b"***.txt",
    b"/**/b.txt", b"foo/**/", b"*/a.txt", b"**/", b"d/e/", b"A.TXT", b"a.txt\t", b"t\\ .txt", b"back\\\\s.txt", b"", b"  ",
    b"/", b"!", b"*.t*t", b"d.txt/", b"a.txt\\", b"\\", b"e/**b.txt", b"a.txt/", b"!e/**", b"d/*/", b"*/", b"foo/*.txt",
    b"!foo/a.txt", b"\xef\xbb\xbfb.txt", b"**/d/**/e/**",
)  # fmt: skip


def grow(folder: bytes, dice: random.Random, depth: int = 0) -> None:
    """A folder with files, folders and mostly a `.gitignore`."""
    os.makedirs(folder)
    for name in dice.sample(NAMES, dice.randint(1, 5)):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(b"x")
    if dice.random() < (0.8 if depth == 0 else 0.35):
        end = dice.choice([b"\n", b"\n", b"\r\n"])
        with open(os.path.join(folder, b".gitignore"), "wb") as file:
            file.write(
                end.join(dice.choice(LINES) for _ in range(dice.randint(1, 4))) + dice.choice([b"", end])
            )
    for name in dice.sample(FOLDERS, dice.randint(0, 3)) if depth < 3 else ():
        if not os.path.exists(os.path.join(folder, name)):
            grow(os.path.join(folder, name), dice, depth + 1)


def shown_by_git(folder: Path) -> set[bytes]:
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "XDG_CONFIG_HOME": "/nowhere"}
    command = ["git", "-c", "core.excludesFile=", "ls-files", "-z", "-o", "--exclude-standard"]
    done = subprocess.run(command, cwd=folder, env=os.environ | alone, capture_output=True, check=True)
    return {path for path in done.stdout.split(b"\0") if path.endswith((b".txt", b".md"))}


def seen_by_us(folder: Path) -> set[bytes]:
    found = list(Targets([folder], Choice(allow_empty=True)))
    assert [target.fault for target in found if target.fault] == []
    return {os.fsencode(target.path.relative_to(folder)) for target in found}


@pytest.mark.parametrize("seed", range(5))
def test_what_is_checked_is_what_git_shows(seed: int, tmp_path: Path) -> None:
    differing = {}
    for number in range(30):
        folder = tmp_path / "tree"
        grow(os.fsencode(folder), random.Random(f"{seed}/{number}"))
        subprocess.run(["git", "init", "-q", folder], check=True)
        git, ours = shown_by_git(folder), seen_by_us(folder)
        if git != ours:
            differing[number] = (git - ours, ours - git)
        shutil.rmtree(folder)
    assert differing == {}


@pytest.mark.parametrize(
    ("line", "path", "fits"),
    [
        ("a**/**/b", "a/x/b", True),
        ("*a*a*a*b", "aaab", True),
        ("x/*/y/**/z", "x/1/y/z", True),
        ("x/**/y/**/z", "x/1/2/y/3/z", True),
        ("x/**/y/**/z", "x/1/2/3/z", False),
        ("[a/b]c/d", "ac/d", True),
        ("a/**", "a", False),
        ("*", "a/b", True),
        ("/*", "a/b", False),
    ],
)
def test_a_pattern_is_for_a_path(line: str, path: str, fits: bool) -> None:
    found = pattern(line)
    assert (found is not None and found.fits(path, is_folder=False)) is fits


@pytest.mark.parametrize(
    ("line", "one"),
    [
        ("*a*a*a*a*a*b", "a"),
        ("**/a/**/a/**/a/**/a/b", "a/"),
        ("a" + "*" * 50 + "b", "a"),
        ("x/*a*a*a*a*c/y", "a"),
    ],
)
def test_a_hostile_name_takes_no_longer_than_it_is_long(line: str, one: str) -> None:
    found = pattern(line)
    assert found is not None
    assert is_linear(lambda text: found.fits(text, is_folder=False), one, before="x/", behind="/y")
    assert is_linear(lambda text: found.fits(text, is_folder=False), one, before="a")


def test_a_repository_inside_another_has_its_own_patterns(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    for folder, line in ((tmp_path, "a.*\n"), (inner, "b.txt\n")):
        subprocess.run(["git", "init", "-q", folder], check=True)
        (folder / ".gitignore").write_text(line)
        for name in ("a.txt", "b.txt"):
            (folder / name).touch()
    assert shown_by_git(inner) == {b"a.txt"}
    assert seen_by_us(inner) == {b"a.txt"}
    assert seen_by_us(tmp_path) == {b"b.txt", b"inner/a.txt"}


def test_a_work_tree_whose_repository_is_elsewhere_has_its_patterns(tmp_path: Path) -> None:
    folder = tmp_path / "tree"
    subprocess.run(["git", "init", "-q", "--separate-git-dir", tmp_path / "kept", folder], check=True)
    (folder / ".gitignore").write_text("b.txt\n")
    for name in ("a.txt", "b.txt"):
        (folder / name).touch()
    assert seen_by_us(folder) == shown_by_git(folder) == {b"a.txt"}
