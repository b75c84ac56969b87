"""The settings of a project: the nearest file that has some, from the current folder up to the repository's root."""

from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias

from validator.errors import UsageError
from validator.readers.path_patterns import placed as pattern_in
from validator.rulebook.installed import PREFIX
from validator.strictyaml.spelling import advice

FILES: Final = ("redmark.toml", ".redmark.toml", "pyproject.toml")
Values: TypeAlias = dict[str, Any]

_TABLE: Final = ("tool", "redmark")
_PATHS: Final = ("baseline", "suppressions", "withheld")
_PATTERNS: Final = ("exclude", "include")
_ROOT: Final = ".git"
# What a profile chooses; the file and the command line may choose otherwise.
PROFILES: Final[dict[str, Values]] = {
    "archive": {"fail-on": "error"},
    "draft": {"fail-on": "error", "ignore": ["hidden-in-file", "hidden-in-office"]},
    "pre-publication": {"fail-on": "warning", "side-channels": True},
}


def find(start: Path) -> Path | None:
    """The nearest file with settings; the search ends at the root of the repository, or of the disk."""
    for folder in (start, *start.parents):
        for name in FILES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or _has_table(path)):
                return path
        if (folder / _ROOT).exists():
            return None
    return None


def read_settings(path: Path) -> Values:
    """The settings in a file, paths made relative to it. UsageError for each fault."""
    return settings_in(path, _content(path))


def settings_in(path: Path, text: str) -> Values:
    """The settings that a text says, which is that of a file or shall become it."""
    values = _parsed(path, text)
    if path.name == "pyproject.toml":
        for key in _TABLE:
            values = values.get(key, {})
    return placed(checked(values, str(path)), path.parent)


def placed(values: Values, folder: Path) -> Values:
    """The values with their paths as seen from the current folder."""
    moved: Values = {key: str(folder / values[key]) for key in _PATHS if key in values}
    moved |= {key: [pattern_in(each, folder) for each in values[key]] for key in _PATTERNS if key in values}
    if "per-file" in values:
        moved["per-file"] = {pattern_in(each, folder): names for each, names in values["per-file"].items()}
    if "extends" in values:
        moved["extends"] = [
            name if name.startswith(PREFIX) else str(folder / name) for name in values["extends"]
        ]
    return values | moved


def checked(values: Values, where: str) -> Values:
    """The values, when the schema accepts them; else UsageError with what was probably meant."""
    from validator.strictyaml import schemas  # loads jsonschema, which a run without settings does not need

    known = schemas.named("settings")["properties"]
    values = {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}
    reasons = [f"unknown key '{key}'{advice(key, known)}" for key in values if key not in known]
    for error in schemas.errors({key: value for key, value in values.items() if key in known}, "settings"):
        at = ".".join(map(str, error.absolute_path))
        choices = error.validator_value if error.validator == "enum" else ()
        meant = advice(str(error.instance), map(str, choices)) if isinstance(choices, list) else ""
        reasons.append(f"{at}: {error.message}{meant}")
    if reasons:
        raise UsageError("\n".join(f"settings: {where}: {reason}" for reason in reasons))
    return values


def assigned(text: str) -> Values:
    """The value of `key=value`, written as in the file; a bare word is text."""
    key, sign, value = text.partition("=")
    if not sign:
        raise UsageError(f"settings: '{text}' is not KEY=VALUE; write it like fail-on=error")
    import tomllib  # as below

    try:
        parsed: Values = tomllib.loads(f"value = {value}")
    except tomllib.TOMLDecodeError:
        parsed = {"value": value}
    return checked({key.strip(): parsed["value"]}, "-o")


def _has_table(path: Path) -> bool:
    return _TABLE[1] in _parsed(path, _content(path)).get(_TABLE[0], {})


def _content(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise UsageError(f"settings: {path}: {reason.lower()}") from error


def _parsed(path: Path, text: str) -> Values:
    import tomllib  # here, as most runs have no file of settings

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"settings: {path}: {str(error)[:1].lower()}{str(error)[1:]}") from error
