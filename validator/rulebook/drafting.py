"""New rules from templates: a file that passes its test at once, for people to change step by step."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from validator.errors import UsageError
from validator.rulebook.load import PACK_FILES, VOCABULARY
from validator.rulebook.rule import Pack
from validator.strictyaml import SUFFIXES
from validator.strictyaml.schemas import named

_TEMPLATES: Final = Path(__file__).with_name("templates")
_PACK: Final = "pack"
_WORDS: Final = "-words"  # behind the kind whose rules come with a vocabulary
_SEPARATORS: Final = re.compile(r"[^a-z0-9]+")


def kinds() -> list[str]:
    """The check kinds that there is a template for."""
    names = (path.stem for path in _TEMPLATES.glob("*.yaml"))
    return sorted(name for name in names if name != _PACK and not name.endswith(_WORDS))


def checked_id(rule_id: str, taken: Mapping[str, str]) -> str:
    """The id; UsageError where it is none, or where a rule of that id is known (`taken` has the path of each)."""
    schema = named("rule")["properties"]["id"]
    if re.search(schema["pattern"], rule_id) is None:
        raise UsageError(f"new-rule: '{rule_id}' {schema['errorMessage']['pattern']}")
    if rule_id in taken:
        raise UsageError(f"new-rule: the id '{rule_id}' is taken by {taken[rule_id]}; choose another")
    return rule_id


def drafted(kind: str, rule_id: str, folder: Path, known: Iterable[Pack]) -> dict[Path, str]:
    """The files to write, by path: the rule, the vocabulary it needs, and a pack.yaml where there is none."""
    words = f"words-of-{rule_id}"
    files = {folder / f"{rule_id}.yaml": _filled(kind, rule_id, words)}
    if (_TEMPLATES / f"{kind}{_WORDS}.yaml").exists():
        files[folder / VOCABULARY / f"{words}.yaml"] = _filled(f"{kind}{_WORDS}", rule_id, words)
    if not any((folder / name).exists() for name in PACK_FILES):
        files = {folder / PACK_FILES[0]: _pack(folder, known)} | files
    return files


def write(files: Mapping[Path, str]) -> None:
    """Writes new files; UsageError, and nothing written, where one is there already."""
    for path in files:
        for suffix in SUFFIXES:
            other = path.with_suffix(suffix)
            if other.exists():
                raise UsageError(f"new-rule: {other} is there already, and is left as it is")
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        raise UsageError(f"new-rule: {path}: {(error.strerror or 'cannot be written').lower()}") from error


def _filled(name: str, rule_id: str, words: str) -> str:
    text = (_TEMPLATES / f"{name}.yaml").read_text(encoding="utf-8")
    return text.replace("RULE-ID", rule_id).replace("WORDS-ID", words)


def _pack(folder: Path, known: Iterable[Pack]) -> str:
    """The pack.yaml of a new folder, which must be fit to be one."""
    strangers = [path.name for path in folder.glob("[!.]*") if path.suffix not in SUFFIXES and path.is_file()]
    if strangers:
        raise UsageError(f"new-rule: {folder} holds other files ({min(strangers)}); name a new folder")
    name = _SEPARATORS.sub("-", folder.resolve().name.lower()).strip("-")
    if re.search(named(_PACK)["properties"]["name"]["pattern"], name) is None:
        raise UsageError(f"new-rule: no pack can be called '{name}'; name the folder with words of letters")
    other = next((pack.path for pack in known if pack.name == name), None)
    if other is not None:
        raise UsageError(f"new-rule: the pack in {other} is called '{name}'; choose another folder")
    return (_TEMPLATES / f"{_PACK}.yaml").read_text(encoding="utf-8").replace("PACK-NAME", name)
