"""The hooks, run by pre-commit itself on a repository, with Redmark installed from a commit as users have it.

pip fetches what Redmark needs, so this takes a network and some twenty seconds. REDMARK_TESTS_OFFLINE=1 leaves it out.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import BAD, GOOD, PROSE, ROOT

pytestmark = pytest.mark.skipif(
    bool(os.environ.get("REDMARK_TESTS_OFFLINE")), reason="pip may fetch nothing: REDMARK_TESTS_OFFLINE"
)
NOT_OF_THE_PACKAGE = (
    ".git",
    ".venv",
    "build",
    "dist",
    ".*_cache",
    "__pycache__",
    ".hypothesis",
    "out",
    "tests",
    "bench",
)
GIT = (
    "git",
    "-c",
    "user.name=A. Tester",
    "-c",
    "user.email=tester@example.org",
    "-c",
    "commit.gpgsign=false",
)
ENDS = ("Failed", "Passed", "Skipped")
CONFIG = """\
repos:
- repo: {snapshot}
  rev: {commit}
  hooks:
  - id: redmark
  - id: redmark-word
  - id: redmark-rules
"""


class Repository:
    """A repository of documents whose hooks come from a snapshot of this checkout."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder, self._home = folder, home
        # Of a test run that is itself started by a hook, git would take the repository for ours.
        self._env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}

    def write(self, name: str, content: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        self.git("add", "--all")

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            [*GIT, *arguments], cwd=self.folder, env=self._env, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def pre_commit(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "pre_commit", *arguments, "--color", "never"]
        env = self._env | {"PRE_COMMIT_HOME": str(self._home)}
        return subprocess.run(command, cwd=self.folder, env=env, capture_output=True, text=True, timeout=300)

    def outcome(self) -> dict[str, str]:
        """What became of each hook on all files, and under "said" all that pre-commit printed."""
        done = self.pre_commit("run", "--all-files")
        ends = [line.rpartition(".")[2] for line in done.stdout.splitlines() if line.endswith(ENDS)]
        ends = [end.removeprefix("(no files to check)") for end in ends]
        return dict(zip(("redmark", "word", "rules"), ends, strict=True)) | {
            "said": done.stdout,
            "code": str(done.returncode),
        }


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """This checkout as a commit of its own, whatever state it is in."""
    folder = tmp_path_factory.mktemp("snapshot") / "redmark"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_OF_THE_PACKAGE))
    made = Repository(folder, folder)
    made.git("init", "--quiet")
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "snapshot")
    return folder, made.git("rev-parse", "HEAD").strip()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the environments that it made: once for all tests."""
    pytest.importorskip("pre_commit")
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def repository(snapshot: tuple[Path, str], home: Path, tmp_path: Path) -> Repository:
    """A repository with a clean document and the hooks."""
    found = Repository(tmp_path, home)
    found.git("init", "--quiet")
    found.write("good.txt", GOOD)
    found.write(".pre-commit-config.yaml", CONFIG.format(snapshot=snapshot[0], commit=snapshot[1]))
    return found


def test_a_clean_document_passes_and_nothing_is_said(repository: Repository) -> None:
    repository.write("notes.md", PROSE)
    outcome = repository.outcome()
    assert (outcome["redmark"], outcome["word"], outcome["rules"], outcome["code"]) == (
        "Passed",
        "Skipped",
        "Skipped",
        "0",
    )


def test_a_faulty_document_fails_with_its_finding(repository: Repository) -> None:
    repository.write("bad.txt", BAD)
    outcome = repository.outcome()
    assert (outcome["redmark"], outcome["code"]) == ("Failed", "1")
    assert (
        "bad.txt:9:1: warning: Missing before paragraph 3: paragraph 2. [paragraph-number-gap]\n"
        in outcome["said"]
    )
    assert "good.txt" not in outcome["said"]


def test_what_is_excluded_stays_excluded_though_pre_commit_names_it(repository: Repository) -> None:
    repository.write("raw/bad.txt", BAD)
    repository.write("redmark.toml", 'exclude = ["raw/*"]\n')
    assert repository.outcome()["redmark"] == "Passed"
    (repository.folder / "good.txt").unlink()  # now there is nothing else to check
    repository.git("add", "--all")
    assert repository.outcome()["redmark"] == "Passed"


def test_word_files_have_their_own_hook(repository: Repository) -> None:
    repository.write("memo.docx", (ROOT / "examples" / "memo-tracked-2018.docx").read_bytes())
    outcome = repository.outcome()
    assert (outcome["redmark"], outcome["word"]) == ("Passed", "Failed")
    assert "[deletion-tracked]" in outcome["said"]


def test_a_pack_of_rules_is_tested(repository: Repository) -> None:
    pack = ROOT / "examples" / "agency-pack"
    for path in sorted(pack.rglob("*.yaml")):
        repository.write(f"rules/{path.relative_to(pack)}", path.read_text())
    assert repository.outcome()["rules"] == "Passed"
    rule = (pack / "distribution-office-unknown.yaml").read_text()
    repository.write("rules/distribution-office-unknown.yaml", rule.replace("severity:", "severty:"))
    outcome = repository.outcome()
    assert (outcome["rules"], "did you mean 'severity'?" in outcome["said"]) == ("Failed", True)


def test_a_file_that_cannot_be_read_fails(repository: Repository) -> None:
    repository.write("memo.pdf", b"%PDF-1.7\nthis is none\n")
    outcome = repository.outcome()
    assert (outcome["redmark"], "redmark: memo.pdf: " in outcome["said"]) == ("Failed", True)


def test_try_repo_runs_every_hook(repository: Repository, snapshot: tuple[Path, str]) -> None:
    repository.write("bad.txt", BAD)
    done = repository.pre_commit("try-repo", str(snapshot[0]), "--ref", snapshot[1], "--all-files")
    assert (done.returncode, done.stdout.count("Failed"), done.stdout.count("Skipped")) == (1, 1, 2)
    assert "[paragraph-number-gap]" in done.stdout


def test_the_hooks_that_init_writes_run_the_installed_redmark(repository: Repository) -> None:
    """`repo: local`: what is installed here is this checkout, under the name that the hooks call."""
    (repository.folder / ".pre-commit-config.yaml").unlink()
    bin_folder = repository.folder / ".bin"
    bin_folder.mkdir()
    ours = bin_folder / "redmark"
    ours.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m validator "$@"\n')
    ours.chmod(0o755)
    repository._env["PATH"] = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        ["redmark", "init", "--pre-commit"], cwd=repository.folder, env=repository._env, check=True
    )
    repository.write("bad.txt", BAD)
    done = repository.pre_commit("run", "--all-files")
    assert (done.returncode, "[paragraph-number-gap]" in done.stdout) == (1, True)
    repository.write("bad.txt", GOOD)
    assert repository.pre_commit("run", "--all-files").returncode == 0
