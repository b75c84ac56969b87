"""--watch with a real process: what changes is checked again, and Ctrl-C ends it without a traceback."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import BAD, GOOD, redmark
from tests.cli.terminal import OnTerminal, on_terminal

COLOURLESS = {"NO_COLOR": "1"}
PACK = 'packfile: 1\nname: ours\ntitle: Ours\nversion: "1.0"\ndefault: true\nsource: Our own\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "bad.txt").write_text(BAD)
    return tmp_path


@pytest.fixture
def watching(folder: Path) -> Iterator[OnTerminal]:
    """A watch over the folder that has checked everything once."""
    with on_terminal("check", ".", "--watch", "--quiet", cwd=folder, env=COLOURLESS) as running:
        running.wait_for("redmark: watching 2 files; Ctrl-C ends\r\n")
        assert running.shown.count("bad.txt:9:1: warning:") == 1
        running.shown = ""
        yield running


def replace(path: Path, text: str) -> None:
    """Writes the file as editors do: another file takes its name."""
    part = path.with_name(f".{path.name}.part")
    part.write_text(text)
    part.replace(path)


def test_only_what_changed_is_checked_again(watching: OnTerminal, folder: Path) -> None:
    replace(folder / "good.txt", BAD)
    watching.wait_for(
        "good.txt:9:1: warning: Missing before paragraph 3: paragraph 2. [paragraph-number-gap]\r\n"
    )
    assert "bad.txt" not in watching.shown


def test_what_comes_is_checked_and_what_goes_is_said(watching: OnTerminal, folder: Path) -> None:
    replace(folder / "new.txt", BAD)
    watching.wait_for("new.txt:9:1: warning:")
    (folder / "new.txt").unlink()
    watching.wait_for("redmark: new.txt: is gone\r\n")


def test_other_settings_check_everything_again_and_wrong_ones_are_said(
    watching: OnTerminal, folder: Path
) -> None:
    replace(folder / "redmark.toml", 'fail-onn = "error"\n')
    watching.wait_for("unknown key 'fail-onn'; did you mean 'fail-on'?\r\n")
    replace(folder / "redmark.toml", '[severity]\nparagraph-number-gap = "error"\n')
    watching.wait_for("redmark: settings or rules have changed: everything is checked again\r\n")
    watching.wait_for("bad.txt:9:1: error: Missing")


def test_other_rules_check_everything_again(folder: Path) -> None:
    pack = folder / "ours"
    pack.mkdir()
    (pack / "pack.yaml").write_text(PACK)
    with on_terminal("check", "good.txt", "--pack", "ours", "--watch", cwd=folder, env=COLOURLESS) as running:
        running.wait_for("watching 1 file;")
        running.shown = ""
        replace(pack / "our-rule.yaml", "rulefile: 1\n")
        running.wait_for("redmark: ours/our-rule.yaml:1:1: ")


def test_ctrl_c_ends_it_with_130_and_without_a_traceback(watching: OnTerminal) -> None:
    watching.process.send_signal(signal.SIGINT)
    assert (watching.process.wait(timeout=60), watching.rest()) == (130, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--output", "json:a.json"), "watch: --output would hold the last change only"),
        (("--write-baseline", "b.jsonl"), "watch: --write-baseline would hold the last change only"),
        (("-",), "watch: standard input does not change"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: tuple[str, ...], said: str, folder: Path) -> None:
    ran = redmark("check", "--watch", "good.txt", *arguments, cwd=folder)
    assert (ran.code, said in ran.err) == (2, True)
