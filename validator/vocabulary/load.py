"""Vocabulary files to Vocabularies, through the compiled cache."""

from collections.abc import Container, Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias

import msgspec

from validator import compiled_cache, resources, strictyaml
from validator.errors import RulebookError, RuleFileError
from validator.model.level import Level
from validator.strictyaml.spelling import advice
from validator.vocabulary.terms import Term, Vocabularies, Vocabulary, key

_Shipped: TypeAlias = tuple[str, tuple[Vocabulary, ...]]


def load(folder: Path) -> Vocabularies:
    """Every vocabulary file of a folder; RulebookError with all faults of all files."""
    files = compiled_cache.contents(folder)
    # The code and the schema count too, so that nothing is trusted that an older loader let pass.
    code = compiled_cache.contents(Path(__file__).parent)
    schema = resources.folder("schemas") / "vocabulary.schema.json"
    sha256 = compiled_cache.key([*files, *code, (schema.name, schema.read_bytes())])
    stored = compiled_cache.through(
        "vocabulary", sha256, tuple[Vocabulary, ...], lambda: parsed(folder, files)
    )
    return Vocabularies(stored, sha256)


@cache
def builtin() -> Vocabularies:
    """The vocabularies that ship with Redmark."""
    shipped = resources.compiled("vocabulary")
    if shipped is None:
        return load(resources.folder("rules") / "vocabulary")
    sha256, vocabularies = msgspec.msgpack.decode(shipped, type=_Shipped)
    return Vocabularies(vocabularies, sha256)


def to_ship() -> bytes:
    """The vocabularies of this checkout as a wheel holds them, so that a start reads no YAML and hashes nothing."""
    found = load(resources.folder("rules") / "vocabulary")
    return msgspec.msgpack.encode((found.sha256, found.every()))


def parsed(
    folder: Path, files: list[tuple[str, bytes]], taken: Container[str] = ()
) -> tuple[Vocabulary, ...]:
    """The vocabularies in files of a folder; RulebookError with all faults. No id may be one of those taken."""
    vocabularies: list[Vocabulary] = []
    faults: list[RuleFileError] = []
    for name, content in files:
        try:
            vocabularies.append(_vocabulary(folder / name, content, taken))
        except RulebookError as error:
            faults += error.faults
    if faults:
        raise RulebookError(tuple(faults))
    return tuple(vocabularies)


def _vocabulary(path: Path, content: bytes, taken: Container[str]) -> Vocabulary:
    loaded = strictyaml.load_file(path, content, "vocabulary")
    _number_levels(loaded.data["terms"])
    vocabulary = loaded.into(Vocabulary)
    faults = [*_misnamed(loaded, path.stem), *_doubled(loaded, vocabulary), *_senseless(loaded, vocabulary)]
    if vocabulary.id in taken:
        reason = f"'{vocabulary.id}' is a vocabulary of Redmark's own; choose another id"
        faults.append(loaded.fault(("id",), reason))
    if faults:
        raise RulebookError(tuple(faults))
    return vocabulary


def _number_levels(terms: strictyaml.Plain) -> None:
    """A level is an ordered number for us, and its title in the file."""
    for entry in terms if isinstance(terms, list) else ():
        if isinstance(entry, dict) and isinstance(title := entry.get("level"), str):
            entry["level"] = Level.named(title).value
        if isinstance(entry, dict) and isinstance(titles := entry.get("levels"), list):
            entry["levels"] = [Level.named(str(title)).value for title in titles]


def _misnamed(loaded: strictyaml.Loaded, stem: str) -> Iterator[RuleFileError]:
    if loaded.data["id"] != stem:
        reason = f"the id is '{loaded.data['id']}' but the file is called '{stem}'; make them alike"
        yield loaded.fault(("id",), reason)


def _doubled(loaded: strictyaml.Loaded, vocabulary: Vocabulary) -> Iterator[RuleFileError]:
    """Spellings that stand twice, and so perhaps for two terms."""
    seen: dict[str, str] = {}
    for at, spelling, term in _spellings(vocabulary):
        if key(spelling) in seen:
            yield loaded.fault(at, f"'{spelling}' stands for '{seen[key(spelling)]}' already; remove one")
        seen.setdefault(key(spelling), term.term)


def _spellings(vocabulary: Vocabulary) -> Iterator[tuple[strictyaml.At, str, Term]]:
    for number, term in enumerate(vocabulary.terms):
        yield ("terms", number, "term"), term.term, term
        for place, alias in enumerate(term.aliases):
            yield ("terms", number, "aliases", place), alias, term


def _senseless(loaded: strictyaml.Loaded, vocabulary: Vocabulary) -> Iterator[RuleFileError]:
    for number, term in enumerate(vocabulary.terms):
        if term.starts and term.ends and term.ends < term.starts:
            reason = f"{term.ends} is before {term.starts}; exchange them"
            yield loaded.fault(("terms", number, "until"), reason)
        if term.replaced_by is not None and term.replaced_by not in vocabulary:
            tip = advice(term.replaced_by, [other.term for other in vocabulary.terms])
            yield loaded.fault(("terms", number, "replaced_by"), f"'{term.replaced_by}' is no term here{tip}")
