"""Whether the work grows with the length of a text and no faster: a check of growth, not of speed."""

import gc
from collections.abc import Callable
from time import process_time

SIZE = 30_000
FILLINGS = {
    "blanks": " ",
    "tabs": "\t",
    "line feeds": "\n",
    "carriage returns": "\r\n",
    "digits": "1",
    "capitals": "A",
    "small letters": "a",
    "opening brackets": "(",
    "closing brackets": ")",
    "square brackets": "[",
    "links": "[1](#)",
    "broken links": "[1](",
    "pilcrows": "¶",
    "bullets": "A. ",
    "numbers": "1. ",
    "numbers on lines": "1.\n",
    "rising lines": "13. (C)\n",
    "marks": "(C) ",
    "hyphens": "-",
    "full stops": ".",
    "commas": ", ",
    "slashes": "/",
    "spaced capitals": "C O N F ",
    "levels": "SECRET ",
    "REF": "REF ",
    "citations": "ref A, ",
    "sections": "SECTION 01 OF 02 ",
    "END SUMMARY": "END SUMMARY ",
    "dates": "11/27/2016 ",
    "words and blanks": "A" + " " * 60,
    "mixed": "A1. (C) REF ¶[1](#) - \n ",
}
_NOTHING = 0.01  # seconds: a quadratic reader needs hundreds of times as long for so much text
_MOST = 3.2  # twice the text, up to three times the work; a quadratic reader needs four times
_LARGER = 8  # times the text, where twice leaves it open: a quadratic reader needs 64 times the work
_MOST_LARGER = 20
_ATTEMPTS = 4
_ENDLESS = 3.0  # seconds: half the text alone takes so long only where growth is out of hand


def is_linear(work: Callable[[str], object], filling: str, before: str = "", behind: str = "") -> bool:
    """Whether the work for a longer text grows about as the text does.

    A clock is shared with whatever else the machine does, so only a gap that no other work explains counts.
    """

    def text(times: int) -> str:
        return before + filling * (times * SIZE // len(filling)) + behind

    once = _seconds(work, text(1))
    if once > _ENDLESS:
        return False
    for _ in range(_ATTEMPTS):
        once = min(once, _seconds(work, text(1)))
        twice = _seconds(work, text(2))
        if twice < _NOTHING or twice < _MOST * once:
            return True
    return _seconds(work, text(_LARGER)) < _MOST_LARGER * once


def _seconds(work: Callable[[str], object], text: str) -> float:
    gc.disable()  # a collection goes through all that other tests left, and would be counted here
    begun = process_time()
    try:
        work(text)
        return process_time() - begun
    finally:
        gc.enable()
