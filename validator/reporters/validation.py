"""Checks a report against its schema, most often schemas/report.schema.json, before a byte of it is written."""

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import msgspec

from validator import resources
from validator.errors import ValidatorError

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

SCHEMA_FILE: Final = "report.schema.json"
WHOLE: Final = "report"


class InvalidReportError(ValidatorError):
    """A report that breaks its own contract: a fault of Redmark, so nothing is written."""

    exit_code = 4


def valid_builtins(value: object, part: str = WHOLE, schema: str = SCHEMA_FILE) -> Any:
    """The value as plain data; `part` is a name under $defs of the schema, or the whole report."""
    return valid(msgspec.to_builtins(value), part, schema)


def valid(data: Any, part: str, schema: str = SCHEMA_FILE) -> Any:
    """The same data, for a caller who has plain data already."""
    validator = _validator(part, schema)
    if not validator.is_valid(data):
        fault = next(iter(validator.iter_errors(data)))
        place = "/".join(map(str, fault.instance_path))
        raise InvalidReportError(
            f"{part}/{place}: {fault.message}; this is a fault of Redmark, please report it"
        )
    return data


@cache
def _validator(part: str, file: str) -> "Draft202012Validator":
    # Imported here: 20 ms that a text report need not pay. 290 times as fast as jsonschema.
    from jsonschema_rs import Draft202012Validator

    schema = msgspec.json.decode((resources.folder("schemas") / file).read_bytes())
    if part != WHOLE:
        schema = {key: schema[key] for key in ("$schema", "$defs")} | {"$ref": f"#/$defs/{part}"}
    # The mask keeps values, which may be text of a document, out of error messages.
    return Draft202012Validator(schema, offline=True, mask="a value")
