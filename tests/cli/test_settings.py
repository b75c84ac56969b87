"""Settings of a project: where they are found, what outweighs what, and what is refused."""

import json
from pathlib import Path

import pytest

from tests.cli.running import BAD, ROOT, redmark

FAULTY = (ROOT / "examples" / "declassification-faults-2002.txt").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub").mkdir()
    (tmp_path / "bad.txt").write_text(BAD)
    (tmp_path / "sub" / "faulty.txt").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def shown(folder: Path, *arguments: str) -> dict[str, tuple[object, str]]:
    """Every setting with its origin, as --show-config prints them."""
    ran = redmark("check", "--show-config", *arguments, cwd=folder)
    found = {}
    for line in ran.out.splitlines():
        key, _, rest = line.partition(" = ")
        value, _, origin = rest.rpartition("  # ")
        found[key] = (json.loads(value), origin)
    return found


FILES = {
    "redmark.toml": 'fail-on = "error"\n',
    ".redmark.toml": 'fail-on = "error"\n',
    "pyproject.toml": '[project]\nname = "x"\n[tool.redmark]\nfail-on = "error"\n',
}


@pytest.mark.parametrize("name", FILES)
def test_the_nearest_file_counts_from_the_current_folder_up(name: str, folder: Path) -> None:
    (folder / name).write_text(FILES[name])
    assert shown(folder / "sub")["fail-on"] == ("error", str(folder / name))


def test_the_search_ends_at_the_root_of_the_repository(folder: Path) -> None:
    (folder / "sub" / ".git").mkdir()
    (folder / "redmark.toml").write_text(FILES["redmark.toml"])
    assert shown(folder / "sub")["fail-on"] == ("warning", "default")


def test_a_pyproject_without_our_table_is_passed_over(folder: Path) -> None:
    (folder / "sub" / "pyproject.toml").write_text('[project]\nname = "x"\n')
    (folder / "redmark.toml").write_text(FILES["redmark.toml"])
    assert shown(folder / "sub")["fail-on"] == ("error", str(folder / "redmark.toml"))


def test_the_command_line_outweighs_o_and_o_the_file_and_the_file_the_profile(folder: Path) -> None:
    (folder / "redmark.toml").write_text('profile = "pre-publication"\ndialect = "ic"\n')
    found = shown(folder, "-o", "dialect=dod", "-o", "as-of=2001-01-01", "--fail-on", "info")
    assert found["fail-on"] == ("info", "command line")
    assert found["dialect"] == ("dod", "-o")
    assert found["as-of"] == ("2001-01-01", "-o")
    assert found["side-channels"] == (True, "profile pre-publication")


def test_isolated_takes_no_file(folder: Path) -> None:
    (folder / "redmark.toml").write_text(FILES["redmark.toml"])
    assert shown(folder, "--isolated")["fail-on"] == ("warning", "default")


def test_paths_are_those_of_the_file(folder: Path) -> None:
    (folder / "redmark.toml").write_text('baseline = "known.jsonl"\n')
    assert shown(folder / "sub")["baseline"] == (str(folder / "known.jsonl"), str(folder / "redmark.toml"))


def rules(folder: Path, *arguments: str) -> list[tuple[str, str]]:
    ran = redmark("check", ".", "--format", "json", *arguments, cwd=folder)
    return [
        (one["rule"], one["severity"]) for file in json.loads(ran.out)["files"] for one in file["findings"]
    ]


def test_the_severity_of_a_rule_can_be_another(folder: Path) -> None:
    (folder / "redmark.toml").write_text('[severity]\nparagraph-number-gap = "info"\n')
    assert {severity for rule, severity in rules(folder) if rule == "paragraph-number-gap"} == {"info"}


def test_rules_packs_and_tags_can_be_silent_for_some_files(folder: Path) -> None:
    (folder / "redmark.toml").write_text('[per-file]\n"sub/*" = ["authority", "paragraph-number-gap"]\n')
    found = rules(folder)
    assert ("paragraph-number-gap", "warning") in found  # of the other file
    assert not {"declassification-beyond-limit", "reason-category-unknown"} & {rule for rule, _ in found}


def test_what_is_excluded_is_not_checked_though_it_is_named(folder: Path) -> None:
    ran = redmark("check", "bad.txt", "sub/faulty.txt", "--exclude", "sub", "--format", "json", cwd=folder)
    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["bad.txt"]


FAULTS = {
    "an unknown key": ('fail-onn = "error"', "unknown key 'fail-onn'; did you mean 'fail-on'?"),
    "an unknown value": ('fail-on = "eror"', "did you mean 'error'?"),
    "a wrong type": ("select = 3", "select: 3 is not of type 'array'"),
    "an unknown rule": ('[severity]\nparagraph-number-gab = "info"', "did you mean 'paragraph-number-gap'?"),
    "an unknown name": ('ignore = ["portions"]', "there is no rule, pack or tag 'portions'"),
    "no TOML": ("fail-on =", "settings:"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_settings_is_said(name: str, folder: Path) -> None:
    text, said = FAULTS[name]
    (folder / "redmark.toml").write_text(text + "\n")
    ran = redmark("check", ".", cwd=folder)
    assert (ran.code, said in ran.err, "Traceback" in ran.err) == (2, True, False)


def test_a_file_that_is_named_and_missing_is_an_error(folder: Path) -> None:
    assert redmark("check", ".", "--config", "none.toml", cwd=folder).code == 2
