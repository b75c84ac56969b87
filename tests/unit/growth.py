"""Whether the work grows with the length of a text and no faster: a check of growth, not of speed."""

import gc
from collections.abc import Callable
from time import process_time

SIZE = 50_000
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
_NOTHING = 0.001  # seconds: below this a clock says little
_MOST = 3.2  # twice the text, up to three times the work; a quadratic reader needs four times
_ATTEMPTS = 4
_ENDLESS = 3.0  # seconds: half the text alone takes so long only where growth is out of hand


def growth(work: Callable[[str], object], filling: str, before: str = "", behind: str = "") -> float:
    """How many times longer twice the text takes; the best of a few attempts, 1.0 when it takes next to nothing."""
    best_half = best_whole = float("inf")
    half = before + filling * (SIZE // len(filling)) + behind
    whole = before + filling * (2 * SIZE // len(filling)) + behind
    for _ in range(_ATTEMPTS):
        best_half = min(best_half, _seconds(work, half))
        if best_half > _ENDLESS:
            return best_half / _NOTHING
        best_whole = min(best_whole, _seconds(work, whole))
        if best_whole < _NOTHING:
            return 1.0
        if best_whole < _MOST * best_half:
            break
    return best_whole / best_half


def is_linear(work: Callable[[str], object], filling: str, before: str = "", behind: str = "") -> bool:
    """Whether twice the text takes about twice the time."""
    return growth(work, filling, before, behind) < _MOST


def _seconds(work: Callable[[str], object], text: str) -> float:
    gc.disable()  # a collection goes through all that other tests left, and would be counted here
    begun = process_time()
    try:
        work(text)
        return process_time() - begun
    finally:
        gc.enable()
