"""Where unseen characters and telling blocks stand, how many there are, and what they say."""

import pytest

from tests.unit.growth import FILLINGS, is_linear
from validator.model.hidden import Hidden
from validator.model.nodes import Observation
from validator.readers.blocks import observe_blocks
from validator.readers.characters import observe_characters
from validator.readers.shown_words import holds_name, holds_redaction, is_filler

FOUND = {
    "one for a line": (
        "one\nt\u200bw\u200bo\nthree \u200bx",
        [(5, 8, "zero-width-characters", 2, None), (16, 17, "zero-width-characters", 1, None)],
    ),
    "tags say what they stand for": ("a\U000e0048\U000e0049", [(1, 3, "tag-characters", 2, Hidden("HI"))]),
    "an override": ("a \u202eb\u202c", [(2, 3, "bidirectional-override", 1, None)]),
}
BLOCKS = {
    "lengths of words": ("Agent ████ met ██████.", [(6, 21, "block-length", 2, None)]),
    "a first letter": ("Agent J████ spoke.", [(6, 11, "partly-covered-text", 5, None)]),
    "first digits of a number": ("Number 123-45-XXXX.", [(7, 18, "partly-covered-text", 11, None)]),
}
HOSTILE = {
    **FILLINGS,
    "blocks": "█",
    "blocks and blanks": "██ ███ ",
    "letters and blocks": "a██",
    "squares": "■■a",
    "rows of X": "XXXX ",
    "X": "X",
    "underscores": "____ __ ",
    "one row of underscores": "_",
    "dots": "..... .... ",
    "spaces of no width": "\u200b",
    "spaces of no width on lines": "a\u200b\n",
    "tags": "\U000e0041",
    "overrides and words": "a\u202eb \u05d0",
    "numbers": "123-45-",
    "names": "Anna Lee ",
    "joined names": "A-",
}


def told(nodes: object) -> list[tuple[int, int, str, int | None, Hidden | None]]:
    assert isinstance(nodes, list)
    return [(o.start, o.end, o.name, o.value, o.hidden) for o in nodes if isinstance(o, Observation)]


@pytest.mark.parametrize(("text", "found"), FOUND.values(), ids=FOUND)
def test_unseen_characters(text: str, found: list[object]) -> None:
    assert told(observe_characters(text)) == found


@pytest.mark.parametrize(("text", "found"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(text: str, found: list[object]) -> None:
    assert told(observe_blocks(text)) == found


@pytest.mark.parametrize("filling", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize(
    "work",
    [
        observe_characters,
        observe_blocks,
        holds_redaction,
        is_filler,
        lambda text: holds_name(text, frozenset()),
    ],
    ids=["characters", "blocks", "redaction", "filler", "name"],
)
def test_work_grows_with_the_length_and_no_faster(work, filling: str) -> None:  # type: ignore[no-untyped-def]
    assert is_linear(work, filling, "\u200bXXXX __ __ (b) ", "!")
