"""Pages that are pictures: the words recognised on them, boxes put over them, and what their crop hides."""

from collections.abc import Iterable
from typing import Final

from validator.model.hidden import Hidden
from validator.readers.pdf.page import boxes
from validator.readers.pdf.page.characters import Characters
from validator.readers.pdf.page.native import Box
from validator.readers.pdf.page.pieces import Content, Cover, Text
from validator.readers.pdf.page.pixels import Picture
from validator.readers.pdf.page.suspicion import INVISIBLE, Suspect
from validator.readers.pdf.protocol import Sighting

_SCAN: Final = 0.5  # of the page that pictures fill when it is a scan
_SLIGHT: Final = 0.1  # of its height that the text of a picture "without text" may fill
_DARK: Final = 80  # the lightest grey of a burnt-in box
_SHORTEST: Final = 3  # letters of a recognised word that is reported
_EDGE: Final = 0.1  # of a word's height that is not looked at, as boxes of recognised words are rough
_DARKISH: Final = 110  # the same in a coarse picture
_STRETCH: Final = 1.0  # of the height of a piece of text


def recognised(
    looked_at: list[Suspect], pictures: list[Cover], page_box: Box
) -> tuple[list[Suspect], list[Suspect]]:
    """The suspects that are the recognised words of a scan, and the others."""
    scan = sum(boxes.share(page_box, picture.box) for picture in pictures) >= _SCAN
    words, others = [], []
    for suspect in looked_at:
        if _is_recognised(suspect, pictures, page_box, scan):
            words.append(suspect)
        else:
            others.append(suspect)
    return words, others


def _is_recognised(suspect: Suspect, pictures: list[Cover], page_box: Box, scan: bool) -> bool:
    text = suspect.text
    if text.mode in INVISIBLE:
        return scan or any(boxes.holds(picture.box, text.box) for picture in pictures)
    # Some programs put the words under the picture instead of making them invisible.
    return any(
        cover.kind == "image" and boxes.share(page_box, cover.box) >= _SCAN for cover in suspect.covers
    )


def doubtful(words: list[Suspect], shown: Picture) -> list[Text]:
    """The recognised pieces with a dark stretch as long as a short word, by a coarse picture."""
    dark = _darkness(shown, _DARKISH)
    return [suspect.text for suspect in words if _has_dark_stretch(suspect.text, dark)]


def under_boxes(characters: Characters, texts: list[Text], shown: Picture) -> tuple[list[Sighting], set[int]]:
    """The recognised words that lie wholly in a dark region, and their characters."""
    dark = _darkness(shown, _DARK)
    owners = {text.handle for text in texts}
    found: list[Sighting] = []
    unseen: set[int] = set()
    for word in characters.words():
        if characters.owners[word.start] in owners and _all_dark(characters, word, dark):
            text = "".join([characters.letter(index) for index in word])
            unseen.update(word)
            if sum(map(str.isalnum, text)) >= _SHORTEST:
                box = boxes.union(characters.box(index) for index in word)
                found.append(Sighting("ocr-text-under-box", box, "image", Hidden(text)))
    return found, unseen


def _darkness(shown: Picture, darkest: int) -> Picture:
    """0 for a dark pixel, 1 for another."""
    table = bytes(int(grey >= darkest) for grey in range(256))
    return shown.with_grey(shown.grey.translate(table))


def _has_dark_stretch(text: Text, dark: Picture) -> bool:
    """Whether a row through its middle is dark for the width of a short word."""
    left, bottom, right, top = text.box
    middle = (bottom + top) / 2
    row = dark.cut((left, middle, right, middle))
    return bytes(max(2, int(_STRETCH * (top - bottom) * dark.scale))) in row


def _all_dark(characters: Characters, word: Iterable[int], dark: Picture) -> bool:
    left, bottom, right, top = boxes.union(characters.box(index) for index in word)
    edge = _EDGE * (top - bottom)
    pixels = dark.cut((left + edge, bottom + edge, right - edge, top - edge))
    return b"\x01" not in pixels


def without_text(content: Content, page_box: Box) -> bool:
    """Whether most of a page is pictures, and no text stands on it but a line or two, such as a court's stamp.

    Of the recognised words of a scan there may be few.
    """
    pictured = sum(boxes.share(page_box, picture.box) for picture in content.pictures)
    if pictured < _SCAN or any(text.mode in INVISIBLE for text in content.texts):
        return False
    if not content.texts:
        return True
    slight = _SLIGHT * (page_box[3] - page_box[1])
    around = boxes.union(text.box for text in content.texts)
    return (
        around[3] - around[1] < slight
        or sum(text.box[3] - text.box[1] for text in content.texts) < slight / 4
    )
