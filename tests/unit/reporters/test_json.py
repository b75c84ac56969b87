"""JSON and JSON Lines: valid by the schema, in one order, and never half written."""

import json
from typing import Any

import jsonschema
import msgspec
import pytest

from tests.unit.reporters.made import CHECKED, CLEAN, MISSING, SETTINGS, SUMMARY, TOOL, UNKNOWN
from validator import resources
from validator.findings import FileReport
from validator.reporters import REPORTERS
from validator.reporters.validation import InvalidReportError

SCHEMA = json.loads((resources.folder("schemas") / "report.schema.json").read_bytes())
FILES = (CHECKED, CLEAN, MISSING, UNKNOWN)


def written(name: str, files: tuple[FileReport, ...] = FILES) -> bytes:
    reporter = REPORTERS[name](TOOL, SETTINGS, False)
    return reporter.head() + b"".join(map(reporter.file, files)) + reporter.tail(SUMMARY, 4)


def valid(data: Any, part: str = "") -> bool:
    schema = SCHEMA if not part else {"$ref": f"#/$defs/{part}", "$defs": SCHEMA["$defs"]}
    return jsonschema.Draft202012Validator(schema).is_valid(data)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_json_is_valid_and_holds_every_file() -> None:
    report = json.loads(written("json"))
    assert valid(report)
    assert [file["path"] for file in report["files"]] == [file.path for file in FILES]
    assert list(report) == ["schema_version", "tool", "settings", "files", "summary", "exit_code"]


def test_json_without_files_is_valid() -> None:
    assert valid(json.loads(written("json", ())))


def test_json_lines_are_valid_one_by_one() -> None:
    first, *files, last = map(json.loads, written("jsonl").splitlines())
    assert valid(first, "run_line")
    assert all(valid(file, "file_line") for file in files)
    assert valid(last, "summary_line")
    assert [file["file"]["path"] for file in files] == [file.path for file in FILES]


def test_both_say_the_same_of_a_file() -> None:
    whole = json.loads(written("json"))["files"]
    assert whole == [json.loads(line)["file"] for line in written("jsonl").splitlines()[1:-1]]


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_same_input_same_bytes(name: str) -> None:
    assert written(name) == written(name)


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_a_report_that_breaks_the_contract_is_not_written(name: str) -> None:
    wrong = msgspec.structs.replace(CLEAN, status="fine", document={"prose": "secret words"})
    with pytest.raises(InvalidReportError) as error:
        written(name, (wrong,))
    assert "secret words" not in str(error.value)
    assert "please report it" in str(error.value)
