"""Redmark as functions, on text, bytes and paths."""

from datetime import date
from pathlib import Path

import pytest

import validator
from tests.cli.running import BAD, GOOD, PROSE
from validator.api.checking import Checker
from validator.findings import Summary


def rules_found(report: validator.Report) -> list[str]:
    return [finding.rule for file in report.files for finding in file.findings if finding.severity != "info"]


@pytest.mark.parametrize("text", [BAD, BAD.encode(), BAD.encode("utf-16")], ids=["text", "utf-8", "utf-16"])
def test_a_text_is_checked(text: str | bytes) -> None:
    report = validator.check_text(text, name="cable.txt")
    assert rules_found(report) == ["paragraph-number-gap"]
    assert (report.exit_code, report.files[0].path, report.files[0].kind) == (1, "cable.txt", "telegram")


@pytest.mark.parametrize("text", [PROSE, "", b"\x00\x01\x02" * 99, "\ud800"], ids=repr)
def test_what_is_no_document_is_a_result_and_not_an_exception(text: str | bytes) -> None:
    assert validator.check_text(text).exit_code == 4


def test_settings_choose_the_rules() -> None:
    settings = validator.Settings(ignore=("paragraph-number-gap",), as_of=date(2006, 1, 1))
    report = validator.check_text(BAD, settings=settings)
    assert (rules_found(report), report.exit_code, report.settings.as_of) == ([], 0, "2006-01-01")


def test_an_unknown_rule_is_a_usage_error() -> None:
    with pytest.raises(validator.ValidatorError, match="did you mean 'paragraph-number-gap'"):
        validator.check_text(BAD, settings=validator.Settings(select=("paragraph-number-gaps",)))


def test_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "bad.txt").write_text(BAD)
    assert validator.check_file(tmp_path / "good.txt").exit_code == 0
    assert validator.check_file(str(tmp_path / "missing.txt")).exit_code == 4
    report = validator.check_paths([tmp_path])
    assert (report.exit_code, report.summary) == (1, Summary(2, 2, 0, 0, 0, 1, report.summary.info))


def test_files_come_one_by_one(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(GOOD)
    checker = Checker()
    reports = checker.check_paths([tmp_path])
    assert checker.tally.summary().files == 0
    next(reports)
    assert checker.tally.summary().files == 1


def test_the_report_names_the_packs_that_judged() -> None:
    packs = {pack.name: pack for pack in validator.check_text(GOOD).tool.packs}
    assert len(packs["telegram"].sha256) == 64


def test_the_package_offers_what_it_says() -> None:
    assert set(validator.__all__) <= set(dir(validator))
    assert all(getattr(validator, name) is not None for name in validator.__all__)
    assert not hasattr(validator, "nothing_of_the_kind")
