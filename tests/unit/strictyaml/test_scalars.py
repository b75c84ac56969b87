"""Scalars become what the schema asks for, and stay text elsewhere."""

import pytest

from validator.strictyaml.scalars import typed
from validator.strictyaml.tree import Bare

INTEGER, FLAG, TEXT = {"type": "integer"}, {"type": "boolean"}, {"type": "string"}
NUMBER_OR_NULL = {"type": ["integer", "null"]}


@pytest.mark.parametrize(
    ("written", "schema", "read"),
    [
        (Bare("10"), INTEGER, 10),
        (Bare("-3"), INTEGER, -3),
        (Bare("9999999"), INTEGER, 9999999),
        (Bare("20301231"), INTEGER, "20301231"),
        (Bare("010"), INTEGER, "010"),
        (Bare("1.10"), INTEGER, "1.10"),
        ("10", INTEGER, "10"),  # quoted
        (Bare("10"), TEXT, "10"),
        (Bare("10"), {}, "10"),
        (Bare("true"), FLAG, True),
        (Bare("NO"), FLAG, "NO"),
        (Bare("true"), TEXT, "true"),
        (Bare("null"), NUMBER_OR_NULL, None),
        (Bare(""), NUMBER_OR_NULL, None),
        (Bare("null"), TEXT, "null"),
        ([Bare("1"), Bare("x")], {"items": INTEGER}, [1, "x"]),
        ({"a": Bare("1"), "b": Bare("1")}, {"properties": {"a": INTEGER}}, {"a": 1, "b": "1"}),
        ({"a": Bare("1")}, {"additionalProperties": INTEGER}, {"a": 1}),
        ({"a": Bare("1")}, {"allOf": [{"properties": {"a": INTEGER}}]}, {"a": 1}),
    ],
)
def test_a_scalar_is_typed_by_its_schema(written: object, schema: dict[str, object], read: object) -> None:
    result = typed(written, schema)  # type: ignore[arg-type]
    assert result == read
    assert not isinstance(result, Bare)


@pytest.mark.parametrize(("kind", "read"), [("number", 5), ("words", "5")])
def test_a_branch_of_the_schema_types_what_it_is_chosen_for(kind: str, read: object) -> None:
    schema = {
        "if": {"properties": {"kind": {"enum": ["number"]}}, "required": ["kind"]},
        "then": {"properties": {"value": INTEGER}},
        "else": {"properties": {"value": TEXT}},
    }
    assert typed({"kind": Bare(kind), "value": Bare("5")}, schema) == {"kind": kind, "value": read}
