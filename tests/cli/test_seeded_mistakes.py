"""Mistakes in rule files through the real commands: exit 3, the right place, and the word that was meant."""

from pathlib import Path

import pytest

from tests.cli.running import GOOD, redmark
from tests.unit.rulebook.test_seeded_mistakes import MISTAKES, PACK, RULE

COMMANDS = {
    "test of the folder": ("test", "seeded"),
    "test of the file": ("test", "seeded/subject-missing-here.yaml"),
    "check": ("check", "--pack", "seeded", "cable.txt"),
}
SUGGESTED = {"rationale", "error", "required", "field", "subject"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cable.txt").write_text(GOOD)
    (tmp_path / "seeded").mkdir()
    (tmp_path / "seeded" / "pack.yaml").write_text(PACK)
    (tmp_path / "seeded" / "subject-missing-here.yaml").write_text(RULE)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_without_a_mistake_all_is_well(command: tuple[str, ...], folder: Path) -> None:
    assert redmark(*command, cwd=folder).code == 0


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize(("right", "wrong", "answer"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_ends_with_3_and_is_answered_on_one_line(
    command: tuple[str, ...], right: str, wrong: str, answer: str, folder: Path
) -> None:
    (folder / "seeded" / "subject-missing-here.yaml").write_text(RULE.replace(right, wrong))
    ran = redmark(*command, cwd=folder)
    said = f"redmark: seeded/subject-missing-here.yaml:{answer}\n"
    assert (ran.code, ran.out, ran.err) == (3, "", said)


def test_the_intended_word_is_named_where_one_is_near() -> None:
    named = {
        answer.split("did you mean '")[1].split("'")[0]
        for *_, answer in MISTAKES.values()
        if "mean" in answer
    }
    assert named == SUGGESTED


def test_the_faults_of_all_files_of_a_pack_come_together(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(PACK)
    for name, (right, wrong, _) in zip("abc", MISTAKES.values(), strict=False):
        text = RULE.replace("subject-missing-here", f"subject-missing-{name}").replace(right, wrong)
        (tmp_path / f"subject-missing-{name}.yaml").write_text(text)
    ran = redmark("test", ".", cwd=tmp_path)
    assert ran.code == 3
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == [
        "subject-missing-a.yaml:8:1",
        "subject-missing-b.yaml:5:11",
        "subject-missing-c.yaml:12:9",
    ]
