"""Schemas, code and rule files say the same."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from validator import resources
from validator.checks import CHECKS
from validator.engine.settings import DIALECTS, EXCERPTS
from validator.engine.settings_file import PROFILES
from validator.findings import SEVERITIES
from validator.model.kinds import KINDS
from validator.model.level import Level
from validator.parsers import KINDS as DOCUMENT_KINDS
from validator.rulebook import builtin
from validator.rulebook.rule import Confidence, Severity, Status
from validator.strictyaml.schemas import named
from validator.vocabulary.load import builtin as vocabularies

SCHEMAS = sorted(resources.folder("schemas").rglob("*.schema.json"))
OURS = [path for path in SCHEMAS if json.loads(path.read_text())["$id"].startswith("redmark:")]
RULE = named("rule")["properties"]


def name_of(path: Path) -> str:
    return path.relative_to(resources.folder("schemas")).as_posix().removesuffix(".schema.json")


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every subschema of a schema."""
    if isinstance(schema, dict):
        yield schema
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(part)


@pytest.mark.parametrize("path", SCHEMAS, ids=name_of)
def test_a_schema_is_a_schema(path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(path.read_text()))


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_the_id_is_the_place_of_the_file(path: Path) -> None:
    assert json.loads(path.read_text())["$id"] == f"redmark:{name_of(path)}"


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_a_mapping_with_named_keys_has_no_others(path: Path) -> None:
    for part in parts(json.loads(path.read_text())):
        if part.get("type") == "object" and "allOf" not in part:
            assert "additionalProperties" in part, part.get("description")


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_nothing_is_left_to_alternatives(path: Path) -> None:
    # An error under oneOf or anyOf says what each alternative wants, and not what is wrong.
    assert not any({"oneOf", "anyOf"} & part.keys() for part in parts(json.loads(path.read_text())))


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("dialect", DIALECTS),
        ("excerpts", EXCERPTS),
        ("fail-on", SEVERITIES),
        ("kind", DOCUMENT_KINDS),
        ("profile", PROFILES),
    ],
)
def test_a_setting_enumerates_what_the_code_knows(key: str, values: Iterable[str]) -> None:
    schema = named("settings")["properties"][key]
    enumerated = schema.get("enum") or named("settings")["$defs"][schema["$ref"].rpartition("/")[2]]["enum"]
    assert enumerated == sorted(values)


def test_every_enumeration_of_the_settings_is_compared() -> None:
    enumerating = {key for key, schema in named("settings")["properties"].items() if "enum" in schema}
    assert enumerating == {"dialect", "excerpts", "kind", "profile"}


def test_given_enumerates_the_kinds_of_the_model() -> None:
    assert named("node-kind")["enum"] == sorted(KINDS)


@pytest.mark.parametrize("kind", CHECKS)
def test_the_keys_of_a_check_are_the_fields_of_its_parameters(kind: str) -> None:
    schema = named(f"checks/{kind}")
    assert schema["properties"].keys() == {"kind", *CHECKS[kind].__struct_encode_fields__}
    assert schema["properties"]["kind"] == {"const": kind}


def test_a_rule_chooses_among_the_checks_that_exist() -> None:
    chosen = [branch["if"]["properties"]["kind"]["const"] for branch in RULE["check"]["allOf"]]
    assert chosen == RULE["check"]["properties"]["kind"]["enum"] == sorted(CHECKS)
    assert [branch["then"]["$ref"] for branch in RULE["check"]["allOf"]] == [
        f"redmark:checks/{kind}" for kind in sorted(CHECKS)
    ]


def test_the_words_of_the_schema_are_the_words_of_the_types() -> None:
    assert RULE["status"]["enum"] == list(get_args(Status))
    assert RULE["severity"]["enum"] == list(get_args(Severity))
    assert RULE["confidence"]["enum"] == list(get_args(Confidence))
    levels = named("vocabulary")["properties"]["terms"]["items"]["properties"]["level"]["enum"]
    assert levels == [level.title for level in Level]


def test_every_file_that_ships_is_valid() -> None:
    assert len(vocabularies()) > 0
    assert len(builtin().rules) > 0


def test_a_pack_is_called_like_its_folder() -> None:
    folders = {path.name for path in resources.folder("rules").iterdir() if path.is_dir()}
    assert {pack.name for pack in builtin().packs} == folders - {"vocabulary"}
