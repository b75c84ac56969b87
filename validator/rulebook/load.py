"""Folders of packs to packs and rules as values; every fault of every file is reported together."""

from collections.abc import Container, Iterable
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
from validator.vocabulary import load
from validator.vocabulary.terms import Vocabularies, Vocabulary

VOCABULARY: Final = "vocabulary"
"""The folder of vocabularies: beside the built-in packs, and inside a pack that has its own."""

_OF_PYTHON: Final = frozenset({"__init__.py", "__pycache__"})  # where the folder of a pack is a package
_STAND_IN: Final = (
    b"packfile: 1\nname: none\ntitle: A rule alone\nversion: '0.0'\ndefault: true\nsource: none\n"
)
PACK_FILES: Final = tuple(f"pack{suffix}" for suffix in strictyaml.SUFFIXES)


class Folder(msgspec.Struct, frozen=True):
    """A folder of a pack as it is on disk: its files by name, sorted, and those of its vocabularies."""

    path: Path
    files: list[tuple[str, bytes]]
    vocabularies: list[tuple[str, bytes]] = []

    def contents(self) -> list[tuple[str, bytes]]:
        """All of it, by name: what makes the pack what it is."""
        return [*self.files, *((f"{VOCABULARY}/{name}", content) for name, content in self.vocabularies)]


class PackOfRules(msgspec.Struct, frozen=True):
    """A valid pack with its rules, sorted by id, and the vocabularies that only they see."""

    pack: Pack
    rules: tuple[Rule, ...]
    vocabularies: tuple[Vocabulary, ...] = ()


def read(path: Path) -> Folder:
    """The files of a pack; RulebookError where there is no such folder."""
    inside = path / VOCABULARY
    try:
        files = [(name, content) for name, content in compiled_cache.contents(path) if name not in _OF_PYTHON]
        return Folder(path, files, compiled_cache.contents(inside) if inside.is_dir() else [])
    except OSError as error:
        raise RulebookError((_fault(path, "no such folder; name one that holds a pack.yaml"),)) from error


def read_around(file: Path) -> Folder:
    """The folder of a rule file, with all its files where it is a pack; else with the file and a pack to stand in."""
    folder = file.parent
    if any((folder / name).is_file() for name in PACK_FILES):
        return read(folder)
    try:
        return Folder(folder, [(PACK_FILES[0], _STAND_IN), (file.name, file.read_bytes())])
    except OSError as error:
        raise RulebookError((_fault(file, (error.strerror or "cannot be read").lower()),)) from error


def parse(
    folders: Iterable[Folder], vocabularies: Vocabularies, *, about: Path | None = None
) -> tuple[PackOfRules, ...]:
    """The packs, in the order of the folders; RulebookError with all faults.

    Of a file that it is `about`: with the faults that concern this file. Other files that are at fault are left out.
    """
    reading = _Reading(vocabularies)
    packs = [pack for folder in folders if (pack := reading.pack(folder)) is not None]
    reading.judge_together()
    faults = [fault for fault in reading.faults if about is None or _concerns(fault, about)]
    if faults:
        raise RulebookError(tuple(sorted(faults, key=lambda fault: (fault.path, fault.line, fault.column))))
    left_out = {fault.path for fault in reading.faults}
    return tuple(_without(pack, left_out) for pack in packs) if left_out else tuple(packs)


def _concerns(fault: RuleFileError, file: Path) -> bool:
    path, folder = Path(fault.path), file.parent
    return path == file or path.parent == folder / VOCABULARY or path in map(folder.joinpath, PACK_FILES)


def _without(pack: PackOfRules, paths: Container[str]) -> PackOfRules:
    return replace(pack, rules=tuple(rule for rule in pack.rules if rule.path not in paths))


class _Reading:
    """One pass over all packs: what was found so far, and every fault."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self.vocabularies = vocabularies
        self.faults: list[RuleFileError] = []
        self.packs: dict[str, Path] = {}
        self.rules: dict[str, tuple[Rule, Loaded]] = {}
        self.unread: set[str] = set()  # vocabularies of the pack at hand that are not in order

    def pack(self, folder: Folder) -> PackOfRules | None:
        self.faults += [_fault(path, "a folder in a pack is not read; move it") for path in _inside(folder)]
        pack = self.pack_file(folder)
        name = pack.name if pack else ""
        own = self.vocabularies_of(folder)
        known = self.vocabularies.beside(own)
        files = [(file, content) for file, content in folder.files if file not in PACK_FILES]
        rules = [self.rule(folder.path / file, content, name, known) for file, content in files]
        valid = sorted((rule for rule in rules if rule is not None), key=lambda rule: rule.id)
        return PackOfRules(pack, tuple(valid), own) if pack else None

    def vocabularies_of(self, folder: Folder) -> tuple[Vocabulary, ...]:
        """Those in the folder; none while one of them is at fault."""
        try:
            self.unread = set()
            return load.parsed(folder.path / VOCABULARY, folder.vocabularies, self.vocabularies)
        except RulebookError as error:
            self.faults += error.faults
            self.unread = {Path(name).stem for name, _ in folder.vocabularies}
            return ()

    def pack_file(self, folder: Folder) -> Pack | None:
        named = [(file, content) for file, content in folder.files if file in PACK_FILES]
        if len(named) != 1:
            reason = "no pack.yaml; add one" if not named else "pack.yaml and pack.yml; remove one"
            self.faults.append(_fault(folder.path, reason))
            return None
        loaded = self.loaded(folder.path / named[0][0], named[0][1], "pack")
        if loaded is None:
            return None
        pack = replace(loaded.into(Pack), sha256=compiled_cache.key(folder.contents()), path=str(folder.path))
        other = self.packs.setdefault(pack.name, folder.path)
        if other != folder.path:
            reason = f"the pack in {other} is called '{pack.name}' too; choose another name"
            self.faults.append(loaded.fault(("name",), reason))
        return pack

    def rule(self, path: Path, content: bytes, pack: str, vocabularies: Vocabularies) -> Rule | None:
        loaded = self.loaded(path, content, "rule")
        if loaded is None:
            return None
        rule = _completed(loaded.into(Rule), pack, loaded.path)
        if getattr(rule.check, "vocabulary", None) not in self.unread:
            self.faults += faults_of(rule, loaded, vocabularies)
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
    read = (VOCABULARY, *_OF_PYTHON)
    inside = (path for path in folder.path.iterdir() if path.is_dir() and path.name[0] != ".")
    return sorted(path for path in inside if path.name not in read)


def _fault(path: Path, reason: str) -> RuleFileError:
    return RuleFileError(str(path), 1, 1, reason)
