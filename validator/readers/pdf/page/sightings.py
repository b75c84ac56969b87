"""From verdicts on characters to sightings of words: runs, fragments, fillers and words typed again on top."""

import re
from typing import Final

from validator.model.hidden import Hidden
from validator.readers.pdf.page import boxes
from validator.readers.pdf.page.characters import Characters
from validator.readers.pdf.page.judgement import COVERED, SHOWN, Verdict
from validator.readers.pdf.page.retyped import Page, without_retyped
from validator.readers.pdf.page.runs import decoded, runs
from validator.readers.pdf.protocol import Sighting

_COLOURLESS: Final = frozenset({"invisible-text", "transparent-text"})
_FRAGMENT: Final = 2  # letters of a word that a cover may touch without hiding it

# Words that are put under a box so that nothing else is there; any sign repeated does the same.
_FILLER: Final = re.compile(r"(?i)\W*(?:(\w)\1*|redact(?:ed|ion)|sealed|withheld|deleted|privileged?)\W*")


def sightings(
    characters: Characters, verdicts: dict[int, Verdict], page: Page
) -> tuple[list[Sighting], set[int]]:
    """What was seen, and the characters that a reader of the page does not see."""
    if not verdicts:
        return [], set()
    found: list[Sighting] = []
    unseen: set[int] = set()
    verdicts = without_retyped(characters, _by_words(characters, verdicts), page)
    for run in runs(characters, verdicts):
        verdict = verdicts[run[0]]
        if verdict.name not in SHOWN:
            unseen.update(run)
        text = "".join([characters.letter(index) for index in range(run[0], run[-1] + 1)])
        text = decoded(text.replace("\r\n", "\n"))
        if not _says_nothing(text):
            box = boxes.union(characters.box(index) for index in run)
            cover = verdict.cover.kind if verdict.cover is not None else None
            found.append(Sighting(verdict.name, box, cover, Hidden(text)))
    return found, unseen


def _by_words(characters: Characters, verdicts: dict[int, Verdict]) -> dict[int, Verdict]:
    """The verdicts, with regard to the words that their characters are of."""
    judged = dict(verdicts)
    end = -1
    for index in sorted(verdicts):
        if index >= end:
            word = characters.word_at(index)
            end = word.stop
            _judge_word(word, judged)
    return judged


def _judge_word(word: range, judged: dict[int, Verdict]) -> None:
    """A letter or two under the edge of a cover are no words: one is nothing, two are a part of a word.

    And a word without colour is no secret when ink stands where most of its letters are.
    """
    colourless = [at for at in word if at in judged and judged[at].name in _COLOURLESS]
    if 2 * len(colourless) < len(word):
        for at in colourless:
            del judged[at]
    hidden = [at for at in word if at in judged and judged[at].name in COVERED]
    _settle(judged, hidden)
    if len(hidden) == len(word) or len(hidden) > _FRAGMENT:
        return
    for at in hidden:
        if len(hidden) < _FRAGMENT:
            del judged[at]
        else:
            judged[at] = Verdict("partly-covered-text", judged[at].cover)


def _settle(judged: dict[int, Verdict], hidden: list[int]) -> None:
    """Gives the letters of one word one verdict, the more frequent one, as a cover may be light only here and there."""
    light = [at for at in hidden if judged[at].name == "light-covered-text"]
    if 0 < len(light) < len(hidden):
        wanted = len(light) * 2 >= len(hidden)
        chosen = next(judged[at] for at in hidden if (judged[at].name == "light-covered-text") == wanted)
        judged.update(dict.fromkeys(hidden, chosen))


def _says_nothing(text: str) -> bool:
    """Whether a text has no two letters or digits, or only words that fill the place of others."""
    if sum(sign.isalnum() for sign in text) < _FRAGMENT:
        return True
    return all(_FILLER.fullmatch(word) or not any(map(str.isalnum, word)) for word in text.split())
