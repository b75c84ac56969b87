"""Packs of installed packages: a folder of YAML under an entry point, and nothing of the package is run."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT, Ran, redmark

AGENCY = ROOT / "examples" / "agency-pack"
MEMO = str(ROOT / "examples" / "agency-memos" / "memo-faults-2021.txt")
PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "{name}"
version = "1.0"

[project.entry-points."redmark.packs"]
{entries}

[tool.hatch.build.targets.wheel]
packages = ["{package}"]
"""
# Whoever imports it gets a file that says so.
CODE = "from pathlib import Path\nPath(__file__).with_name('was-run').write_text('')\n"
ENTRIES = """\
harbours = "harbour_rules.pack"
flat = "flat_rules"
absent = "harbour_rules.absent"
code = "harbour_rules:pack"
nothing = "no_such_package"
"""


def install(folder: Path, name: str, package: str, entries: str) -> None:
    """Builds a distribution with a pack and installs it as pip does."""
    project = folder / name
    (project / package).mkdir(parents=True)
    (project / "pyproject.toml").write_text(PROJECT.format(name=name, package=package, entries=entries))
    (project / package / "__init__.py").write_text(CODE)
    shutil.copytree(AGENCY, project / package / "pack")
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-build-isolation", "--no-index"]
    options = ["--disable-pip-version-check", "--quiet", "--target", str(folder / "site")]
    done = subprocess.run([*command, *options, str(project)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    install(folder, "harbour-rules", "harbour_rules", ENTRIES)
    flat = folder / "site" / "flat_rules"
    shutil.copytree(AGENCY, flat)
    (flat / "__init__.py").write_text(CODE)
    return folder / "site"


def run(site: Path, *arguments: str, cwd: Path | None = None) -> Ran:
    return redmark(*arguments, cwd=cwd, env={"PYTHONPATH": f"{ROOT}:{site}"})


@pytest.mark.parametrize("name", ["harbours", "flat"])
def test_a_pack_is_found_by_the_name_of_its_entry_point_and_no_code_is_run(site: Path, name: str) -> None:
    ran = run(site, "check", "--pack", f"package:{name}", MEMO, "--format", "json")
    found = [finding["rule"] for finding in json.loads(ran.out)["files"][0]["findings"]]
    assert found == ["file-number-malformed", "pilots-only-retired", "distribution-office-unknown"]
    assert ran.code == 1
    assert not list(site.rglob("was-run"))


def test_it_is_the_same_pack_as_in_its_folder(site: Path) -> None:
    ran = run(site, "test", "package:harbours")
    assert (ran.code, ran.out) == (0, redmark("test", str(AGENCY)).out)


@pytest.mark.parametrize(
    "command", ["rules --pack package:harbours", "explain pilots-only-retired --pack package:harbours"]
)
def test_other_commands_know_it_too(site: Path, command: str) -> None:
    ran = run(site, *command.split())
    assert (ran.code, "pilots-only-retired" in ran.out) == (0, True)


def test_settings_can_name_it(site: Path, tmp_path: Path) -> None:
    (tmp_path / "redmark.toml").write_text('extends = ["package:harbours"]\n')
    assert run(site, "check", MEMO, cwd=tmp_path).code == 1
    assert 'extends = ["package:harbours"]' in run(site, "check", "--show-config", cwd=tmp_path).out


def test_it_is_loaded_only_where_it_is_named(site: Path) -> None:
    assert run(site, "check", MEMO).code == 0
    assert "pilots-only-retired" not in run(site, "rules").out


REFUSED = {
    "harbour": "no installed package has such a pack; did you mean 'harbours'?",
    "absent": "'harbour_rules.absent' is no folder of an installed package; install it anew",
    "code": "'harbour_rules:pack' names code; the entry point must name a folder, as 'package.folder'",
    "nothing": "'no_such_package' is no folder of an installed package; install it anew",
}


@pytest.mark.parametrize(("name", "reason"), REFUSED.items(), ids=REFUSED)
@pytest.mark.parametrize("command", ["check", "test"])
def test_what_is_no_pack_is_answered_with_the_reason(
    site: Path, command: str, name: str, reason: str
) -> None:
    arguments = (
        ("check", "--pack", f"package:{name}", MEMO) if command == "check" else ("test", f"package:{name}")
    )
    ran = run(site, *arguments)
    assert (ran.code, ran.out, ran.err) == (3, "", f"redmark: package:{name}:1:1: {reason}\n")
    assert not list(site.rglob("was-run"))


def test_without_any_installed_pack_that_is_said(tmp_path: Path) -> None:
    ran = redmark("check", "--pack", "package:harbours", MEMO)
    assert (ran.code, ran.err) == (
        3,
        "redmark: package:harbours:1:1: no installed package has such a pack; "
        "there is no entry point 'redmark.packs' at all\n",
    )


def test_a_name_that_two_packages_use_is_refused(site: Path, tmp_path: Path) -> None:
    install(tmp_path, "other-rules", "other_rules", 'harbours = "other_rules.pack"')
    ran = redmark("test", "package:harbours", env={"PYTHONPATH": f"{ROOT}:{site}:{tmp_path / 'site'}"})
    said = "several packages have such a pack (harbour_rules.pack, other_rules.pack); uninstall one"
    assert (ran.code, ran.err) == (3, f"redmark: package:harbours:1:1: {said}\n")
