"""Folders of packs to packs and rules as values; every fault of every file is reported together."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from validator import compiled_cache, strictyaml
from validator.errors import RulebookError, RuleFileError
from validator.rulebook.judge import faults_of, needs_date
from validator.rulebook.rule import Pack, Rule
from validator.strictyaml import Loaded
from validator.strictyaml.spelling import advice
from validator.vocabulary.terms import Vocabularies

_PACK_FILES: Final = tuple(f"pack{suffix}" for suffix in strictyaml.SUFFIXES)


class Folder(msgspec.Struct, frozen=True):
    """A folder of a pack as it is on disk: its files by name, sorted."""

    path: Path
    files: list[tuple[str, bytes]]


class PackOfRules(msgspec.Struct, frozen=True):
    """A valid pack with its rules, sorted by id."""

    pack: Pack
    rules: tuple[Rule, ...]


def read(path: Path) -> Folder:
    """The files of a pack; RulebookError where there is no such folder."""
    try:
        return Folder(path, compiled_cache.contents(path))
    except OSError as error:
        raise RulebookError((_fault(path, "no such folder; name one that holds a pack.yaml"),)) from error


def parse(folders: Iterable[Folder], vocabularies: Vocabularies) -> tuple[PackOfRules, ...]:
    """The packs, in the order of the folders; RulebookError with all faults."""
    reading = _Reading(vocabularies)
    packs = [pack for folder in folders if (pack := reading.pack(folder)) is not None]
    reading.judge_together()
    if reading.faults:
        places = sorted(reading.faults, key=lambda fault: (fault.path, fault.line, fault.column))
        raise RulebookError(tuple(places))
    return tuple(packs)


class _Reading:
    """One pass over all packs: what was found so far, and every fault."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self.vocabularies = vocabularies
        self.faults: list[RuleFileError] = []
        self.packs: dict[str, Path] = {}
        self.rules: dict[str, tuple[Rule, Loaded]] = {}

    def pack(self, folder: Folder) -> PackOfRules | None:
        self.faults += [_fault(path, "a folder in a pack is not read; move it") for path in _inside(folder)]
        pack = self.pack_file(folder)
        name = pack.name if pack else ""
        files = [(file, content) for file, content in folder.files if file not in _PACK_FILES]
        rules = [self.rule(folder.path / file, content, name) for file, content in files]
        valid = sorted((rule for rule in rules if rule is not None), key=lambda rule: rule.id)
        return PackOfRules(pack, tuple(valid)) if pack else None

    def pack_file(self, folder: Folder) -> Pack | None:
        named = [(file, content) for file, content in folder.files if file in _PACK_FILES]
        if len(named) != 1:
            reason = "no pack.yaml; add one" if not named else "pack.yaml and pack.yml; remove one"
            self.faults.append(_fault(folder.path, reason))
            return None
        loaded = self.loaded(folder.path / named[0][0], named[0][1], "pack")
        if loaded is None:
            return None
        pack = replace(loaded.into(Pack), sha256=compiled_cache.key(folder.files))
        other = self.packs.setdefault(pack.name, folder.path)
        if other != folder.path:
            reason = f"the pack in {other} is called '{pack.name}' too; choose another name"
            self.faults.append(loaded.fault(("name",), reason))
        return pack

    def rule(self, path: Path, content: bytes, pack: str) -> Rule | None:
        loaded = self.loaded(path, content, "rule")
        if loaded is None:
            return None
        rule = _completed(loaded.into(Rule), pack, loaded.path)
        self.faults += faults_of(rule, loaded, self.vocabularies)
        if rule.id != path.stem:
            reason = f"the id is '{rule.id}' but the file is called '{path.name}'; make them alike"
            self.faults.append(loaded.fault(("id",), reason))
        other, _ = self.rules.setdefault(rule.id, (rule, loaded))
        if other.path != rule.path:
            self.faults.append(loaded.fault(("id",), f"the id is taken by {other.path}; choose another"))
        return rule

    def loaded(self, path: Path, content: bytes, schema: str) -> Loaded | None:
        try:
            return strictyaml.load_file(path, content, schema)
        except RulebookError as error:
            self.faults += error.faults
            return None

    def judge_together(self) -> None:
        """Faults that show only when all rules are known."""
        for rule, loaded in self.rules.values():
            replacement = rule.replaced_by
            if replacement is not None and (replacement == rule.id or replacement not in self.rules):
                others = [known for known in self.rules if known != rule.id]
                reason = f"there is no rule '{replacement}'{advice(replacement, others)}"
                self.faults.append(loaded.fault(("replaced_by",), reason))


def _completed(rule: Rule, pack: str, path: str) -> Rule:
    """The rule with what its file does not say itself."""
    applies = rule.applies_to
    if "any" in applies.dialects:
        applies = replace(applies, dialects=())
    return replace(rule, pack=pack, path=path, applies_to=applies, needs_date=needs_date(rule))


def _inside(folder: Folder) -> list[Path]:
    return sorted(path for path in folder.path.iterdir() if path.is_dir() and path.name[0] != ".")


def _fault(path: Path, reason: str) -> RuleFileError:
    return RuleFileError(str(path), 1, 1, reason)
