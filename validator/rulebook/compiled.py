"""Rules that run: rule files and vocabularies, compiled to functions once."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path

import msgspec
from msgspec.structs import replace

from validator import compiled_cache, resources
from validator.checks import Check, Predicate, compile_check, compile_when
from validator.rulebook.installed import located
from validator.rulebook.load import VOCABULARY, Folder, PackOfRules, parse, read, read_around
from validator.rulebook.rule import Pack, Rule
from validator.vocabulary import load
from validator.vocabulary.terms import Vocabularies


class ExecutableRule(msgspec.Struct, frozen=True, dict=True):
    """A rule with its check and `applies_to.when` as functions. The rest of `applies_to` is the engine's.

    They are made when they are asked for: of 315 rules a telegram needs some fifty. That they can be made was found
    out when the rule was read.
    """

    rule: Rule
    vocabularies: Vocabularies

    @cached_property
    def run(self) -> Check:
        """The check."""
        return compile_check(self.rule.check, self.vocabularies)

    @cached_property
    def when(self) -> Predicate:
        """Whether `applies_to.when` holds for a document."""
        return compile_when(self.rule.applies_to.when)

    def with_run(self, run: Check) -> "ExecutableRule":
        """The same rule, with another function for its check."""
        changed = replace(self)
        changed.__dict__.update(self.__dict__, run=run)
        return changed

    def with_severity(self, severity: str) -> "ExecutableRule":
        """The same rule, of another severity."""
        changed = replace(self, rule=replace(self.rule, severity=severity))
        changed.__dict__.update(self.__dict__)
        return changed


class Rulebook(msgspec.Struct, frozen=True):
    """Packs in the order of their names, rules in the order of their ids."""

    packs: tuple[Pack, ...]
    rules: tuple[ExecutableRule, ...]

    def rule(self, rule_id: str) -> ExecutableRule | None:
        """The rule of that id."""
        return next((executable for executable in self.rules if executable.rule.id == rule_id), None)


@cache
def builtin() -> Rulebook:
    """The packs that ship with Redmark."""
    return load_packs(())


def load_packs(folders: Iterable[Path], *, with_builtin: bool = True) -> Rulebook:
    """The packs in the given folders (each holds a pack.yaml, or is `package:NAME`), beside the built-in ones.

    RulebookError with every fault of every file. Ids are unique over all packs.
    """
    vocabularies, further = load.builtin(), tuple(folders)
    shipped = resources.compiled("rules") if with_builtin and not further else None
    if shipped is not None:
        return _rulebook(_unpacked(shipped), vocabularies)
    sources = [read(folder) for folder in _each_once(_builtin_folders() if with_builtin else (), further)]
    packs = compiled_cache.through(
        "rules", _key(sources, vocabularies), tuple[PackOfRules, ...], lambda: parse(sources, vocabularies)
    )
    return _rulebook(packs, vocabularies)


def to_ship() -> bytes:
    """The built-in packs of this checkout as a wheel holds them, with paths from the folder of rules."""
    root = resources.folder("rules")
    packs = parse([read(folder) for folder in _builtin_folders()], load.builtin())
    return msgspec.msgpack.encode(
        [_with_paths(pack, lambda path: str(Path(path).relative_to(root))) for pack in packs]
    )


def _unpacked(shipped: bytes) -> Iterator[PackOfRules]:
    root = str(resources.folder("rules"))
    for pack in msgspec.msgpack.decode(shipped, type=tuple[PackOfRules, ...]):
        yield _with_paths(pack, lambda path: os.path.join(root, path))


def _with_paths(pack: PackOfRules, placed: Callable[[str], str]) -> PackOfRules:
    rules = tuple(replace(rule, path=placed(rule.path)) for rule in pack.rules)
    return replace(pack, pack=replace(pack.pack, path=placed(pack.pack.path)), rules=rules)


def load_around(file: Path, folders: Iterable[Path] = ()) -> Rulebook:
    """The packs with that of a rule file which is being written: other files of it that are at fault are left out.

    RulebookError with the faults of the file itself, and of its pack.yaml.
    """
    vocabularies = load.builtin()
    others = _each_once(_builtin_folders(), folders)
    sources = [read(folder) for folder in others if not folder.samefile(file.parent)]
    return _rulebook(parse([*sources, read_around(file)], vocabularies, about=file), vocabularies)


def _rulebook(packs: Iterable[PackOfRules], vocabularies: Vocabularies) -> Rulebook:
    packs = tuple(packs)
    rules = [executable for pack in packs for executable in _executables(pack, vocabularies)]
    return Rulebook(
        tuple(sorted((pack.pack for pack in packs), key=lambda pack: pack.name)),
        tuple(sorted(rules, key=lambda executable: executable.rule.id)),
    )


def _each_once(ours: Iterable[Path], further: Iterable[Path]) -> list[Path]:
    """Our folders, and the further ones that are not among them; a folder that is named twice counts once."""
    folders = list(ours)
    for folder in map(located, further):
        if not any(folder.exists() and folder.samefile(other) for other in folders):
            folders.append(folder)
    return folders


def _builtin_folders() -> list[Path]:
    inside = resources.folder("rules").iterdir()
    return sorted(path for path in inside if path.is_dir() and path.name != VOCABULARY)


def _executables(pack: PackOfRules, vocabularies: Vocabularies) -> Iterator[ExecutableRule]:
    known = vocabularies.beside(pack.vocabularies)
    for rule in pack.rules:
        yield ExecutableRule(rule, known)


def _key(sources: list[Folder], vocabularies: Vocabularies) -> str:
    """A hash of all that decides what the rules are, code and schemas too."""
    package, schemas = Path(__file__).parent, resources.folder("schemas")
    parts = [("vocabularies", vocabularies.sha256.encode())]
    for folder in (
        package,
        package.parent / "checks",
        package.parent / "strictyaml",
        schemas,
        schemas / "checks",
    ):
        parts += compiled_cache.contents(folder)
    for source in sources:
        parts += [("pack", str(source.path).encode()), *source.contents()]
    return compiled_cache.key(parts)
