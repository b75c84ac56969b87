"""The report schema and the types behind it say the same."""

import json
from typing import Any

import msgspec
import pytest

from tests.unit.engine.made import document
from validator import findings, resources
from validator.engine.document_data import document_data
from validator.engine.excerpt import Excerpt
from validator.engine.masking import lexicon_of
from validator.spans import LineIndex, Place
from validator.vocabulary.load import builtin

SCHEMA = json.loads((resources.folder("schemas") / "report.schema.json").read_bytes())
DEFINITIONS: dict[str, Any] = SCHEMA["$defs"]


@pytest.mark.parametrize(
    ("definition", "struct"),
    [
        (SCHEMA, findings.Report),
        (DEFINITIONS["artefact"], findings.Artefact),
        (DEFINITIONS["citation"], findings.Citation),
        (DEFINITIONS["file"], findings.FileReport),
        (DEFINITIONS["finding"], findings.Finding),
        (DEFINITIONS["not_checked"], findings.NotChecked),
        (DEFINITIONS["pack"], findings.PackStamp),
        (DEFINITIONS["place"], Place),
        (DEFINITIONS["related"], findings.Related),
        (DEFINITIONS["settings"], findings.ReportSettings),
        (DEFINITIONS["span"], findings.FileSpan),
        (DEFINITIONS["summary"], findings.Summary),
        (DEFINITIONS["tool"], findings.Tool),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_the_fields_are_the_same(definition: dict[str, Any], struct: type[msgspec.Struct]) -> None:
    fields = {field.encode_name for field in msgspec.structs.fields(struct)}
    assert set(definition["properties"]) == fields
    assert definition["additionalProperties"] is False


def test_the_document_has_the_fields_of_the_schema() -> None:
    data = document_data(document(), LineIndex.of(""), Excerpt("masked", lexicon_of(builtin())))
    definition = DEFINITIONS["document"]
    assert set(definition["properties"]) - {"release"} == set(definition["required"]) == set(data)


def test_severities_and_version_are_the_same() -> None:
    assert set(DEFINITIONS["severity"]["enum"]) == set(findings.SEVERITIES)
    assert SCHEMA["properties"]["schema_version"] == {"const": findings.SCHEMA_VERSION}


def test_every_object_is_closed_and_described() -> None:
    open_ones = [
        name
        for name, each in DEFINITIONS.items()
        if each.get("type") == "object" and "additionalProperties" not in each
    ]
    plain = [
        name
        for name, each in DEFINITIONS.items()
        if each.get("type") == "object" and "description" not in each
    ]
    assert (open_ones, plain) == ([], [])
