"""The texts that `redmark init` writes. The settings are those of the schema, so that none is ever missing."""

import json
import re
from collections.abc import Collection, Iterator
from typing import Any, Final

from validator import __version__
from validator.cli.configuration import DEFAULTS

# For settings whose default would show nothing.
_SAMPLES: Final[dict[str, Any]] = {
    "as-of": "1976-03-01",
    "baseline": "baseline.jsonl",
    "exclude": ["raw/*"],
    "extends": ["our-rules"],
    "ignore": ["tags-unknown"],
    "profile": "pre-publication",
    "select": ["telegram", "portion"],
    "suppressions": "redmark-suppressions.yaml",
    "withheld": "names.hashes",
}
_TABLES: Final[dict[str, str]] = {
    "severity": 'paragraph-number-gap = "error"',
    "per-file": '"drafts/*" = ["authority"]',
}
_SETTINGS_HEAD: Final = """\
# Settings of Redmark. `redmark check --show-config` prints each with where it comes from.
# The command line outweighs this file, and this file the profile. Paths are relative to this file.
# A line that begins with # is off; take the # away to turn it on.
"""
_HOOKS: Final = """\
- repo: local  # runs the redmark that is installed here
  hooks:
  - id: redmark
    name: check classification markings and redactions
    entry: redmark check --quiet --allow-unrecognised --allow-empty
    language: system
    types_or: [plain-text, markdown, html, pdf]
    require_serial: true
  - id: redmark-word
    name: check classification markings and redactions in Word files
    entry: redmark check --quiet --allow-unrecognised --allow-empty
    language: system
    files: \\.docx$
    require_serial: true
"""
_WORKFLOW: Final = """\
name: redmark
on:
  pull_request:
  push:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    env:
      # What pip installs: a version of your package index, a path, or git+https://…@COMMIT.
      REDMARK: redmark[documents]==@VERSION@
    steps:
    - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8  # v5.0.0
      with:
        persist-credentials: false
    - uses: actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c  # v6.0.0
      with:
        python-version: "3.13"
    - run: python -m pip install "$REDMARK"
    # Annotations and a table on the page of the job come by themselves.
    - run: redmark check .
"""
_FIRST_ITEM: Final = re.compile(
    r"^repos:[ \t]*(?:#.*)?\n(?P<between>(?:[ \t]*(?:#.*)?\n)*)(?P<indent> *)- ", re.M
)
_OURS: Final = re.compile(r"""^[ {-]*id: *["']?redmark\b""", re.M)


def settings(profile: str | None) -> str:
    """A file of settings in which only the profile is chosen, and every other setting explained."""
    return "".join(f"{line}\n" for line in _settings(profile))


def hooks() -> str:
    """A configuration of pre-commit that runs the installed Redmark."""
    return f"repos:\n{_HOOKS}"


def with_hooks(text: str) -> str | None:
    """The configuration with our hooks before the others; None where they cannot be put in as lines, or are there."""
    first = _FIRST_ITEM.search(text)
    if first is None or _OURS.search(text):
        return None
    ours = "".join(f"{first['indent']}{line}\n" for line in _HOOKS.splitlines())
    at = first.start("indent")
    return text[:at] + ours + text[at:]


def workflow() -> str:
    """A workflow of GitHub that checks every push and pull request."""
    return _WORKFLOW.replace("@VERSION@", __version__)


def _settings(profile: str | None) -> Iterator[str]:
    # Here, as it loads jsonschema, which nothing else of this command needs.
    from validator.strictyaml import schemas

    yield from _SETTINGS_HEAD.splitlines()
    properties = schemas.named("settings")["properties"]
    # In TOML what stands below a table belongs to it, so that tables come last.
    for key in sorted(properties, key=_TABLES.__contains__):
        schema = properties[key]
        reference = schema.get("$ref")
        values = (schemas.referred(reference) if reference else schema).get("enum", ())
        yield from ("", f"# {_explained(schema['description'], values)}")
        if key in _TABLES:
            yield from (f"# [{key}]", f"# {_TABLES[key]}")
            continue
        chosen = key == "profile" and profile is not None
        value = profile if chosen else _SAMPLES.get(key, DEFAULTS.get(key))
        yield f"{'' if chosen else '# '}{key} = {json.dumps(value)}"


def _explained(about: str, values: Collection[str]) -> str:
    """What the setting is, with its values where the words do not name them."""
    told = all(value in about for value in values)
    return about if told else f"{about} One of {', '.join(values)}."
