"""The JSON schemas that ship with Redmark, by the name after `redmark:` in their `$id`."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, Final, TypeAlias

import regex
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from referencing.jsonschema import DRAFT202012, SchemaRegistry

from validator import resources

Schema: TypeAlias = dict[str, Any]

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_FORMATS: Final = FormatChecker(formats=())


def named(name: str) -> Schema:
    """The schema `redmark:<name>`."""
    return _schemas()[f"redmark:{name}"]


@cache
def referred(reference: str) -> Schema:
    """What a `$ref` refers to. References are absolute once the schemas are loaded."""
    document, _, pointer = reference.partition("#")
    schema = _schemas()[document]
    for step in pointer.split("/")[1:]:
        schema = schema[step]
    return schema


def errors(data: object, name: str) -> Iterator[ValidationError]:
    """Every way in which the data is not what the schema wants."""
    return iter(_validator(name).iter_errors(data))


@cache
def _validator(name: str) -> Draft202012Validator:
    by_id = [(key, DRAFT202012.create_resource(schema)) for key, schema in _schemas().items()]
    registry = SchemaRegistry().with_resources(by_id)
    return Draft202012Validator(named(name), registry=registry, format_checker=_FORMATS)


@cache
def _schemas() -> dict[str, Schema]:
    files = sorted(resources.folder("schemas").rglob("*.schema.json"))
    loaded = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    return {schema["$id"]: _with_absolute_references(schema, schema["$id"]) for schema in loaded}


def _with_absolute_references(part: Any, base: str) -> Any:
    """So that a subschema can be looked up without knowing which file it came from."""
    if isinstance(part, list):
        return [_with_absolute_references(item, base) for item in part]
    if not isinstance(part, dict):
        return part
    return {
        key: base + value
        if key == "$ref" and value.startswith("#")
        else _with_absolute_references(value, base)
        for key, value in part.items()
    }


@_FORMATS.checks("date", raises=ValueError)
def _is_day(value: object) -> bool:
    # fromisoformat alone would let 20060102 and 2006-W01-2 pass.
    return not isinstance(value, str) or (
        _DAY.fullmatch(value) is not None and bool(date.fromisoformat(value))
    )


@_FORMATS.checks("redmark-regex", raises=regex.error)
def _is_regex(value: object) -> bool:
    return not isinstance(value, str) or bool(regex.compile(value, regex.VERSION0))
