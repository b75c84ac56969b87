"""Rules that run: rule files and vocabularies, compiled to functions once."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from validator import compiled_cache, resources
from validator.checks import Check, Predicate, compile_check, compile_when
from validator.rulebook.load import Folder, PackOfRules, parse, read
from validator.rulebook.rule import Pack, Rule
from validator.vocabulary import load
from validator.vocabulary.terms import Vocabularies

_VOCABULARY: Final = "vocabulary"


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
    """The packs in the given folders (each holds a pack.yaml), beside the built-in ones.

    RulebookError with every fault of every file. Ids are unique over all packs.
    """
    wanted = [*_builtin_folders(), *folders] if with_builtin else list(folders)
    vocabularies = load.builtin()
    sources = [read(folder) for folder in wanted]
    packs = compiled_cache.through(
        "rules", _key(sources, vocabularies), tuple[PackOfRules, ...], lambda: parse(sources, vocabularies)
    )
    rules = [_executable(rule, vocabularies) for pack in packs for rule in pack.rules]
    return Rulebook(
        tuple(sorted((pack.pack for pack in packs), key=lambda pack: pack.name)),
        tuple(sorted(rules, key=lambda executable: executable.rule.id)),
    )


def _builtin_folders() -> list[Path]:
    inside = resources.folder("rules").iterdir()
    return sorted(path for path in inside if path.is_dir() and path.name != _VOCABULARY)


def _executable(rule: Rule, vocabularies: Vocabularies) -> ExecutableRule:
    return ExecutableRule(rule, compile_check(rule.check, vocabularies), compile_when(rule.applies_to.when))


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
        parts += [("pack", str(source.path).encode()), *source.files]
    return compiled_cache.key(parts)
