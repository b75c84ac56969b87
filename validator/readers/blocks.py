"""Blocks in the place of words: what their lengths and the letters left beside them give away.

A block as long as its word, one block for each word, lets a reader try names until one fits. So blocks of one length
are silent, and so are blocks that stand for whole lines, progress bars, charts, banners made of blocks, single blanks
of a form, and the last four digits that FRCP 5.2 lets stand (`XXX-XX-1234`).
Rows of X need four letters, as XX and XXX are numbers; dots and underscores need three words in a row, as leaders and
blanks of forms are made of them, and prose goes on behind dots.
"""

import itertools
import re
from collections.abc import Iterator
from typing import Final

from validator.model.nodes import Node, Observation

_SOLID: Final = "█■▇▉▓⬛◼"
_LONGEST_WORD = 24  # characters; a longer block stands for more than a word
_AROUND = 2_000  # characters of a line that are looked at on each side of a block
_BLOCK = re.compile(rf"(?<![\u2500-\u259f])([{_SOLID}])\1+(?![\u2500-\u259f])")
_CROSSES = re.compile(r"(?<![^\W_])(?<![-/.:$])X{4,}(?![^\W_])(?![-/:]|\.\w)")
_RUN = re.compile(r"(?<![_.…])(?:_{2,}+|\.{4,}+)(?![_.…])")
_LEAST_CHAIN = 3  # words
_GOES_ON = re.compile(r"[,;]? [a-z]{2}")
_PROSE = re.compile(r"[^\W\d_]{2,}")
_AFTER_BAR = re.compile(r"[\s\d.,%()A-Za-z/]{0,12}$")
_INITIALS = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}$")
_LEFT_DIGITS = re.compile(
    rf"(?<![\dX{_SOLID}-])\d{{3}}-(?:\d{{2}}|XX|[{_SOLID}]{{2}})-(?:XXXX|[{_SOLID}]{{4}})(?!\w)"
)


def observe_blocks(text: str) -> list[Node]:
    """What blocks give away; a few searches for literals where there are none."""
    # One letter is found many times faster than four of it.
    solid = not text.isascii() and any(block in text and block * 2 in text for block in _SOLID)
    crosses = "X" in text and "XXXX" in text
    found: list[Node] = []
    if solid:
        blocks = [m for m in _BLOCK.finditer(text) if len(m[0]) <= _LONGEST_WORD]
        found += _lengths(text, blocks)
        found += _begun(text, blocks)
    if crosses:
        found += _lengths(text, [m for m in _CROSSES.finditer(text) if len(m[0]) <= _LONGEST_WORD])
    if solid or crosses:
        found += [_partly(*match.span()) for match in _LEFT_DIGITS.finditer(text)]
    if ("_" in text and "__ __" in text) or ".... ...." in text:
        found += _chains(text)
    return found


def _lengths(text: str, blocks: list[re.Match[str]]) -> Iterator[Node]:
    """One observation for the document: that its blocks follow the lengths of the words is one fault."""
    worded = list(_worded(text, blocks))
    if len({len(match[0]) for match in worded}) < 2 or _is_chart(text, worded):
        return
    first, last = worded[0], worded[-1]
    yield Observation(start=first.start(), end=last.end(), name="block-length", value=len(worded))


def _worded(text: str, blocks: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The blocks that stand for words: in a chain of blocks with a blank between, or in a line of prose."""
    joined = [a.end() + 1 == b.start() and text[a.end()] == " " for a, b in itertools.pairwise(blocks)]
    end, prose = -1, False
    for index, match in enumerate(blocks):
        if match.start() > end:
            first, last = max(0, match.start() - _AROUND), match.end() + _AROUND
            start = max(first, text.rfind("\n", first, match.start()) + 1)
            found = text.find("\n", match.end(), last)
            end = found if found >= 0 else min(len(text), last)
            prose = len(_PROSE.findall(text[start:end].replace("X", " "))) >= 2
        chained = (index > 0 and joined[index - 1]) or (index < len(joined) and joined[index])
        if prose or chained:
            yield match


def _is_chart(text: str, blocks: list[re.Match[str]]) -> bool:
    """Bars stand one on a line, with at most a figure behind them."""
    for match in blocks:
        end = text.find("\n", match.end(), match.end() + 20)
        behind = text[match.end() : end if end >= 0 else match.end() + 20]
        if not _AFTER_BAR.match(behind) or _has_words(behind):
            return False
    lines = [text.count("\n", a.end(), b.start()) for a, b in itertools.pairwise(blocks)]
    return all(lines)


def _has_words(behind: str) -> bool:
    return len(_PROSE.findall(behind)) > 1 or behind.strip() in (".", ",", ";", ")")


def _begun(text: str, blocks: list[re.Match[str]]) -> Iterator[Node]:
    """Blocks behind the first letter or two of their word."""
    for match in blocks:
        letters = _INITIALS.search(text[max(0, match.start() - 3) : match.start()])
        if letters:
            yield _partly(match.start() - len(letters[0]), match.end())


def _partly(start: int, end: int) -> Node:
    return Observation(start=start, end=end, name="partly-covered-text", value=end - start)


def _chains(text: str) -> Iterator[Node]:
    """Runs of dots or underscores with a blank between them, of different lengths."""
    chain: list[tuple[int, int]] = []
    for match in _RUN.finditer(text):
        if chain and not (chain[-1][1] + 1 == match.start() and text[chain[-1][1]] == " "):
            yield from _chain(text, chain)
            chain = []
        chain.append(match.span())
    yield from _chain(text, chain)


def _chain(text: str, chain: list[tuple[int, int]]) -> Iterator[Node]:
    lengths = {end - start for start, end in chain}
    if len(chain) < _LEAST_CHAIN or len(lengths) < 2 or max(lengths) > _LONGEST_WORD:
        return
    start, end = chain[0][0], chain[-1][1]
    if text[start] == "_" or _GOES_ON.match(text, end):
        yield Observation(start=start, end=end, name="block-length", value=len(chain))
