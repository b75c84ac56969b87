"""Scalars without quotes become numbers, yes/no or null where the schema asks for that, else text."""

import re
from collections.abc import Iterator
from typing import Final

from validator.strictyaml.schemas import Schema, referred
from validator.strictyaml.tree import Bare, Plain

# Eight digits are a date such as 20301231, and 010 is a code.
_WHOLE_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]{0,6})")
_FLAGS: Final = {"true": True, "false": False}
_NULLS: Final = frozenset({"null", "~", ""})


def typed(data: Plain, schema: Schema) -> Plain:
    """The data with typed scalars."""
    return _typed(data, [schema])


def _typed(data: Plain, schemas: list[Schema]) -> Plain:
    if isinstance(data, dict):
        every = list(_applying(schemas, data))
        return {key: _typed(value, _of_key(every, key)) for key, value in data.items()}
    if isinstance(data, list):
        items = [schema["items"] for schema in _applying(schemas, data) if "items" in schema]
        return [_typed(item, items) for item in data]
    if isinstance(data, Bare):
        return _scalar(str(data), {name for schema in _applying(schemas, data) for name in _types(schema)})
    return data


def _scalar(text: str, types: set[str]) -> Plain:
    if "null" in types and text in _NULLS:
        return None
    if "boolean" in types and text in _FLAGS:
        return _FLAGS[text]
    if "integer" in types and _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    return text


def _types(schema: Schema) -> list[str]:
    named = schema.get("type", [])
    return [named] if isinstance(named, str) else named


def _of_key(schemas: list[Schema], key: str) -> list[Schema]:
    found = []
    for schema in schemas:
        of_key = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
        if isinstance(of_key, dict):
            found.append(of_key)
    return found


def _applying(schemas: list[Schema], data: Plain) -> Iterator[Schema]:
    """The schemas and every schema that they bring in for this data."""
    for schema in schemas:
        yield schema
        if "$ref" in schema:
            yield from _applying([referred(schema["$ref"])], data)
        yield from _applying(schema.get("allOf", []), data)
        if "if" in schema:
            branch = "then" if _holds(schema["if"], data) else "else"
            yield from _applying([schema[branch]] if branch in schema else [], data)


def _holds(condition: Schema, data: Plain) -> bool:
    """An `if` of our schemas: a key is there, and has one of some values."""
    if not isinstance(data, dict) or not all(key in data for key in condition.get("required", [])):
        return False
    properties = condition.get("properties", {})
    return all(data.get(key) in _allowed(schema) for key, schema in properties.items())


def _allowed(schema: Schema) -> list[Plain]:
    return schema["enum"] if "enum" in schema else [schema["const"]]
