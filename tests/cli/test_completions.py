"""Completions: the scripts are fresh, need no shtab, and complete in the shells they are for."""

import os
import pty
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT, redmark
from tests.cli.terminal import HANGS
from validator.api.checking import rulebook
from validator.cli.command_line import COMMANDS
from validator.cli.completions import SHELLS

COMPLETE = """\
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(( $# - 1 ))
_shtab_redmark
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the script of every shell, as it is printed."""
    folder = tmp_path_factory.mktemp("scripts")
    for shell in SHELLS:
        (folder / f"redmark.{shell}").write_text(redmark("completions", shell).out)
    return folder


def completed(scripts: Path, *words: str) -> set[str]:
    """What bash offers for the last of the words."""
    command = ["bash", "--norc", "-c", COMPLETE, "bash", str(scripts / "redmark.bash"), "redmark", *words]
    done = subprocess.run(command, capture_output=True, text=True, cwd=scripts, timeout=60)
    assert done.stderr == ""
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("ch",), {"check"}),
        (("",), set(COMMANDS)),
        (("check", "--statis"), {"--statistics"}),
        (("check", "a.txt", "--no"), {"--no-cache", "--no-gitignore", "--no-progress"}),
        (("roll-up", "--dia"), {"--dialect"}),
        (("check", "--format", "j"), {"json", "jsonl", "junit"}),
        (("check", "--fail-on", "e"), {"error"}),
        (("check", "--stdin-filename", "redmark.t"), {"redmark.tcsh"}),
        (("explain", "paragraph-number-g"), {"paragraph-number-gap"}),
        (("check", "--select", "no-such-name"), set()),
        (("check", "--ignore", "foi"), {"foia"}),
        (("init", "--profile", "pre"), {"pre-publication"}),
        (("baseline", "pru"), {"prune"}),
        (("completions", ""), set(SHELLS)),
    ],
    ids=lambda words: " ".join(sorted(words) if isinstance(words, set) else words),
)
def test_bash_offers(words: tuple[str, ...], offered: set[str], scripts: Path) -> None:
    assert completed(scripts, *words) == offered


def test_every_rule_is_offered(scripts: Path) -> None:
    assert completed(scripts, "explain", "") == {each.rule.id for each in rulebook().rules}


def test_tab_completes_in_a_bash_on_a_terminal(scripts: Path) -> None:
    ours, theirs = pty.openpty()
    command = ["bash", "--norc", "--noprofile", "-i"]
    env = {"PATH": os.environ["PATH"], "PS1": "ready> ", "TERM": "dumb"}
    process = subprocess.Popen(
        command, cwd=scripts, env=env, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    shown = ""

    def wait_for(text: str) -> None:
        nonlocal shown
        while text not in shown:
            assert select.select([ours], [], [], HANGS)[0], shown
            shown += os.read(ours, 10_000).decode()
        shown = shown.partition(text)[2]

    try:
        wait_for("ready> ")
        os.write(ours, b"source redmark.bash\n")
        wait_for("ready> ")
        os.write(ours, b"redmark ch\t")
        wait_for("redmark check ")
        os.write(ours, b"--statis\t")
        wait_for("--statistics ")
    finally:
        process.kill()
        process.wait()
        os.close(ours)


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("redmark ch", {"check"}),
        ("redmark check --statis", {"--statistics"}),
        ("redmark explain paragraph-number-g", {"paragraph-number-gap"}),
    ],
)
def test_fish_offers(line: str, offered: set[str], scripts: Path) -> None:
    command = ["fish", "--no-config", "-c", f"source redmark.fish; complete -C '{line}'"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=scripts, timeout=60)
    assert {found.partition("\t")[0] for found in done.stdout.splitlines()} == offered


@pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh")
def test_zsh_can_read_its_script(scripts: Path) -> None:
    done = subprocess.run(["zsh", "-n", "redmark.zsh"], capture_output=True, text=True, cwd=scripts)
    assert (done.returncode, done.stderr) == (0, "")
    assert (scripts / "redmark.zsh").read_text().startswith("#compdef redmark\n")


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_rule_is_in_every_script(shell: str, scripts: Path) -> None:
    text = (scripts / f"redmark.{shell}").read_text()
    assert [
        name for name in (*COMMANDS, *(each.rule.id for each in rulebook().rules)) if name not in text
    ] == []
    assert [word for word in ("@RULES@", "@NAMES@") if word in text] == []


def test_the_scripts_are_those_of_the_options_as_they_are() -> None:
    pytest.importorskip("shtab")
    command = [sys.executable, str(ROOT / "completions" / "generate.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_shtab_is_not_needed_to_print_them() -> None:
    code = (
        "import sys; sys.modules['shtab'] = None; sys.argv = ['redmark', 'completions', 'bash']\n"
        "from validator.cli import run; sys.exit(run())"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_unknown_shell_is_refused() -> None:
    ran = redmark("completions", "bsh")
    assert (ran.code, ran.err) == (2, "redmark: shell: there is no 'bsh'; did you mean 'bash'?\n")
