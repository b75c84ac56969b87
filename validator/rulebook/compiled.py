"""Rules that run: rule files and vocabularies, compiled to functions once."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from validator import compiled_cache, resources
from validator.checks import Check, Predicate, compile_check, compile_when
from validator.rulebook.installed import located
from validator.rulebook.load import VOCABULARY, Folder, PackOfRules, parse, read, read_around
from validator.rulebook.rule import Pack, Rule
from validator.vocabulary import load
from validator.vocabulary.terms import Vocabularies


class ExecutableRule(msgspec.Struct, frozen=True):
    """A rule with its check and `applies_to.when` as functions. The rest of `applies_to` is the engine's."""

    rule: Rule
    run: Check
    when: Predicate


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
    vocabularies = load.builtin()
    sources = [read(folder) for folder in _each_once(_builtin_folders() if with_builtin else (), folders)]
    packs = compiled_cache.through(
        "rules", _key(sources, vocabularies), tuple[PackOfRules, ...], lambda: parse(sources, vocabularies)
    )
    return _rulebook(packs, vocabularies)


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
        yield ExecutableRule(rule, compile_check(rule.check, known), compile_when(rule.applies_to.when))


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
