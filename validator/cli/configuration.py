"""What a run is set to: defaults, then a profile, the file of settings, `-o`, and the options of the command line."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from validator.api.checking import Checker
from validator.api.runs import cores
from validator.cli import packs
from validator.cli.days import day
from validator.engine.baseline import read_baseline
from validator.engine.settings import Settings
from validator.engine.settings_file import PROFILES, Values, assigned, find, read_settings
from validator.engine.suppressions import FILE_NAME, read_suppressions
from validator.engine.withheld import read_list
from validator.errors import UsageError

DEFAULTS: Final[Values] = {
    "select": [],
    "ignore": [],
    "extends": [],
    "severity": {},
    "per-file": {},
    "include": [],
    "exclude": [],
    "check-kinds": [],
    "gitignore": True,
    "dialect": "auto",
    "kind": "auto",
    "as-of": None,
    "fail-on": "warning",
    "excerpts": "masked",
    "side-channels": False,
    "allow-empty": False,
    "allow-unrecognised": False,
    "max-bytes": Settings().max_bytes,
    "baseline": None,
    "suppressions": None,
    "withheld": None,
}
_LISTED: Final = ("select", "ignore", "include", "exclude")


class Value(msgspec.Struct, frozen=True):
    """One setting, and where it comes from."""

    value: Any
    origin: str


def add_options(add: Any) -> None:
    """Which file of settings, and what to change of it."""
    add(
        "--config", metavar="FILE", help="take the settings from this file, not from the nearest redmark.toml"
    )
    add("--isolated", action="store_true", help="take no file of settings")
    add(
        "-o",
        dest="set",
        metavar="KEY=VALUE",
        action="append",
        default=[],
        help="change one setting (repeatable)",
    )
    add("--show-config", action="store_true", help="print every setting with its origin, and check nothing")


def configured(arguments: argparse.Namespace) -> dict[str, Value]:
    """Every setting with its origin."""
    values = {key: Value(value, "default") for key, value in DEFAULTS.items()}
    layers = list(_layers(arguments))
    profile = next((layer["profile"] for _, layer in reversed(layers) if "profile" in layer), None)
    if profile is not None:
        layers.insert(0, (f"profile {profile}", PROFILES[profile]))
    for origin, layer in layers:
        values |= {key: Value(value, origin) for key, value in layer.items() if key != "profile"}
    return values


def settings_of(values: dict[str, Value], *, reveal: bool) -> Settings:
    """The settings as a run takes them; files that they name are read."""
    of = {key: value.value for key, value in values.items()}
    suppressions = of["suppressions"] or (FILE_NAME if Path(FILE_NAME).is_file() else None)
    return Settings(
        dialect=of["dialect"],
        as_of=day(of["as-of"]),
        fail_on=of["fail-on"],
        excerpts=of["excerpts"],
        select=tuple(of["select"]),
        ignore=tuple(of["ignore"]),
        severity=tuple(sorted(of["severity"].items())),
        per_file=tuple((pattern, tuple(names)) for pattern, names in sorted(of["per-file"].items())),
        include=tuple(of["include"]),
        exclude=tuple(of["exclude"]),
        gitignore=of["gitignore"],
        check_kinds=tuple(of["check-kinds"]),
        kind=of["kind"],
        max_bytes=of["max-bytes"],
        reveal=reveal,
        side_channels=of["side-channels"],
        withheld=read_list(Path(of["withheld"])) if of["withheld"] else None,
        baseline=read_baseline(Path(of["baseline"])) if of["baseline"] else None,
        suppressions=read_suppressions(Path(suppressions)) if suppressions else None,
        allow_empty=of["allow-empty"],
        allow_unrecognised=of["allow-unrecognised"],
    )


def checker_of(
    settings: Settings, values: dict[str, Value], arguments: argparse.Namespace, *, counting: bool = False
) -> Checker:
    """The checker of a run, with the packs of rules that the settings and the command line name."""
    named = [*values["extends"].value, *packs.folders(arguments)]
    return Checker(
        settings,
        packs=named,
        jobs=jobs_of(getattr(arguments, "jobs", "1")),
        keep=getattr(arguments, "cache", False),
        counting=counting,
    )


def jobs_of(text: str) -> int:
    """How many processes: a number, or `auto` for one on each processor."""
    if text == "auto":
        return cores()
    if not (text.isascii() and text.isdigit() and int(text)):
        raise UsageError(f"jobs: '{text}' is neither auto nor a whole number above 0")
    return int(text)


def shown(values: dict[str, Value]) -> Iterator[str]:
    """A line for each setting: key, value, origin."""
    for key, value in sorted(values.items()):
        text = msgspec.json.encode(value.value).decode()
        yield f"{key} = {text}  # {value.origin}"


def _layers(arguments: argparse.Namespace) -> Iterator[tuple[str, Values]]:
    if arguments.config and arguments.isolated:
        raise UsageError("config: --isolated takes no file of settings; leave one of them out")
    path = Path(arguments.config) if arguments.config else None if arguments.isolated else find(Path.cwd())
    if path is not None:
        yield str(path), read_settings(path)
    for text in arguments.set:
        yield "-o", assigned(text)
    yield "command line", dict(_given(arguments))


def _given(arguments: argparse.Namespace) -> Iterator[tuple[str, Any]]:
    """The options that were given; lists may also be written with commas."""
    for key in DEFAULTS:
        value = getattr(arguments, key.replace("-", "_"), None)
        if key in _LISTED and value:
            yield key, [name.strip() for part in value for name in part.split(",") if name.strip()]
        elif key == "max-bytes" and value is not None:
            yield key, _whole_number(value)
        elif value is not None and value != []:
            yield key, value


def _whole_number(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise UsageError(f"max-bytes: '{text}' is no whole number") from error
