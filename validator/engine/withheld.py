"""The user's list of words that must not occur in any layer of a file, in clear or as salted hashes.

Words are compared letter by letter without regard to case, blanks and punctuation: `O'Hara, Ann` is `o hara ann`.
A hash hides a list from whoever reads it in passing. It does not hide a name from whoever can guess it.
"""

import os
import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final, TypeAlias

import msgspec

from validator.errors import UsageError
from validator.model.document import SourceText
from validator.model.hidden import Hidden
from validator.model.nodes import Node, Observation

NAME: Final = "withheld-text"
_HEAD: Final = re.compile(r"redmark-withheld 1 (?P<salt>[0-9a-f]{32})")
_ENTRY: Final = re.compile(r"(?P<words>[1-9]\d?) (?P<digest>[0-9a-f]{64})")
_WORD: Final = re.compile(r"[^\W_]+")
_MOST_WORDS: Final = 32  # of one entry
_SALT_BYTES: Final = 16
_DIGEST_BYTES: Final = 32
_COMMENT: Final = "#"

_Words: TypeAlias = tuple[str, ...]


class WithheldList(msgspec.Struct, frozen=True):
    """What must not occur: word sequences, or their digests by the number of their words."""

    plain: frozenset[_Words] = frozenset()
    salt: bytes = b""
    digests: frozenset[tuple[int, bytes]] = frozenset()

    def lengths(self) -> tuple[int, ...]:
        """The numbers of words of the entries."""
        return tuple(sorted({len(words) for words in self.plain} | {count for count, _ in self.digests}))

    def holds(self, words: _Words) -> bool:
        """Whether a sequence of words, in small letters, is on the list."""
        return words in self.plain or (
            bool(self.digests) and (len(words), _digest(self.salt, words)) in self.digests
        )


def read_list(path: Path) -> WithheldList:
    """The list in a file: one entry a line, or the output of `redmark withheld hash`. UsageError for a bad one."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"withheld: {path} is not UTF-8; save it as UTF-8") from error
    except OSError as error:
        raise UsageError(f"withheld: {path}: {(error.strerror or 'cannot be read').lower()}") from error
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1)]
    listed = [(number, line) for number, line in lines if line and not line.startswith(_COMMENT)]
    head = _HEAD.fullmatch(listed[0][1]) if listed else None
    found = _hashed(path, head["salt"], listed[1:]) if head else _plain(path, listed)
    if not found.plain and not found.digests:
        raise UsageError(f"withheld: {path} lists nothing; write one entry a line")
    return found


def hashed(entries: Iterable[str], salt: bytes = b"") -> Iterator[str]:
    """The lines of a list of hashes for these entries, sorted; with a new salt unless one is given."""
    salt = salt or os.urandom(_SALT_BYTES)
    yield f"redmark-withheld 1 {salt.hex()}"
    every = {words for entry in entries if (words := words_of(entry))}
    yield from sorted(f"{len(words)} {_digest(salt, words).hex()}" for words in every)


def words_of(text: str) -> _Words:
    """The words of a text in small letters."""
    return tuple(_WORD.findall(text.casefold()))


def observed(source: SourceText, withheld: WithheldList) -> tuple[Node, ...]:
    """A node for each place where a listed entry stands, in the text or in what is hidden."""
    found: list[Node] = []
    for start, end, words in _occurrences(source.text, withheld):
        hidden = Hidden(source.text[start:end])
        found.append(Observation(start=start, end=end, name=NAME, value=words, hidden=hidden))
    for node in source.observations:
        if isinstance(node, Observation) and node.hidden is not None:
            found += _in_layer(node, node.hidden, withheld)
    for one in source.suppressions:
        reason = Observation(start=one.start, end=one.end, name="suppression")
        found += _in_layer(reason, Hidden(one.reason), withheld)
    return tuple(found)


def _in_layer(node: Observation, hidden: Hidden, withheld: WithheldList) -> Iterator[Node]:
    for start, end, words in _occurrences(hidden.text, withheld):
        yield Observation(
            start=node.start,
            end=node.end,
            name=NAME,
            value=words,
            page=node.page,
            part=node.part or node.name.replace("-", " "),
            box=node.box,
            hidden=Hidden(hidden.text[start:end]),
        )


def _occurrences(text: str, withheld: WithheldList) -> Iterator[tuple[int, int, int]]:
    """Start, end and number of words of every entry in a text."""
    folded = text.casefold()
    aligned = (
        text if len(folded) != len(text) else folded
    )  # a letter whose folding is longer moves every place
    places = [match.span() for match in _WORD.finditer(aligned)]
    words = [aligned[start:end].casefold() for start, end in places]
    for count in withheld.lengths():
        for first in range(len(words) - count + 1):
            if withheld.holds(tuple(words[first : first + count])):
                yield places[first][0], places[first + count - 1][1], count


def _plain(path: Path, lines: list[tuple[int, str]]) -> WithheldList:
    entries = set()
    for number, line in lines:
        words = words_of(line)
        if not words or len(words) > _MOST_WORDS:
            raise UsageError(f"withheld: {path}:{number}: an entry has 1 to {_MOST_WORDS} words")
        entries.add(words)
    return WithheldList(plain=frozenset(entries))


def _hashed(path: Path, salt: str, lines: list[tuple[int, str]]) -> WithheldList:
    digests = set()
    for number, line in lines:
        entry = _ENTRY.fullmatch(line)
        if entry is None or int(entry["words"]) > _MOST_WORDS:
            raise UsageError(
                f"withheld: {path}:{number}: no line of 'redmark withheld hash'; make the list anew"
            )
        digests.add((int(entry["words"]), bytes.fromhex(entry["digest"])))
    return WithheldList(salt=bytes.fromhex(salt), digests=frozenset(digests))


def _digest(salt: bytes, words: _Words) -> bytes:
    return blake2b(" ".join(words).encode(), digest_size=_DIGEST_BYTES, key=salt).digest()
